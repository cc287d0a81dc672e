import type { ImportFileType } from "@due-regard/domain/metrics/import/vocabulary";
import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";

export interface DetectedFile {
  type: ImportFileType;
  /** Of text: what its bytes mean, as TextDecoder names it. */
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

const startsWith = (head: Buffer, ...bytes: number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

/** Sorts of file that people send by mistake, with what to do. */
const OTHERS: [bytes: number[], message: string][] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "This is a workbook of the old sort (.xls), or one with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.",
  ],
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF. Send the figures as CSV or as an Excel workbook (.xlsx)."],
  [[0x89, 0x50, 0x4e, 0x47], "This is a picture. Send the figures as CSV or as an Excel workbook (.xlsx)."],
];

/** Western text in UTF-16 without its mark: every other byte is nought. Null: no such text. */
const unmarkedUtf16 = (head: Buffer): DetectedFile["encoding"] | null => {
  if (head.length < 4 || head.length % 2 !== 0) return null;
  const isEach = (offset: number, isNul: boolean): boolean =>
    head.every((byte, at) => at % 2 !== offset || (byte === 0) === isNul);
  if (isEach(0, false) && isEach(1, true)) return "utf-16le";
  return isEach(0, true) && isEach(1, false) ? "utf-16be" : null;
};

/**
 * What a file is, by its content and never by its name. Text without a mark of its encoding is UTF-8 where it can be, and
 * else what Windows writes in western Europe.
 *
 * @throws UnreadableFile when it is neither text nor a workbook
 */
export const detectFile = ({ head, bytes, isUtf8, holdsNul }: SpooledFile): DetectedFile => {
  if (bytes === 0) throw new UnreadableFile("This file is empty.");
  const other = OTHERS.find(([signature]) => startsWith(head, ...signature));
  if (other !== undefined) throw new UnreadableFile(other[1]);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return { type: "XLSX", encoding: "utf-8" };
  if (startsWith(head, 0xff, 0xfe)) return { type: "CSV", encoding: "utf-16le" };
  if (startsWith(head, 0xfe, 0xff)) return { type: "CSV", encoding: "utf-16be" };
  const unmarked = holdsNul ? unmarkedUtf16(head) : null;
  if (unmarked !== null) return { type: "CSV", encoding: unmarked };
  if (holdsNul) {
    throw new UnreadableFile(
      "This is neither text nor an Excel workbook. Send the figures as CSV or as an Excel workbook (.xlsx).",
    );
  }
  return { type: "CSV", encoding: isUtf8 ? "utf-8" : "windows-1252" };
};
