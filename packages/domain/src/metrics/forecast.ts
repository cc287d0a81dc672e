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
 * Profiled: divides by the share of the year that earlier years had reached by now, pooled over those years, so that
 * seasons count. Null unless cumulative, or when earlier years give no share to divide by.
 */
export function forecastProfiled(input: {
  toDate: Decimal;
  accumulation: Accumulation;
  pastYears: YearProfile[];
  places?: number;
}): Forecast | null {
  const { toDate, accumulation, pastYears, places = decimalPlaces(toDate) } = input;
  if (accumulation !== "CUMULATIVE" || pastYears.length === 0) return null;
  const reached = pastYears.map((year) => year.toDate).reduce(addDecimals);
  const whole = pastYears.map((year) => year.fullYear).reduce(addDecimals);
  if (compareDecimals(reached, "0") <= 0 || compareDecimals(whole, reached) < 0) return null;
  const value = divideDecimals(multiplyDecimals(toDate, whole), reached, places);
  const share = divideDecimals(multiplyDecimals(reached, "100"), whole, 1);
  if (value === null) return null;
  const years = pastYears.map((year) => year.year).join(", ");
  return { value, method: "PROFILED", basis: `${share}% of the year was reached by now in ${years}` };
}

/** An officer's own figure, with the officer's words for what it rests on. */
export function forecastByOfficer(value: Decimal, basis: string): Forecast {
  return { value, method: "OFFICER", basis };
}
