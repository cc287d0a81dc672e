import type { Problem } from "../../result.ts";
import { OWN_COLUMNS, OWN_FIELDS } from "./own-format.ts";
import { ASCOF_FIELDS, type ImportField, type ImportMapping } from "./vocabulary.ts";

/** What a mapping is held against: the sheets of the file. */
export interface MappableSheet {
  name: string | null;
  rows: number;
  columns: number;
}

const CONSTANT_LIMIT = 200;

/** One of each of these must be given, by a column or a value. */
const NEEDED: Record<ImportMapping["format"], readonly (readonly ImportField[])[]> = {
  OWN: [
    ...OWN_FIELDS.filter((field) => OWN_COLUMNS[field].required).map((field) => [field]),
    ["VALUE", "NO_VALUE_REASON", "PRINTED"],
  ],
  ASCOF: [
    ["ONS_CODE", "GEOGRAPHY_CODE", "GEOGRAPHY_NAME"],
    ["MEASURE_CODE", "MEASURE_GROUP"],
    ["MEASURE_TYPE"],
    ["MEASURE_VALUE"],
    ["YEAR", "PERIOD"],
  ],
};

/** What stands in the way of reading a file by this mapping. */
export function checkMapping(mapping: ImportMapping, sheets: readonly MappableSheet[]): Problem[] {
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  if (sheet === undefined) {
    const message = `There is no sheet “${mapping.sheet ?? ""}” in this file.`;
    return [{ path: "mapping.sheet", message }];
  }
  return [
    ...headerProblems(mapping, sheet),
    ...columnProblems(mapping, sheet),
    ...neededProblems(mapping),
    ...foreignProblems(mapping),
  ];
}

const headerProblems = ({ headerRow }: ImportMapping, { rows }: MappableSheet): Problem[] =>
  headerRow >= 1 && headerRow <= rows
    ? []
    : [{ path: "mapping.headerRow", message: `The headers stand in a row from 1 to ${rows}.` }];

function columnProblems({ columns, constants }: ImportMapping, sheet: MappableSheet): Problem[] {
  const entries = Object.entries(columns) as [ImportField, number][];
  const used = new Map<number, ImportField>();
  const problems: Problem[] = [];
  for (const [field, column] of entries) {
    const path = `mapping.columns.${field}`;
    if (column < 1 || column > sheet.columns)
      problems.push({ path, message: `Columns are counted from 1 to ${sheet.columns}.` });
    const other = used.get(column);
    if (other !== undefined)
      problems.push({ path, message: `Column ${column} is given to ${other} already.` });
    used.set(column, field);
    if (constants[field] !== undefined)
      problems.push({ path, message: `${field} has a column and a value for all rows: give one of them.` });
  }
  for (const [field, value] of Object.entries(constants)) {
    if (value.length > CONSTANT_LIMIT || value.includes("\u0000"))
      problems.push({
        path: `mapping.constants.${field}`,
        message: `Use ${CONSTANT_LIMIT} characters or fewer.`,
      });
  }
  return problems;
}

function neededProblems({ format, columns, constants }: ImportMapping): Problem[] {
  const isGiven = (field: ImportField): boolean =>
    columns[field] !== undefined || (constants[field] ?? "").trim() !== "";
  return NEEDED[format]
    .filter((fields) => !fields.some(isGiven))
    .map((fields) => ({
      path: `mapping.columns.${fields[0]}`,
      message: `Say which column holds ${fields.join(" or ")}, or give one value for all rows.`,
    }));
}

function foreignProblems({ format, columns, constants }: ImportMapping): Problem[] {
  const known: readonly string[] = format === "OWN" ? OWN_FIELDS : [...ASCOF_FIELDS, "PERIOD"];
  return [...Object.keys(columns), ...Object.keys(constants)]
    .filter((field) => !known.includes(field))
    .map((field) => ({
      path: `mapping.columns.${field}`,
      message: `The format ${format} has no field ${field}.`,
    }));
}
