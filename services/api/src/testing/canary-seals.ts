import type { Transaction } from "@due-regard/database/connection";
import { assessmentRevisions, signatures } from "@due-regard/database/schema/assessments";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { CanonicalContent } from "@due-regard/domain/seal/canonical-content";
import { canonicalText, hashContent } from "@due-regard/domain/seal/hash-content";
import { eq } from "drizzle-orm";

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
  const rows = signatories.map(([role, userId]) => ({
    revisionId,
    role,
    userId,
    statement: "I confirm this.",
    elements: ["SCREENING" as const],
    contentHash,
  }));
  await tx.insert(signatures).values(rows);
};
