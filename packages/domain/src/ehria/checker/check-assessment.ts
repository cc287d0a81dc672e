import type { Problem } from "../../result.ts";
import type { AssessmentContent } from "../content.ts";
import type { CopiedText } from "../copying/copied-text.ts";
import type { FormTemplate } from "../form/template.ts";
import { countingContent, readForm } from "../form/visibility.ts";
import type { ReferenceData } from "../reference-types.ts";
import type { CheckedPeople, CheckInput, CheckRule, Finding, RuleKey } from "./finding.ts";
import { chairWhoContributed } from "./rules/chair-who-contributed.ts";
import { contradictoryAgeLimits } from "./rules/contradictory-age-limits.ts";
import { copiedUnchanged } from "./rules/copied-unchanged.ts";
import { datesOutOfOrder } from "./rules/dates-out-of-order.ts";
import { formProblemsOf } from "./rules/form-problems.ts";
import { absoluteRightJustified, qualifiedRightWithoutJustification } from "./rules/justified-rights.ts";
import {
  negativeImpactWithoutMitigation,
  noNegativeImpactBesideNegativeRow,
} from "./rules/negative-impacts.ts";
import { oldEvidence } from "./rules/old-evidence.ts";
import { repeatedParagraph } from "./rules/repeated-paragraph.ts";
import { unlawfulDiscriminationFound } from "./rules/unlawful-discrimination-found.ts";
import { unscannedFiles } from "./rules/unscanned-files.ts";
import { directionWithoutAffected, noWithEffectDescribed } from "./rules/untidy-rows.ts";

/** Every rule of the checker, in the order in which findings of one weight are shown. */
export const CHECK_RULES = {
  "report-incomplete": formProblemsOf("report-incomplete"),
  "required-part-unanswered": formProblemsOf("required-part-unanswered"),
  "no-without-explanation": formProblemsOf("no-without-explanation"),
  "affected-without-direction": formProblemsOf("affected-without-direction"),
  "action-without-owner-or-date": formProblemsOf("action-without-owner-or-date"),
  "completed-to-be-confirmed": formProblemsOf("completed-to-be-confirmed"),
  "obliged-action-missing": formProblemsOf("obliged-action-missing"),
  "unlawful-discrimination-found": unlawfulDiscriminationFound,
  "qualified-right-without-justification": qualifiedRightWithoutJustification,
  "absolute-right-justified": absoluteRightJustified,
  "negative-impact-without-mitigation": negativeImpactWithoutMitigation,
  "no-negative-impact-beside-negative-row": noNegativeImpactBesideNegativeRow,
  "contradictory-age-limits": contradictoryAgeLimits,
  "repeated-paragraph": repeatedParagraph,
  "copied-unchanged": copiedUnchanged,
  "chair-who-contributed": chairWhoContributed,
  "unscanned-file": unscannedFiles,
  "old-evidence": oldEvidence,
  "dates-out-of-order": datesOutOfOrder,
  "no-with-effect-described": noWithEffectDescribed,
  "direction-without-affected": directionWithoutAffected,
} as const satisfies Record<RuleKey, CheckRule>;

export interface CheckRequest {
  template: FormTemplate;
  content: AssessmentContent;
  /** Words that were copied into its answers from those of other assessments. */
  copied: readonly CopiedText[];
  /** The law in force on `today`. */
  references: ReferenceData;
  people: CheckedPeople;
  /** ISO date. */
  today: string;
}

export const readCheckInput = ({
  template,
  content,
  copied,
  references,
  people,
  today,
}: CheckRequest): CheckInput => {
  const reading = readForm(template, content);
  return { reading, counting: countingContent(reading), copied, references, people, today };
};

const WEIGHT_ORDER = { BLOCKS: 0, WARNS: 1, SUGGESTS: 2 } as const satisfies Record<
  Finding["weight"],
  number
>;

/** Everything that a good reviewer would find, what blocks first. Pure: the same content on the same day finds the same. */
export const checkAssessment = (request: CheckRequest): Finding[] => {
  const input = readCheckInput(request);
  return Object.values(CHECK_RULES)
    .flatMap((rule) => rule(input))
    .sort((one, other) => WEIGHT_ORDER[one.weight] - WEIGHT_ORDER[other.weight]);
};

/** What stands between this content and a signature, as the problems of a validation failure. Empty: it may be signed. */
export const blockingProblems = (findings: readonly Finding[]): Problem[] =>
  findings.filter(({ weight }) => weight === "BLOCKS").map(({ path, remedy }) => ({ path, message: remedy }));
