import { choiceMatrix } from "./choice-matrix.ts";
import type { QuestionKindModel } from "./question-kind.ts";

/** Yes or No for each part. */
export const yesNoMatrix: QuestionKindModel = choiceMatrix(["YES", "NO"], "Answer Yes or No");
