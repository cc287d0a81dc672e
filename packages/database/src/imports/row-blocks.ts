import { sql } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import type { Executor } from "../connection.ts";

/**
 * The stage holds the rows of a file in blocks, each a JSON text `[[row, [cell, …]], …]` in the order of the file: Postgres then
 * stores some hundred rows at the price of one, and neither side takes a list of cells apart sign by sign.
 */

export interface StagedRow {
  row: number;
  cells: string[];
}

/** Half of a pair of UTF-16 is no character, and no UTF-8: it becomes the mark of what can't be read, as Node writes it. */
export const blockText = (rows: readonly { row: number; cells: readonly string[] }[]): string => {
  const text = JSON.stringify(rows.map(({ row, cells }) => [row, cells]));
  return text.includes("\\ud")
    ? JSON.stringify(rows.map(({ row, cells }) => [row, cells.map((cell) => cell.toWellFormed())]))
    : text;
};

const readBlock = (text: string): StagedRow[] =>
  (JSON.parse(text) as [number, string[]][]).map(([row, cells]) => ({ row, cells }));

/** Rows of a sheet, from one on, as many as asked for. */
export const readStagedRows = async (
  db: Executor,
  { importId, sheet, from, limit }: { importId: string; sheet: number; from: number; limit: number },
): Promise<StagedRow[]> => {
  const found: StagedRow[] = [];
  let after = from - 1;
  while (found.length < limit) {
    const [block] = await db.execute<{ rows: string; last: number }>(sql`
      select rows, last_row as last from metric_import_rows
      where import_id = ${importId} and sheet = ${sheet} and last_row > ${after} order by first_row limit 1`);
    if (block === undefined) break;
    found.push(...readBlock(block.rows).filter(({ row }) => row >= from));
    after = block.last;
  }
  return found.slice(0, limit);
};

export interface RowsToRead {
  importId: string;
  sheet: number;
  /** The figures follow it. */
  headerRow: number;
  /** Columns, counted from 1, to put the rows in the order of; none: in the order of the file. */
  orderBy: readonly number[];
}

const BLOCKS_AT_ONCE = 8;
const ROWS_AT_ONCE = 2_000;

/** The rows below the headers in pieces, within a transaction; the next is on its way while one is worked on. */
export const readPieces = async function* (
  tx: TransactionSql,
  rows: RowsToRead,
): AsyncGenerator<StagedRow[]> {
  const inOrder = rows.orderBy.length > 0;
  await (inOrder ? openInOrder(tx, rows) : openBlocks(tx, rows));
  const fetch = async (): Promise<StagedRow[]> => {
    const texts = await tx.unsafe<{ rows: string }[]>(
      `fetch ${inOrder ? ROWS_AT_ONCE : BLOCKS_AT_ONCE} from staged`,
    );
    return inOrder
      ? readBlock(`[${texts.map((each) => each.rows).join()}]`)
      : texts.flatMap((each) => readBlock(each.rows));
  };
  let next = fetch();
  for (let piece = await next; piece.length > 0; piece = await next) {
    next = fetch();
    const below = piece.filter(({ row }) => row > rows.headerRow);
    if (below.length > 0) yield below;
  }
  await tx`close staged`;
};

const openBlocks = async (tx: TransactionSql, { importId, sheet, headerRow }: RowsToRead): Promise<void> => {
  await tx.unsafe(
    `declare staged no scroll cursor for select rows from metric_import_rows
     where import_id = $1 and sheet = $2 and last_row > $3 order by first_row`,
    [importId, sheet, headerRow],
  );
};

/** Each row by itself, ordered by some of its cells; in JSON they are counted from 0. */
const openInOrder = async (
  tx: TransactionSql,
  { importId, sheet, headerRow, orderBy }: RowsToRead,
): Promise<void> => {
  const order = orderBy.map((column) => `lower(btrim(r.row -> 1 ->> ${column - 1})) collate "C"`);
  await tx.unsafe(
    `declare staged no scroll cursor for select r.row::text as rows
     from metric_import_rows s cross join lateral json_array_elements(s.rows::json) r(row)
     where s.import_id = $1 and s.sheet = $2 and s.last_row > $3 order by ${order.join(", ")}, (r.row ->> 0)::int`,
    [importId, sheet, headerRow],
  );
};
