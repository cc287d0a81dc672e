import type { SignatoryRole, Stage } from "../ehria/vocabulary.ts";
import { type VerifySeal, verifySeal } from "./ed25519.ts";
import { canonicalText, hashContent } from "./hash-content.ts";
import { type SealKey, wasInUse } from "./seal-key.ts";
import { type SealStatement, sealStatementSchema } from "./seal-statement.ts";

/** Why a stored signature does not hold any more, or never did. */
export const VOID_REASONS = [
  "NOT_SEALED",
  "CONTENT_CHANGED",
  "STATEMENT_CHANGED",
  "SEAL_BROKEN",
  "KEY_UNKNOWN",
  "NOT_IN_RECORD",
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** A signature as the database keeps it, with its seal; nulls: it was made before there were seals. */
export interface StoredSignature {
  role: SignatoryRole;
  userId: string;
  statement: string;
  elements: readonly Stage[];
  contentHash: string;
  signedAt: string;
  sealStatement: string | null;
  sealHash: string | null;
  seal: string | null;
}

export interface SignatureEvidence {
  /** The canonical text that was sealed with the revision. */
  sealedContent: string | null;
  /** Hash of what people are shown of this revision now; null where nothing but the sealed text is shown. */
  shownHash: string | null;
  keys: readonly SealKey[];
  /** True when the audit record has an unbroken entry that names this seal. */
  inRecord: boolean;
  verify?: VerifySeal;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const readStatement = ({ sealStatement, sealHash }: StoredSignature): SealStatement | null => {
  const { data } = sealStatementSchema.safeParse(parse(sealStatement ?? ""));
  return data !== undefined && hashContent(data) === sealHash ? data : null;
};

const saysTheSame = (row: StoredSignature, { contentHash, signature }: SealStatement): boolean =>
  row.contentHash === contentHash &&
  row.role === signature.role &&
  row.userId === signature.userId &&
  row.statement === signature.statement &&
  canonicalText(row.elements) === canonicalText(signature.elements) &&
  Date.parse(row.signedAt) === Date.parse(signature.signedAt);

const contentHolds = ({ contentHash }: StoredSignature, evidence: SignatureEvidence): boolean =>
  evidence.sealedContent !== null &&
  hashContent(parse(evidence.sealedContent)) === contentHash &&
  (evidence.shownHash === null || evidence.shownHash === contentHash);

/** Why a signature does not hold: by its content, its seal and its place in the audit record. Null: it holds. */
export const whyVoid = (row: StoredSignature, evidence: SignatureEvidence): VoidReason | null => {
  if (row.sealStatement === null || row.seal === null) return "NOT_SEALED";
  if (!contentHolds(row, evidence)) return "CONTENT_CHANGED";
  const statement = readStatement(row);
  if (statement === null || !saysTheSame(row, statement)) return "STATEMENT_CHANGED";
  const key = evidence.keys.find(({ kid }) => kid === statement.keyId);
  if (key === undefined || !wasInUse(key, statement.signature.signedAt)) return "KEY_UNKNOWN";
  const { verify = verifySeal } = evidence;
  if (!verify(canonicalText(statement), row.seal, key.x)) return "SEAL_BROKEN";
  return evidence.inRecord ? null : "NOT_IN_RECORD";
};
