import type { Finding } from "@due-regard/domain/ehria/checker/finding";
import type { AssessmentContent } from "@due-regard/domain/ehria/content";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import type { ReferenceData } from "@due-regard/domain/ehria/reference-types";
import type { AssessmentStatus, SignatoryRole } from "@due-regard/domain/ehria/vocabulary";

/**
 * What a document of an assessment is made of. Pages, downloads, publication and committee packs each gather it from what they may
 * show; what is in it is laid out, and what is left out can't leak.
 */
export interface AssessmentRecord {
  /** With the council's own words in every text. */
  template: FormTemplate;
  /** All that is stored: what counts of it is worked out here. */
  content: AssessmentContent;
  /** The law in force. */
  references: ReferenceData;
  about: AboutAssessment;
  signatures: readonly DocumentSignature[];
  /** What the source leaves uncertain about an answer or a row, by its path: "potential-impact.AGE". */
  doubts: ReadonlyMap<string, readonly string[]>;
  /** Where words of an answer were copied from, in sentences, by its path. No part of what is signed. */
  origins: ReadonlyMap<string, readonly string[]>;
  /** Citations whose source says something else by now, by id, each with what it says; null where that isn't known. */
  changedEvidence: ReadonlyMap<string, string | null>;
  /** What the checker found. Null: not asked for, or not for this reader. */
  findings: readonly Finding[] | null;
}

export interface AboutAssessment {
  reference: string;
  title: string;
  status: AssessmentStatus;
  revision: number;
  department: string;
  lead: DocumentPerson | null;
  contributors: readonly DocumentPerson[];
  /** ISO dates. */
  startedOn: string;
  completedOn: string | null;
  reviewDueOn: string | null;
  /** The paper that it was read from. Null: written here. */
  source: string | null;
  isDemo: boolean;
  /** SHA-256 of what a signature covers: as sealed, or as it would be sealed now. */
  contentHash: string;
}

export interface DocumentPerson {
  /** Never shown to the public. */
  name: string;
  jobTitle: string;
}

export interface DocumentSignature {
  role: SignatoryRole;
  signatory: DocumentPerson;
  statement: string;
  /** ISO instant. */
  signedAt: string;
  /** False: what stands here is not what was signed. */
  valid: boolean;
}
