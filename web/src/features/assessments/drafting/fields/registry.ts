import type { QuestionKind } from "@due-regard/domain/ehria/form/template";
import type { ComponentType } from "react";
import { ImprovementPlanField } from "../plan/improvement-plan-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DateField, DateOrTbcField } from "./date-fields.tsx";
import type { FieldProps } from "./field.ts";
import { LongTextField } from "./long-text-field.tsx";
import { MatrixField, TextMatrixField } from "./matrix-fields.tsx";
import { PartsLongTextField } from "./parts-long-text-field.tsx";
import { PeopleField } from "./people-field.tsx";
import { CharacteristicRowsField, RightRowsField } from "./row-fields.tsx";
import { TextField } from "./text-field.tsx";

/** How each kind of question looks. The compiler asks for a line here when the domain learns a new kind. */
const FIELDS = {
  TEXT: TextField,
  LONG_TEXT: LongTextField,
  PARTS_LONG_TEXT: PartsLongTextField,
  PEOPLE: PeopleField,
  DATE: DateField,
  DATE_OR_TBC: DateOrTbcField,
  YES_NO: ChoiceField,
  YES_NO_UNKNOWN: ChoiceField,
  SINGLE_CHOICE: ChoiceField,
  YES_NO_MATRIX: MatrixField,
  YES_NO_TEXT_MATRIX: TextMatrixField,
  YES_NO_UNKNOWN_MATRIX: MatrixField,
  CHARACTERISTIC_ROWS: CharacteristicRowsField,
  RIGHT_ROWS: RightRowsField,
  IMPROVEMENT_PLAN: ImprovementPlanField,
} satisfies Record<QuestionKind, ComponentType<FieldProps>>;

/** Null for a kind that this client does not know: an older page against a newer server. */
export const fieldFor = (kind: string): ComponentType<FieldProps> | null =>
  FIELDS[kind as QuestionKind] ?? null;
