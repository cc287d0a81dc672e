import { OWN_COLUMNS, OWN_FIELDS, plainHeader } from "./own-format.ts";
import {
  ASCOF_FIELDS,
  type AscofField,
  type ImportField,
  type ImportFormat,
  type ImportMapping,
} from "./vocabulary.ts";

/** Headers as the national files have written them over the years. */
const ASCOF_HEADERS: Record<AscofField, readonly string[]> = {
  ONS_CODE: ["ONS Code", "ONS Area Code", "ONS Geography Code"],
  GEOGRAPHY_CODE: ["Geographical Code", "Geography Code", "Area Code", "CASSR Code"],
  GEOGRAPHY_NAME: ["Geographical Description", "Geographical Name", "Geography Name", "Area Name"],
  GEOGRAPHY_LEVEL: ["Geographical Level", "Geography Level"],
  MEASURE_CODE: ["ASCOF Measure Code", "Measure Code", "Metric Code"],
  MEASURE_GROUP: ["Measure Group"],
  DISAGGREGATION: ["Disaggregation Level", "Disaggregation"],
  MEASURE_TYPE: ["Measure Type", "Value Type"],
  MEASURE_VALUE: ["Measure Value", "Value"],
  YEAR: ["Year", "Financial Year", "Reporting Year"],
};

/** Other names that people give to the columns of our own format. */
const OWN_HEADERS: Partial<Record<ImportField, readonly string[]>> = {
  METRIC: ["metric code"],
  ORGANISATION: ["organisation code", "ons code"],
  PERIOD: ["period code"],
  NO_VALUE_REASON: ["reason", "reason for no value"],
  BREAKDOWN_CHARACTERISTIC: ["characteristic", "protected characteristic"],
  BREAKDOWN_CATEGORY: ["category", "group"],
  PRINTED: ["as printed", "display"],
  NOTE: ["notes"],
  DOUBTS: ["doubt"],
};

const FIELD_OF_HEADER: Record<ImportFormat, ReadonlyMap<string, ImportField>> = {
  OWN: new Map(
    OWN_FIELDS.flatMap((field) =>
      [OWN_COLUMNS[field].header, ...(OWN_HEADERS[field] ?? [])].map((header) => [
        plainHeader(header),
        field,
      ]),
    ),
  ),
  ASCOF: new Map(
    ASCOF_FIELDS.flatMap((field) => ASCOF_HEADERS[field].map((header) => [plainHeader(header), field])),
  ),
};

/** Columns, counted from 1, of each field that headers name. */
function claimsOf(headers: readonly string[], format: ImportFormat): Map<ImportField, number[]> {
  const claims = new Map<ImportField, number[]>();
  headers.forEach((header, index) => {
    const field = FIELD_OF_HEADER[format].get(plainHeader(header));
    if (field !== undefined) claims.set(field, [...(claims.get(field) ?? []), index + 1]);
  });
  return claims;
}

/** The columns that headers name. Where two name the same field none is taken: nobody but a person can tell which is meant. */
export function columnsNamed(
  headers: readonly string[],
  format: ImportFormat,
): Partial<Record<ImportField, number>> {
  const single = [...claimsOf(headers, format)].filter(([, columns]) => columns.length === 1);
  return Object.fromEntries(single.map(([field, [column]]) => [field, column]));
}

export interface ContestedField {
  field: ImportField;
  /** Counted from 1; at least two. */
  columns: number[];
}

/** Fields that more than one column names, in the order of the file. */
export function contestedFields(headers: readonly string[], format: ImportFormat): ContestedField[] {
  return [...claimsOf(headers, format)]
    .filter(([, columns]) => columns.length > 1)
    .map(([field, columns]) => ({ field, columns }));
}

/** "Columns 4 and 7": those that name one field. */
export const contestingColumns = ({ columns }: ContestedField): string =>
  `Columns ${columns.slice(0, -1).join(", ")} and ${columns.at(-1)}`;

export interface SampleRow {
  row: number;
  cells: readonly string[];
}

/** What a person has chosen already. */
export interface MappingChoice {
  sheet: string | null;
  headerRow: number | null;
  format: ImportFormat | null;
}

/**
 * A mapping from the first rows of a sheet: the row whose cells are most often known headers, and the format that knows
 * more of them. No header known at all: the first row, our own format, and no columns.
 */
export function suggestMapping(rows: readonly SampleRow[], choice: MappingChoice): ImportMapping {
  const candidates = (["OWN", "ASCOF"] as const)
    .filter((format) => choice.format === null || choice.format === format)
    .flatMap((format) =>
      rows
        .filter(({ row }) => choice.headerRow === null || choice.headerRow === row)
        .map(({ row, cells }) => ({ format, row, columns: columnsNamed(cells, format) })),
    );
  const known = ({ columns }: (typeof candidates)[number]): number => Object.keys(columns).length;
  const [best] = [...candidates].sort((left, right) => known(right) - known(left));
  return {
    format: best?.format ?? choice.format ?? "OWN",
    sheet: choice.sheet,
    headerRow: best?.row ?? choice.headerRow ?? 1,
    columns: best?.columns ?? {},
    constants: {},
    leaveOutUnknownMetrics: false,
    leaveOutUnknownOrganisations: false,
  };
}
