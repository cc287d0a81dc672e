import type { TalkPlace } from "./types.ts";

interface TalkedQuestion {
  key: string;
  number: string | null;
  label: string;
  parts: readonly { key: string; label: string }[];
}

export const questionName = ({ number, label }: Pick<TalkedQuestion, "number" | "label">): string =>
  number ? `question ${number}` : `“${label}”`;

/** A question and its parts or rows, as places of talks. */
export const questionPlaces = (question: TalkedQuestion): [TalkPlace, ...TalkPlace[]] => [
  { place: question.key, label: questionName(question) },
  ...question.parts.map((part) => ({ place: `${question.key}.${part.key}`, label: part.label })),
];

export const WHOLE: TalkPlace = { place: "assessment", label: "the whole assessment" };
