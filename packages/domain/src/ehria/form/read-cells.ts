import type { Answer, AssessmentContent } from "../content.ts";
import { rightKey } from "../reference-types.ts";
import { isBlank } from "./kinds/cells.ts";
import type { CellReader } from "./kinds/question-kind.ts";
import { kindOf } from "./kinds/registry.ts";
import type { FormQuestion, FormTemplate } from "./template.ts";

const cellKey = (first: string, second: string | null): string => `${first} ${second ?? ""}`;

/**
 * What of a stored answer its question takes as it stands in this version of the form: a choice that is offered no longer,
 * and words beside a choice that stands alone now, are kept in the store and say nothing here.
 */
export const fitAnswer = (question: FormQuestion, answer: Answer): Answer => {
  const kind = kindOf(question);
  const choice =
    answer.choice !== null && kind.choices(question).includes(answer.choice) ? answer.choice : null;
  const text = kind.takesText(question) ? answer.text : null;
  return choice === answer.choice && text === answer.text ? answer : { ...answer, choice, text };
};

/** Looks cells up by key, whether they count or not. Built once per reading of the form. */
export const readCells = (template: FormTemplate, content: AssessmentContent): CellReader => {
  const questions = new Map(template.questions.map((each) => [each.key, each]));
  const answers = new Map(
    content.answers.flatMap((each) => {
      const question = questions.get(each.question);
      const fitting = question === undefined ? null : fitAnswer(question, each);
      const isGone = fitting === null || (fitting !== each && isBlank(fitting));
      return isGone ? [] : [[cellKey(each.question, each.part), fitting] as const];
    }),
  );
  const characteristics = new Map(
    content.characteristicImpacts.map((each) => [cellKey(each.stage, each.characteristic), each]),
  );
  const rights = new Map(content.rightImpacts.map((each) => [cellKey(each.stage, rightKey(each)), each]));
  return {
    answer: (question, part) => answers.get(cellKey(question, part)) ?? null,
    characteristicImpact: (stage, characteristic) =>
      characteristics.get(cellKey(stage, characteristic)) ?? null,
    rightImpact: (stage, right) => rights.get(cellKey(stage, right)) ?? null,
    improvementActions: () => content.improvementActions,
  };
};
