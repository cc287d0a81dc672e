import { z } from "zod";
import { SIGNATORY_ROLES, STAGES } from "../ehria/vocabulary.ts";
import { canonicalText, hashContent } from "./hash-content.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/** Somebody's signature, whole: who, in which role, under which words, over which content, when. */
const signatureSchema = z.strictObject({
  role: z.enum(SIGNATORY_ROLES),
  userId: z.string(),
  /** As they were when it was signed. */
  name: z.string(),
  jobTitle: z.string(),
  /** The words that were signed. */
  statement: z.string(),
  /** Elements of the form that it says are complete. */
  elements: z.array(z.enum(STAGES)),
  /** When the person last proved who they are. */
  authenticatedAt: instant,
  signedAt: instant,
});

/**
 * What the system countersigns for each signature, with a key that is not in the database (design/security.md): the signature, the
 * hash of the content that was displayed, and the seal before it. Its canonical text is what Ed25519 signs.
 */
export const sealStatementSchema = z.strictObject({
  format: z.literal("due-regard/seal/1"),
  reference: z.string(),
  revision: z.int().positive(),
  /** SHA-256 of the canonical content (canonical-content.ts). */
  contentHash: hash,
  signature: signatureSchema,
  /** Hash of the seal before it on this revision: the lead officer's, in the chair's. Null: it is the first. */
  previous: hash.nullable(),
  /** Which key it is sealed with (seal-key.ts). */
  keyId: z.string(),
});
export type SealStatement = z.infer<typeof sealStatementSchema>;

/** A statement with its SHA-256 and its Ed25519 signature (base64url). */
export const sealSchema = z.strictObject({
  statement: sealStatementSchema,
  hash,
  seal: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;

/** Makes a seal. `sign` answers with the Ed25519 signature of a text, base64url, by the key that the statement names. */
export const makeSeal = (statement: SealStatement, sign: (text: string) => string): Seal => ({
  statement,
  hash: hashContent(statement),
  seal: sign(canonicalText(statement)),
});
