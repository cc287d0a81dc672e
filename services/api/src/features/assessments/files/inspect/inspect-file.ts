import type { FileType } from "@due-regard/domain/ehria/evidence/file-types";
import { fileTypeFromBuffer } from "file-type";
import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { refused, TAKEN } from "./file-words.ts";
import { inspectCsv, mayBeText } from "./inspect-csv.ts";
import { inspectPackage } from "./inspect-package.ts";
import { inspectPdf } from "./inspect-pdf.ts";
import { inspectJpeg, inspectPng } from "./inspect-picture.ts";
import { readAt } from "./read-ends.ts";

/** As many bytes as the library looks at. */
const HEAD_BYTES = 4_100;

type Inspect = (file: SpooledFile) => Promise<FileType>;

/** How a file of each sort begins, at its very first byte, and who looks further. */
const BEGINNINGS: readonly (readonly [beginning: string, inspect: Inspect])[] = [
  ["%PDF-", inspectPdf],
  ["\u0089PNG\r\n\u001a\n", inspectPng],
  ["\u00ff\u00d8\u00ff", inspectJpeg],
  ["PK\u0003\u0004", inspectPackage],
];

/** Sorts that people send by mistake, with what to do. All others are named by their ending. */
const OTHERS: Readonly<Record<string, string>> = {
  cfb: "This is an Office file of the old sort (.doc, .xls), or one with a password. Save it as .docx or .xlsx without a password.",
  heic: "This is a picture in a format of telephones (HEIC). Save it as a JPEG.",
  exe: `This is a program, whatever its name says, and programs are not taken. ${TAKEN}`,
  elf: `This is a program, whatever its name says, and programs are not taken. ${TAKEN}`,
};

/**
 * What a file is, by its content and never by its name.
 *
 * @throws UnreadableFile with what to do, when it is of a sort that is not taken, or is damaged, or made to do harm
 */
export const inspectFile = async (file: SpooledFile): Promise<FileType> => {
  if (file.bytes === 0) throw refused("This file is empty.");
  const head = await readAt(file, 0, HEAD_BYTES);
  const begins = head.toString("latin1", 0, 16);
  const known = BEGINNINGS.find(([beginning]) => begins.startsWith(beginning));
  if (known !== undefined) return await known[1](file);
  // A CSV may begin with the letters by which a picture or a program does: “BM”, “MZ”.
  if (mayBeText(file)) return await inspectCsv(file);
  const other = await fileTypeFromBuffer(head).catch(() => undefined);
  const sort = other === undefined ? "another sort" : `another sort (.${other.ext})`;
  throw refused(OTHERS[other?.ext ?? ""] ?? `This is a file of ${sort}. ${TAKEN}`);
};
