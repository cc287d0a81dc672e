import type { ReactNode } from "react";
import type { TextLimit } from "../../../../ui/format/counting.ts";
import type { Question } from "../../types.ts";

/** What every kind of question is given to draw itself. */
export interface FieldProps {
  question: Question;
  /** The question's words, as the label or legend of its field. */
  label: ReactNode;
}

/** Id of a field on the page: where links of findings and error summaries lead. */
export const fieldId = (place: string): string => `answer-${place.replaceAll(".", "-")}`;

/** Id of a question of several parts, for what concerns it as a whole. */
export const questionId = (question: string): string => `question-${question}`;

export const wordLimit = ({ maxWords }: Question): TextLimit | null =>
  maxWords === null ? null : { max: maxWords, unit: "words" };

/** A question whose answer is a day: a choice between two of them, not a text. */
export const isDate = ({ kind }: Question): boolean => kind === "DATE" || kind === "DATE_OR_TBC";

export const YES_NO = [
  { value: "YES", label: "Yes" },
  { value: "NO", label: "No" },
] as const;
