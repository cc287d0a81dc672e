import type { AssessmentStatus, SignatoryRole } from "@due-regard/domain/ehria/vocabulary";
import type { AssessmentRecord, DocumentSignature } from "./assessment-record.ts";
import { dayOf } from "./words.ts";

/** What stands on every page, so that no sheet is taken for more than it is. */

const STATUS_WORDS: Record<AssessmentStatus, string> = {
  DRAFT: "Draft",
  IN_REVIEW: "In review",
  CHANGES_REQUESTED: "Draft, changes requested",
  SIGNED_OFF: "Signed off",
  PUBLISHED: "Published",
  REVIEW_DUE: "Due for review",
  SUPERSEDED: "Superseded",
  WITHDRAWN: "Withdrawn",
};

const SIGNATORY_WORDS: Record<SignatoryRole, string> = {
  LEAD_OFFICER: "the lead officer",
  DEG_CHAIR: "the chair",
};

const signedBy = (signatures: readonly DocumentSignature[]): string => {
  if (signatures.length === 0) return "not signed";
  if (signatures.some(({ valid }) => !valid)) return "with a signature that is not valid";
  const given = signatures.map(({ role, signedAt }) => `${SIGNATORY_WORDS[role]} on ${dayOf(signedAt)}`);
  return `signed by ${given.join(" and by ")}`;
};

/** "Draft, revision 2, not signed" */
export const statusLine = ({ about, signatures }: AssessmentRecord): string =>
  `${STATUS_WORDS[about.status]}, revision ${about.revision}, ${signedBy(signatures)}`;
