import type { Database } from "../connection.ts";
import type { StagedSheet } from "../schema/imports.ts";
import { copyInto, copyLine } from "./copy-in.ts";
import { inImportTransaction } from "./import-transaction.ts";

/** A row of a file. Sheets and rows are counted from 1. */
export interface FileRow {
  sheet: number;
  row: number;
  cells: readonly string[];
}

export interface StagedFile {
  sheets: StagedSheet[];
  rows: number;
}

const PIECE = 64 * 1024;

/**
 * Copies the rows of a file into the stage, as they stand, in one transaction: when reading fails nothing of it is
 * kept. `names` are asked for when the last row was read.
 */
export const stageRows = async (
  db: Database,
  importId: string,
  rows: AsyncIterable<readonly FileRow[]>,
  names: () => readonly (string | null)[],
  onProgress: (rows: number) => void,
): Promise<StagedFile> =>
  await inImportTransaction(db, async (tx) => {
    const found = new Map<number, { rows: number; columns: number }>();
    let count = 0;
    const lines = async function* (): AsyncGenerator<string> {
      let piece = "";
      for await (const batch of rows) {
        for (const { sheet, row, cells } of batch) {
          measure(found, sheet, row, cells.length);
          piece += copyLine([importId, sheet, row, cells]);
          if (piece.length > PIECE) {
            yield piece;
            piece = "";
          }
        }
        count += batch.length;
        onProgress(count);
      }
      if (piece !== "") yield piece;
    };
    await copyInto(tx, "metric_import_rows (import_id, sheet, row, cells)", lines());
    const sheets = names().map((name, index) => {
      const { rows: last, columns } = found.get(index + 1) ?? { rows: 0, columns: 0 };
      return { name, rows: last, columns };
    });
    return { sheets, rows: count };
  });

const measure = (
  found: Map<number, { rows: number; columns: number }>,
  sheet: number,
  row: number,
  cells: number,
): void => {
  const known = found.get(sheet);
  if (known === undefined) found.set(sheet, { rows: row, columns: cells });
  else {
    known.rows = row;
    if (cells > known.columns) known.columns = cells;
  }
};
