import { describe, expect, test } from "vitest";
import { sampleTemplateSource } from "../testing/sample-template.ts";
import { fillWording } from "./fill-wording.ts";
import { parseTemplate } from "./parse-template.ts";

type Source = Record<string, unknown>;

/** The sample form with one question changed. */
const withQuestion = (key: string, change: Source): Source => ({
  ...sampleTemplateSource,
  questions: sampleTemplateSource.questions.map((each) => (each.key === key ? { ...each, ...change } : each)),
});

const faults = (source: unknown): string[] => {
  const result = parseTemplate(source);
  if (result.ok || result.failure.kind !== "VALIDATION") return [];
  return result.failure.problems.map(({ path, message }) => `${path}: ${message}`);
};

describe("a template file", () => {
  test("that is sound is read", () => {
    expect(faults(sampleTemplateSource)).toEqual([]);
  });

  test.each<[string, unknown, string[]]>([
    [
      "a key said twice",
      withQuestion("who", { key: "change" }),
      ['questions: Question "change" occurs twice'],
    ],
    ["a number said twice", withQuestion("who", { number: 1 }), ['questions: Number "1" occurs twice']],
    [
      "a meaning said twice",
      withQuestion("who", { meaning: "MITIGATION" }),
      ['questions: Meaning "MITIGATION" occurs twice'],
    ],
    [
      "a part said twice",
      withQuestion("monitoring", {
        parts: [
          { key: "a", label: "x" },
          { key: "a", label: "y" },
        ],
      }),
      ['questions.monitoring.parts: Part "a" occurs twice'],
    ],
    [
      "a condition that points nowhere",
      withQuestion("who", { condition: { op: "IS", question: "gone", choice: "YES" } }),
      ['questions.who.condition: "gone" is not a question that comes earlier'],
    ],
    [
      "a condition that points forward",
      withQuestion("who", { condition: { op: "IS", question: "likely", choice: "NEUTRAL" } }),
      ['questions.who.condition: "likely" is not a question that comes earlier'],
    ],
    [
      "a condition on itself",
      withQuestion("others", { condition: { op: "IS", question: "others", choice: "YES" } }),
      ['questions.others.condition: "others" is not a question that comes earlier'],
    ],
    [
      "a condition on a part that isn't there",
      withQuestion("others", { required: { op: "IS", question: "asked", part: "z", choice: "NO" } }),
      ['questions.others.required: "asked" has no part "z"'],
    ],
    [
      "a condition on an answer that can't be",
      withQuestion("others", { condition: { op: "ANY_PART_IS", question: "asked", choice: "MAYBE" } }),
      [`questions.others.condition: "asked" can't be answered "MAYBE"`],
    ],
    [
      "a condition on rows",
      withQuestion("evidence", { condition: { op: "ANY_PART_IS", question: "impact", choice: "YES" } }),
      [`questions.evidence.condition: "impact" can't be answered "YES"`],
    ],
    [
      "a forced answer that can't be",
      withQuestion("needs-report", {
        forced: [
          { when: { op: "IS", question: "likely", choice: "NEGATIVE" }, choice: "PERHAPS", because: "x" },
        ],
      }),
      [`questions.needs-report.forced: This question can't be answered "PERHAPS"`],
    ],
    [
      "rows without a stage",
      withQuestion("impact", { stage: null }),
      [
        "questions.impact.stage: A question of kind “Table of protected characteristics” (CHARACTERISTIC_ROWS) needs a stage",
      ],
    ],
    [
      "a choice without options",
      withQuestion("adverse", { options: [], obligations: [] }),
      [
        "questions.adverse.options: A question of kind “One of several answers” (SINGLE_CHOICE) needs answers to choose from",
      ],
    ],
    [
      "a section that isn't there",
      withQuestion("plan-actions", { section: "nowhere" }),
      [
        "questions: Keep the questions of a section together, in the order of the sections",
        'questions.plan-actions.section: There is no section "nowhere"',
      ],
    ],
    [
      "a subsection that isn't there",
      withQuestion("who", { subsection: "Z" }),
      ['questions.who.subsection: Section "about" has no subsection "Z"'],
    ],
    [
      "a kind that isn't there",
      withQuestion("who", { kind: "SLIDER" }),
      [
        expect.stringMatching(
          /^questions.who.kind: “SLIDER” is not known. It can be: TEXT, LONG_TEXT, /,
        ) as unknown as string,
      ],
    ],
    [
      "words that are missing",
      withQuestion("who", { label: undefined }),
      ["questions.who.label: This is missing, and text belongs here"],
    ],
    [
      "a number that can't be",
      withQuestion("who", { maxWords: -3 }),
      ["questions.who.maxWords: This must be at least 1"],
    ],
    [
      "a field that isn't there",
      withQuestion("who", { helpText: "x" }),
      ["questions.who: There is nothing of this name here: helpText"],
    ],
    ["no text", withQuestion("who", { text: " " }), ["questions.who.text: There are no words here"]],
    ["not a template at all", [], [": This is a list, and an object ({…}) belongs here"]],
  ])("with %s is refused by name", (_name, source, expected) => {
    expect(faults(source)).toEqual(expected);
  });
});

test.each([
  ["the {{council}} says", "the Sampleshire says"],
  ["{{unknown}} stays", "{{unknown}} stays"],
  ["plain", "plain"],
])("wording: %s", (text, expected) => {
  expect(fillWording(text, { council: "Sampleshire" })).toBe(expected);
});
