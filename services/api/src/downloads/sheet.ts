/** A spreadsheet as the writers take it: words and numbers in rows, and how they should look. */

/** Text, nothing, or a number written out: decimals are strings here, and become numbers in spreadsheets alone. */
export type Cell = string | null | { number: string };

/** How a row looks. TITLE, HEADING and SUBHEADING hold one cell, which runs over the whole width. */
export type RowStyle = "TITLE" | "HEADING" | "SUBHEADING" | "HEADER" | "BODY";

export interface SheetRow {
  style: RowStyle;
  cells: readonly Cell[];
}

export interface Sheet {
  name: string;
  /** In characters, one for each column. */
  widths: readonly number[];
  rows: readonly SheetRow[];
  /** Which row (from 0) names the columns: it stays in sight, and is repeated on each printed page. Null: none. */
  headerRow: number | null;
  landscape: boolean;
}

export interface Workbook {
  title: string;
  /** An ISO instant. */
  madeAt: string;
  sheets: readonly Sheet[];
}

/** A column of a table of like rows. */
export interface Column<Row> {
  header: string;
  /** What stands in it, for the key. */
  means: string;
  width: number;
  cell: (row: Row) => Cell;
}

/** A header and one row for each item. */
export const tableRows = <Row>(columns: readonly Column<Row>[], items: readonly Row[]): SheetRow[] => [
  { style: "HEADER", cells: columns.map(({ header }) => header) },
  ...items.map((item): SheetRow => ({ style: "BODY", cells: columns.map(({ cell }) => cell(item)) })),
];

export const textOf = (cell: Cell): string =>
  cell === null ? "" : typeof cell === "string" ? cell : cell.number;

const LINE_POINTS: Record<RowStyle, number> = {
  TITLE: 22,
  HEADING: 20,
  SUBHEADING: 16,
  HEADER: 14,
  BODY: 13.5,
};
/** Letters are narrower than the figures that widths are counted in; but words break early. */
const FILLED = 1.05;
const BREAKS = 2;

const linesIn = (cell: Cell, width: number): number =>
  textOf(cell)
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * FILLED - BREAKS))), 0);

/** How high a row must be for all that it holds: not every program works it out when it opens a file. */
export const heightOf = ({ style, cells }: SheetRow, widths: readonly number[]): number => {
  const wraps = style === "HEADER" || style === "BODY";
  const lines = wraps ? Math.max(1, ...cells.map((cell, column) => linesIn(cell, widths[column] ?? 10))) : 1;
  return LINE_POINTS[style] * lines;
};
