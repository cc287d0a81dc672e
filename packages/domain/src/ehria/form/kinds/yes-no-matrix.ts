import { choiceMatrix } from "./choice-matrix.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** Yes or No for each part. */
export const yesNoMatrix: QuestionKindModel = choiceMatrix(
  "Yes or No for each part",
  ["YES", "NO"],
  "Answer Yes or No",
);
