import type { FileRow } from "@due-regard/database/imports/stage-rows";
import Papa from "papaparse";
import { bytesOf, type SpooledFile } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import type { DetectedFile } from "./detect-file.ts";
import { checkRow, IMPORT_LIMITS, tooManyRows } from "./import-limits.ts";

/** Likeliest first, where two stand as often as each other: a tab is seldom part of a text. */
const SEPARATORS = ["\t", ",", ";"] as const;
const LONGEST_ROW = IMPORT_LIMITS.columns * IMPORT_LIMITS.cellCharacters;
/**
 * Characters that are parsed at once. The parser takes time by the square of them where each of many misplaced quotation marks
 * is followed by many spaces; such a file is refused after the first piece of it, which so takes a sixth of a second at most.
 */
const PIECE = 32 * 1024;
const QUOTED = /"[^"]*"/g;

/**
 * The rows of a text file in pieces. Rows are counted as a spreadsheet counts them; blank ones are passed over. What a piece
 * of the file ends in the middle of is read again with the next: no more than a row and a piece is held.
 *
 * @throws UnreadableFile at a row that can't be read for certain, or is over a limit
 */
export const readCsv = async function* (
  file: SpooledFile,
  { encoding }: DetectedFile,
): AsyncGenerator<FileRow[]> {
  const parser = new Papa.Parser(await detectMarks(file, encoding)) as CsvParser;
  let row = 0;
  let rest = "";
  for await (const text of decode(file, encoding)) {
    rest += text;
    const found = parser.parse(rest, 0, true);
    refuseQuotes(found, row, true);
    rest = rest.slice(found.meta.cursor);
    if (rest.length > LONGEST_ROW) throw tooLong(row + found.data.length + 1);
    yield rowsOf(found.data, row);
    row += found.data.length;
  }
  const found = parser.parse(rest, 0, false);
  refuseQuotes(found, row, false);
  yield rowsOf(found.data, row);
};

/** What is used of Papa Parse: the parser itself, whose types are not told in full. */
interface CsvParser {
  /** `isPart`: what stands after the last line end is left for later, and `cursor` says where it begins. */
  parse: (text: string, base: 0, isPart: boolean) => ParsedPiece;
}
interface ParsedPiece {
  data: string[][];
  /** `row` counts from 0 within `data`; one as large as its length is about the row that is left for later. */
  errors: { row?: number }[];
  meta: { cursor: number };
}

const rowsOf = (records: readonly string[][], before: number): FileRow[] => {
  if (before + records.length > IMPORT_LIMITS.rows) throw tooManyRows();
  const rows: FileRow[] = [];
  let row = before;
  for (const cells of records) {
    row += 1;
    if (cells.some((cell) => cell.trim() !== "")) {
      checkRow(row, cells);
      rows.push({ sheet: 1, row, cells });
    }
  }
  return rows;
};

/** A quotation mark at the very end of a piece may look misplaced, once, because what follows it is not there yet. */
const refuseQuotes = ({ data, errors }: ParsedPiece, before: number, isPart: boolean): void => {
  const inRest = errors.filter(({ row }) => row === data.length);
  const isCut = isPart && inRest.length === errors.length && errors.length < 2;
  if (errors.length === 0 || isCut) return;
  const row = before + (errors[0]?.row ?? 0) + 1;
  throw new UnreadableFile(
    `This file can’t be read as CSV from row ${row} on: a quotation mark is not closed, or stands where none may. Nothing was taken from it, since what follows may have slipped into other columns. Put each text that begins with a quotation mark between quotation marks, and write those within it twice, as in """New"" count". A spreadsheet does so when it saves the file as CSV.`,
  );
};

const tooLong = (row: number): UnreadableFile =>
  new UnreadableFile(`Row ${row} is too long. Is a quotation mark missing?`);

/** The file as UTF-8, without the mark of its encoding. */
const decode = async function* (
  file: SpooledFile,
  encoding: DetectedFile["encoding"],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(file)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text.includes("\u0000"))
      throw new UnreadableFile("This file holds characters that are no text (NUL).");
    for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
};

/**
 * The separator that stands most often in the first line with any, and how lines end where the first does, both outside
 * quotation marks.
 */
const detectMarks = async (
  file: SpooledFile,
  encoding: DetectedFile["encoding"],
): Promise<{ delimiter: string; newline: "\r\n" | "\n" | "\r" }> => {
  const { buffer, bytesRead } = await file.handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
  const start = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  const plain = start.replace(QUOTED, "");
  const newline = (plain.match(/\r\n|\n|\r/)?.[0] ?? "\n") as "\r\n" | "\n" | "\r";
  for (const line of plain.split(newline)) {
    const counts = SEPARATORS.map((separator) => ({ separator, n: line.split(separator).length - 1 }));
    const [most] = counts.sort((left, right) => right.n - left.n);
    if (most !== undefined && most.n > 0) return { delimiter: most.separator, newline };
  }
  return { delimiter: ",", newline };
};
