import type { ImpactRow } from "../cumulative/counting-impact.ts";
import type { AssessmentStatus } from "../vocabulary.ts";

/**
 * What a committee report may say of one signed assessment. It becomes public, so only what is chosen from lists, counted or dated comes
 * in: no free text but the title, and nobody's name.
 */
export interface AssessedChange {
  reference: string;
  title: string;
  revision: number;
  status: AssessmentStatus;
  /** ISO dates of the two signatures, where the council is. */
  submittedOn: string;
  signedOffOn: string;
  /** Of what was signed: SHA-256. */
  contentHash: string;
  /** "report", "full assessment": what the form calls its fuller part, where it was needed. Null: the screening ends it. */
  report: string | null;
  /** What counts, after hidden answers are left out. */
  impacts: readonly ImpactRow[];
  /** Rights that it says are engaged: "Article 8 (Respect for private and family life, home and correspondence)". */
  rights: readonly string[];
  actions: {
    all: number;
    open: number;
    /** ISO date by which the first open one is due. Null: none is open, or it has no date. */
    nextDue: string | null;
  };
  /** ISO date. Null: none is set. */
  reviewDueOn: string | null;
  /** Reference of what took its place. Null: nothing did, or it may not be named. */
  supersededBy: string | null;
  /** Where the public reads it. Null: it is not published. */
  address: string | null;
}

/** What is told apart in the words of a report: whether its findings still stand. */
export const STANDING_WORDS: Readonly<Record<AssessmentStatus, ((change: AssessedChange) => string) | null>> =
  {
    DRAFT: null,
    IN_REVIEW: null,
    CHANGES_REQUESTED: null,
    SIGNED_OFF: null,
    PUBLISHED: null,
    REVIEW_DUE: () =>
      "It is due for review: its evidence or its findings may have changed since it was signed.",
    SUPERSEDED: ({ supersededBy }) =>
      supersededBy === null
        ? "A later assessment has taken its place."
        : `A later assessment, ${supersededBy}, has taken its place.`,
    WITHDRAWN: () => "It has been withdrawn since it was signed, and its findings no longer stand.",
  };
