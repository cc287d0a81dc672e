import { financialYear, type Period } from "@due-regard/domain/metrics/period";
import { type PrintedRank, parsePrintedRank } from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { readYearSpan } from "@due-regard/domain/metrics/printed/period-hint";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import type { CityRowContext } from "./city-row.ts";
import { type CellPlace, doubtsAbout, figureKey, recorded } from "./record-cells.ts";
import type { StandingRecord } from "./records.ts";

/** The rank of the baseline year and the one before. Where the paper doesn't name the earlier year, it is the year before. */
export function buildCityStandings({ paper, row, place, baseline }: CityRowContext): StandingRecord[] {
  const named = row.directionBasis === null ? null : readYearSpan(row.directionBasis.replace(/^From /, ""));
  const earlier = financialYear(named ?? paper.year - 2);
  const unnamed =
    named === null ? [`The paper does not name the year of the earlier rank: taken as ${earlier.label}`] : [];
  const ranks = [
    [baseline, row.englandRank, doubtsAbout(row, "rank")],
    [earlier, row.previousRank, [...doubtsAbout(row, "previousRank"), ...unnamed]],
  ] as const;
  return ranks.flatMap(([period, printed, doubts]) => {
    const { value } = parsePrintedRank(printed);
    return value === null || printed === null ? [] : [standing(place, period, printed, value, doubts)];
  });
}

function standing(
  place: CellPlace,
  period: Period,
  printed: string,
  rank: PrintedRank,
  doubts: readonly string[],
): StandingRecord {
  const { sourceKey } = place;
  const display = normaliseWhiteSpace(printed).replace(/^From /, "");
  return {
    ...figureKey(place, period),
    group: "England",
    quartile: null,
    ...rank,
    display,
    sourceKey,
    doubts: [...doubts],
    ...recorded(place),
  };
}
