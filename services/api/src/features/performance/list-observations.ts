import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { observations } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { and, asc, eq, gt, gte, isNull, lte, or, type SQL } from "drizzle-orm";
import { requireOrganisation } from "./require-organisation.ts";

interface ObservationQuestion {
  organisation: string;
  /** First and last day that the periods may reach. */
  from: string | null;
  to: string | null;
  asAt: string | null;
}

/** A revision that was known at an instant, or is known now. */
const knownAt = (asAt: string | null): SQL | undefined =>
  asAt === null
    ? isNull(observations.supersededAt)
    : and(
        lte(observations.recordedAt, asAt),
        or(isNull(observations.supersededAt), gt(observations.supersededAt, asAt)),
      );

/** One organisation's totals for a metric, oldest period first. Breakdowns are not totals and are left out. */
export const listObservations = async (
  db: Executor,
  metricId: string,
  question: ObservationQuestion,
): Promise<ObservationRow[]> => {
  const organisation = await requireOrganisation(db, question.organisation);
  return await db
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.metricId, metricId),
        eq(observations.organisationId, organisation.id),
        isNull(observations.breakdownCharacteristic),
        knownAt(question.asAt),
        question.from === null ? undefined : gte(observations.periodStart, question.from),
        question.to === null ? undefined : lte(observations.periodEnd, question.to),
      ),
    )
    .orderBy(asc(observations.periodEnd), asc(observations.periodStart), asc(observations.status));
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
