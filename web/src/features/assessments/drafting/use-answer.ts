import { useHeld } from "../live/live-context.ts";
import { type AnswerValue, answerKind } from "../saving/kinds/answer.ts";
import { type Saved, useSaved } from "../saving/use-saved.ts";
import type { Answer, Question } from "../types.ts";
import { useDraft } from "./draft-context.ts";

/** How findings, problems and evidence name a place of the form: "question" or "question.part". */
export const placeOf = (question: string, part: string | null): string =>
  part === null ? question : `${question}.${part}`;

const labelOf = ({ number, text, parts }: Question, part: string | null): string => {
  const label = number ? `Question ${number}: ${text}` : text;
  const partLabel = parts.find(({ key }) => key === part)?.label;
  return partLabel ? `${label} (${partLabel})` : label;
};

export interface AnswerHandle extends Saved<AnswerValue> {
  place: string;
  doubts: readonly string[];
  /** Where words of what is stored were copied from. */
  origins: Answer["origins"];
}

/** The answer to a question or one part of it, saving itself as it is written. */
export const useAnswer = (question: Question, part: string | null = null): AnswerHandle => {
  const { content, person } = useDraft();
  const place = placeOf(question.key, part);
  const address = { reference: content.reference, question: question.key, part };
  const saved = useSaved({
    kind: "ANSWER",
    address,
    person,
    label: labelOf(question, part),
    choices: question.options,
    stored: useHeld(place, answerKind.read(content, address)),
  });
  const answer = content.answers.find((each) => each.question === question.key && each.part === part);
  return { ...saved, place, doubts: answer?.doubts ?? [], origins: answer?.origins ?? [] };
};
