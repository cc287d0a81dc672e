import { areAllBlank, missingWords, noChoiceFaults } from "./cells.ts";
import { DATE_FAULT, isIsoDate } from "./iso-date.ts";
import type { QuestionKindModel } from "./question-kind.ts";

const dateFaults = (text: string | null): string[] =>
  text === null || text === "" || isIsoDate(text) ? [] : [DATE_FAULT];

/** A calendar date, kept as ISO text. */
export const date: QuestionKindModel = {
  name: "Date",
  example: "2020-01-06",
  needs: [],
  takes: [],
  storedIn: "ANSWERS",
  cells: () => [null],
  choices: () => [],
  takesText: () => true,
  faults: (_question, { choice, text }) => [...noChoiceFaults(choice), ...dateFaults(text)],
  isEmpty: (question, reader) => areAllBlank(question, [null], reader),
  gaps: (question, reader, required) => (required ? missingWords(question, [null], reader) : []),
};
