import type { Executor } from "@due-regard/database/connection";
import { comments } from "@due-regard/database/schema/reviews";
import { asc, eq } from "drizzle-orm";

export type CommentRow = typeof comments.$inferSelect;

/** A talk as stored, and so a Thread of the domain: its first comment and the answers to it, oldest first. */
export interface CommentThread extends CommentRow {
  replies: CommentRow[];
}

/** Every talk about an assessment, in the order in which they began. */
export const loadThreads = async (db: Executor, assessmentId: string): Promise<CommentThread[]> => {
  const rows = await db
    .select()
    .from(comments)
    .where(eq(comments.assessmentId, assessmentId))
    .orderBy(asc(comments.writtenAt), asc(comments.id));
  const replies = Map.groupBy(rows, (row) => row.threadId);
  return (replies.get(null) ?? []).map((first) => ({ ...first, replies: replies.get(first.id) ?? [] }));
};

/** "question" or "question.part", as findings and problems name places; "assessment" for the whole. */
export const commentPlace = ({ question, part }: Pick<CommentRow, "question" | "part">): string =>
  part === null ? (question ?? "assessment") : `${question}.${part}`;

/** The place that a name stands for. Null or "assessment": the whole. */
export const readCommentPlace = (
  place: string | null | undefined,
): { question: string | null; part: string | null } => {
  if (place == null || place === "assessment") return { question: null, part: null };
  const [question = "", ...part] = place.split(".");
  return { question, part: part.length === 0 ? null : part.join(".") };
};

export interface FoundComment {
  thread: CommentThread;
  remark: CommentRow;
}

/** One comment among these talks, wherever it stands. */
export const findComment = (threads: readonly CommentThread[], id: string): FoundComment | null => {
  for (const thread of threads) {
    const remark = thread.id === id ? thread : thread.replies.find((reply) => reply.id === id);
    if (remark !== undefined) return { thread, remark };
  }
  return null;
};
