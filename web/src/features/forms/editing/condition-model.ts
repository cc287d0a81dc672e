import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { ConditionLine } from "@due-regard/domain/ehria/form/simple-condition";
import type { FormQuestion } from "@due-regard/domain/ehria/form/template";

/** Questions that a condition can look at: those whose answer is a choice. */
export const choosable = (questions: readonly FormQuestion[]): FormQuestion[] =>
  questions.filter((each) => kindOf(each).storedIn === "ANSWERS" && kindOf(each).choices(each).length > 0);

export const ANY_PART = "";

/** Parts that a line may name: any, or one. Empty: the question is answered as a whole. */
export const partsToAsk = (question: FormQuestion): { value: string; label: string }[] =>
  kindOf(question).cells(question).includes(null)
    ? []
    : [
        { value: ANY_PART, label: "Any part" },
        ...question.parts.map(({ key, label }) => ({ value: key, label })),
      ];

/** A line about a question, with the first of its answers until somebody chooses. */
export const lineAbout = (question: FormQuestion): ConditionLine => {
  const choice = kindOf(question).choices(question)[0] ?? "";
  const isWhole = kindOf(question).cells(question).includes(null);
  return {
    test: isWhole
      ? { op: "IS", question: question.key, choice }
      : { op: "ANY_PART_IS", question: question.key, choice },
    isNegated: false,
  };
};

export const withPart = ({ test, isNegated }: ConditionLine, part: string): ConditionLine => ({
  test:
    part === ANY_PART
      ? { op: "ANY_PART_IS", question: test.question, choice: test.choice }
      : { op: "IS", question: test.question, part, choice: test.choice },
  isNegated,
});

export const withChoice = ({ test, isNegated }: ConditionLine, choice: string): ConditionLine => ({
  test: { ...test, choice },
  isNegated,
});
