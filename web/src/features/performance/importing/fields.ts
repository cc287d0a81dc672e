import { OWN_COLUMNS, OWN_FIELDS, type OwnField } from "@due-regard/domain/metrics/import/own-format";
import { ASCOF_FIELDS, type AscofField } from "@due-regard/domain/metrics/import/vocabulary";
import type { ImportField, ImportFormat } from "./types.ts";

/** A field that a column can be given to, in the words of the page. */
export interface FieldWords {
  field: ImportField;
  label: string;
  hint: string;
  required: boolean;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const own = (field: OwnField): FieldWords => {
  const { header, means, required } = OWN_COLUMNS[field];
  return { field, label: capital(header), hint: means, required };
};

const ASCOF: Record<AscofField, Omit<FieldWords, "field">> = {
  ONS_CODE: {
    label: "ONS code of the area",
    hint: "This or the next two say whose figure it is",
    required: false,
  },
  GEOGRAPHY_CODE: { label: "Geographical code", hint: "Used where it is an ONS code", required: false },
  GEOGRAPHY_NAME: { label: "Geographical name", hint: "Used where there is no ONS code", required: false },
  GEOGRAPHY_LEVEL: { label: "Geographical level", hint: "National, regional, council", required: false },
  MEASURE_CODE: { label: "Measure code", hint: "Perhaps with its group: 1C1A1864", required: false },
  MEASURE_GROUP: { label: "Measure group", hint: "The code without its group: 1C1A", required: false },
  DISAGGREGATION: { label: "Disaggregation level", hint: "Total, Female, 18 to 64", required: false },
  MEASURE_TYPE: { label: "Measure type", hint: "Numerator, denominator or outcome", required: true },
  MEASURE_VALUE: { label: "Measure value", hint: "The number, or a mark such as [c]", required: true },
  YEAR: { label: "Year", hint: "The financial year", required: false },
};

const PERIOD_FOR_ALL: FieldWords = {
  ...own("PERIOD"),
  hint: "For a file without a year: one value for all rows, such as 2019-20",
  required: false,
};

/** The fields of a format, those that every row must have first. */
export const fieldsOf = (format: ImportFormat): FieldWords[] => {
  const fields =
    format === "OWN"
      ? OWN_FIELDS.map(own)
      : [...ASCOF_FIELDS.map((field) => ({ field, ...ASCOF[field] })), PERIOD_FOR_ALL];
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
};

/** What the page calls a field of the API; null: it is none. */
export const labelOf = (name: string): string | null =>
  [...fieldsOf("OWN"), ...fieldsOf("ASCOF")].find(({ field }) => field === name)?.label ?? null;

export const FORMATS: readonly { value: ImportFormat; label: string; hint: string }[] = [
  { value: "OWN", label: "One row for each figure", hint: "Our own format, as our downloads have it" },
  {
    value: "ASCOF",
    label: "National ASCOF file",
    hint: "Numerator, denominator and outcome of a figure in rows of their own",
  },
];
