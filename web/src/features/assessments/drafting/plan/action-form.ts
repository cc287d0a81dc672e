import type { FieldError } from "../../../../ui/error-summary.tsx";
import { type DateParts, joinDate, splitDate } from "../../../../ui/format/dates.ts";
import type { Content, ImprovementAction } from "../../types.ts";

export interface ActionDraft {
  objective: string;
  action: string;
  target: string;
  officer: string;
  due: DateParts;
  fromQuestion: string;
}

export const ACTION_FIELDS = {
  objective: "action-objective",
  action: "action-action",
  target: "action-target",
  officer: "action-officer",
  due: "action-due",
} as const;

/** The questions from which an action may follow, by the number that they have in the form. */
export const questionOptions = ({ form }: Content) => [
  { value: "", label: "No question in particular" },
  ...form.flatMap((section) =>
    section.questions
      .filter((question) => question.visible && question.number !== null)
      .map((question) => ({
        value: question.key,
        label: `Question ${question.number}: ${question.label}`,
      })),
  ),
];

export const draftOf = (action: Omit<ImprovementAction, "id" | "version"> | null): ActionDraft => ({
  objective: action?.objective ?? "",
  action: action?.action ?? "",
  target: action?.target ?? "",
  officer: action?.officer ?? "",
  due: splitDate(action?.due ?? null),
  fromQuestion: action?.fromQuestion ?? "",
});

const REQUIRED = [
  ["objective", "Enter what should get better"],
  ["action", "Enter what will be done"],
  ["target", "Enter how you will know that it worked"],
  ["officer", "Enter the job title of whoever is responsible"],
] as const;

/** What must be put right before the action can be saved. A date may still be missing in a draft. */
export const checkAction = (draft: ActionDraft): FieldError[] => {
  const missing = REQUIRED.filter(([field]) => draft[field].trim() === "").map(([field, message]) => ({
    field: ACTION_FIELDS[field],
    message,
  }));
  const { problem } = joinDate(draft.due);
  return problem ? [...missing, { field: ACTION_FIELDS.due, message: problem }] : missing;
};
