/** Words of the assessments part of the API (design/api.graphql, design/domain.md §3). */

export const ASSESSMENT_STATUSES = [
  "DRAFT",
  "IN_REVIEW",
  "CHANGES_REQUESTED",
  "SIGNED_OFF",
  "PUBLISHED",
  "REVIEW_DUE",
  "SUPERSEDED",
  "WITHDRAWN",
] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export const STAGES = ["SCREENING", "REPORT"] as const;
export type Stage = (typeof STAGES)[number];

/** Nine characteristics that the Equality Act 2010 protects, and the two groups that the form adds. */
export const PROTECTED_CHARACTERISTICS = [
  "AGE",
  "DISABILITY",
  "GENDER_REASSIGNMENT",
  "MARRIAGE_AND_CIVIL_PARTNERSHIP",
  "PREGNANCY_AND_MATERNITY",
  "RACE",
  "RELIGION_OR_BELIEF",
  "SEX",
  "SEXUAL_ORIENTATION",
  "OTHER_GROUPS",
  "COMMUNITY_COHESION",
] as const;
export type ProtectedCharacteristic = (typeof PROTECTED_CHARACTERISTICS)[number];

/** Which way a group is affected. "Affected" alone says nothing about harm (design/domain.md, trap 13). */
export const IMPACT_DIRECTIONS = ["POSITIVE", "NEUTRAL", "NEGATIVE", "MIXED", "UNKNOWN"] as const;
export type ImpactDirection = (typeof IMPACT_DIRECTIONS)[number];

/** The answer to question 13: what the screening concludes for the policy as a whole. */
export const LIKELY_IMPACTS = ["NO_IMPACT", "POSITIVE", "NEUTRAL", "NEGATIVE", "UNKNOWN"] as const;
export type LikelyImpact = (typeof LIKELY_IMPACTS)[number];

/** ANCILLARY is article 14 alone: it works only together with another right. */
export const RIGHT_KINDS = ["ABSOLUTE", "LIMITED", "QUALIFIED", "ANCILLARY"] as const;
export type RightKind = (typeof RIGHT_KINDS)[number];

export const RIGHT_PARTS = ["CONVENTION", "FIRST_PROTOCOL"] as const;
export type RightPart = (typeof RIGHT_PARTS)[number];

/** The articles that each part has: the Convention has no 13, and 1 says only that states secure the others. */
export const RIGHT_ARTICLES = {
  CONVENTION: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14],
  FIRST_PROTOCOL: [1, 2, 3],
} as const satisfies Record<RightPart, readonly number[]>;

export const SECTION_STATUSES = [
  "NOT_STARTED",
  "IN_PROGRESS",
  "COMPLETE",
  "CANNOT_START_YET",
  "NOT_REQUIRED",
] as const;
export type SectionStatus = (typeof SECTION_STATUSES)[number];

/** The form's two signatures, in the order in which they are given. */
export const SIGNATORY_ROLES = ["LEAD_OFFICER", "DEG_CHAIR"] as const;
export type SignatoryRole = (typeof SIGNATORY_ROLES)[number];
