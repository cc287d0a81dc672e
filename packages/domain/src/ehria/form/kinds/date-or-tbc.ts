import { date } from "./date.ts";
import type { Gap, QuestionKindModel } from "./question-kind.ts";

export const TO_BE_CONFIRMED = "TBC";

/** A calendar date, or "TBC" while drafting; "TBC" stands in the way once the assessment is signed. */
export const dateOrTbc: QuestionKindModel = {
  ...date,
  name: "Date, or to be confirmed",
  example: "2020-01-17",
  faults: (question, answer) => (answer.text === TO_BE_CONFIRMED ? [] : date.faults(question, answer)),
  gaps: (question, reader, required) => {
    if (reader.answer(question.key, null)?.text !== TO_BE_CONFIRMED)
      return date.gaps(question, reader, required);
    const gap: Gap = {
      rule: "completed-to-be-confirmed",
      part: null,
      field: "text",
      message: `Give the date – ${question.label} says "to be confirmed", which is fine only while drafting`,
    };
    return [gap];
  },
};
