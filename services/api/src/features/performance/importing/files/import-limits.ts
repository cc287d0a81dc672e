import type { SpoolLimit } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import type { ZipRules } from "../../../../receiving/zip-parts.ts";

const MEGABYTE = 1024 * 1024;

/** What one file may hold. Whoever goes over a limit is told the figure; docs/api.md lists them. */
export const IMPORT_LIMITS = {
  fileBytes: 200 * MEGABYTE,
  rows: 2_000_000,
  columns: 200,
  cellCharacters: 10_000,
  sheets: 20,
  /** Of a workbook, unpacked: all that is read of it, and the table of its texts, which must be held. */
  unpackedBytes: 2_000 * MEGABYTE,
  textBytes: 128 * MEGABYTE,
  texts: 2_000_000,
  /** The whole file must arrive within this, in milliseconds. */
  arrivalMs: 10 * 60_000,
  /** Uploads that one process takes at the same time. */
  uploadsAtOnce: 4,
  /** Imports of one person whose rows are kept; the oldest give way. */
  keptForOne: 20,
  /** Days for which rows are kept that nobody records. */
  keptDays: 7,
} as const;

const inWords = new Intl.NumberFormat("en-GB");

const tooLarge = (): UnreadableFile =>
  new UnreadableFile(
    `This file is larger than ${IMPORT_LIMITS.fileBytes / MEGABYTE} MB, the most that is taken. Split it and import the parts one after the other.`,
  );

export const IMPORT_FILE: SpoolLimit = { bytes: IMPORT_LIMITS.fileBytes, tooLarge };

export const WORKBOOK: ZipRules = {
  parts: 2_000,
  unpackedBytes: IMPORT_LIMITS.unpackedBytes,
  words: {
    damaged:
      "This Excel workbook is damaged. Open it, save it again as an Excel workbook (.xlsx), and send that.",
    bomb: "This workbook unpacks to more than it should, as files do that are made to do harm. Save the figures as CSV and send that.",
  },
};

export const damagedWorkbook = (): UnreadableFile => new UnreadableFile(WORKBOOK.words.damaged);

export const tooManyRows = (): UnreadableFile =>
  new UnreadableFile(
    `This file has more than ${inWords.format(IMPORT_LIMITS.rows)} rows, the most that is taken. Split it and import the parts one after the other.`,
  );

export const tooManyColumns = (row: number, columns: number): UnreadableFile =>
  new UnreadableFile(
    `Row ${row} has ${inWords.format(columns)} columns, and at most ${IMPORT_LIMITS.columns} are read. Is it the right separator, and one row a figure?`,
  );

export const cellTooLong = (row: number, column: number): UnreadableFile =>
  new UnreadableFile(
    `The cell in row ${row}, column ${column} is longer than ${inWords.format(IMPORT_LIMITS.cellCharacters)} characters. Is a quotation mark missing?`,
  );

/** Throws when a row is wider, or a cell longer, than is read. */
export const checkRow = (row: number, cells: readonly string[]): void => {
  if (cells.length > IMPORT_LIMITS.columns) throw tooManyColumns(row, cells.length);
  const long = cells.findIndex((cell) => cell.length > IMPORT_LIMITS.cellCharacters);
  if (long >= 0) throw cellTooLong(row, long + 1);
};
