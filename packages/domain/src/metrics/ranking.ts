import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalPlaces,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "./decimal.ts";
import type { Aim, Quartile } from "./vocabulary.ts";

/** One authority's figure. Only authorities that reported the measure take part: a missing value is not a low one. */
export interface RankEntry {
  authority: string;
  value: Decimal | null;
}

/** The values that part the quarters, best first: at or beyond `top` is top quartile. The middle one is the median. */
export interface QuartileThresholds {
  top: Decimal;
  middle: Decimal;
  bottom: Decimal;
}

export interface Standing {
  authority: string;
  /** Competition ranking, 1 is best: ties share a rank and the next rank is skipped. */
  rank: number;
  of: number;
  /** Printed "(=)" in the papers. */
  tied: boolean;
  quartile: Quartile;
}

export interface RankTable {
  standings: Standing[];
  thresholds: QuartileThresholds;
  groupMedian: Decimal;
}

/**
 * Ranks every authority that reported, best first, flipping by the aim. Null when nobody reported, or for aims that have
 * no better end (bands, information).
 */
export function rankAuthorities(entries: RankEntry[], aim: Aim): RankTable | null {
  if (aim === "BAND" || aim === "INFORMATION") return null;
  const order = aim === "HIGH" ? -1 : 1;
  const reported = entries
    .filter((entry): entry is { authority: string; value: Decimal } => entry.value !== null)
    .sort((a, b) => compareDecimals(a.value, b.value) * order || a.authority.localeCompare(b.authority));
  if (reported.length === 0) return null;
  const thresholds = thresholdsOf(reported.map((entry) => entry.value));
  let rank = 0;
  const standings = reported.map((entry, index) => {
    const tiedBefore = index > 0 && compareDecimals(reported[index - 1]?.value ?? "", entry.value) === 0;
    const next = reported[index + 1];
    const tiedAfter = next !== undefined && compareDecimals(next.value, entry.value) === 0;
    if (!tiedBefore) rank = index + 1;
    const quartile = quartileOf(entry.value, thresholds, aim);
    return { authority: entry.authority, rank, of: reported.length, tied: tiedBefore || tiedAfter, quartile };
  });
  return { standings, thresholds, groupMedian: thresholds.middle };
}

/** Fewer authorities than this make no quarters to speak of. */
export const FEWEST_FOR_QUARTERS = 4;

/**
 * Where one value stands among those that a group reported, itself one of them, lowest first: what {@link rankAuthorities}
 * says of it, without ranking everybody. Null for aims that have no better end.
 */
export function placeAmong(
  lowestFirst: readonly Decimal[],
  value: Decimal,
  aim: Aim,
  thresholds = quartersOf(lowestFirst, aim),
): Omit<Standing, "authority"> | null {
  if (thresholds === null || aim === "BAND" || aim === "INFORMATION") return null;
  const lower = countWhile(lowestFirst, (other) => compareDecimals(other, value) < 0);
  const notHigher = countWhile(lowestFirst, (other) => compareDecimals(other, value) <= 0);
  const of = lowestFirst.length;
  return {
    rank: 1 + (aim === "LOW" ? lower : of - notHigher),
    of,
    tied: notHigher - lower > 1,
    quartile: quartileOf(value, thresholds, aim),
  };
}

/** The values that part the quarters of figures in order, lowest first. Null: none, or aims that have no better end. */
export function quartersOf(lowestFirst: readonly Decimal[], aim: Aim): QuartileThresholds | null {
  if (aim === "BAND" || aim === "INFORMATION" || lowestFirst.length === 0) return null;
  return thresholdsOf(aim === "LOW" ? [...lowestFirst] : lowestFirst.toReversed());
}

/** How many at the start of a list in order pass a test that none passes after the first that fails. */
function countWhile(list: readonly Decimal[], passes: (value: Decimal) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(list[middle] ?? "")) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The quarter in which a value lies. A value on a threshold belongs to the better quarter. */
export function quartileOf(value: Decimal, thresholds: QuartileThresholds, aim: "HIGH" | "LOW"): Quartile {
  const reaches = (threshold: Decimal) =>
    aim === "HIGH" ? compareDecimals(value, threshold) >= 0 : compareDecimals(value, threshold) <= 0;
  if (reaches(thresholds.top)) return "TOP";
  if (reaches(thresholds.middle)) return "SECOND";
  return reaches(thresholds.bottom) ? "THIRD" : "BOTTOM";
}

/** Thresholds by linear interpolation between the sorted values (quarter k lies at position k(n − 1)/4). Best value first. */
function thresholdsOf(bestFirst: Decimal[]): QuartileThresholds {
  return { top: at(bestFirst, 1), middle: at(bestFirst, 2), bottom: at(bestFirst, 3) };
}

/** Quarters of a place are exact decimals, so nothing is rounded. */
function at(sorted: Decimal[], quarter: number): Decimal {
  const quarters = quarter * (sorted.length - 1);
  const below = sorted[Math.floor(quarters / 4)] ?? "0";
  const above = sorted[Math.ceil(quarters / 4)] ?? below;
  const step = multiplyDecimals(subtractDecimals(above, below), String(quarters % 4));
  if (compareDecimals(step, "0") === 0) return below;
  const part = divideDecimals(step, "4", decimalPlaces(step) + 2) ?? "0";
  return trimNoughts(addDecimals(below, part));
}

function trimNoughts(value: Decimal): Decimal {
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}
