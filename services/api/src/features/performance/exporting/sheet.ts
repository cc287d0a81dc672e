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
