import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileRow } from "@due-regard/database/imports/stage-rows";
import { CsvError, type Parser, parse } from "csv-parse";
import { bytesOf, type SpooledFile } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import type { DetectedFile } from "./detect-file.ts";
import { checkRow, IMPORT_LIMITS, tooManyRows } from "./import-limits.ts";

const ROWS_AT_ONCE = 1_000;
/** Likeliest first, where two stand as often as each other: a tab is seldom part of a text. */
const SEPARATORS = ["\t", ",", ";"] as const;

/** The rows of a text file in pieces. Rows are counted as a spreadsheet counts them; blank ones are passed over. */
export const readCsv = async function* (
  file: SpooledFile,
  { encoding }: DetectedFile,
): AsyncGenerator<FileRow[]> {
  const parser = parse({
    delimiter: await detectSeparator(file, encoding),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: IMPORT_LIMITS.columns * IMPORT_LIMITS.cellCharacters,
  });
  const feeding = pipeline(Readable.from(decode(file, encoding), { objectMode: false }), parser);
  // Told by the parser as well, below.
  feeding.catch(() => undefined);
  let row = 0;
  for await (const records of piecesOf(parser)) {
    const rows: FileRow[] = [];
    for (const cells of records) {
      row += 1;
      if (cells.some((cell) => cell.trim() !== "")) {
        checkRow(row, cells);
        rows.push({ sheet: 1, row, cells });
      }
    }
    if (row > IMPORT_LIMITS.rows) throw tooManyRows();
    yield rows;
  }
  await feeding;
};

/** The file as UTF-8, without the mark of its encoding. */
const decode = async function* (
  file: SpooledFile,
  encoding: DetectedFile["encoding"],
): AsyncGenerator<string | Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(file)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text.includes("\u0000"))
      throw new UnreadableFile("This file holds characters that are no text (NUL).");
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
};

/** Takes whatever is parsed already at a time: asking record by record would take longer than parsing. */
const piecesOf = async function* (parser: Parser): AsyncGenerator<string[][]> {
  let failed: unknown = null;
  parser.once("error", (error) => {
    failed = error;
  });
  for (;;) {
    const records: string[][] = [];
    while (records.length < ROWS_AT_ONCE) {
      const record = parser.read() as string[] | null;
      if (record === null) break;
      records.push(record);
    }
    if (failed !== null) throw explain(failed);
    if (records.length > 0) yield records;
    else if (parser.readableEnded) return;
    else await moved(parser);
  }
};

/** When there is more to read, or nothing more to come. */
const moved = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    const events = ["readable", "end", "error"] as const;
    const settle = (): void => {
      for (const event of events) parser.off(event, settle);
      resolve();
    };
    for (const event of events) parser.on(event, settle);
  });

const explain = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error.lines === "number" ? ` near line ${error.lines}` : "";
  return new UnreadableFile(
    error.code === "CSV_MAX_RECORD_SIZE"
      ? `A row${line} is too long. Is a quotation mark missing?`
      : `This file can’t be read as CSV${line}: a quotation mark is not closed, or stands where none may.`,
  );
};

/** The separator that stands most often in the first line with any, outside quotation marks. */
const detectSeparator = async (file: SpooledFile, encoding: DetectedFile["encoding"]): Promise<string> => {
  const { buffer, bytesRead } = await file.handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
  const start = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  for (const line of start.replace(/"[^"]*"/g, "").split(/\r\n|\n|\r/)) {
    const counts = SEPARATORS.map((separator) => ({ separator, n: line.split(separator).length - 1 }));
    const [most] = counts.sort((left, right) => right.n - left.n);
    if (most !== undefined && most.n > 0) return most.separator;
  }
  return ",";
};
