import type { Capacity } from "../../access/assessment-acts.ts";
import { notAllowed, ok, type Problem, type Result } from "../../result.ts";
import { type FormTemplate, questionByKey } from "../form/template.ts";
import type { CommentPlace, Remark, Thread } from "./comment.ts";

/** Longest comment, answer or point, in UTF-16 units. */
export const MAX_COMMENT_LENGTH = 4_000;
/** Comments and answers that one assessment may hold: a talk that long is held elsewhere. */
export const MAX_COMMENTS = 2_000;
/** For how long an author may put their own words right. */
export const CORRECTION_MINUTES = 15;

const limit = (most: number): string => most.toLocaleString("en-GB");

/** What stands against a text. It is stored without blanks at its ends. */
export const checkCommentText = (text: string, path = "text"): Problem[] => {
  const words = text.trim();
  if (words === "") return [{ path, message: "Write what you want to say" }];
  return words.length > MAX_COMMENT_LENGTH
    ? [{ path, message: `Use ${limit(MAX_COMMENT_LENGTH)} characters or fewer` }]
    : [];
};

/** The places that talks may be about: the whole, a question, or a part or row that the form itself names. */
export const checkCommentPlace = (
  template: FormTemplate,
  { question, part }: CommentPlace,
  path = "place",
): Problem[] => {
  if (question === null) return [];
  const found = questionByKey(template, question);
  const known = found !== null && (part === null || found.parts.some(({ key }) => key === part));
  return known ? [] : [{ path, message: "This form has no such question or part" }];
};

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/**
 * Until when an author may change their words, or null. They may for {@link CORRECTION_MINUTES}, unless somebody has
 * answered since, or the words are a point of the chair's: what others go by stays as they read it.
 */
export const correctableUntil = (thread: Thread, remark: Remark): string | null => {
  const isFirst = remark.id === thread.id;
  if (isFirst && thread.kind === "POINT") return null;
  const later = isFirst ? thread.replies : thread.replies.slice(thread.replies.indexOf(remark) + 1);
  return later.length > 0 ? null : minutesAfter(remark.writtenAt, CORRECTION_MINUTES);
};

/** Whether somebody may change these words now. They must still be one who may comment: that the policy says. */
export const decideCorrection = (
  thread: Thread,
  remark: Remark,
  { userId, now }: { userId: string; now: string },
): Result<void> => {
  if (remark.authorId !== userId) return notAllowed("Only whoever wrote a comment may change its words");
  const until = correctableUntil(thread, remark);
  if (until === null)
    return notAllowed("These words stay as they are: others go by them. Write an answer instead");
  return now <= until
    ? ok(undefined)
    : notAllowed(`A comment can be changed for ${CORRECTION_MINUTES} minutes. Write an answer instead`);
};

/** Whether somebody who may comment may also settle the talk, or open it again. The chair's points are the chair's. */
export const maySettle = ({ kind }: Pick<Thread, "kind">, capacities: readonly Capacity[]): boolean =>
  kind === "COMMENT" ? capacities.length > 0 : capacities.includes("DEG_CHAIR");

/** As much of a talk as it takes to know whether it was answered. */
export type Answerable = Pick<Thread, "kind" | "raisedAt" | "resolvedAt"> & {
  replies: readonly Pick<Remark, "writtenAs" | "writtenAt">[];
};

/** A point counts as answered once somebody who writes the assessment has said something since it was raised. */
export const isAnswered = ({ raisedAt, replies }: Pick<Answerable, "raisedAt" | "replies">): boolean =>
  replies.some(
    ({ writtenAs, writtenAt }) =>
      (writtenAs === "LEAD" || writtenAs === "CONTRIBUTOR") && Date.parse(writtenAt) > Date.parse(raisedAt),
  );

/** The chair's points that wait for an answer, in the order in which they are given. */
export const unansweredPoints = <Each extends Answerable>(threads: readonly Each[]): Each[] =>
  threads.filter((thread) => thread.kind === "POINT" && thread.resolvedAt === null && !isAnswered(thread));

export interface CommentCount {
  open: number;
  resolved: number;
  /** Of the open ones, the chair's points without an answer. */
  unanswered: number;
}

/** How many talks there are in each place; a place without any is not there. */
export const countComments = <Each extends Thread>(
  threads: readonly Each[],
  placeOf: (thread: Each) => string,
): ReadonlyMap<string, CommentCount> => {
  const waiting = new Set(unansweredPoints(threads));
  return new Map(
    [...Map.groupBy(threads, placeOf)].map(([place, here]) => [
      place,
      {
        open: here.filter(({ resolvedAt }) => resolvedAt === null).length,
        resolved: here.filter(({ resolvedAt }) => resolvedAt !== null).length,
        unanswered: here.filter((thread) => waiting.has(thread)).length,
      },
    ]),
  );
};
