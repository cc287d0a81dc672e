import { writeCsv } from "hucre/csv";
import { type Column, tableRows, textOf } from "./sheet.ts";

/** A header and one line for each item, as the columns give them. The byte order mark tells Excel that this is UTF-8. */
export const csvOf = <Row>(columns: readonly Column<Row>[], items: readonly Row[]): Uint8Array => {
  const rows = tableRows(columns, items).map(({ cells }) => cells.map(textOf));
  return new TextEncoder().encode(writeCsv(rows, { bom: true, lineSeparator: "\r\n" }));
};
