import type { Decimal } from "./decimal.ts";
import { type Forecast, forecastLinear, forecastProfiled, type YearProfile } from "./forecast.ts";
import { comparePeriods, financialYearOf, monthsIn, type Period, periodOf, shiftPeriod } from "./period.ts";
import type { Accumulation, ObservationStatus, Unit } from "./vocabulary.ts";

/** Where a year is heading, worked out from what is known of it and of the years before; or why nobody can say. */
export type Outlook = { forecast: Forecast; reason: null } | { forecast: null; reason: string };

export interface KnownFigure {
  period: Period;
  status: ObservationStatus;
  value: Decimal | null;
  unit: Unit;
}

export interface OutlookQuestion {
  /** The figure so far. */
  toDate: KnownFigure;
  /** This organisation's figures for the measure, of any period. Forecasts among them are passed over. */
  history: readonly KnownFigure[];
  accumulation: Accumulation;
  /** True for counts that go with the seasons: a straight line would mislead (domain.md §5, trap 9). */
  isSeasonal: boolean;
  /** First days of the measure's definitions: what was counted otherwise says nothing about this year. */
  definitionStarts: readonly string[];
}

/** Older years say less of how a year runs now. */
export const MAXIMUM_PAST_YEARS = 5;

/** Profiled on earlier years where the count is seasonal, else a straight line. */
export function workOutOutlook(question: OutlookQuestion): Outlook {
  const { toDate, accumulation, isSeasonal, definitionStarts } = question;
  const { period, value } = toDate;
  if (value === null) return none("There is no figure yet to forecast from");
  if (accumulation !== "CUMULATIVE")
    return none("Only a count that adds up through the year can be forecast from part of it");
  if (monthsIn(period) >= 12) return none("The figure is for the whole year");
  const year = financialYearOf(period.start);
  if (period.start !== year.start || monthsIn(period) === 0)
    return none(`${period.label} does not begin with the financial year`);
  const change = definitionStarts.find((start) => start > year.start && start <= year.end);
  if (change !== undefined) return none(`What is counted changed on ${dayInWords(change)}, within the year`);
  const forecast = isSeasonal
    ? forecastProfiled({ toDate: value, accumulation, pastYears: profilesOf(question, period) })
    : forecastLinear({ toDate: value, accumulation, monthsElapsed: monthsIn(period) });
  return forecast === null ? none(noProfile(question, period)) : { forecast, reason: null };
}

const none = (reason: string): Outlook => ({ forecast: null, reason });

/** Earlier years that have both a figure to the same month and one for the whole year, counted alike; oldest first. */
function profilesOf({ toDate, history, definitionStarts }: OutlookQuestion, period: Period): YearProfile[] {
  const since = latestStart(definitionStarts, period.end);
  const figures = history.filter(({ status, unit }) => status !== "FORECAST" && unit === toDate.unit);
  const values = new Map(figures.map((figure) => [figure.period.code, figure.value]));
  const years = figures
    .map((figure) => figure.period)
    .filter(({ code, start }) => code === financialYearOf(start).code && start < period.start)
    .filter(({ start }) => since === null || start >= since)
    .sort(comparePeriods);
  const profiles = years.flatMap((year): YearProfile[] => {
    const back = Number(period.start.slice(0, 4)) - Number(year.start.slice(0, 4));
    const reached = values.get(shiftPeriod(period, -back).code);
    const fullYear = values.get(year.code);
    return reached == null || fullYear == null ? [] : [{ year: year.label, toDate: reached, fullYear }];
  });
  return profiles.slice(-MAXIMUM_PAST_YEARS);
}

/** First day of the definition in force on a day; null: it has held from the beginning. */
function latestStart(starts: readonly string[], day: string): string | null {
  return (
    starts
      .filter((start) => start <= day)
      .sort()
      .at(-1) ?? null
  );
}

function noProfile({ definitionStarts }: OutlookQuestion, period: Period): string {
  const since = latestStart(definitionStarts, period.end);
  const counted = since === null ? "" : `, counted as since ${dayInWords(since)}`;
  return `The count goes with the seasons: a forecast needs an earlier year with a figure for the same months and one for the whole year${counted}`;
}

const dayInWords = (date: string): string => periodOf(date).label;
