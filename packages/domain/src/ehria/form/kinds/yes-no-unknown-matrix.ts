import { choiceMatrix } from "./choice-matrix.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** Yes, No or Unknown for each part. Unknown is an answer. */
export const yesNoUnknownMatrix: QuestionKindModel = choiceMatrix(
  "Yes, No or Not known for each part",
  ["YES", "NO", "UNKNOWN"],
  "Answer Yes, No or Not known",
);
