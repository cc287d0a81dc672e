import type { Database } from "../connection.ts";
import type { StagedSheet } from "../schema/imports.ts";
import { copyInto, copyLine } from "./copy-in.ts";
import { inImportTransaction } from "./import-transaction.ts";
import { blockText } from "./row-blocks.ts";

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

/** What one row of the stage holds at most, unless a single row of the file is longer. */
const BLOCK_ROWS = 250;
const BLOCK_CHARACTERS = 32 * 1024;

/**
 * Copies the rows of a file into the stage, as they stand, in one transaction: when reading fails nothing of it is
 * kept. They come in order. `names` are asked for when the last row was read.
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
      const block = createBlock(importId);
      for await (const batch of rows) {
        let lines = "";
        for (const row of batch) {
          measure(found, row);
          lines += block.add(row);
        }
        if (lines !== "") yield lines;
        count += batch.length;
        onProgress(count);
      }
      yield block.end();
    };
    await copyInto(tx, "metric_import_rows (import_id, sheet, first_row, last_row, rows)", lines());
    const sheets = names().map((name, index) => {
      const { rows: last, columns } = found.get(index + 1) ?? { rows: 0, columns: 0 };
      return { name, rows: last, columns };
    });
    return { sheets, rows: count };
  });

/** Gathers rows of one sheet, and gives them as a line of COPY when there are enough. */
const createBlock = (importId: string) => {
  let held: FileRow[] = [];
  let characters = 0;
  const end = (): string => {
    const [first, last] = [held[0], held.at(-1)];
    if (first === undefined || last === undefined) return "";
    const line = copyLine([importId, first.sheet, first.row, last.row, blockText(held)]);
    held = [];
    characters = 0;
    return line;
  };
  return {
    add: (row: FileRow): string => {
      const isFull = held.length >= BLOCK_ROWS || characters >= BLOCK_CHARACTERS;
      const line = isFull || held[0]?.sheet !== row.sheet ? end() : "";
      held.push(row);
      for (const cell of row.cells) characters += cell.length + 3;
      return line;
    },
    end,
  };
};

const measure = (
  found: Map<number, { rows: number; columns: number }>,
  { sheet, row, cells }: FileRow,
): void => {
  const known = found.get(sheet);
  if (known === undefined) found.set(sheet, { rows: row, columns: cells.length });
  else {
    known.rows = row;
    if (cells.length > known.columns) known.columns = cells.length;
  }
};
