import { areAllBlank, missingWords, noChoiceFaults, partCells, textFaults } from "./cells.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** A box of words for each part. */
export const partsLongText: QuestionKindModel = {
  name: "Long text, in parts",
  needs: ["parts"],
  takes: ["maxWords", "evidence"],
  storedIn: "ANSWERS",
  cells: partCells,
  choices: () => [],
  takesText: () => true,
  faults: (_question, { choice, text }) => [...noChoiceFaults(choice), ...textFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, partCells(question), reader),
  gaps: (question, reader, required) => (required ? missingWords(question, question.parts, reader) : []),
};
