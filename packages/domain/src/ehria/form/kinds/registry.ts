import type { QuestionKind } from "../template.ts";
import { characteristicRows } from "./characteristic-rows.ts";
import { date } from "./date.ts";
import { dateOrTbc } from "./date-or-tbc.ts";
import { improvementPlan } from "./improvement-plan.ts";
import { longText } from "./long-text.ts";
import { partsLongText } from "./parts-long-text.ts";
import { people } from "./people.ts";
import type { QuestionKindModel } from "./question-kind.ts";
import { rightRows } from "./right-rows.ts";
import { singleChoice } from "./single-choice.ts";
import { text } from "./text.ts";
import { yesNo } from "./yes-no.ts";
import { yesNoMatrix } from "./yes-no-matrix.ts";
import { yesNoTextMatrix } from "./yes-no-text-matrix.ts";
import { yesNoUnknown } from "./yes-no-unknown.ts";
import { yesNoUnknownMatrix } from "./yes-no-unknown-matrix.ts";

/** Every kind of question. A kind missing here doesn't compile. */
export const QUESTION_KIND_MODELS = {
  TEXT: text,
  LONG_TEXT: longText,
  PARTS_LONG_TEXT: partsLongText,
  PEOPLE: people,
  DATE: date,
  DATE_OR_TBC: dateOrTbc,
  YES_NO: yesNo,
  YES_NO_UNKNOWN: yesNoUnknown,
  SINGLE_CHOICE: singleChoice,
  YES_NO_MATRIX: yesNoMatrix,
  YES_NO_TEXT_MATRIX: yesNoTextMatrix,
  YES_NO_UNKNOWN_MATRIX: yesNoUnknownMatrix,
  CHARACTERISTIC_ROWS: characteristicRows,
  RIGHT_ROWS: rightRows,
  IMPROVEMENT_PLAN: improvementPlan,
} as const satisfies Record<QuestionKind, QuestionKindModel>;

export const kindOf = (question: { kind: QuestionKind }): QuestionKindModel =>
  QUESTION_KIND_MODELS[question.kind];

/** “One line” (TEXT): as those know a kind who choose it on a page, and those who write it into a file. */
export const kindWords = (kind: QuestionKind): string => `“${QUESTION_KIND_MODELS[kind].name}” (${kind})`;
