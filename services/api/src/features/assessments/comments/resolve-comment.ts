import { comments } from "@due-regard/database/schema/reviews";
import { capacitiesFor } from "@due-regard/domain/access/policy";
import { maySettle } from "@due-regard/domain/ehria/review/comment-rules";
import { notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq, sql } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import type { CommentWritten } from "./add-comment.ts";
import { findComment, loadThreads } from "./load-comments.ts";
import { mayComment } from "./may-comment.ts";

export interface ResolveCommentInput {
  reference: string;
  /** Row id of any comment of the talk. */
  commentId: string;
  /** True: it is settled. False: it is opened again. */
  resolved: boolean;
}

/** Settles a talk, or opens it again. One that is so already stays as it is, and that is no error. */
export const resolveComment = async (
  context: ApiContext,
  input: ResolveCommentInput,
): Promise<Result<CommentWritten>> => {
  let commentId = input.commentId;
  const written = await withAssessment(
    context,
    input.reference,
    async (write) => {
      const settled = await settle(write, input);
      if (!settled.ok) return settled;
      commentId = settled.value;
      return ok(undefined);
    },
    mayComment,
  );
  return written.ok ? ok({ head: written.value, commentId }) : written;
};

const settle = async (
  { tx, head, viewer, context }: AssessmentWrite,
  { commentId, resolved }: ResolveCommentInput,
): Promise<Result<string>> => {
  const thread = findComment(await loadThreads(tx, head.id), commentId)?.thread;
  if (thread === undefined) return notFound("There is no such comment here.");
  const capacities = capacitiesFor(viewer, "assessment.comment", head.policySubject);
  if (!maySettle(thread, capacities)) {
    return notAllowed("This is a point of the chair's: the chair settles it. Write an answer instead.");
  }
  if ((thread.resolvedAt !== null) === resolved) return ok(thread.id);
  const now = sql`clock_timestamp()`;
  await tx
    .update(comments)
    .set(
      resolved
        ? { resolvedAt: now, resolvedById: viewer.userId }
        : { resolvedAt: null, resolvedById: null, raisedAt: now },
    )
    .where(eq(comments.id, thread.id));
  await recordHistory(tx, context, head, [
    {
      action: resolved ? "comment.resolved" : "comment.reopened",
      subject: { type: "comment", id: thread.id },
    },
  ]);
  return ok(thread.id);
};
