import type { Executor } from "@due-regard/database/connection";
import { metricDefinitions, observations } from "@due-regard/database/schema/metrics";
import { comparePeriods, containsPeriod, type Period, periodOf } from "@due-regard/domain/metrics/period";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { type KnownFigures, type OutlookView, outlookFor, yearAround } from "../../derive/outlook.ts";
import type { MetricRecord } from "./figure-subjects.ts";
import { knownAt } from "./known-at.ts";

interface OutlookPlace {
  metric: MetricRecord;
  organisationId: string;
  /** The year to forecast, or the stretch of it to forecast from. */
  period: Period;
  asAt: string | null;
}

/** What was known at an instant (null: now) of the year around a period. */
export const loadKnownFigures = async (
  db: Executor,
  { metric, organisationId, period, asAt }: OutlookPlace,
): Promise<{ figures: KnownFigures; year: Period }> => {
  const rows = await db
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.metricId, metric.id),
        eq(observations.organisationId, organisationId),
        isNull(observations.breakdownCharacteristic),
        knownAt(asAt),
      ),
    )
    .orderBy(asc(observations.periodEnd), asc(observations.periodStart));
  const starts = await db
    .select({ start: metricDefinitions.validFrom })
    .from(metricDefinitions)
    .where(and(eq(metricDefinitions.metricId, metric.id), isNotNull(metricDefinitions.validFrom)));
  const series = rows.filter(({ status }) => status !== "FORECAST");
  const year = yearAround(period);
  const figures = {
    metric,
    toDate: figureSoFar(series, period, year),
    series,
    forecasts: rows.filter(({ status }) => status === "FORECAST"),
    definitionStarts: starts.flatMap(({ start }) => start ?? []),
  };
  return { figures, year };
};

/** Where the year around a period was heading. */
export const loadOutlook = async (db: Executor, place: OutlookPlace): Promise<OutlookView> => {
  const { figures, year } = await loadKnownFigures(db, place);
  return outlookFor(figures, year);
};

/** The figure of the period itself; of a whole year, the latest that begins with it and has not reached its end. */
const figureSoFar = (series: readonly (typeof observations.$inferSelect)[], period: Period, year: Period) => {
  const candidates = series.filter((figure) => {
    if (period.code !== year.code) return figure.period === period.code;
    const each = periodOf(figure.period);
    return each.start === year.start && each.end < year.end && containsPeriod(year, each);
  });
  return (
    candidates
      .filter(({ value }) => value !== null)
      .sort((a, b) => comparePeriods(periodOf(a.period), periodOf(b.period)))
      .at(-1) ?? null
  );
};
