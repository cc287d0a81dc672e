import { comparePeriods, type Period } from "./period.ts";
import { stretchOf } from "./series.ts";

/**
 * The newest of these periods that comes after one and belongs to its series: a year follows a year, April to November
 * follows April to November. Null: there is none.
 */
export const newestInSeries = <Item extends { period: Period }>(
  cited: Period,
  candidates: readonly Item[],
): Item | null => {
  const { key } = stretchOf(cited);
  return candidates
    .filter(({ period }) => comparePeriods(period, cited) > 0 && stretchOf(period).key === key)
    .reduce<Item | null>(
      (newest, one) => (newest === null || comparePeriods(one.period, newest.period) > 0 ? one : newest),
      null,
    );
};
