import { useHeld } from "../live/live-context.ts";
import { type AnswerValue, answerKind } from "../saving/kinds/answer.ts";
import { SAVE_KINDS } from "../saving/kinds/registry.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { Answer, Question } from "../types.ts";
import { useDraft } from "./draft-context.ts";
import { isDate } from "./fields/field.ts";

/** How findings, problems and evidence name a place of the form: "question" or "question.part". */
export const placeOf = (question: string, part: string | null): string =>
  part === null ? question : `${question}.${part}`;

const numbered = (number: string | null, words: string): string =>
  number === null ? words : `Question ${number}: ${words}`;

/** A row of a question, as it is called where the question isn't in sight. */
export const rowLabel = ({ number, label }: Question, row: string): string =>
  `${numbered(number, label)} (${row})`;

const labelOf = ({ number, text, parts }: Question, part: string | null): string => {
  const label = numbered(number, text);
  const partLabel = parts.find(({ key }) => key === part)?.label;
  return partLabel ? `${label} (${partLabel})` : label;
};

export interface AnswerHandle extends Saved<AnswerValue> {
  place: string;
  /** How it is saved, and what its pieces are. */
  kind: (typeof SAVE_KINDS)["ANSWER" | "DATE"];
  doubts: readonly string[];
  /** Where words of what is stored were copied from. */
  origins: Answer["origins"];
}

/** The answer to a question or one part of it, saving itself as it is written. */
export const useAnswer = (question: Question, part: string | null = null): AnswerHandle => {
  const { content, person } = useDraft();
  const place = placeOf(question.key, part);
  const address = { reference: content.reference, question: question.key, part };
  const kind = isDate(question) ? "DATE" : "ANSWER";
  const saved = useSaved({
    kind,
    address,
    person,
    label: labelOf(question, part),
    choices: question.options,
    stored: useHeld(place, answerKind.read(content, address)),
  });
  const answer = content.answers.find((each) => each.question === question.key && each.part === part);
  return {
    ...saved,
    place,
    kind: SAVE_KINDS[kind],
    doubts: answer?.doubts ?? [],
    origins: answer?.origins ?? [],
  };
};
