import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { OWN_COLUMNS, OWN_FIELDS, type OwnField } from "@due-regard/domain/metrics/import/own-format";
import { writeOwnRow } from "@due-regard/domain/metrics/import/write-own-row";
import type { Cell, Column } from "../../../downloads/sheet.ts";

/** A figure, and its cells in our own format. */
export interface FigureRow {
  figure: ObservationRow;
  own: readonly string[];
}

/** Stands for the status of a figure that was hidden or rounded: the import knows no such word, and stops the row. */
export const PROTECTED_STATUS = "PROTECTED";
const STATUS_CELL = OWN_FIELDS.indexOf("STATUS");

export const figureRow = (
  figure: ObservationRow,
  codes: { metric: string; organisation: string },
  isProtected = false,
): FigureRow => {
  const own = writeOwnRow({ ...figure, ...codes, breakdown: breakdownOf(figure) });
  return { figure, own: isProtected ? own.with(STATUS_CELL, PROTECTED_STATUS) : own };
};

const breakdownOf = ({ breakdownCharacteristic, breakdownCategory }: ObservationRow) =>
  breakdownCharacteristic == null
    ? null
    : { characteristic: breakdownCharacteristic, category: breakdownCategory ?? "" };

const WIDE: Partial<Record<OwnField, number>> = { NOTE: 40, PRINTED: 28, DOUBTS: 40, EXPECTED_ON: 18 };

/** Every cell is text, in spreadsheets too: a number would lose the digit that tells 11.0 from 11. */
const OWN: readonly Column<FigureRow>[] = OWN_FIELDS.map((field, position) => ({
  header: OWN_COLUMNS[field].header,
  means: OWN_COLUMNS[field].means,
  width: WIDE[field] ?? 16,
  cell: ({ own }) => own[position] ?? "",
}));

const escaped = (cell: Cell): Cell => (typeof cell === "string" ? escapeFormula(cell) : cell);

/**
 * Our own format, which the import reads (domain/metrics/import/own-format.ts), and beside it what helps a reader, which the
 * import leaves alone. No cell of either can be taken for a formula: in a spreadsheet text is safe as it is, but it may be
 * saved as CSV later.
 */
export const figureColumns = <Row extends FigureRow>(context: readonly Column<Row>[]): Column<Row>[] => [
  ...OWN,
  ...context.map((column): Column<Row> => ({ ...column, cell: (row) => escaped(column.cell(row)) })),
];
