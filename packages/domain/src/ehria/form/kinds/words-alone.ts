import { areAllBlank, missingWords, noChoiceFaults, textFaults } from "./cells.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** One box of words, and no ticks: what kinds that differ in their field have in common. */
export const wordsAlone: Omit<QuestionKindModel, "name"> = {
  needs: [],
  takes: [],
  storedIn: "ANSWERS",
  cells: () => [null],
  choices: () => [],
  takesText: () => true,
  faults: (_question, { choice, text }) => [...noChoiceFaults(choice), ...textFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, [null], reader),
  gaps: (question, reader, required) => (required ? missingWords(question, [null], reader) : []),
};
