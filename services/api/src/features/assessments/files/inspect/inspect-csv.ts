import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { bytesOf } from "../../../../receiving/spool-file.ts";
import { refused, TAKEN } from "./file-words.ts";

/** Text without a mark is UTF-8 where it can be, else what Windows writes in western Europe: as imports read it. */
const encodingOf = ({ head, isUtf8 }: SpooledFile): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return isUtf8 ? "utf-8" : "windows-1252";
};

/** Text holds no zero byte, but where every letter takes two. */
export const mayBeText = (file: SpooledFile): boolean =>
  !file.holdsNul || encodingOf(file).startsWith("utf-16");

/** Control characters, but for tab, new line, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
const SEPARATOR = /[,;\t]/;
/** Pages, scripts and the like, which are text as well. */
const MARKUP = /^\s*(<|#!|%!PS|\{\\rtf|BEGIN:V)/;

/**
 * Whether a file is text that is laid out in columns. Its cells are not read: it is evidence, not an import.
 *
 * @throws UnreadableFile when it is neither
 */
export const inspectCsv = async (file: SpooledFile): Promise<"CSV"> => {
  let first = "";
  let hasColumns = false;
  for await (const text of decode(file)) {
    if (NO_TEXT.test(text)) throw refused(`This is no file of a sort that is taken. ${TAKEN}`);
    if (first.length < 1_024) first += text.slice(0, 1_024);
    hasColumns ||= SEPARATOR.test(text);
  }
  if (MARKUP.test(first)) throw refused(`This is text of another sort than CSV. ${TAKEN}`);
  if (first.trim() === "") throw refused("There is nothing in this file.");
  if (!hasColumns)
    throw refused(`This is text without columns, so no CSV. Save it as a document or a PDF. ${TAKEN}`);
  return "CSV";
};

const decode = async function* (file: SpooledFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(file), { fatal: true });
  try {
    for await (const chunk of bytesOf(file)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw refused(`This is no text that can be read. ${TAKEN}`);
    throw error;
  }
};
