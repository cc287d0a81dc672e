import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow, TargetRow } from "@due-regard/database/read-models/figures";
import { observations, targets } from "@due-regard/database/schema/metrics";
import { and, asc, eq, isNull, sql } from "drizzle-orm";

/** Every revision of one figure: same metric, organisation and period, forecasts apart from actuals, totals only. */
export const loadRevisions = async (db: Executor, figure: ObservationRow): Promise<ObservationRow[]> =>
  await db
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.metricId, figure.metricId),
        eq(observations.organisationId, figure.organisationId),
        eq(observations.period, figure.period),
        isNull(observations.breakdownCharacteristic),
        sql`(${observations.status} = 'FORECAST') = ${figure.status === "FORECAST"}`,
      ),
    )
    .orderBy(asc(observations.recordedAt));

/** Every version of one target, oldest first: both stay when a target is set again. */
export const loadTargetRevisions = async (db: Executor, target: TargetRow): Promise<TargetRow[]> =>
  await db
    .select()
    .from(targets)
    .where(
      and(
        eq(targets.metricId, target.metricId),
        eq(targets.organisationId, target.organisationId),
        eq(targets.period, target.period),
      ),
    )
    .orderBy(asc(targets.recordedAt));
