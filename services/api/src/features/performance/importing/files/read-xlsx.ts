import type { FileRow } from "@due-regard/database/imports/stage-rows";
import { type XmlHandlers, xmlReader } from "../../../../receiving/read-xml.ts";
import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import { openZip } from "../../../../receiving/zip-parts.ts";
import {
  cellTooLong,
  checkRow,
  damagedWorkbook,
  IMPORT_LIMITS,
  tooManyColumns,
  tooManyRows,
  WORKBOOK,
} from "./import-limits.ts";
import { formatNumber } from "./number-formats.ts";
import { readWorkbook, unescapeText, type Workbook } from "./read-workbook.ts";

/** A workbook that can be read sheet by sheet, with bounded memory: its texts are held, its rows pass through. */
export interface OpenWorkbook {
  names: string[];
  rows: () => AsyncGenerator<FileRow[]>;
}

export const openXlsx = async (file: SpooledFile): Promise<OpenWorkbook> => {
  const parts = await openZip(file, WORKBOOK);
  const workbook = await readWorkbook(parts);
  if (workbook.sheets.length === 0) throw new UnreadableFile("This workbook has no sheet with cells.");
  return {
    names: workbook.sheets.map(({ name }) => name),
    rows: async function* () {
      let count = 0;
      for (const [index, { part }] of workbook.sheets.entries()) {
        const found: FileRow[] = [];
        const reader = xmlReader(
          sheetHandlers(workbook, index + 1, (row) => found.push(row)),
          parts.words.damaged,
        );
        for await (const piece of parts.read(part)) {
          reader.write(piece);
          if (found.length > 0) {
            count += found.length;
            if (count > IMPORT_LIMITS.rows) throw tooManyRows();
            yield found.splice(0);
          }
        }
        reader.end();
        if (found.length > 0) yield found;
      }
    },
  };
};

interface Cell {
  column: number;
  type: string;
  format: number;
  text: string;
}

/** Reads the cells of a sheet. A formula's cell holds what was worked out when the workbook was saved. */
const sheetHandlers = (workbook: Workbook, sheet: number, emit: (row: FileRow) => void): XmlHandlers => {
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: Cell | null = null;
  let reads = false;
  return {
    open: (name, attributes) => {
      if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { column, type: attributes.t ?? "n", format: Number(attributes.s ?? -1), text: "" };
      } else if (name === "row") {
        row = nextRow(row, attributes.r);
        cells = [];
        column = 0;
      } else reads = cell !== null && (name === "v" || name === "t");
    },
    text: (piece) => {
      if (!reads || cell === null) return;
      cell.text += piece;
      if (cell.text.length > IMPORT_LIMITS.cellCharacters) throw cellTooLong(row, column);
    },
    close: (name) => {
      if (name === "c" && cell !== null) {
        placeCell(cells, row, cell.column, textOf(cell, workbook));
        cell = null;
      } else if (name === "row" && cells.length > 0) {
        checkRow(row, cells);
        emit({ sheet, row, cells });
      } else if (name === "v" || name === "t") reads = false;
    },
  };
};

const nextRow = (last: number, printed: string | undefined): number => {
  const row = printed === undefined ? last + 1 : Number(printed);
  if (!Number.isInteger(row) || row <= last) throw damagedWorkbook();
  if (row > IMPORT_LIMITS.rows) throw tooManyRows();
  return row;
};

/** "AB12" → 28. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > 1_000_000) break;
  }
  if (column === 0) throw damagedWorkbook();
  return column;
};

/** Blank cells that are only coloured are passed over, however far to the right. */
const placeCell = (cells: string[], row: number, column: number, text: string): void => {
  if (text.trim() === "") return;
  if (column > IMPORT_LIMITS.columns) throw tooManyColumns(row, column);
  while (cells.length < column - 1) cells.push("");
  cells[column - 1] = text;
};

const textOf = ({ type, format, text }: Cell, { texts, formats, since1904 }: Workbook): string => {
  if (type === "s") return texts[Number(text)] ?? "";
  if (type === "n" && text !== "")
    return formatNumber(text, formats[format] ?? { kind: "GENERAL" }, since1904);
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  return text.includes("_x") ? unescapeText(text) : text;
};
