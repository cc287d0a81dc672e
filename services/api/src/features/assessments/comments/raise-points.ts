import { comments } from "@due-regard/database/schema/reviews";
import { checkCommentPlace } from "@due-regard/domain/ehria/review/comment-rules";
import type { RaisedPoint } from "@due-regard/domain/ehria/review/points";
import type { WorkflowEvent } from "@due-regard/domain/ehria/workflow/state";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { eq, sql } from "drizzle-orm";
import { recordHistory } from "../record-history.ts";
import type { AssessmentWrite } from "../write-to-assessment.ts";
import { type CommentThread, commentPlace, readCommentPlace } from "./load-comments.ts";

/** A point as a client sends it: words about a place, or the row id of an open comment. */
export interface PointInput {
  place?: string | null | undefined;
  text?: string | null | undefined;
  commentId: string | null;
}

interface ReadPoint {
  point: RaisedPoint;
  problems: Problem[];
}

/** The points of a request for changes, each about a place that the form has, or a comment that stands open here. */
export const readPoints = (
  { body }: AssessmentWrite,
  threads: readonly CommentThread[],
  inputs: readonly PointInput[],
): Result<RaisedPoint[]> => {
  const read = inputs.map(({ place, text, commentId }, index): ReadPoint => {
    const path = `points.${index}`;
    if (commentId !== null) {
      const open = threads.find(({ id, resolvedAt }) => id === commentId && resolvedAt === null);
      const message = "Choose a comment that is open here and began its talk";
      const mixed = place != null || text != null;
      const problems = [
        ...(open === undefined ? [{ path: `${path}.comment`, message }] : []),
        ...(mixed ? [{ path, message: "Give a comment, or words of your own with their place" }] : []),
      ];
      return { point: { threadId: commentId }, problems };
    }
    const where = readCommentPlace(place);
    return {
      point: { threadId: null, ...where, text: text ?? "" },
      problems: checkCommentPlace(body.template, where, `${path}.place`),
    };
  });
  const problems = read.flatMap((each) => each.problems);
  return problems.length > 0 ? invalid(problems) : ok(read.map(({ point }) => point));
};

type PointRaised = Extract<WorkflowEvent, { type: "POINT_RAISED" }>;

/** Puts one point on the table: a talk of its own, or the one that somebody began, from now on to be answered. */
export const raisePoint = async (
  { tx, context, head }: Pick<AssessmentWrite, "tx" | "context" | "head">,
  { point, revision, userId }: PointRaised,
): Promise<void> => {
  const row = { kind: "POINT" as const, raisedAt: sql`clock_timestamp()` };
  const [stored] =
    point.threadId === null
      ? await tx
          .insert(comments)
          .values({
            ...row,
            assessmentId: head.id,
            revision,
            question: point.question,
            part: point.part,
            text: point.text.trim(),
            authorId: userId,
            writtenAs: "DEG_CHAIR",
          })
          .returning()
      : await tx.update(comments).set(row).where(eq(comments.id, point.threadId)).returning();
  if (stored === undefined) throw new Error("The point was not stored");
  await recordHistory(tx, context, head, [
    {
      action: "point.raised",
      subject: { type: "comment", id: stored.id },
      detail: { place: commentPlace(stored), text: stored.text },
    },
  ]);
};
