import { describe, expect, test } from "vitest";
import { findFormProblems } from "../form/completeness.ts";
import { changeQuestion, removeQuestion } from "../form/edit-template.ts";
import { decideScreening } from "../form/screening-decision.ts";
import type { FormTemplate } from "../form/template.ts";
import { readForm } from "../form/visibility.ts";
import { SAMPLE_TODAY, samplePeople, sampleReferences, withAgeAffected } from "../testing/check-sample.ts";
import { fillForm, withAnswer, withRight } from "../testing/fill-form.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { checkAssessment } from "./check-assessment.ts";

/** Forms that lack what the County's has: rules read what a form says of itself, and nothing else. */
const check = (template: FormTemplate, content: ReturnType<typeof fillForm>) =>
  checkAssessment({
    template,
    content,
    copied: [],
    references: sampleReferences,
    people: samplePeople,
    today: SAMPLE_TODAY,
  });

describe("a form with one table of rights", () => {
  const template = removeQuestion(sampleTemplate, "likely-rights");
  const content = withRight(
    fillForm(template, { "evidence.a": "NO", likely: "NEUTRAL", "needs-report": "NO" }),
    "SCREENING",
    "CONVENTION-8",
    { affected: true, comments: "Home life" },
  );

  test("asks for the justification there, and is blocked without", () => {
    const found = check(template, content).find(
      ({ rule }) => rule === "qualified-right-without-justification",
    );
    expect([found?.weight, found?.path]).toEqual(["BLOCKS", "rights.CONVENTION-8"]);
  });
});

describe("a form that doesn't ask for the likely impact", () => {
  const asked = removeQuestion(sampleTemplate, "likely");
  const template = {
    ...changeQuestion(asked, "needs-report", { forced: [] }),
    signOff: {
      ...asked.signOff,
      elements: asked.signOff.elements.map((each) =>
        each.key === "REPORT" ? { ...each, label: "Impact study" } : each,
      ),
    },
  };

  test("is decided by whether its report is needed, which it names in its own words", () => {
    const decision = (choice: string) =>
      decideScreening(readForm(template, fillForm(template, { "needs-report": choice })));
    expect(decision("NO")).toEqual({
      likelyImpact: null,
      reportRequired: false,
      requiredBy: "The lead officer decided that no impact study is needed.",
    });
    expect(decision("YES")?.requiredBy).toBe("The lead officer decided that an impact study is needed.");
    expect(decideScreening(readForm(template, fillForm(template, { known: "YES" })))?.requiredBy).toMatch(
      /^A full impact study was already known to be needed/,
    );
    const open = withAnswer(fillForm(template, { "needs-report": "YES" }), "findings", "a", { text: null });
    expect(findFormProblems(readForm(template, open))[0]?.message).toMatch(
      /until the impact study is complete: one question of it is not/,
    );
  });
});

test("a form calls its local groups by their own names", () => {
  const template = changeQuestion(sampleTemplate, "impact", {
    parts: [{ key: "AGE", label: "Young and old", textLabel: null, hint: null, guidance: null }],
  });
  const content = withAgeAffected(
    fillForm(template, { "evidence.a": "NO", likely: "NEUTRAL", "needs-report": "NO" }),
    "NEGATIVE",
  );
  const found = check(template, content).find(({ rule }) => rule === "negative-impact-without-mitigation");
  expect(found?.remedy).toMatch(/ – Young and old$/);
});
