import {
  IMPORT_FILE_TYPES,
  IMPORT_OUTCOMES,
  IMPORT_STATES,
  type ImportCounts,
  type ImportMapping,
} from "@due-regard/domain/metrics/import/vocabulary";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { decimal, id, instant } from "./columns.ts";
import { forecastMethod, noValueReason, observationStatus, unit } from "./enums.ts";
import { users } from "./people.ts";

export const importState = pgEnum("import_state", IMPORT_STATES);
export const importFileType = pgEnum("import_file_type", IMPORT_FILE_TYPES);
export const importOutcome = pgEnum("import_outcome", IMPORT_OUTCOMES);

/** One sheet of a file as it was read; a CSV file is one sheet without a name. */
export interface StagedSheet {
  name: string | null;
  /** Number of its last row that holds anything. */
  rows: number;
  /** Cells of its widest row. */
  columns: number;
}

/** A file of figures and what became of it. Its rows are staged until they are recorded, or for some days. */
export const metricImports = pgTable(
  "metric_imports",
  {
    id: id(),
    fileName: text("file_name").notNull(),
    fileType: importFileType("file_type").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    sha256: text("sha256").notNull(),
    state: importState("state").notNull(),
    /** Why the last step came to nothing, for people. Null: it did not fail. */
    failure: text("failure"),
    sheets: jsonb("sheets").$type<StagedSheet[]>().notNull().default([]),
    /** As last checked. */
    mapping: jsonb("mapping").$type<ImportMapping>(),
    counts: jsonb("counts").$type<ImportCounts>(),
    rowsDone: integer("rows_done").notNull().default(0),
    rowsInAll: integer("rows_in_all"),
    uploadedById: uuid("uploaded_by_id")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull().defaultNow(),
    checkedAt: instant("checked_at"),
    skippedFaulty: boolean("skipped_faulty"),
    /** The instant at which all its figures begin, and that at which they end when it is undone. */
    recordedAt: instant("recorded_at"),
    recordedById: uuid("recorded_by_id").references(() => users.id),
    undoneAt: instant("undone_at"),
    undoneById: uuid("undone_by_id").references(() => users.id),
  },
  (table) => [index("metric_imports_newest").on(table.uploadedAt.desc())],
);

// The three tables below hold what is only on its way in. They are not logged (see the migration): after a crash of
// Postgres they are empty, and the imports that needed them have failed. No foreign keys: each would be asked a million times.

/** The rows of a file as they stand in it, in blocks: `imports/row-blocks.ts` writes and reads them. */
export const metricImportRows = pgTable(
  "metric_import_rows",
  {
    importId: uuid("import_id").notNull(),
    sheet: smallint("sheet").notNull(),
    firstRow: integer("first_row").notNull(),
    lastRow: integer("last_row").notNull(),
    /** JSON. Stored as it is (see the migration): packing it would take longer than the rest. */
    rows: text("rows").notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sheet, table.firstRow] })],
);

/** What the check made of the rows: figures ready to be recorded. */
export const metricImportFigures = pgTable(
  "metric_import_figures",
  {
    importId: uuid("import_id").notNull(),
    /** The first of its rows in the file. */
    row: integer("row").notNull(),
    metricId: uuid("metric_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    period: text("period").notNull(),
    periodStart: date("period_start").notNull(),
    periodEnd: date("period_end").notNull(),
    breakdownCharacteristic: text("breakdown_characteristic"),
    breakdownCategory: text("breakdown_category"),
    status: observationStatus("status").notNull(),
    unit: unit("unit").notNull(),
    value: decimal("value"),
    numerator: decimal("numerator"),
    denominator: decimal("denominator"),
    count: decimal("count"),
    countOf: text("count_of"),
    display: text("display").notNull(),
    noValueReason: noValueReason("no_value_reason"),
    expectedOn: text("expected_on"),
    note: text("note"),
    doubts: text("doubts").array().notNull(),
    forecastMethod: forecastMethod("forecast_method"),
    forecastBasis: text("forecast_basis"),
    outcome: importOutcome("outcome").notNull(),
    /** The observation in force when it was checked: another one at the time of recording is a conflict. */
    basedOnId: uuid("based_on_id"),
    /** Another row of the file is about the same figure. */
    duplicate: boolean("duplicate").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] })],
);

/** What is wrong with rows, in the order of the file. */
export const metricImportProblems = pgTable(
  "metric_import_problems",
  {
    importId: uuid("import_id").notNull(),
    row: integer("row").notNull(),
    /** Counts the problems of one row. */
    number: smallint("number").notNull(),
    kind: text("kind").notNull(),
    /** Counted from 1. Null: it is about the whole row. */
    column: integer("column"),
    header: text("header"),
    /** The cell as it stands in the file, cut where it is long. Null: it is about the whole row. */
    printed: text("printed"),
    /** What is particular about this one. */
    detail: text("detail").notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row, table.number] })],
);
