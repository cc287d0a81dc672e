import { dueInWords } from "../../notices/due.ts";
import { MAX_REASON_LENGTH } from "../workflow/needs.ts";
import type { CauseKind, ReviewCause } from "./causes.ts";

type Words = (cause: ReviewCause) => string;

const thenAndNow: Words = ({ before, now }) =>
  `${before ?? "not there"} when cited, ${now ?? "not there"} now`;

/** What happened, without what it is about. A kind that is missing here doesn't compile. */
const WORDS: Readonly<Record<CauseKind, Words>> = {
  REVIEW_DATE: ({ now }) => `Its review was due on ${dueInWords(now ?? "")}`,
  WITHDRAWN: ({ before, now }) =>
    `the figure was taken back: ${before} when cited, ${now ?? "no figure"} now`,
  RESULT_PUBLISHED: ({ before, now }) => `the result was published: “${before}” when cited, ${now} now`,
  PAST_THRESHOLD: ({ before, now }) => `past the figure set to be watched for: ${before} when cited, ${now}`,
  RATING_WORSE: ({ before, now }) => `rated worse: ${before} when cited, ${now}`,
  DEFINITION_CHANGED: ({ now }) => `the measure is defined otherwise since it was cited: ${now}`,
  REVISED: (cause) => `the figure was revised: ${thenAndNow(cause)}`,
  WORDS_CHANGED: (cause) => `the plan says something else: ${thenAndNow(cause)}`,
};

/** One line: which figure, then and now, and where what stands now comes from. */
export const causeInWords = (cause: ReviewCause): string => {
  const words = WORDS[cause.kind](cause);
  const line = cause.title === null ? words : `${cause.title}: ${words}`;
  return cause.source === null ? line : `${line} (${cause.source})`;
};

const REST = "\n…";

/** All of them as the reason for a review, line by line, cut where it grows too long: each is kept whole beside it. */
export const reasonOf = (causes: readonly ReviewCause[]): string => {
  const whole = causes.map(causeInWords).join("\n");
  return whole.length <= MAX_REASON_LENGTH
    ? whole
    : `${whole.slice(0, MAX_REASON_LENGTH - REST.length)}${REST}`;
};
