import type { AssessmentStatus } from "../vocabulary.ts";

/**
 * Which assessments to learn from first, lowest first: what a chair signed has been looked at by a second person; what was
 * superseded or withdrawn was signed once, or given up, and comes last.
 */
export const EXAMPLE_RANK = {
  PUBLISHED: 0,
  SIGNED_OFF: 0,
  REVIEW_DUE: 0,
  IN_REVIEW: 1,
  SUPERSEDED: 1,
  CHANGES_REQUESTED: 2,
  DRAFT: 2,
  WITHDRAWN: 3,
} as const satisfies Record<AssessmentStatus, number>;
