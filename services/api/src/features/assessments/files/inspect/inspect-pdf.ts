import type { SpooledFile } from "../../../../receiving/spool-file.ts";
import { cutOff, twoInOne } from "./file-words.ts";
import { endsAsZip, readEnd } from "./read-ends.ts";

/** Where the mark of a PDF's end must stand: some programs write a little behind it. */
const END_WITHIN = 2_048;

/** @throws UnreadableFile when it is cut off, or something else as well */
export const inspectPdf = async (file: SpooledFile): Promise<"PDF"> => {
  if (await endsAsZip(file)) throw twoInOne("PDF");
  if (!(await readEnd(file, END_WITHIN)).includes("%%EOF")) throw cutOff("PDF");
  return "PDF";
};
