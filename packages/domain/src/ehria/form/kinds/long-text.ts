import type { QuestionKindModel } from "./question-kind.ts";
import { wordsAlone } from "./words-alone.ts";

/** Paragraphs. */
export const longText: QuestionKindModel = {
  ...wordsAlone,
  name: "Long text",
  takes: ["maxWords", "evidence"],
};
