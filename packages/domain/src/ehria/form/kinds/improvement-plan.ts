import { type ImprovementAction, isWritten } from "../../content.ts";
import type { FormQuestion } from "../template.ts";
import type { Gap, GapRule, QuestionKindModel } from "./question-kind.ts";

type Column = "objective" | "action" | "target" | "officer" | "due";

const COLUMNS: Record<Column, { rule: GapRule; how: string }> = {
  objective: { rule: "required-part-unanswered", how: "Say which equality objective it serves" },
  action: { rule: "required-part-unanswered", how: "Say what will be done" },
  target: { rule: "required-part-unanswered", how: "Say how you will know that it is done" },
  officer: { rule: "action-without-owner-or-date", how: "Name the officer responsible by job title" },
  due: { rule: "action-without-owner-or-date", how: "Say by when" },
};

const actionGaps = (question: FormQuestion, action: ImprovementAction, index: number): Gap[] =>
  (Object.keys(COLUMNS) as Column[])
    .filter((column) => !isWritten(action[column]))
    .map((column) => ({
      rule: COLUMNS[column].rule,
      part: action.id,
      field: column,
      message: `${COLUMNS[column].how} – ${question.label}, action ${index + 1}`,
    }));

const emptyPlan = (question: FormQuestion): Gap => ({
  rule: "required-part-unanswered",
  part: null,
  field: "actions",
  message: `Add at least one action – ${question.label}`,
});

/** A repeating table of objective, action, target, officer and date. */
export const improvementPlan: QuestionKindModel = {
  name: "Table of actions: the improvement plan",
  needs: ["parts"],
  takes: [],
  storedIn: "IMPROVEMENT_ACTIONS",
  cells: () => [],
  choices: () => [],
  takesText: () => false,
  faults: () => ["These rows are saved as improvement actions"],
  isEmpty: (_question, reader) => reader.improvementActions().length === 0,
  gaps: (question, reader, required) => {
    const actions = reader.improvementActions();
    if (actions.length === 0) return required ? [emptyPlan(question)] : [];
    return actions.flatMap((action, index) => actionGaps(question, action, index));
  },
};
