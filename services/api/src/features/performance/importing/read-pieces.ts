import type { StagedRow } from "@due-regard/database/imports/row-blocks";
import type { FigureReading } from "@due-regard/domain/metrics/import/figure-reading";
import type { Names } from "@due-regard/domain/metrics/import/names";
import { problem } from "@due-regard/domain/metrics/import/problems";
import {
  ASCOF_KEY_FIELDS,
  type AscofRow,
  type FoundProblem,
  joinAscofRows,
  readAscofRow,
} from "@due-regard/domain/metrics/import/read-ascof-rows";
import { readOwnRow } from "@due-regard/domain/metrics/import/read-own-row";
import type { ImportMapping } from "@due-regard/domain/metrics/import/vocabulary";

/** What a piece of a file says, before it is held against what is in force. */
export interface ReadPiece {
  readings: FigureReading[];
  problems: FoundProblem[];
  leftOut: number;
}

export interface PieceReader {
  /** Columns to put the rows in the order of. */
  orderBy: number[];
  read: (rows: readonly StagedRow[]) => ReadPiece;
  /** What was still held back for rows that might follow. */
  end: () => ReadPiece;
}

const nothing = (): ReadPiece => ({ readings: [], problems: [], leftOut: 0 });

/** A reader of rows in one of the two formats. `width` is how many columns have headers. */
export const createPieceReader = (mapping: ImportMapping, names: Names, width: number): PieceReader =>
  mapping.format === "OWN" ? ownReader(mapping, names, width) : ascofReader(mapping, names, width);

/** A row that has more cells than there are headers has slipped: what stands where can't be known. */
const tooWide = ({ row, cells }: StagedRow, width: number): FoundProblem | null =>
  cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "")
    ? { ...problem("TOO_WIDE", null, `${cells.length} under ${width}`), row }
    : null;

const ownReader = (mapping: ImportMapping, names: Names, width: number): PieceReader => ({
  orderBy: [],
  read: (rows) => {
    const piece = nothing();
    for (const staged of rows) {
      const slipped = tooWide(staged, width);
      if (slipped !== null) {
        piece.problems.push(slipped);
        continue;
      }
      const { reading, problems, leftOut } = readOwnRow(staged.row, staged.cells, mapping, names);
      if (reading !== null) piece.readings.push(reading);
      for (const each of problems) piece.problems.push({ ...each, row: staged.row });
      if (leftOut) piece.leftOut += 1;
    }
    return piece;
  },
  end: nothing,
});

/** Rows come in the order of their figures; the last figure of a piece may go on in the next. */
const ascofReader = (mapping: ImportMapping, names: Names, width: number): PieceReader => {
  let held: AscofRow[] = [];
  const release = (piece: ReadPiece): void => {
    if (held.length === 0) return;
    const { reading, problems, leftOut } = joinAscofRows(held, mapping, names);
    if (reading !== null) piece.readings.push(reading);
    piece.problems.push(...problems);
    piece.leftOut += leftOut;
    held = [];
  };
  return {
    orderBy: ASCOF_KEY_FIELDS.flatMap((field) => mapping.columns[field] ?? []),
    read: (rows) => {
      const piece = nothing();
      for (const staged of rows) {
        const slipped = tooWide(staged, width);
        if (slipped !== null) {
          piece.problems.push(slipped);
          continue;
        }
        const row = readAscofRow(staged.row, staged.cells, mapping);
        if (held[0] !== undefined && held[0].key !== row.key) release(piece);
        held.push(row);
      }
      return piece;
    },
    end: () => {
      const piece = nothing();
      release(piece);
      return piece;
    },
  };
};
