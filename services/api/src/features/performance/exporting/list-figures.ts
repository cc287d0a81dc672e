import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { observations } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import type { Viewer } from "@due-regard/domain/access/roles";
import { and, asc, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import { protectWholeBreakdowns, seesBreakdownsAsRecorded } from "../../../access/protect-observations.ts";
import { knownAt } from "../known-at.ts";

interface FiguresQuestion {
  organisationIds: readonly string[];
  /** First and last day that the periods may reach. */
  from: string | null;
  to: string | null;
  asAt: string | null;
  /** At most so many rows, of the oldest periods. A group that is cut is protected as cut: refuse it. Null: all. */
  limit: number | null;
  /** Null: totals. No category: all of them. */
  breakdown: { characteristic: string; category: string | null } | null;
}

/**
 * Organisations' figures for a metric, oldest period first: totals, or one characteristic's categories as this viewer may
 * see them. All categories are read even when one is wanted, since they are protected together.
 */
export const listFigures = async (
  db: Executor,
  viewer: Viewer | null,
  metricId: string,
  question: FiguresQuestion,
): Promise<ObservationRow[]> => {
  const { breakdown, asAt, from, to, limit } = question;
  const every = db
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.metricId, metricId),
        inArray(observations.organisationId, [...question.organisationIds]),
        breakdown === null
          ? isNull(observations.breakdownCharacteristic)
          : eq(observations.breakdownCharacteristic, breakdown.characteristic),
        knownAt(asAt),
        from === null ? undefined : gte(observations.periodStart, from),
        to === null ? undefined : lte(observations.periodEnd, to),
      ),
    )
    .orderBy(
      asc(observations.periodEnd),
      asc(observations.periodStart),
      asc(observations.status),
      asc(observations.breakdownCategory),
    );
  const rows = await (limit === null ? every : every.limit(limit));
  if (breakdown === null) return rows;
  const shown = seesBreakdownsAsRecorded(viewer) ? rows : protectWholeBreakdowns(rows);
  return shown.filter((row) => breakdown.category === null || row.breakdownCategory === breakdown.category);
};

export const listReportingOrganisations = async (db: Executor, metricId: string) =>
  (
    await db
      .selectDistinct({ organisation: organisations })
      .from(observations)
      .innerJoin(organisations, eq(organisations.id, observations.organisationId))
      .where(eq(observations.metricId, metricId))
      .orderBy(asc(organisations.name))
  ).map((row) => row.organisation);
