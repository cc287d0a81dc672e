import { z } from "zod";
import { type PublicCopy, publicCopySchema } from "../ehria/publication/public-copy.ts";
import { canonicalText, hashContent } from "./hash-content.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The formats of the register whose bytes the seal covers. */
export const SEALED_FORMATS = ["html", "pdf", "docx", "json"] as const;
export type SealedFormat = (typeof SEALED_FORMATS)[number];

/** What the system seals when an assessment is published: this text, in these very files, after that edition. */
export const publishedStatementSchema = z.strictObject({
  format: z.literal("due-regard/published-seal/1"),
  reference: z.string(),
  edition: z.int().positive(),
  /** SHA-256 of the canonical text of the public copy. */
  contentHash: hash,
  /** SHA-256 of each file's bytes. */
  files: z.strictObject({ html: hash, pdf: hash, docx: hash, json: hash }),
  publishedAt: z.iso.datetime(),
  /** Hash of the seal of the edition before it. Null: it is the first. */
  previous: hash.nullable(),
  keyId: z.string(),
});
export type PublishedStatement = z.infer<typeof publishedStatementSchema>;

/** A statement with its SHA-256 and its Ed25519 signature (base64url). */
export const publishedSealSchema = z.strictObject({
  statement: publishedStatementSchema,
  hash,
  seal: z.string(),
});
export type PublishedSeal = z.infer<typeof publishedSealSchema>;

/** Makes a seal. `sign` answers with the Ed25519 signature of a text, base64url, by the key that the statement names. */
export const makePublishedSeal = (
  statement: PublishedStatement,
  sign: (text: string) => string,
): PublishedSeal => ({ statement, hash: hashContent(statement), seal: sign(canonicalText(statement)) });

/**
 * What proves a published text, in one file: the copy and its seal. As in a bundle (bundle.ts), nothing else stands in it, and the
 * public keys don't.
 */
export const publishedBundleSchema = z.strictObject({
  format: z.literal("due-regard/published-bundle/1"),
  copy: publicCopySchema,
  seal: publishedSealSchema,
});
export type PublishedBundle = z.infer<typeof publishedBundleSchema>;

/** As the text of a file, its keys in the canonical order, though any order would do. */
export const writePublishedBundle = (copy: PublicCopy, seal: PublishedSeal): string =>
  `${canonicalText({ format: "due-regard/published-bundle/1", copy, seal } satisfies PublishedBundle)}\n`;
