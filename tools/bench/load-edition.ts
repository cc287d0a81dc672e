import type { DatabaseConnection } from "../../packages/database/src/connection.ts";
import type { NationalSet } from "../../packages/database/src/sample-data/national/generate-figures.ts";
import { addMonths } from "../../packages/database/src/sample-data/national/generate-figures.ts";
import type { NationalIds } from "../../packages/database/src/sample-data/national/load-national.ts";
import type { NationalMetric } from "../../packages/database/src/sample-data/national/national-metrics.ts";
import { profileOf } from "../../packages/database/src/sample-data/national/profiles.ts";
import { dashboardEditions, dashboardRows } from "../../packages/database/src/schema/dashboards.ts";
import { ratings, targets } from "../../packages/database/src/schema/metrics.ts";
import { strategies, strategyElements } from "../../packages/database/src/schema/strategies.ts";
import { periodOf } from "../../packages/domain/src/metrics/period.ts";

/** One council's dashboard for the newest month: 35 rows with target, every second one judged, under five outcomes. */

export const COUNTY = "E10000018";
const ROWS = 35;
const OUTCOMES = 5;

/** The months that the dashboard is about. */
export const editionPeriods = ({ from, months }: Pick<NationalSet, "from" | "months">) => {
  const current = addMonths(from, months - 1);
  return { current, previous: addMonths(from, Math.max(0, months - 13)) };
};

export const editionMetrics = ({ metrics }: Pick<NationalSet, "metrics">): NationalMetric[] =>
  metrics.filter(({ aim }) => aim !== "INFORMATION").slice(0, ROWS);

export const loadEdition = async (
  { db }: DatabaseConnection,
  set: NationalSet,
  ids: NationalIds,
): Promise<void> => {
  const { current, previous } = editionPeriods(set);
  const { start, end } = periodOf(current);
  const span = { period: current, periodStart: start, periodEnd: end };
  const organisationId = ids.organisationIds.get(COUNTY);
  const metrics = editionMetrics(set);
  const figure = ({ code }: NationalMetric) => ({
    metricId: ids.metricIds.get(code),
    organisationId,
    ...span,
    sourceId: ids.sourceId,
    recordedAt: `${end}T12:00:00Z`,
  });
  await db.insert(targets).values(metrics.map((metric) => ({ ...figure(metric), ...targetOf(metric) })));
  await db.insert(ratings).values(
    metrics
      .filter((_, index) => index % 2 === 0)
      .map((metric) => ({
        ...figure(metric),
        scheme: "RAG" as const,
        judged: "AMBER" as const,
        reason: "Synthetic",
      })),
  );
  const outcomeIds = await loadOutcomes(db, ids.sourceId);
  const [edition] = await db
    .insert(dashboardEditions)
    .values({
      organisationId,
      period: current,
      scheme: "RAG",
      title: "Synthetic dashboard",
      sourceId: ids.sourceId,
    })
    .returning();
  await db.insert(dashboardRows).values(
    metrics.map((metric, index) => ({
      editionId: edition?.id ?? "",
      position: index + 1,
      metricId: ids.metricIds.get(metric.code),
      title: metric.title,
      outcomeId: outcomeIds[Math.floor((index * OUTCOMES) / ROWS)] ?? null,
      currentPeriod: current,
      previousPeriod: previous,
      targetPeriod: current,
      ratingPeriod: current,
      standingPeriod: current,
    })),
  );
};

const targetOf = ({ code, aim }: NationalMetric) => {
  const { level } = profileOf(code);
  const low = String(level);
  if (aim === "BAND") {
    const high = String(level + 5);
    return { kind: "BAND" as const, operator: "BETWEEN" as const, low, high, display: `${low} - ${high}` };
  }
  const operator = aim === "LOW" ? ("LTE" as const) : ("GTE" as const);
  return {
    kind: "TARGET" as const,
    operator,
    low,
    display: low,
    toleranceKind: "RELATIVE" as const,
    tolerance: "5",
  };
};

const loadOutcomes = async (db: DatabaseConnection["db"], sourceId: string): Promise<string[]> => {
  const plan = {
    slug: "synthetic-plan",
    title: "Synthetic plan",
    startsOn: "2018-04-01",
    endsOn: "2022-03-31",
    sourceId,
  };
  const [strategy] = await db.insert(strategies).values(plan).returning();
  const outcomes = Array.from({ length: OUTCOMES }, (_, index) => ({
    strategyId: strategy?.id ?? "",
    key: `outcome-${index + 1}`,
    kind: "OUTCOME" as const,
    position: index + 1,
    title: `Synthetic outcome ${index + 1}`,
  }));
  return (await db.insert(strategyElements).values(outcomes).returning()).map(({ id }) => id);
};
