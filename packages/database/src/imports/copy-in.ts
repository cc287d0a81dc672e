import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";

/** A value on its way into a table by COPY: numbers and booleans as text, lists as Postgres writes arrays. */
export type CopyValue = string | number | boolean | null | readonly string[];

const LINE_SIGNS = /[\t\n\r]/g;
const ESCAPED: Record<string, string> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escapeText = (text: string): string => {
  const escaped = text.includes("\\") ? text.replaceAll("\\", "\\\\") : text;
  return escaped.search(LINE_SIGNS) < 0
    ? escaped
    : escaped.replace(LINE_SIGNS, (sign) => ESCAPED[sign] ?? sign);
};

const quoteElement = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

const textOf = (value: CopyValue): string => {
  if (value === null) return "\\N";
  if (typeof value === "string") return escapeText(value);
  return typeof value === "object" ? escapeText(`{${value.map(quoteElement).join(",")}}`) : String(value);
};

/** One line of COPY's text format. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(textOf).join("\t")}\n`;

/**
 * Sends lines into a table. Backs up when Postgres is slower than whoever makes them, so no more than a piece is held.
 * `target` is written in our own code: table and columns.
 */
export const copyInto = async (
  tx: TransactionSql,
  target: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> => {
  const table = await tx.unsafe(`copy ${target} from stdin`).writable();
  await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 4 }), table);
};
