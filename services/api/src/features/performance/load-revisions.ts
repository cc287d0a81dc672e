import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow, TargetRow } from "@due-regard/database/read-models/figures";
import { observations, targets } from "@due-regard/database/schema/metrics";
import type { Viewer } from "@due-regard/domain/access/roles";
import { and, asc, eq, sql } from "drizzle-orm";
import { seesBreakdownsAsRecorded } from "../../access/protect-observations.ts";

/**
 * Every revision of one figure: same metric, organisation, period and group, forecasts apart from actuals. Of a
 * breakdown only an analyst sees more than what is in force: two versions of a small count give each other away.
 */
export const loadRevisions = async (
  db: Executor,
  viewer: Viewer | null,
  figure: ObservationRow,
): Promise<ObservationRow[]> => {
  if (figure.breakdownCharacteristic != null && !seesBreakdownsAsRecorded(viewer)) return [figure];
  return await db
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.metricId, figure.metricId),
        eq(observations.organisationId, figure.organisationId),
        eq(observations.period, figure.period),
        sql`${observations.breakdownCharacteristic} is not distinct from ${figure.breakdownCharacteristic ?? null}`,
        sql`${observations.breakdownCategory} is not distinct from ${figure.breakdownCategory ?? null}`,
        sql`(${observations.status} = 'FORECAST') = ${figure.status === "FORECAST"}`,
      ),
    )
    .orderBy(asc(observations.recordedAt));
};

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
