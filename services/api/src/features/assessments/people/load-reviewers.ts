import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions, signatures } from "@due-regard/database/schema/assessments";
import { auditEvents } from "@due-regard/database/schema/audit";
import { comments, recommendations, reviewDeputies } from "@due-regard/database/schema/reviews";
import { GROUP_CAPACITIES } from "@due-regard/domain/access/policy";
import { COMMENTERS } from "@due-regard/domain/ehria/review/comment";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { MILESTONE_OF } from "../record-history.ts";

const OF_THE_GROUP = COMMENTERS.filter((commenter) => GROUP_CAPACITIES.includes(commenter));

/**
 * Whoever has taken part in its review: signed it as chair, asked for changes, recommended what to decide, commented for the group,
 * or was named to chair it. They can't come to lead it or to help to write it. Row ids of people, each once.
 */
export const loadReviewers = async (db: Executor, assessmentId: string): Promise<string[]> => {
  const ofIt = eq(assessmentRevisions.assessmentId, assessmentId);
  const rows = await union(
    db
      .select({ id: signatures.userId })
      .from(signatures)
      .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, signatures.revisionId))
      .where(and(ofIt, eq(signatures.role, "DEG_CHAIR"))),
    db
      .select({ id: recommendations.userId })
      .from(recommendations)
      .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, recommendations.revisionId))
      .where(ofIt),
    db
      .select({ id: reviewDeputies.deputyId })
      .from(reviewDeputies)
      .where(eq(reviewDeputies.assessmentId, assessmentId)),
    db
      .select({ id: comments.authorId })
      .from(comments)
      .where(and(eq(comments.assessmentId, assessmentId), inArray(comments.writtenAs, OF_THE_GROUP))),
    db
      .select({ id: sql<string>`${auditEvents.actorId}`.as("id") })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.assessmentId, assessmentId),
          eq(auditEvents.action, MILESTONE_OF.REQUEST_CHANGES),
          isNotNull(auditEvents.actorId),
        ),
      ),
  );
  return rows.map(({ id }) => id);
};
