import { areAllBlank, choiceFaults, missingChoices, noTextFaults } from "./cells.ts";
import type { QuestionKindModel } from "./question-kind.ts";

const CHOICES = ["YES", "NO"] as const;

/** Yes or No. */
export const yesNo: QuestionKindModel = {
  name: "Yes or No",
  needs: [],
  takes: ["evidence"],
  storedIn: "ANSWERS",
  cells: () => [null],
  choices: () => CHOICES,
  takesText: () => false,
  faults: (_question, { choice, text }) => [...choiceFaults(choice, CHOICES), ...noTextFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, [null], reader),
  gaps: (question, reader, required) =>
    required ? missingChoices(question, [null], reader, "Answer Yes or No") : [],
};
