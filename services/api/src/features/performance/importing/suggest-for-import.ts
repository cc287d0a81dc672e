import type { Executor } from "@due-regard/database/connection";
import { readStagedRows } from "@due-regard/database/imports/row-blocks";
import {
  columnsNamed,
  contestedFields,
  contestingColumns,
  suggestMapping,
} from "@due-regard/domain/metrics/import/suggest-mapping";
import type { ImportField, ImportFormat, ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";
import type { Problem } from "@due-regard/domain/result";
import type { ImportColumn, ImportRow } from "./import-parts.graphql.ts";
import type { ImportRecord } from "./load-imports.ts";

const CELL_SHOWN = 200;
/** Titles may stand above the headers: so many rows are looked at. */
const ROWS_LOOKED_AT = 20;

interface Choice {
  sheet?: string | null | undefined;
  headerRow?: number | null | undefined;
  format?: ImportFormat | null | undefined;
}

/** The sheet that is meant when nobody says: one named "Figures", as our own exports have, else the first with rows. */
export const defaultSheet = ({ sheets, mapping }: ImportRecord): string | null => {
  if (mapping !== null) return mapping.sheet;
  const named = sheets.find(({ name }) => name?.trim().toLowerCase() === "figures");
  return (named ?? sheets.find(({ rows }) => rows > 0) ?? sheets[0])?.name ?? null;
};

/** Rows from the top of a sheet, each cell cut to what a page can show. */
export const readRows = async (
  db: Executor,
  record: ImportRecord,
  sheet: string | null,
  limit: number,
): Promise<ImportRow[]> => {
  const name = sheet ?? defaultSheet(record);
  const number = record.sheets.findIndex((each) => each.name === name) + 1;
  if (number === 0 || limit === 0) return [];
  const rows = await readStagedRows(db, { importId: record.id, sheet: number, from: 1, limit });
  return rows.map((each) => ({ ...each, cells: each.cells.map((cell) => cell.slice(0, CELL_SHOWN)) }));
};

/** A mapping from the headers; null when the rows are gone. A sheet that is not there is told by checking the mapping. */
export const suggestFor = async (
  db: Executor,
  record: ImportRecord,
  { sheet, headerRow, format }: Choice,
): Promise<ImportMapping | null> => {
  const name = sheet ?? defaultSheet(record);
  const rows = await readRows(db, record, name, Math.max(ROWS_LOOKED_AT, headerRow ?? 0));
  if (rows.length === 0 && record.sheets.some((each) => each.name === name)) return null;
  return suggestMapping(rows, { sheet: name, headerRow: headerRow ?? null, format: format ?? null });
};

/** The columns under the header row, with what their headers suggest. */
export const columnsOf = async (
  db: Executor,
  record: ImportRecord,
  choice: Choice,
): Promise<ImportColumn[]> => {
  const mapping = await suggestFor(db, record, choice);
  if (mapping === null) return [];
  const headers = await headersOf(db, record, mapping);
  const columns = Object.entries(columnsNamed(headers, mapping.format)) as [ImportField, number][];
  const fieldAt = new Map(columns.map(([field, column]) => [column, field]));
  return headers.map((header, index) => ({
    position: index + 1,
    header,
    field: fieldAt.get(index + 1) ?? null,
  }));
};

const headersOf = async (
  db: Executor,
  record: ImportRecord,
  { sheet, headerRow }: ImportMapping,
): Promise<string[]> => {
  const rows = await readRows(db, record, sheet, Math.max(ROWS_LOOKED_AT, headerRow));
  return rows.find(({ row }) => row === headerRow)?.cells ?? [];
};

/** What a suggestion leaves for a person to say: which of several columns holds what all of them are headed as. */
export const contestedIn = async (
  db: Executor,
  record: ImportRecord,
  suggested: ImportMapping | null,
): Promise<Problem[]> => {
  if (suggested === null) return [];
  return contestedFields(await headersOf(db, record, suggested), suggested.format).map((contested) => ({
    path: `mapping.columns.${contested.field}`,
    message: `${contestingColumns(contested)} are all headed as ${contested.field}. Say in a mapping which one holds it, or give the others another header.`,
  }));
};
