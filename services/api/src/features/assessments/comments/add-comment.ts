import { comments } from "@due-regard/database/schema/reviews";
import { capacitiesFor } from "@due-regard/domain/access/policy";
import { commenterOf } from "@due-regard/domain/ehria/review/comment";
import {
  checkCommentPlace,
  checkCommentText,
  MAX_COMMENTS,
} from "@due-regard/domain/ehria/review/comment-rules";
import { invalid, notFound, ok, type Problem, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../../context.ts";
import { once } from "../../../schema/in-transaction.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import {
  type CommentThread,
  commentPlace,
  findComment,
  loadThreads,
  readCommentPlace,
} from "./load-comments.ts";
import { mayComment } from "./may-comment.ts";

export interface AddCommentInput {
  reference: string;
  /** "question" or "question.part". Null: about the assessment as a whole, or in the talk that it answers. */
  place?: string | null | undefined;
  text: string;
  /** Row id of any comment of the talk that it answers. Null: it begins one. */
  replyToId: string | null;
  idempotencyKey?: string | null | undefined;
}

export interface CommentWritten {
  head: AssessmentHead;
  commentId: string;
}

/** Begins a talk about a place of the form, or answers in one. */
export const addComment = async (
  context: ApiContext,
  input: AddCommentInput,
): Promise<Result<CommentWritten>> => {
  let commentId = "";
  const written = await withAssessment(
    context,
    input.reference,
    async (write) => {
      const question = { viewer: write.viewer, key: input.idempotencyKey, operation: "addComment", input };
      const added = await once(write.tx, question, () => add(write, input));
      if (!added.ok) return added;
      commentId = added.value;
      return ok(undefined);
    },
    mayComment,
  );
  return written.ok ? ok({ head: written.value, commentId }) : written;
};

const add = async (write: AssessmentWrite, input: AddCommentInput): Promise<Result<string>> => {
  const { tx, head, viewer, body, context } = write;
  const threads = await loadThreads(tx, head.id);
  const answered = input.replyToId === null ? null : findComment(threads, input.replyToId);
  if (input.replyToId !== null && answered === null) return notFound("There is no such comment here.");
  const place = readCommentPlace(input.place);
  const problems = [
    ...checkCommentText(input.text),
    ...checkCommentPlace(body.template, place),
    ...checkAnswer(input, answered?.thread ?? null),
    ...checkRoom(threads),
  ];
  if (problems.length > 0) return invalid(problems);
  const writtenAs = commenterOf(capacitiesFor(viewer, "assessment.comment", head.policySubject));
  if (writtenAs === null) throw new Error("Whoever may comment does so as something");
  const [row] = await tx
    .insert(comments)
    .values({
      assessmentId: head.id,
      revision: head.revision,
      ...(answered === null ? place : { threadId: answered.thread.id }),
      text: input.text.trim(),
      authorId: viewer.userId,
      writtenAs,
    })
    .returning();
  if (row === undefined) throw new Error("The comment was not stored");
  await recordHistory(tx, context, head, [
    {
      action: "comment.written",
      subject: { type: "comment", id: row.id },
      detail: { place: commentPlace(answered?.thread ?? place), text: row.text, thread: row.threadId },
    },
  ]);
  return ok(row.id);
};

const checkAnswer = ({ place }: AddCommentInput, thread: CommentThread | null): Problem[] => {
  if (thread === null) return [];
  if (place != null)
    return [{ path: "place", message: "An answer stands where its talk does: leave the place out" }];
  return thread.resolvedAt === null
    ? []
    : [{ path: "replyTo", message: "This talk is resolved. Open it again to answer" }];
};

const checkRoom = (threads: readonly CommentThread[]): Problem[] => {
  const held = threads.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  return held < MAX_COMMENTS
    ? []
    : [
        {
          path: "text",
          message: `An assessment holds up to ${MAX_COMMENTS.toLocaleString("en-GB")} comments`,
        },
      ];
};
