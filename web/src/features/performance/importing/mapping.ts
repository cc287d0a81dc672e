import { contestedFields, contestingColumns } from "@due-regard/domain/metrics/import/suggest-mapping";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { fieldsOf, labelOf } from "./fields.ts";
import type { FileColumns, ImportField, Mapping, MappingInput } from "./types.ts";

/** Where a field's values come from, as the form holds it. */
export type Origin =
  | { kind: "NONE" }
  | { kind: "COLUMN"; column: number }
  /** One value for every row. */
  | { kind: "VALUE"; value: string };

export type Origins = Partial<Record<ImportField, Origin>>;

export const NOT_USED: Origin = { kind: "NONE" };

export const originsOf = ({ columns, constants }: Pick<Mapping, "columns" | "constants">): Origins => ({
  ...Object.fromEntries(columns.map(({ field, column }) => [field, { kind: "COLUMN", column }])),
  ...Object.fromEntries(constants.map(({ field, value }) => [field, { kind: "VALUE", value }])),
});

/** Fields that several columns are headed as, with what to say about them. */
export type Contested = Partial<Record<ImportField, string>>;

export const contestedOf = (
  { columns }: Pick<FileColumns, "columns">,
  format: Mapping["format"],
): Contested => {
  const headers = columns.map(({ header }) => header);
  return Object.fromEntries(
    contestedFields(headers, format).map((contested) => [
      contested.field,
      `${contestingColumns(contested)} are headed so: choose the one that holds it.`,
    ]),
  );
};

export interface MappingChoices {
  origins: Origins;
  leaveOutUnknownMetrics: boolean;
  leaveOutUnknownOrganisations: boolean;
}

/** What the form opens with: what was used at the last check where the file is looked at in the same way, else the suggestion. */
export const openingMapping = ({ mapping, suggestedMapping }: FileColumns): Mapping | null => {
  if (mapping === null || suggestedMapping === null) return suggestedMapping;
  const sameLook =
    mapping.sheet === suggestedMapping.sheet &&
    mapping.headerRow === suggestedMapping.headerRow &&
    mapping.format === suggestedMapping.format;
  return sameLook ? mapping : suggestedMapping;
};

/** As the API takes it. Fields of the other format are left out. */
export const mappingInput = (
  { format, sheet, headerRow }: Pick<Mapping, "format" | "sheet" | "headerRow">,
  { origins, ...leaveOut }: MappingChoices,
): MappingInput => {
  const chosen = fieldsOf(format).map(({ field }) => ({ field, origin: origins[field] ?? NOT_USED }));
  return {
    format,
    sheet,
    headerRow,
    columns: chosen.flatMap(({ field, origin }) =>
      origin.kind === "COLUMN" ? [{ field, column: origin.column }] : [],
    ),
    constants: chosen.flatMap(({ field, origin }) =>
      origin.kind === "VALUE" && origin.value.trim() !== "" ? [{ field, value: origin.value.trim() }] : [],
    ),
    ...leaveOut,
  };
};

export const originId = (field: ImportField): string => `field-${field}`;
export const valueId = (field: ImportField): string => `value-${field}`;

/** Fields whose header makes no words within a sentence. */
const WITHIN_A_SENTENCE: Readonly<Record<string, string>> = {
  NO_VALUE_REASON: "the reason for no value",
  PRINTED: "the printed figure",
};

/** The API names fields as its schema does; the page says “the metric”. */
const inPlainWords = (message: string): string =>
  message.replace(/\b[A-Z][A-Z_]{3,}\b/g, (name) => {
    const plain = WITHIN_A_SENTENCE[name];
    if (plain !== undefined) return plain;
    const label = labelOf(name);
    return label === null
      ? name
      : `the ${/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)}`;
  });

/** “mapping.columns.METRIC” → the field of the form that it is about. */
export const mappingError = (problem: { path: string; message: string }): FieldError => {
  const message = inPlainWords(problem.message);
  const [, part, field] = problem.path.split(".");
  if (part === "columns" && field) return { field: originId(field as ImportField), message };
  if (part === "constants" && field) return { field: valueId(field as ImportField), message };
  if (part === "headerRow") return { field: "header-row", message };
  if (part === "sheet") return { field: "sheet", message };
  return { field: null, message };
};

/** What stands in a column, for people to recognise it by: the first cells below the headers. */
export const samplesOf = (
  { firstRows }: Pick<FileColumns, "firstRows">,
  headerRow: number,
  column: number,
): string => {
  const cells = firstRows.filter(({ row }) => row > headerRow).map(({ cells: all }) => all[column - 1] ?? "");
  return [...new Set(cells.filter((cell) => cell.trim() !== ""))].slice(0, 3).join(" · ");
};
