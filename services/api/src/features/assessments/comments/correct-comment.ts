import { comments } from "@due-regard/database/schema/reviews";
import { checkCommentText, decideCorrection } from "@due-regard/domain/ehria/review/comment-rules";
import { conflict, invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq, sql } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import type { CommentWritten } from "./add-comment.ts";
import { type CommentRow, commentPlace, findComment, loadThreads } from "./load-comments.ts";
import { mayComment } from "./may-comment.ts";

export interface CorrectCommentInput {
  reference: string;
  commentId: string;
  text: string;
  basedOnVersion: number;
}

/** Puts the words of one's own comment right, by the rule of {@link decideCorrection}. The earlier words stay in the audit trail. */
export const correctComment = async (
  context: ApiContext,
  input: CorrectCommentInput,
): Promise<Result<CommentWritten>> => {
  const written = await withAssessment(
    context,
    input.reference,
    (write) => correct(write, input),
    mayComment,
  );
  return written.ok ? ok({ head: written.value, commentId: input.commentId }) : written;
};

const correct = async (write: AssessmentWrite, input: CorrectCommentInput): Promise<Result<void>> => {
  const { tx, head, viewer } = write;
  const found = findComment(await loadThreads(tx, head.id), input.commentId);
  if (found === null) return notFound("There is no such comment here.");
  const { thread, remark } = found;
  const now = new Date().toISOString();
  const decided = decideCorrection(thread, remark, { userId: viewer.userId, now });
  if (!decided.ok) return decided;
  const problems = checkCommentText(input.text);
  if (problems.length > 0) return invalid(problems);
  const text = input.text.trim();
  // Sent again, or nothing changed: it stands already.
  if (text === remark.text) return ok(undefined);
  if (input.basedOnVersion !== remark.version) {
    return conflict([
      {
        path: commentPlace(thread),
        currentVersion: remark.version,
        basedOnVersion: input.basedOnVersion,
        theirs: remark.text,
        yours: text,
      },
    ]);
  }
  await store(write, remark, text);
  return ok(undefined);
};

const store = async ({ tx, context, head }: AssessmentWrite, remark: CommentRow, text: string) => {
  await tx
    .update(comments)
    .set({ text, version: remark.version + 1, correctedAt: sql`clock_timestamp()` })
    .where(eq(comments.id, remark.id));
  await recordHistory(tx, context, head, [
    {
      action: "comment.corrected",
      subject: { type: "comment", id: remark.id },
      detail: { before: remark.text, after: text },
    },
  ]);
};
