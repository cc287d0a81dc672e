import { areAllBlank, choiceFaults, missingChoices, noTextFaults, partCells } from "./cells.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** One tick for each part, and no words. `how` says what to do: "Answer Yes or No". */
export const choiceMatrix = (name: string, choices: readonly string[], how: string): QuestionKindModel => ({
  name,
  needs: ["parts"],
  takes: ["evidence"],
  storedIn: "ANSWERS",
  cells: partCells,
  choices: () => choices,
  takesText: () => false,
  faults: (_question, { choice, text }) => [...choiceFaults(choice, choices), ...noTextFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, partCells(question), reader),
  gaps: (question, reader, required) =>
    required ? missingChoices(question, question.parts, reader, how) : [],
});
