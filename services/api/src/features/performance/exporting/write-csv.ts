import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { writeCsv } from "hucre/csv";
import { type Column, tableRows, textOf } from "./sheet.ts";

/**
 * A header and one line for each item. Every cell that a spreadsheet could take for a formula gets an apostrophe, which our
 * import takes off again; the byte order mark tells Excel that this is UTF-8.
 */
export const csvOf = <Row>(columns: readonly Column<Row>[], items: readonly Row[]): Uint8Array => {
  const rows = tableRows(columns, items).map(({ cells }) => cells.map((cell) => escapeFormula(textOf(cell))));
  return new TextEncoder().encode(writeCsv(rows, { bom: true, lineSeparator: "\r\n" }));
};
