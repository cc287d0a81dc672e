import type { AssessmentContent } from "../content.ts";
import type { CopiedText } from "../copying/copied-text.ts";
import type { Place } from "../form/completeness.ts";
import type { FormReading } from "../form/visibility.ts";
import type { ReferenceData } from "../reference-types.ts";

/** BLOCKS only where the form or the law does; the rest is a reviewer's advice (design/domain.md §3, "Checker"). */
export type FindingWeight = "BLOCKS" | "WARNS" | "SUGGESTS";

export const RULE_KEYS = [
  "report-incomplete",
  "required-part-unanswered",
  "no-without-explanation",
  "affected-without-direction",
  "action-without-owner-or-date",
  "completed-to-be-confirmed",
  "obliged-action-missing",
  "unlawful-discrimination-found",
  "qualified-right-without-justification",
  "absolute-right-justified",
  "negative-impact-without-mitigation",
  "no-negative-impact-beside-negative-row",
  "contradictory-age-limits",
  "repeated-paragraph",
  "copied-unchanged",
  "chair-who-contributed",
  "unscanned-file",
  "old-evidence",
  "dates-out-of-order",
  "no-with-effect-described",
  "direction-without-affected",
] as const;
export type RuleKey = (typeof RULE_KEYS)[number];

export interface Finding {
  rule: RuleKey;
  weight: FindingWeight;
  /** The cell to go to, and its path as errors name it: "question" or "question.part". */
  place: Place;
  path: string;
  /** Other cells that it concerns: the other half of a contradiction, the other copies of a paragraph. */
  otherPlaces: readonly Place[];
  /** What was found and why it matters. */
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** What the checker knows of people: enough to see a conflict of interest, and no more. */
export interface CheckedPeople {
  /** User ids of those who may sign this assessment as chair. */
  chairs: readonly string[];
  /** User ids of everybody who ever led it, contributed to it or edited it, in any revision. */
  everWrote: readonly string[];
}

export interface CheckInput {
  reading: FormReading;
  /** What counts of the content: the checker never speaks about hidden answers. */
  counting: AssessmentContent;
  /** Words that were copied into answers, wherever they stand and whatever became of them. */
  copied: readonly CopiedText[];
  /** The law in force on the day of the check. */
  references: ReferenceData;
  people: CheckedPeople;
  /** ISO date. */
  today: string;
}

/** A rule of the checker: everything that it has to say, in the order of the form. */
export type CheckRule = (input: CheckInput) => Finding[];
