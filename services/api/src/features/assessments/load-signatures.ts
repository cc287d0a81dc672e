import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions } from "@due-regard/database/schema/assessments";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { eq } from "drizzle-orm";
import { shownHashOf } from "./judge-assessment.ts";
import type { AssessmentBody, SignatureRow } from "./load-body.ts";
import type { AssessmentHead } from "./load-head.ts";

export type RevisionRow = typeof assessmentRevisions.$inferSelect;

/** A signature with what it covers. */
export interface SignatureView {
  row: SignatureRow;
  revision: RevisionRow;
  template: FormTemplate;
  /** Hash of what is shown of the revision; null where nothing but the sealed text is shown. */
  shownHash: string | null;
}

/** Holds while the sealed text, and what is shown of it, have the hash that was signed. Seals are for signature.graphql.ts to check. */
export const isValid = ({ row, revision, shownHash }: SignatureView): boolean =>
  revision.sealedContent !== null &&
  hashContent(JSON.parse(revision.sealedContent)) === row.contentHash &&
  (shownHash === null || shownHash === row.contentHash);

/** Signatures on the revision in force, which are held against what was sealed. */
export const loadSignatures = async (
  db: Executor,
  head: AssessmentHead,
  body: AssessmentBody,
): Promise<SignatureView[]> => {
  const { template, signatures: given } = body;
  if (given.length === 0) return [];
  const [revision] = await db
    .select()
    .from(assessmentRevisions)
    .where(eq(assessmentRevisions.id, head.revisionId))
    .prepare()
    .execute();
  if (revision === undefined) return [];
  const shownHash = shownHashOf(head, body, revision.sealedContent);
  return given.map((row) => ({ row, revision, template, shownHash }));
};
