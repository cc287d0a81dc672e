import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { ForecastRow, MetricRow, ObservationRow } from "@due-regard/database/read-models/figures";
import type { Forecast } from "@due-regard/domain/metrics/forecast";
import { type KnownFigure, workOutOutlook } from "@due-regard/domain/metrics/outlook";
import { containsPeriod, financialYearOf, type Period, periodOf } from "@due-regard/domain/metrics/period";

/** Where a year is heading: what somebody stored, or what is worked out from the figures. Nothing here reads or writes. */

export interface ForecastView extends Forecast {
  /** What is forecast. */
  period: Period;
  /** The row that holds it. Null: it is worked out when asked for. */
  stored: ForecastRow | null;
}

export type OutlookView = { forecast: ForecastView; reason: null } | { forecast: null; reason: string };

export interface KnownFigures {
  metric: Pick<MetricRow, "accumulation" | "tags">;
  /** The figure so far; null: there is none. */
  toDate: ObservationRow | null;
  series: readonly ObservationRow[];
  forecasts: readonly ForecastRow[];
  definitionStarts: readonly string[];
}

/** Counts that come in seasons: a straight line would mislead (design/domain.md §5, trap 9). */
const SEASONAL = "seasonal";

const known = ({ period, status, value, unit }: ObservationRow): KnownFigure => ({
  period: periodOf(period),
  status,
  value,
  unit,
});

/** The year that a period lies in; the period itself where it lies in no financial year, as an academic year does. */
export const yearAround = (period: Period): Period => {
  const year = financialYearOf(period.start);
  return containsPeriod(year, period) ? year : period;
};

/** A forecast as it is stored. One that came without its method and basis says so. */
export const storedView = (stored: ForecastRow): ForecastView | null =>
  stored.value === null
    ? null
    : {
        value: stored.value,
        method: stored.forecastMethod ?? "OFFICER",
        basis: stored.forecastBasis ?? "Recorded without saying what it rests on",
        period: periodOf(stored.period),
        stored,
      };

const workOut = (figures: KnownFigures, year: Period): OutlookView => {
  const { toDate, series, metric, definitionStarts } = figures;
  if (toDate === null) return { forecast: null, reason: "There is no figure yet to forecast from" };
  const { accumulation, tags } = metric;
  const isSeasonal = tags.includes(SEASONAL);
  const history = series.map(known);
  const outlook = workOutOutlook({
    toDate: known(toDate),
    history,
    accumulation,
    isSeasonal,
    definitionStarts,
  });
  if (outlook.forecast === null) return outlook;
  return { forecast: { ...outlook.forecast, period: year, stored: null }, reason: null };
};

/** An officer's forecast stands until an officer changes it; one that was worked out, until a newer figure comes. */
const stillStands = (view: ForecastView, toDate: ObservationRow | null): boolean =>
  view.method === "OFFICER" ||
  toDate === null ||
  Date.parse(view.stored?.recordedAt ?? "") >= Date.parse(toDate.recordedAt);

/** Where `year` is heading. What is stored outranks what is worked out, as long as it stands. */
export const outlookFor = (figures: KnownFigures, year: Period): OutlookView => {
  const row = figures.forecasts.find(({ period }) => period === year.code);
  const stored = row === undefined ? null : storedView(row);
  if (stored !== null && stillStands(stored, figures.toDate)) return { forecast: stored, reason: null };
  const outlook = workOut(figures, year);
  return outlook.forecast === null && stored !== null ? { forecast: stored, reason: null } : outlook;
};

/** Where the year of a dashboard's row is heading. */
export const outlookOf = (row: DashboardRow): OutlookView => {
  const period = periodOf(row.currentPeriod);
  if (!row.currentIsForecast) return outlookFor({ ...row, toDate: row.current }, yearAround(period));
  // The row shows the forecast itself, of whatever period.
  return outlookFor({ ...row, toDate: null }, period);
};

export const forecastOf = (row: DashboardRow): ForecastView | null => outlookOf(row).forecast;
