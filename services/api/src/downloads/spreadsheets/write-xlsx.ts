import type { CellStyle, WriteSheet, Cell as XlsxCell } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { type Cell, heightOf, type RowStyle, type Sheet, type SheetRow, type Workbook } from "../sheet.ts";

const GREY = { style: "thin", color: { rgb: "B1B4B6" } } as const;
/** Text that stays text when somebody edits it: Excel would make 11 of a typed 11.0. */
const TEXT = "@";

const FONT = { name: "Arial", size: 10 };

const STYLES: Record<RowStyle, CellStyle> = {
  TITLE: { font: { ...FONT, bold: true, size: 16 } },
  HEADING: { font: { ...FONT, bold: true, size: 14 } },
  SUBHEADING: { font: { ...FONT, bold: true, size: 12 } },
  HEADER: {
    font: { ...FONT, bold: true },
    alignment: { wrapText: true, vertical: "bottom" },
    border: { bottom: { style: "medium" } },
  },
  BODY: {
    font: FONT,
    alignment: { wrapText: true, vertical: "top" },
    border: { bottom: GREY },
    numFmt: TEXT,
  },
};

/** Numbers are shown as the program likes: the column of text beside them has the printed places. */
const columnStyle = (rows: readonly SheetRow[], column: number): CellStyle =>
  rows.some(({ cells }) => typeof cells[column] === "object" && cells[column] !== null)
    ? { ...STYLES.BODY, numFmt: "General" }
    : STYLES.BODY;

/** Excel reads _x0041_ as the letter A: text that looks so is told apart by escaping its first underscore. */
const literally = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

const asValue = (cell: Cell): string | number | null => {
  if (cell === null || cell === "") return null;
  return typeof cell === "string" ? literally(cell) : Number(cell.number);
};

/** Body cells take the style of their column, which costs no object for each of them; headings need one each. */
const styledCells = (rows: readonly SheetRow[]): Map<string, Partial<XlsxCell>> =>
  new Map(
    rows.flatMap(({ style, cells }, row) =>
      style === "BODY"
        ? []
        : cells.map(
            (cell, column) => [`${row},${column}`, { value: asValue(cell), style: STYLES[style] }] as const,
          ),
    ),
  );

const sheetOf = ({ name, widths, rows, headerRow, landscape }: Sheet): WriteSheet => ({
  name,
  columns: widths.map((width, column) => ({ width, style: columnStyle(rows, column) })),
  rows: rows.map(({ cells }) => widths.map((_, column) => asValue(cells[column] ?? null))),
  cells: styledCells(rows),
  rowDefs: new Map(rows.map((row, index) => [index, { height: heightOf(row, widths) }])),
  pageSetup: {
    paperSize: "a4",
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(headerRow === null ? {} : { printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}` }),
  },
  // What stands above a header far down would fill the window.
  ...(headerRow === 0 ? { freezePane: { rows: 1 } } : {}),
});

export const xlsxOf = async ({ title, madeAt, sheets }: Workbook): Promise<Uint8Array> =>
  writeXlsx({
    defaultFont: FONT,
    properties: { title, creator: "Due Regard", created: new Date(madeAt) },
    sheets: sheets.map(sheetOf),
  });
