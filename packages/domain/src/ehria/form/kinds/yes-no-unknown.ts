import { choiceFaults, missingChoices, noTextFaults } from "./cells.ts";
import type { QuestionKindModel } from "./question-kind.ts";
import { yesNo } from "./yes-no.ts";

const CHOICES = ["YES", "NO", "UNKNOWN"] as const;

/** Yes, No or Unknown, which is an answer. */
export const yesNoUnknown: QuestionKindModel = {
  ...yesNo,
  name: "Yes, No or Not known",
  choices: () => CHOICES,
  faults: (_question, { choice, text }) => [...choiceFaults(choice, CHOICES), ...noTextFaults(text)],
  gaps: (question, reader, required) =>
    required ? missingChoices(question, [null], reader, "Answer Yes, No or Not known") : [],
};
