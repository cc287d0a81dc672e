import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalPlaces,
  divideDecimals,
  multiplyDecimals,
} from "./decimal.ts";
import type { Accumulation, ForecastMethod } from "./vocabulary.ts";

/** What the year is expected to end at. Never passed off as an actual: it carries how it was made. */
export interface Forecast {
  value: Decimal;
  method: ForecastMethod;
  /** In words, for the page: "8 months of 12, straight line". */
  basis: string;
}

/** One earlier year: what had been reached by the same month, and what the year ended at. */
export interface YearProfile {
  year: string;
  toDate: Decimal;
  fullYear: Decimal;
}

/**
 * Straight line: ×12/8 at November, ×12/9 at the end of quarter 3. Null unless the figure is cumulative: a percentage or
 * a snapshot is not pro-rated. Fits some printed forecasts (24 → 32, 196 → 261) and not others (460 → 669, not 690).
 */
export function forecastLinear(input: {
  toDate: Decimal;
  accumulation: Accumulation;
  monthsElapsed: number;
  monthsInYear?: number;
  places?: number;
}): Forecast | null {
  const { toDate, accumulation, monthsElapsed, monthsInYear = 12, places = decimalPlaces(toDate) } = input;
  if (accumulation !== "CUMULATIVE" || monthsElapsed < 1 || monthsElapsed > monthsInYear) return null;
  const value = divideDecimals(multiplyDecimals(toDate, String(monthsInYear)), String(monthsElapsed), places);
  if (value === null) return null;
  return { value, method: "LINEAR", basis: `${monthsElapsed} months of ${monthsInYear}, straight line` };
}

/**
 * Profiled: divides by the share of the year that earlier years had reached by the same month, on average, so that seasons
 * count; each year weighs the same, however large. Null unless cumulative, or when no earlier year gives a share to divide by.
 */
export function forecastProfiled(input: {
  toDate: Decimal;
  accumulation: Accumulation;
  pastYears: readonly YearProfile[];
  places?: number;
}): Forecast | null {
  const { toDate, accumulation, places = decimalPlaces(toDate) } = input;
  if (accumulation !== "CUMULATIVE") return null;
  const pastYears = input.pastYears.filter(hasShare);
  const shares = pastYears.map((year) => divideDecimals(year.toDate, year.fullYear, SHARE_PLACES) ?? "0");
  const sum = shares.reduce(addDecimals, "0");
  const value = divideDecimals(multiplyDecimals(toDate, String(shares.length)), sum, places);
  const share = divideDecimals(multiplyDecimals(sum, "100"), String(shares.length), 1);
  if (value === null || share === null) return null;
  const average = shares.length > 1 ? ", on average" : "";
  const years = listWords(pastYears.map(({ year }) => year));
  return {
    value,
    method: "PROFILED",
    basis: `${share}% of the year was reached by the same month in ${years}${average}`,
  };
}

/** So many places that a share, rounded, changes no digit of a forecast of any size that occurs. */
const SHARE_PLACES = 20;

/** A year that had reached nothing by then, or more than it ended at, gives no share to divide by. */
function hasShare({ toDate, fullYear }: YearProfile): boolean {
  return compareDecimals(toDate, "0") > 0 && compareDecimals(fullYear, toDate) >= 0;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** An officer's own figure, with the officer's words for what it rests on. */
export function forecastByOfficer(value: Decimal, basis: string): Forecast {
  return { value, method: "OFFICER", basis };
}
