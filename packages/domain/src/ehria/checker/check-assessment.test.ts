import { describe, expect, test } from "vitest";
import type { AssessmentContent, PinnedEvidence } from "../content.ts";
import type { CopiedText } from "../copying/copied-text.ts";
import {
  checkSample,
  reported,
  SAMPLE_TODAY,
  samplePeople,
  sampleReferences,
  screened,
  withAgeAffected,
  withPasted,
  withTwoAges,
} from "../testing/check-sample.ts";
import { completeAction, fillForm, withAnswer, withCharacteristic, withRight } from "../testing/fill-form.ts";
import { sampleEvidence, sampleFile } from "../testing/sample-evidence.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { blockingProblems, checkAssessment } from "./check-assessment.ts";
import { type CheckedPeople, type Finding, RULE_KEYS, type RuleKey } from "./finding.ts";

const justification = {
  prescribedByLaw: "Care Act",
  legitimateAim: "Economy",
  necessary: "Yes",
  proportionate: "Yes",
};

const evidence = (asOf: string | null): PinnedEvidence => sampleEvidence({ asOf });

interface Case {
  fires: AssessmentContent;
  silent: AssessmentContent;
  people?: CheckedPeople;
  /** Of both cases. */
  copied?: CopiedText[];
  weight: Finding["weight"];
  path: string;
}

/** A firing and a silent case for every rule; a rule without them doesn't compile. */
const CASES: Record<RuleKey, Case> = {
  "report-incomplete": {
    fires: withAnswer(screened, "likely", null, { choice: "NEGATIVE" }),
    silent: reported,
    weight: "BLOCKS",
    path: "report",
  },
  "required-part-unanswered": {
    fires: withAnswer(screened, "asked", "b", { choice: null }),
    silent: screened,
    weight: "BLOCKS",
    path: "asked.b",
  },
  "no-without-explanation": {
    fires: withAnswer(screened, "aims", "two", { choice: "NO", text: null }),
    silent: withAnswer(screened, "aims", "two", { choice: "NO", text: "Because" }),
    weight: "BLOCKS",
    path: "aims.two",
  },
  "affected-without-direction": {
    fires: withCharacteristic(screened, "SCREENING", "SEX", { affected: true, comments: "More women" }),
    silent: withAgeAffected(screened, "POSITIVE"),
    weight: "BLOCKS",
    path: "impact.SEX",
  },
  "action-without-owner-or-date": {
    fires: { ...reported, improvementActions: [{ ...completeAction("a1", null), due: null }] },
    silent: reported,
    weight: "BLOCKS",
    path: "plan-actions.a1",
  },
  "completed-to-be-confirmed": {
    fires: withAnswer(screened, "completed", null, { text: "TBC" }),
    silent: screened,
    weight: "BLOCKS",
    path: "completed",
  },
  "obliged-action-missing": {
    fires: withAnswer(screened, "monitoring", "a", { choice: "NO" }),
    silent: fillForm(sampleTemplate, { "monitoring.a": "NO", likely: "NEUTRAL", "needs-report": "NO" }),
    weight: "BLOCKS",
    path: "monitoring",
  },
  "unlawful-discrimination-found": {
    fires: withAnswer(reported, "adverse", null, { choice: "UNLAWFUL" }),
    silent: withAnswer(reported, "adverse", null, { choice: "LAWFUL" }),
    weight: "BLOCKS",
    path: "adverse",
  },
  "qualified-right-without-justification": {
    fires: withRight(reported, "REPORT", "CONVENTION-8", {
      affected: true,
      comments: "Moves",
      justification: { ...justification, necessary: " " },
    }),
    silent: withRight(reported, "REPORT", "CONVENTION-8", {
      affected: true,
      comments: "Moves",
      justification,
    }),
    weight: "BLOCKS",
    path: "likely-rights.CONVENTION-8",
  },
  "absolute-right-justified": {
    fires: withRight(reported, "REPORT", "CONVENTION-3", {
      affected: true,
      comments: "Dignity",
      justification,
    }),
    silent: withRight(reported, "REPORT", "CONVENTION-3", { affected: true, comments: "Dignity" }),
    weight: "BLOCKS",
    path: "likely-rights.CONVENTION-3",
  },
  "negative-impact-without-mitigation": {
    fires: withAnswer(
      { ...withAgeAffected(reported, "NEGATIVE", "REPORT"), improvementActions: [] },
      "reduce",
      "a",
      { text: null },
    ),
    silent: withAnswer(withAgeAffected(reported, "NEGATIVE", "REPORT"), "reduce", "a", {
      text: "Older people, at any age, get taxis.",
    }),
    weight: "BLOCKS",
    path: "likely-rows.AGE",
  },
  "no-negative-impact-beside-negative-row": {
    fires: withAgeAffected(screened, "MIXED"),
    silent: withAgeAffected(screened, "POSITIVE"),
    weight: "BLOCKS",
    path: "likely",
  },
  "contradictory-age-limits": {
    fires: withTwoAges(
      "Meant for all adults over the age of 18.",
      "It meets the needs of adults aged 19 and over.",
    ),
    silent: withTwoAges("Meant for all adults over 18.", "It meets the needs of adults aged 18 and over."),
    weight: "WARNS",
    path: "change",
  },
  "repeated-paragraph": {
    fires: withPasted(3),
    silent: withPasted(1),
    weight: "WARNS",
    path: "impact.AGE",
  },
  "copied-unchanged": {
    copied: [{ question: "change", part: null, text: "Fares go up for those who travel most." }],
    fires: withAnswer(screened, "change", null, { text: "Fares go up for those who travel most." }),
    silent: withAnswer(screened, "change", null, {
      text: "Fares stay as they are for those who travel most.",
    }),
    weight: "WARNS",
    path: "change",
  },
  "chair-who-contributed": {
    fires: screened,
    people: { chairs: ["chair"], everWrote: ["lead", "chair"] },
    silent: screened,
    weight: "WARNS",
    path: "sign-off",
  },
  "unscanned-file": {
    fires: { ...screened, evidence: [sampleFile({ fileState: "QUARANTINED" })] },
    silent: { ...screened, evidence: [sampleFile(), sampleEvidence()] },
    weight: "BLOCKS",
    path: "change",
  },
  "old-evidence": {
    fires: { ...screened, evidence: [evidence("2017-01-19")] },
    silent: { ...screened, evidence: [evidence("2017-01-20"), evidence(null)] },
    weight: "WARNS",
    path: "change",
  },
  "dates-out-of-order": {
    fires: withAnswer(screened, "completed", null, { text: "2020-01-05" }),
    silent: withAnswer(screened, "completed", null, { text: "2020-01-06" }),
    weight: "WARNS",
    path: "completed",
  },
  "no-with-effect-described": {
    fires: withRight(screened, "SCREENING", "CONVENTION-9", {
      comments: "It makes it easier for them to practise their faith.",
    }),
    silent: withRight(screened, "SCREENING", "CONVENTION-9", {
      comments: "It does not affect how people practise their faith.",
    }),
    weight: "SUGGESTS",
    path: "rights.CONVENTION-9",
  },
  "direction-without-affected": {
    fires: withCharacteristic(screened, "SCREENING", "AGE", { direction: "POSITIVE" }),
    silent: withAgeAffected(screened, "POSITIVE"),
    weight: "WARNS",
    path: "impact.AGE",
  },
};

describe.each(RULE_KEYS.map((rule) => [rule, CASES[rule]] as const))(
  "%s",
  (rule, { fires, silent, people, copied, weight, path }) => {
    test("fires", () => {
      const findings = checkSample(rule, fires, people ?? samplePeople, copied);
      expect(findings.map((each) => [each.rule, each.weight, each.path])).toContainEqual([
        rule,
        weight,
        path,
      ]);
      for (const { message, remedy } of findings) {
        expect(message.length).toBeGreaterThan(20);
        expect(remedy.length).toBeGreaterThan(5);
        // For people: a day is written out.
        expect(`${message} ${remedy}`).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      }
    });

    test("is silent", () => {
      expect(checkSample(rule, silent, samplePeople, copied)).toEqual([]);
    });
  },
);

test("what blocks comes first, and is what a validation failure lists", () => {
  const content = withCharacteristic(
    withAnswer(screened, "change", null, { text: null }),
    "SCREENING",
    "AGE",
    { direction: "POSITIVE" },
  );
  const findings = checkAssessment({
    template: sampleTemplate,
    content,
    copied: [],
    references: sampleReferences,
    people: samplePeople,
    today: SAMPLE_TODAY,
  });
  expect(findings.map(({ weight, rule }) => `${weight} ${rule}`)).toEqual([
    "BLOCKS required-part-unanswered",
    "WARNS direction-without-affected",
  ]);
  expect(blockingProblems(findings)).toEqual([{ path: "change", message: "Write an answer – change" }]);
});

test("a file that the scanner refused is told apart from one that waits, and neither is told of in a hidden answer", () => {
  const findingsOf = (content: AssessmentContent) => checkSample("unscanned-file", content);
  const refused = sampleFile({ fileState: "REFUSED" });
  expect(findingsOf({ ...screened, evidence: [refused] }).map(({ message }) => message)).toEqual([
    'The file "Survey" was refused by the virus scanner, so nobody can read it.',
  ]);
  expect(findingsOf({ ...screened, evidence: [{ ...refused, question: "reduce" }] })).toEqual([]);
});
