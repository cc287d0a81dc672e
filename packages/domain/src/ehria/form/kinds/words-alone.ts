import { areAllBlank, missingWords, noChoiceFaults, textFaults } from "./cells.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** One box of words, and no ticks. TEXT and LONG_TEXT differ in their field, not in their rules. */
export const wordsAlone: QuestionKindModel = {
  storedIn: "ANSWERS",
  cells: () => [null],
  choices: () => [],
  takesText: () => true,
  faults: (_question, { choice, text }) => [...noChoiceFaults(choice), ...textFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, [null], reader),
  gaps: (question, reader, required) => (required ? missingWords(question, [null], reader) : []),
};
