import { type Column, type Sheet, tableRows } from "../../../downloads/sheet.ts";
import type { FigureRow } from "./own-columns.ts";

/** Beside our own format, whose cells are all text, so that a spreadsheet can reckon with the figures too. */
const AS_NUMBER: Column<FigureRow> = {
  header: "value as number",
  width: 16,
  means:
    "The value once more, as a number to reckon with. The column “value” is the exact one, and the one that is imported",
  cell: ({ figure }) => (figure.value === null ? null : { number: figure.value }),
};

export const spreadsheetColumns = <Row extends FigureRow>(columns: readonly Column<Row>[]): Column<Row>[] => [
  ...columns,
  AS_NUMBER,
];

/** The figures in our own format: the sheet that the import reads. */
export const figuresSheet = <Row extends FigureRow>(
  columns: readonly Column<Row>[],
  figures: readonly Row[],
): Sheet => ({
  name: "Figures",
  widths: columns.map(({ width }) => width),
  rows: tableRows(columns, figures),
  headerRow: 0,
  landscape: true,
});
