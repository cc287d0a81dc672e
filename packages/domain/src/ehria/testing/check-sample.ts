import { CHECK_RULES, readCheckInput } from "../checker/check-assessment.ts";
import type { CheckedPeople, Finding, RuleKey } from "../checker/finding.ts";
import type { AssessmentContent } from "../content.ts";
import type { CopiedText } from "../copying/copied-text.ts";
import { shippedReferenceData } from "../reference-data.ts";
import { fillForm, withAnswer, withCharacteristic } from "./fill-form.ts";
import { sampleTemplate } from "./sample-template.ts";

export const SAMPLE_TODAY = "2020-01-20";
export const sampleReferences = shippedReferenceData(SAMPLE_TODAY);
export const samplePeople: CheckedPeople = { chairs: ["chair"], everWrote: ["lead"] };

/** A complete screening that found nothing, and a complete report. */
export const screened = fillForm(sampleTemplate, {
  "evidence.a": "NO",
  likely: "NEUTRAL",
  "needs-report": "NO",
});
export const reported = fillForm(sampleTemplate, { "evidence.a": "NO", likely: "NEGATIVE" });

/** What one rule of the checker says about content on the sample form. */
export const checkSample = (
  rule: RuleKey,
  content: AssessmentContent,
  people = samplePeople,
  copied: readonly CopiedText[] = [],
): Finding[] =>
  CHECK_RULES[rule](
    readCheckInput({
      template: sampleTemplate,
      content,
      copied,
      references: sampleReferences,
      people,
      today: SAMPLE_TODAY,
    }),
  );

/** The same content with age affected in one direction. */
export const withAgeAffected = (
  content: AssessmentContent,
  direction: "NEGATIVE" | "POSITIVE" | "MIXED",
  stage: "SCREENING" | "REPORT" = "SCREENING",
): AssessmentContent =>
  withCharacteristic(content, stage, "AGE", {
    affected: true,
    direction,
    comments: "Travel takes them longer.",
  });

/** Two answers that each give an age. */
export const withTwoAges = (first: string, second: string): AssessmentContent =>
  withAnswer(withAnswer(screened, "change", null, { text: first }), "who", null, { text: second });

const PASTED =
  "Providers must keep policies that meet their duties in law and treat nobody worse than others because of it.";

/** One paragraph under so many characteristics. */
export const withPasted = (count: number): AssessmentContent =>
  (["AGE", "DISABILITY", "SEX"] as const).slice(0, count).reduce(
    (content, characteristic) =>
      withCharacteristic(content, "SCREENING", characteristic, {
        comments: `${characteristic}. ${PASTED}`,
      }),
    screened,
  );
