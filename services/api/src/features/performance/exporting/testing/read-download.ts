import { unescapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { type ReadTag, readPdf } from "@due-regard/pdf/testing/read-pdf";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseCsv } from "hucre/csv";
import { readOds } from "hucre/ods";
import { readXlsx } from "hucre/xlsx";

/** Sheets of a download as rows of text, whatever its format: a CSV is one sheet called Figures. */
export type ReadSheets = Record<string, string[][]>;

const words = (rows: readonly (readonly unknown[])[]): string[][] =>
  rows.map((row) => Array.from(row, (cell) => (cell === null || cell === undefined ? "" : String(cell))));

const readers: Record<string, (bytes: Uint8Array) => Promise<ReadSheets>> = {
  csv: async (bytes) => {
    // Told the separator: the library's own guess counts signs within quotation marks too.
    return { Figures: words(parseCsv(new TextDecoder().decode(bytes), { delimiter: "," })) };
  },
  xlsx: async (bytes) => sheetsOf(await readXlsx(bytes)),
  ods: async (bytes) => sheetsOf(await readOds(withoutHeaderRows(bytes))),
};

/** The library reads no rows that are repeated on each printed page; office programs do. */
const withoutHeaderRows = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  const content = strFromU8(parts["content.xml"] ?? new Uint8Array());
  return zipSync({ ...parts, "content.xml": strToU8(content.replace(/<\/?table:table-header-rows>/g, "")) });
};

const sheetsOf = ({
  sheets,
}: {
  sheets: readonly { name: string; rows: readonly unknown[][] }[];
}): ReadSheets => Object.fromEntries(sheets.map(({ name, rows }) => [name, words(rows)]));

export const readDownload = (ending: string, bytes: Uint8Array): Promise<ReadSheets> => {
  const read = readers[ending];
  if (read === undefined) throw new Error(`Nothing here reads .${ending}`);
  return read(bytes);
};

/** Every byte of a download as text, unzipped: what somebody finds who looks into all of its parts. */
export const everyText = (ending: string, bytes: Uint8Array): string =>
  ending === "csv"
    ? new TextDecoder().decode(bytes)
    : Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join("\n");

/** As {@link everyText}, of a PDF: what is drawn, what is read out in its place, and what the file says of itself. */
export const everyTextOfPdf = async (bytes: Uint8Array): Promise<string> => {
  const { root, artifacts, info, xml } = await readPdf(bytes);
  return [root.text, ...replacementsIn(root), ...artifacts, JSON.stringify(info), xml].join("\n");
};

/** What is read out in place of what is drawn. */
const replacementsIn = ({ actual, children }: ReadTag): string[] => [
  ...(actual === null ? [] : [actual]),
  ...children.flatMap(replacementsIn),
];

/** Rows as objects by their header, each cell as the import reads it. */
export const byHeader = ([header = [], ...rows]: readonly string[][]): Record<string, string>[] =>
  rows.map((row) =>
    Object.fromEntries(header.map((name, column) => [name, unescapeFormula(row[column] ?? "")])),
  );
