import type { Answer, AssessmentContent } from "../content.ts";
import { choiceWords } from "./choice-words.ts";
import { kindOf } from "./kinds/registry.ts";
import { type FormQuestion, type FormTemplate, questionByKey } from "./template.ts";

/** Something that people have put in, as a line that they would recognise. */
export interface AnswerLine {
  question: string;
  part: string | null;
  label: string;
  /** What it says, in words. */
  says: string;
}

/** Names the cell that a line is of. */
export const cellOf = ({ question, part }: Pick<AnswerLine, "question" | "part">): string =>
  `${question} ${part ?? ""}`;

const wordsOf = (question: FormQuestion | null, { choice, text }: Answer): string =>
  [choice === null ? null : choiceWords(question, choice), text].filter((each) => each !== null).join(": ");

const labelOf = (question: FormQuestion | null, key: string, part: string | null): string => {
  if (question === null) return key;
  const name = question.parts.find((each) => each.key === part)?.label;
  return name === undefined ? question.label : `${question.label}: ${name}`;
};

const YES_NO = (affected: boolean | null): string => (affected === null ? "" : affected ? "Yes" : "No");

const isSaid = (text: string | null): text is string => text !== null && text !== "";

/**
 * Everything that a content says, row by row, whatever table it stands in. What a form doesn't ask is named by one of the `earlier`
 * versions that did, and else by its key.
 */
export const linesOf = (
  template: FormTemplate,
  content: AssessmentContent,
  earlier: readonly FormTemplate[] = [],
): AnswerLine[] => {
  const questionOf = (key: string): FormQuestion | null =>
    [template, ...earlier].map((form) => questionByKey(form, key)).find((found) => found !== null) ?? null;
  const rowQuestion = (storedIn: string, stage: string): FormQuestion | null =>
    template.questions.find((each) => kindOf(each).storedIn === storedIn && each.stage === stage) ?? null;
  const line = (
    question: FormQuestion | null,
    key: string,
    part: string | null,
    says: string,
  ): AnswerLine => ({
    question: key,
    part,
    label: labelOf(question, key, part),
    says,
  });
  const answers = content.answers.map((answer) => {
    const question = questionOf(answer.question);
    return line(question, answer.question, answer.part, wordsOf(question, answer));
  });
  const characteristics = content.characteristicImpacts.map((row) => {
    const question = rowQuestion("CHARACTERISTIC_IMPACTS", row.stage);
    const says = [YES_NO(row.affected), row.comments, row.barriers].filter(isSaid).join(": ");
    return line(question, question?.key ?? row.stage, row.characteristic, says);
  });
  const rights = content.rightImpacts.map((row) => {
    const question = rowQuestion("RIGHT_IMPACTS", row.stage);
    const says = [YES_NO(row.affected), row.comments].filter(isSaid).join(": ");
    return line(question, question?.key ?? row.stage, `${row.part}-${row.article}`, says);
  });
  const plan = template.questions.find(({ kind }) => kind === "IMPROVEMENT_PLAN") ?? null;
  const actions = content.improvementActions.map((row) =>
    line(
      plan,
      plan?.key ?? "improvement-plan",
      row.id,
      [row.objective, row.action].filter(isSaid).join(": "),
    ),
  );
  return [...answers, ...characteristics, ...rights, ...actions].filter(({ says }) => says !== "");
};
