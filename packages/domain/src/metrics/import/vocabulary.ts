import type { OwnField } from "./own-format.ts";

/** The words of the import, named as in the API. */

/** Where an import stands. Those that end in -ING are under way, and say how far they are. */
export const IMPORT_STATES = [
  "READING",
  "UPLOADED",
  "CHECKING",
  "CHECKED",
  "COMMITTING",
  "COMMITTED",
  "UNDOING",
  "UNDONE",
  "FAILED",
  "EXPIRED",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const STATES_UNDER_WAY = ["READING", "CHECKING", "COMMITTING", "UNDOING"] as const;

export const IMPORT_FILE_TYPES = ["CSV", "XLSX"] as const;
export type ImportFileType = (typeof IMPORT_FILE_TYPES)[number];

/** OWN: one row a figure (own-format.ts). ASCOF: the long format of the national files. */
export const IMPORT_FORMATS = ["OWN", "ASCOF"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What recording a row will do. SAME: the figure in force says so already. */
export const IMPORT_OUTCOMES = ["NEW", "REVISED", "SAME"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export const ASCOF_FIELDS = [
  "ONS_CODE",
  "GEOGRAPHY_CODE",
  "GEOGRAPHY_NAME",
  "GEOGRAPHY_LEVEL",
  "MEASURE_CODE",
  "MEASURE_GROUP",
  "DISAGGREGATION",
  "MEASURE_TYPE",
  "MEASURE_VALUE",
  "YEAR",
] as const;
export type AscofField = (typeof ASCOF_FIELDS)[number];
export type ImportField = OwnField | AscofField;

/** How the columns of a file become figures. Columns are counted from 1. */
export interface ImportMapping {
  format: ImportFormat;
  /** Null: the file has but one sheet, or is no workbook. */
  sheet: string | null;
  /** The row that holds the headers; the figures follow. */
  headerRow: number;
  columns: Partial<Record<ImportField, number>>;
  /** One value for every row, for a field that has no column. */
  constants: Partial<Record<ImportField, string>>;
  leaveOutUnknownMetrics: boolean;
  leaveOutUnknownOrganisations: boolean;
}

export interface ImportCounts {
  /** Rows under the headers that hold anything. */
  rows: number;
  /** Figures that they make, faulty rows not counted. Several rows of a national file make one. */
  figures: number;
  new: number;
  revised: number;
  same: number;
  /** Rows left out because the mapping says so: unknown metrics or organisations, other geographies. */
  leftOut: number;
  /** Rows with something that stops them. */
  faulty: number;
  /** Rows with something to look at that does not stop them. */
  warned: number;
}
