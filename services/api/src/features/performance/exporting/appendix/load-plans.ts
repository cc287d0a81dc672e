import type { Executor } from "@due-regard/database/connection";
import type { DashboardReadModel } from "@due-regard/database/read-models/dashboard";
import { targets } from "@due-regard/database/schema/metrics";
import { strategies } from "@due-regard/database/schema/strategies";
import { periodOf, shiftPeriod } from "@due-regard/domain/metrics/period";
import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { loadByIds } from "../../../../schema/load-by-ids.ts";

/** What an appendix names beside its rows: the plans that they serve, and what is aimed for next. */

/** By id: the plans whose outcomes stand above the rows. */
export const loadPlans = async (
  db: Executor,
  { rows }: DashboardReadModel,
): Promise<ReadonlyMap<string, { title: string }>> => {
  const ids = rows.flatMap(({ outcome }) => outcome?.strategyId ?? []);
  const found = await loadByIds(db, strategies, [...new Set(ids)]);
  return new Map(found.map((strategy) => [strategy.id, strategy]));
};

/** By the metric's id: next year's target as known at the dashboard's instant, where its paper has a column for it. */
export const loadNextTargets = async (
  db: Executor,
  { rows, organisationId, asAt }: DashboardReadModel,
): Promise<ReadonlyMap<string, string>> => {
  const wanted = rows.flatMap(({ metric, printed, targetPeriod }) =>
    printed.nextTarget === undefined || targetPeriod === null
      ? []
      : [{ metricId: metric.id, period: shiftPeriod(periodOf(targetPeriod), 1).code }],
  );
  if (wanted.length === 0) return new Map();
  const found = await db
    .select({ metricId: targets.metricId, period: targets.period, display: targets.display })
    .from(targets)
    .where(
      and(
        eq(targets.organisationId, organisationId),
        inArray(
          targets.metricId,
          wanted.map(({ metricId }) => metricId),
        ),
        lte(targets.recordedAt, asAt),
        or(isNull(targets.supersededAt), gt(targets.supersededAt, asAt)),
      ),
    );
  const asked = new Map(wanted.map(({ metricId, period }) => [metricId, period]));
  return new Map(
    found
      .filter(({ metricId, period }) => asked.get(metricId) === period)
      .map(({ metricId, display }) => [metricId, display]),
  );
};
