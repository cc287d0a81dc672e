import type { Problem } from "../../result.ts";
import type { Answer, CharacteristicImpact, ImprovementAction, RightImpact } from "../content.ts";
import { rightKey } from "../reference-types.ts";
import { textFaults } from "./kinds/cells.ts";
import { DATE_FAULT, isIsoDate } from "./kinds/iso-date.ts";
import { kindOf } from "./kinds/registry.ts";
import { type FormQuestion, type FormTemplate, questionByKey } from "./template.ts";

/**
 * What stands against saving one edit, whatever the rest says: shape, length, unknown places. Being incomplete,
 * hidden or contradictory never does. Empty: it may be saved.
 */
export const validateAnswer = (
  template: FormTemplate,
  answer: Pick<Answer, "question" | "part" | "choice" | "text">,
): Problem[] => {
  const path = answer.part === null ? answer.question : `${answer.question}.${answer.part}`;
  const question = questionByKey(template, answer.question);
  if (question === null) return [{ path, message: "This form has no such question" }];
  const kind = kindOf(question);
  if (kind.storedIn === "ANSWERS" && !kind.cells(question).includes(answer.part)) {
    return [{ path, message: "This question has no such part" }];
  }
  return kind.faults(question, answer).map((message) => ({ path, message }));
};

const rowQuestion = (template: FormTemplate, storedIn: string, stage: string): FormQuestion | null =>
  template.questions.find((each) => kindOf(each).storedIn === storedIn && each.stage === stage) ?? null;

const textProblems = (path: string, texts: Readonly<Record<string, string | null>>): Problem[] =>
  Object.entries(texts).flatMap(([field, text]) =>
    textFaults(text).map((message) => ({ path: `${path}.${field}`, message })),
  );

const hasRow = (question: FormQuestion | null, row: string): boolean =>
  question?.parts.some((part) => part.key === row) ?? false;

export const validateCharacteristicImpact = (
  template: FormTemplate,
  impact: Omit<CharacteristicImpact, "version">,
): Problem[] => {
  const path = `${impact.stage}.${impact.characteristic}`;
  if (!hasRow(rowQuestion(template, "CHARACTERISTIC_IMPACTS", impact.stage), impact.characteristic)) {
    return [{ path, message: "This form has no such row at this stage" }];
  }
  return textProblems(path, { comments: impact.comments, barriers: impact.barriers });
};

export const validateRightImpact = (
  template: FormTemplate,
  impact: Omit<RightImpact, "version">,
): Problem[] => {
  const path = `${impact.stage}.${rightKey(impact)}`;
  if (!hasRow(rowQuestion(template, "RIGHT_IMPACTS", impact.stage), rightKey(impact))) {
    return [{ path, message: "This form has no such row at this stage" }];
  }
  return textProblems(path, { comments: impact.comments, ...impact.justification });
};

export const validateImprovementAction = (template: FormTemplate, action: ImprovementAction): Problem[] => {
  const path = `improvement-plan.${action.id}`;
  const { objective, officer, target, due, fromQuestion } = action;
  const problems = textProblems(path, { objective, action: action.action, target, officer });
  if (due !== null && !isIsoDate(due)) problems.push({ path: `${path}.due`, message: DATE_FAULT });
  if (fromQuestion !== null && questionByKey(template, fromQuestion) === null) {
    problems.push({ path: `${path}.fromQuestion`, message: "This form has no such question" });
  }
  return problems;
};
