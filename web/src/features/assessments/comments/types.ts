import type { ResultOf } from "gql.tada";
import type { talkFields } from "./queries.ts";

/** A talk as its pages show it: the comment with which it began, and the answers. */
export type Talk = ResultOf<typeof talkFields>;
export type Remark = Talk["replies"][number];

/** A place that a talk may be about, and what people call it: “question 5”. */
export interface TalkPlace {
  /** As the API names it: "question", "question.part", or "assessment". */
  place: string;
  label: string;
}
