import { describe, expect, test } from "vitest";
import type { AssessmentContent } from "../content.ts";
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
import { fillForm, withAnswer, withCharacteristic, withRight } from "../testing/fill-form.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { checkAssessment } from "./check-assessment.ts";

describe("contradictions and their weights", () => {
  test("a contradiction names both places, whichever ages they are", () => {
    const [found] = checkSample(
      "contradictory-age-limits",
      withTwoAges("Offered to anyone over sixteen.", "Open to people aged 21 and over."),
    );
    expect(found?.weight).toBe("SUGGESTS");
    expect(found?.message).toContain('"anyone over 16"');
    expect(found?.otherPlaces.map(({ question }) => question)).toEqual(["who"]);
  });

  test.each([
    ["a statistic", "Open to all adults over 18.", "The majority of users are over 65."],
    ["people spoken of", "Open to all adults over 18.", "People over 80 live further from a bus."],
    ["two bounds", "Open to all people over 18.", "Young people under 17 have their own service."],
  ])("%s is no contradiction", (_name, first, second) => {
    expect(checkSample("contradictory-age-limits", withTwoAges(first, second))).toEqual([]);
  });

  test("two copies suggest, three warn", () => {
    expect(checkSample("repeated-paragraph", withPasted(2)).map(({ weight }) => weight)).toEqual([
      "SUGGESTS",
    ]);
    expect(checkSample("repeated-paragraph", withPasted(3))[0]?.otherPlaces.map(({ part }) => part)).toEqual([
      "DISABILITY",
      "SEX",
    ]);
  });

  test("harm beside a harmless decision only warns once a report follows", () => {
    const content = withAgeAffected(
      fillForm(sampleTemplate, { "evidence.a": "NO", likely: "NEUTRAL", "needs-report": "YES" }),
      "NEGATIVE",
    );
    expect(
      checkSample("no-negative-impact-beside-negative-row", content).map(({ weight }) => weight),
    ).toEqual(["WARNS"]);
  });

  test.each([
    ["evidence of harm", withAnswer(screened, "evidence", "a", { choice: "YES" }), "evidence"],
    ["evidence not known", withAnswer(screened, "evidence", "a", { choice: "UNKNOWN" }), "evidence"],
    [
      "a direction not known",
      withCharacteristic(screened, "SCREENING", "SEX", {
        affected: true,
        direction: "UNKNOWN",
        comments: "?",
      }),
      "impact",
    ],
  ])("%s warns beside a harmless decision", (_name, content, question) => {
    const [found] = checkSample("no-negative-impact-beside-negative-row", content);
    expect(found?.weight).toBe("WARNS");
    expect(found?.otherPlaces.map((place) => place.question)).toEqual([question]);
  });

  test("a text that denies harm is set beside the row that tells of it", () => {
    const content = withAnswer(withAgeAffected(reported, "NEGATIVE", "REPORT"), "findings", "a", {
      text: "No adverse impact is expected.",
    });
    expect(checkSample("no-negative-impact-beside-negative-row", content).map(({ path }) => path)).toEqual([
      "findings.a",
    ]);
  });

  test("in the screening a qualified right warns, and not at all once the report asks", () => {
    const row = { affected: true, comments: "Home life" };
    expect(
      checkSample(
        "qualified-right-without-justification",
        withRight(screened, "SCREENING", "CONVENTION-8", row),
      ).map(({ weight }) => weight),
    ).toEqual(["WARNS"]);
    expect(
      checkSample(
        "qualified-right-without-justification",
        withRight(reported, "SCREENING", "CONVENTION-8", row),
      ),
    ).toEqual([]);
  });

  test("mitigation that doesn't name the group is a suggestion", () => {
    expect(
      checkSample("negative-impact-without-mitigation", withAgeAffected(reported, "NEGATIVE", "REPORT")).map(
        ({ weight }) => weight,
      ),
    ).toEqual(["SUGGESTS"]);
  });

  test("hidden answers are never spoken of", () => {
    const hidden = withAnswer(withAgeAffected(reported, "NEGATIVE", "REPORT"), "likely", null, {
      choice: "NEUTRAL",
    });
    const stopped = withAnswer(hidden, "needs-report", null, { choice: "NO" });
    expect(
      checkAssessment({
        template: sampleTemplate,
        content: stopped,
        copied: [],
        references: sampleReferences,
        people: samplePeople,
        today: SAMPLE_TODAY,
      }),
    ).toEqual([]);
  });
});

describe("dates", () => {
  const dated = (text: string, due = "2020-06-30"): AssessmentContent => {
    const content = withAnswer(reported, "completed", null, { text });
    const improvementActions = content.improvementActions.map((action) => ({ ...action, due }));
    return { ...content, improvementActions };
  };
  test.each([
    ["complete on the day that it was started", dated("2020-01-06"), []],
    ["complete on the day before", dated("2020-01-05"), ["completed"]],
    ["complete today", dated("2020-01-20"), []],
    ["complete tomorrow", dated("2020-01-21"), ["completed"]],
    ["to be confirmed", dated("TBC"), []],
    ["an action due when it is complete", dated("2020-01-17", "2020-01-17"), []],
    ["an action due before", dated("2020-01-17", "2020-01-16"), ["plan-actions.action-general"]],
    ["an action that is over, of a draft", dated("TBC", "2020-01-19"), ["plan-actions.action-general"]],
  ])("%s", (_name, content, paths) => {
    expect(checkSample("dates-out-of-order", content).map(({ path }) => path)).toEqual(paths);
  });
});
