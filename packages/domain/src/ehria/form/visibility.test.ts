import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyContent } from "../content.ts";
import { completeAction, fillForm, withAnswer } from "../testing/fill-form.ts";
import { sampleEvidence } from "../testing/sample-evidence.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { decideScreening } from "./screening-decision.ts";
import { countingChoice, countingContent, forcedConsequences, isAsked, readForm } from "./visibility.ts";

const truths = (content = emptyContent): Record<string, string> =>
  Object.fromEntries(
    readForm(sampleTemplate, content).questions.map(({ question, asked }) => [question.key, asked]),
  );

describe("what is asked", () => {
  test("of an empty form: nothing that hangs on an answer", () => {
    expect(truths()).toMatchObject({
      change: "TRUE",
      known: "TRUE",
      "known-why": "FALSE",
      asked: "TRUE",
      others: "UNDECIDED",
      "needs-report": "TRUE",
      findings: "UNDECIDED",
      "plan-actions": "UNDECIDED",
    });
  });

  test.each<[string, string | null, string | null, string]>([
    ["one No is enough", "NO", null, "TRUE"],
    ["one Yes isn't", "YES", null, "UNDECIDED"],
    ["two Yes", "YES", "YES", "FALSE"],
    ["No last", "YES", "NO", "TRUE"],
  ])("representatives: %s", (_name, a, b, expected) => {
    let content = withAnswer(emptyContent, "asked", "a", { choice: a });
    content = withAnswer(content, "asked", "b", { choice: b });
    expect(truths(content).others).toBe(expected);
  });

  test("a report known to be needed skips the screening and opens the report", () => {
    const content = withAnswer(emptyContent, "known", null, { choice: "YES" });
    expect(truths(content)).toMatchObject({
      "known-why": "TRUE",
      asked: "FALSE",
      likely: "FALSE",
      findings: "TRUE",
      "plan-actions": "TRUE",
    });
  });
});

describe("forced answers", () => {
  test.each([
    ["NEGATIVE", "YES"],
    ["UNKNOWN", "YES"],
    ["NEUTRAL", "NO"],
    ["POSITIVE", "NO"],
    ["NO_IMPACT", "NO"],
  ])("impact %s with No ticked counts as %s", (likely, counted) => {
    let content = fillForm(sampleTemplate, { likely: "NEUTRAL", "needs-report": "NO" });
    content = withAnswer(content, "likely", null, { choice: likely });
    const reading = readForm(sampleTemplate, content);
    expect(countingChoice(reading, "needs-report")).toBe(counted);
    expect(countingContent(reading).answers.find((each) => each.question === "needs-report")?.choice).toBe(
      counted,
    );
    expect(isAsked(reading, "findings")).toBe(counted === "YES");
    expect(content.answers.find((each) => each.question === "needs-report")?.choice).toBe("NO");
  });

  test("says what it overrules, and why", () => {
    let content = fillForm(sampleTemplate, { likely: "NEUTRAL", "needs-report": "NO" });
    content = withAnswer(content, "likely", null, { choice: "NEGATIVE" });
    expect(forcedConsequences(readForm(sampleTemplate, content))).toEqual([
      {
        question: "needs-report",
        choice: "YES",
        because: "Required because the impact is negative.",
        overrules: "NO",
      },
    ]);
  });

  test("counts although nobody ticked it", () => {
    const content = withAnswer(emptyContent, "likely", null, { choice: "UNKNOWN" });
    expect(countingContent(readForm(sampleTemplate, content)).answers).toEqual([
      { question: "likely", part: null, choice: "UNKNOWN", text: null, version: 1 },
      { question: "needs-report", part: null, choice: "YES", text: null, version: 0 },
    ]);
  });
});

describe("the decision", () => {
  test.each<[string, ReturnType<typeof fillForm>, ReturnType<typeof decideScreening>]>([
    ["not yet", emptyContent, null],
    [
      "no report",
      fillForm(sampleTemplate, { likely: "POSITIVE", "needs-report": "NO" }),
      {
        likelyImpact: "POSITIVE",
        reportRequired: false,
        requiredBy: "The lead officer decided that no report is needed.",
      },
    ],
    [
      "a report all the same",
      fillForm(sampleTemplate, { likely: "POSITIVE", "needs-report": "YES" }),
      {
        likelyImpact: "POSITIVE",
        reportRequired: true,
        requiredBy: "The lead officer decided that a report is needed.",
      },
    ],
    [
      "forced",
      fillForm(sampleTemplate, { likely: "UNKNOWN" }),
      {
        likelyImpact: "UNKNOWN",
        reportRequired: true,
        requiredBy: "Required because the impact is unknown.",
      },
    ],
    [
      "skipped",
      fillForm(sampleTemplate, { known: "YES" }),
      {
        likelyImpact: null,
        reportRequired: true,
        requiredBy:
          "A full report was already known to be needed, so the screening was skipped: Written for known-why.",
      },
    ],
  ])("%s", (_name, content, decision) => {
    expect(decideScreening(readForm(sampleTemplate, content))).toEqual(decision);
  });
});

describe("hidden answers", () => {
  const full = fillForm(sampleTemplate, { "asked.a": "NO", likely: "NEGATIVE" });

  test("stop counting when a later change hides them, and come back with their condition", () => {
    const hidden = withAnswer(full, "likely", null, { choice: "NEUTRAL" });
    const stopped = withAnswer(hidden, "needs-report", null, { choice: "NO" });
    const counted = countingContent(readForm(sampleTemplate, stopped));
    expect(counted.answers.some(({ question }) => question === "findings")).toBe(false);
    expect(counted.characteristicImpacts.some(({ stage }) => stage === "REPORT")).toBe(false);
    expect(counted.improvementActions).toEqual([]);
    expect(stopped.answers.find(({ question, part }) => question === "findings" && part === "a")?.text).toBe(
      "Written for findings.a.",
    );
    const back = withAnswer(stopped, "likely", null, { choice: "NEGATIVE" });
    expect(
      countingContent(readForm(sampleTemplate, back)).answers.find(
        ({ question, part }) => question === "findings" && part === "a",
      )?.text,
    ).toBe("Written for findings.a.");
  });

  test("do not steer the rest: a hidden No makes nothing required", () => {
    let content = withAnswer(full, "others", null, { choice: "NO" });
    content = withAnswer(content, "asked", "a", { choice: "YES" });
    const reading = readForm(sampleTemplate, content);
    expect(reading.questions.find(({ question }) => question.key === "why-not")?.required).toBe(false);
  });

  test("evidence counts with its question", () => {
    const cited = (question: string | null) => sampleEvidence({ id: `e-${question}`, question });
    const content = {
      ...emptyContent,
      evidence: [cited(null), cited("change"), cited("known-why")],
      improvementActions: [completeAction("x", null)],
    };
    expect(countingContent(readForm(sampleTemplate, content)).evidence.map(({ id }) => id)).toEqual([
      "e-null",
      "e-change",
    ]);
  });

  const controls = [
    "known",
    "asked.a",
    "asked.b",
    "others",
    "monitoring.a",
    "likely",
    "needs-report",
  ] as const;
  test("property: whatever is changed, nothing is lost, and what counts is part of what was given", () => {
    const change = fc.record({
      control: fc.constantFrom(...controls),
      choice: fc.constantFrom("YES", "NO", "NEGATIVE", "NEUTRAL", null),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const content = changes.reduce((current, { control, choice }) => {
          const [question = "", part = null] = control.split(".");
          return withAnswer(current, question, part, { choice });
        }, full);
        const before = structuredClone(content);
        const counted = countingContent(readForm(sampleTemplate, content));
        expect(content).toEqual(before);
        for (const answer of counted.answers.filter(({ question }) => question !== "needs-report")) {
          expect(content.answers).toContain(answer);
        }
        const texts = new Set(content.answers.map(({ text }) => text));
        for (const { text } of full.answers) expect(texts.has(text)).toBe(true);
      }),
    );
  });
});
