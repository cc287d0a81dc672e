import { FILE_LIMITS } from "@due-regard/domain/ehria/evidence/file-types";
import type { SpoolLimit } from "../../../../receiving/spool-file.ts";
import { UnreadableFile } from "../../../../receiving/unreadable-file.ts";
import type { ZipRules } from "../../../../receiving/zip-parts.ts";

/** What is said of files that are not taken: what is wrong, and what to do. */

export const TAKEN =
  "Send a PDF, a Word document (.docx), an Excel workbook (.xlsx), an OpenDocument text (.odt), a CSV file, or a PNG or JPEG picture.";

export const refused = (message: string): UnreadableFile => new UnreadableFile(message);

export const EVIDENCE_FILE: SpoolLimit = {
  bytes: FILE_LIMITS.bytes,
  tooLarge: () =>
    refused(
      `This file is larger than ${FILE_LIMITS.megabytes} MB, the most that is taken. Save it smaller, or send the part that matters.`,
    ),
};

export const PACKED: ZipRules = {
  parts: FILE_LIMITS.parts,
  unpackedBytes: FILE_LIMITS.unpackedBytes,
  words: {
    damaged: "This document is damaged. Open it, save it again, and send that.",
    bomb: `This document has more than ${FILE_LIMITS.parts.toLocaleString("en-GB")} parts, or unpacks to more than ${FILE_LIMITS.unpackedMegabytes} MB or to very many times its size, as files do that are made to do harm. Save it as a PDF and send that.`,
  },
};

/** A file that another program would read as something else. */
export const twoInOne = (first: string): UnreadableFile =>
  refused(
    `This is a ${first} with something else behind it, as in files that are made to do harm. Open it, save it again, and send that.`,
  );

export const cutOff = (what: string): UnreadableFile =>
  refused(`This ${what} is damaged or cut off. Open it, save it again, and send that.`);
