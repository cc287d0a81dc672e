import type { Answer } from "../../content.ts";
import { type CopiedText, copyStates } from "../../copying/copied-text.ts";
import type { CheckInput, CheckRule, Finding } from "../finding.ts";
import { finding, questionPlace } from "../places.ts";

const WORDS = {
  UNCHANGED: {
    weight: "WARNS",
    message:
      "All that stands here was copied from another assessment and has not been changed. What was found there may not hold for this decision, and who decides has to look at this one.",
    remedy: "Say what is known of this decision, and take out what is not about it.",
  },
  KEPT: {
    weight: "SUGGESTS",
    message: "Part of this was copied from another assessment and stands here as it was.",
    remedy: "Read it again: keep what is true of this decision, and change the rest.",
  },
} as const;

const findCopies = ({ reading }: CheckInput, answer: Answer, copies: readonly CopiedText[]): Finding[] => {
  const question = reading.template.questions.find(({ key }) => key === answer.question);
  const own = copies.filter(({ question: key, part }) => key === answer.question && part === answer.part);
  const states = copyStates(
    answer.text,
    own.map(({ text }) => text),
  );
  const state = (["UNCHANGED", "KEPT"] as const).find((each) => states.includes(each));
  if (question === undefined || state === undefined) return [];
  const place = questionPlace(question, answer.part, "text");
  return [finding({ rule: "copied-unchanged", place, ...WORDS[state] })];
};

/**
 * Words that were copied from another assessment and left as they were. Due regard is had to this decision, in substance, or
 * not at all (design/domain.md §3, the Brown principles).
 */
export const copiedUnchanged: CheckRule = (input) =>
  input.copied.length === 0
    ? []
    : input.counting.answers.flatMap((answer) => findCopies(input, answer, input.copied));
