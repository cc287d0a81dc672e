import type { Transaction } from "@due-regard/database/connection";
import { assessmentRevisions, signatures } from "@due-regard/database/schema/assessments";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { CanonicalContent } from "@due-regard/domain/seal/canonical-content";
import { canonicalText, hashContent } from "@due-regard/domain/seal/hash-content";
import { makeSeal } from "@due-regard/domain/seal/seal-statement";
import { eq } from "drizzle-orm";
import { createTestKeys } from "./seal-keys.ts";

const KEYS = createTestKeys();

export type Signatory = [role: "LEAD_OFFICER" | "DEG_CHAIR", userId: string];

/** Content as it is sealed, of which one answer holds the words. */
export const sealable = (template: FormTemplate, text: string, actionId: string): CanonicalContent => ({
  format: "due-regard/assessment/2",
  template: { key: template.key, version: template.version, documentHash: "0".repeat(64) },
  reference: "EHRIA-2019-0000",
  revision: 1,
  people: [],
  answers: [{ question: "policy-change", part: null, choice: null, text }],
  characteristicImpacts: [],
  rightImpacts: [],
  // Signed for, and so one of the actions in force.
  improvementActions: [
    {
      id: actionId,
      objective: null,
      action: null,
      target: null,
      officer: null,
      due: null,
      fromQuestion: null,
    },
  ],
  evidence: [],
});

export const sealRevision = async (
  tx: Transaction,
  revisionId: string,
  content: CanonicalContent,
  signatories: Signatory[],
): Promise<void> => {
  const contentHash = hashContent(content);
  await tx
    .update(assessmentRevisions)
    .set({ sealedAt: new Date().toISOString(), sealedContent: canonicalText(content), contentHash })
    .where(eq(assessmentRevisions.id, revisionId));
  const at = new Date().toISOString();
  const rows = signatories.map(([role, userId]) => {
    const statement = "I confirm this.";
    const elements = ["SCREENING" as const];
    const signature = { role, userId, name: "Somebody", jobTitle: "Officer", statement, elements };
    const made = makeSeal(
      {
        format: "due-regard/seal/1",
        reference: content.reference,
        revision: content.revision,
        contentHash,
        signature: { ...signature, authenticatedAt: at, signedAt: at },
        previous: null,
        keyId: KEYS.keyId,
      },
      KEYS.sign,
    );
    return {
      ...{ revisionId, role, userId, statement, elements, contentHash, signedAt: at },
      ...{ sealStatement: canonicalText(made.statement), sealHash: made.hash, seal: made.seal },
      sealKeyId: KEYS.keyId,
    };
  });
  await tx.insert(signatures).values(rows);
};
