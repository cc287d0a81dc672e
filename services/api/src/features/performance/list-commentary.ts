import type { Executor } from "@due-regard/database/connection";
import type { CommentaryRow } from "@due-regard/database/read-models/figures";
import { commentary } from "@due-regard/database/schema/metrics";
import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { requireOrganisation } from "./require-organisation.ts";

interface CommentaryQuestion {
  organisation: string;
  period: string | null;
  asAt: string | null;
}

/** What stood about a metric now or at an instant, newest period and text first. */
export const listCommentary = async (
  db: Executor,
  metricId: string,
  { organisation, period, asAt }: CommentaryQuestion,
): Promise<CommentaryRow[]> => {
  const { id } = await requireOrganisation(db, organisation);
  const known =
    asAt === null
      ? isNull(commentary.supersededAt)
      : and(
          lte(commentary.recordedAt, asAt),
          or(isNull(commentary.supersededAt), gt(commentary.supersededAt, asAt)),
        );
  return await db
    .select()
    .from(commentary)
    .where(
      and(
        eq(commentary.metricId, metricId),
        eq(commentary.organisationId, id),
        period === null ? undefined : eq(commentary.period, period),
        known,
      ),
    )
    .orderBy(desc(commentary.periodEnd), desc(commentary.recordedAt));
};
