import { hashContent } from "../../seal/hash-content.ts";
import type { SealedFormat } from "../../seal/published-seal.ts";

/** SHA-256 of each file's bytes. */
export type FileHashes = Readonly<Record<SealedFormat, string>>;

/**
 * Stands for everything that somebody approves: the copy and the very bytes of its files. Their page shows it, they send it back, and it is
 * compared under the row lock (workflow/needs.ts).
 */
export const publicationHash = (contentHash: string, { html, pdf, docx, json }: FileHashes): string =>
  hashContent({ contentHash, files: { html, pdf, docx, json } });
