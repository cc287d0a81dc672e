import type { Capacity } from "../../access/assessment-acts.ts";

/**
 * What people say to each other about an assessment (issue 4, "comments on any question"; issue 5, "Review"). A talk is
 * about its words and never part of them: it belongs to the assessment, outlives its revisions and is not sealed.
 */
export const COMMENT_KINDS = ["COMMENT", "POINT"] as const;
/** POINT: asked for by the chair, to be answered before the assessment is submitted again. */
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** In what part somebody wrote: of several that they hold, the first of these. */
export const COMMENTERS = [
  "LEAD",
  "CONTRIBUTOR",
  "DEG_CHAIR",
  "DEG_MEMBER",
] as const satisfies readonly Capacity[];
export type Commenter = (typeof COMMENTERS)[number];

export const commenterOf = (capacities: readonly Capacity[]): Commenter | null =>
  COMMENTERS.find((each) => capacities.includes(each)) ?? null;

/** Where in the form a talk is. No question: about the assessment as a whole. */
export interface CommentPlace {
  question: string | null;
  part: string | null;
}

export interface Remark {
  id: string;
  text: string;
  authorId: string;
  writtenAs: Commenter;
  /** ISO instant. */
  writtenAt: string;
}

/** A first remark with the answers to it, oldest first. */
export interface Thread extends Remark, CommentPlace {
  kind: CommentKind;
  /** When it was last put on the table: written, made a point, or reopened. ISO instant. */
  raisedAt: string;
  /** Null: it is open. */
  resolvedAt: string | null;
  replies: readonly Remark[];
}
