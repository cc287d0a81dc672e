import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions } from "@due-regard/database/schema/assessments";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { eq } from "drizzle-orm";
import type { AssessmentBody, SignatureRow } from "./load-body.ts";
import type { AssessmentHead } from "./load-head.ts";

export type RevisionRow = typeof assessmentRevisions.$inferSelect;

/** A signature with what it covers. */
export interface SignatureView {
  row: SignatureRow;
  revision: RevisionRow;
  template: FormTemplate;
}

/** Holds while the sealed text still has the hash that was signed. */
export const isValid = ({ row, revision }: SignatureView): boolean =>
  revision.sealedContent !== null && hashContent(JSON.parse(revision.sealedContent)) === row.contentHash;

/** Signatures on the revision in force, which are held against what was sealed. */
export const loadSignatures = async (
  db: Executor,
  { revisionId }: AssessmentHead,
  { template, signatures: given }: AssessmentBody,
): Promise<SignatureView[]> => {
  if (given.length === 0) return [];
  const [revision] = await db
    .select()
    .from(assessmentRevisions)
    .where(eq(assessmentRevisions.id, revisionId))
    .prepare()
    .execute();
  return revision === undefined ? [] : given.map((row) => ({ row, revision, template }));
};
