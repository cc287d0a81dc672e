import { createHash } from "node:crypto";
import type { PUBLIC_FORMATS } from "@due-regard/database/schema/published";
import type { BlockDocument } from "@due-regard/document/document";
import { writeDocx } from "@due-regard/docx/write-docx";
import type { PublicCopy } from "@due-regard/domain/ehria/publication/public-copy";
import { canonicalText } from "@due-regard/domain/seal/hash-content";
import { writeHtml } from "@due-regard/html/write-html";
import { writePdf } from "@due-regard/pdf/write-pdf";

export type PublicFormat = (typeof PUBLIC_FORMATS)[number];

/** One format of a publication, as it is approved, sealed and handed out. */
export interface PublicFile {
  format: PublicFormat;
  bytes: Uint8Array;
  /** Of the bytes, as 64 lower-case hexadecimal figures. */
  sha256: string;
}

export interface PublicSource {
  /** Becomes its RFC 8785 text. */
  copy: PublicCopy;
  /** The same copy laid out. Its title and its date stand in the files; neither may tell of a person. */
  document: BlockDocument;
}

type Writers = Record<PublicFormat, (source: PublicSource) => string | Uint8Array | Promise<Uint8Array>>;

const WRITERS: Writers = {
  html: ({ document }) => writeHtml(document),
  pdf: ({ document }) => writePdf(document),
  docx: ({ document }) => writeDocx(document),
  json: ({ copy }) => canonicalText(copy),
};

/**
 * Every format of a publication, in the order of PUBLIC_FORMATS. HTML is what stands within the register's page. The same source
 * gives the same bytes, at any time and in any process: so that what one person approved is what another can make again.
 */
export const renderFormats = async (source: PublicSource): Promise<PublicFile[]> => {
  const files: PublicFile[] = [];
  for (const [format, write] of Object.entries(WRITERS) as [PublicFormat, Writers[PublicFormat]][]) {
    const bytes = new Uint8Array(Buffer.from(await write(source)));
    files.push({ format, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  return files;
};
