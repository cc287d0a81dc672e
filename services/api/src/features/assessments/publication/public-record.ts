import type { PublicDraft } from "@due-regard/domain/ehria/publication/public-draft";
import type { AssessmentRecord } from "../../../documents/assessment/assessment-record.ts";

/**
 * The depersonalised draft as documents are laid out from it. Nobody's name is in it, since there is none in the draft.
 * @param copyHash of the public copy: what the register's seal is about
 */
export const publicRecord = (draft: PublicDraft, copyHash: string): AssessmentRecord => {
  const { facts, form, content, references } = draft;
  return {
    template: form,
    content,
    references,
    about: {
      reference: facts.reference,
      title: facts.title,
      status: "PUBLISHED",
      revision: facts.revision,
      department: facts.department.name,
      lead: null,
      contributors: [],
      startedOn: facts.startedOn,
      completedOn: facts.completedOn,
      reviewDueOn: facts.reviewDueOn,
      source: null,
      isDemo: facts.demo,
      contentHash: copyHash,
    },
    signatures: facts.signatures.map(({ role, jobTitle, statement, signedAt }) => ({
      role,
      signatory: { name: "", jobTitle },
      statement,
      signedAt,
      valid: true,
    })),
    doubts: new Map(),
    origins: new Map(),
    changedEvidence: new Map(),
    findings: null,
  };
};
