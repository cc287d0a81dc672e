import { describe, expect, test } from "vitest";
import { sampleTemplateSource } from "../testing/sample-template.ts";
import { findTemplateFaults, parseDraftTemplate } from "./parse-template.ts";

type Source = Record<string, unknown>;

const base: Source = sampleTemplateSource;
const withQuestion = (key: string, change: Source): Source => ({
  ...base,
  questions: sampleTemplateSource.questions.map((each) => (each.key === key ? { ...each, ...change } : each)),
});
const withSection = (key: string, change: Source): Source => ({
  ...base,
  sections: sampleTemplateSource.sections.map((each) => (each.key === key ? { ...each, ...change } : each)),
});
const is = (question: string, choice: string) => ({ op: "IS", question, choice });
const never = {
  op: "ALL_OF",
  conditions: [is("known", "YES"), { op: "NOT", condition: is("known", "YES") }],
};

describe("what nobody could fill in or sign is a fault, with its place and remedy", () => {
  test.each<[string, Source, string, RegExp, RegExp]>([
    [
      "sections out of number",
      withSection("report", { position: 3 }),
      "sections.report.position",
      /Position 3/,
      /Number/,
    ],
    [
      "a section whose page could not be opened",
      {
        ...withSection("report", { key: "review" }),
        questions: sampleTemplateSource.questions.map((each) =>
          each.section === "report" ? { ...each, section: "review" } : each,
        ),
      },
      "sections.review.key",
      /key "review"/,
      /another key/,
    ],
    [
      "a form whose page could not be opened",
      { ...base, key: "import" },
      "key",
      /key "import"/,
      /another key/,
    ],
    [
      "a section that asks nothing",
      {
        ...base,
        sections: [
          { key: "idle", title: "Idle", position: 1 },
          ...sampleTemplateSource.sections.map((each) => ({ ...each, position: each.position + 1 })),
        ],
      },
      "sections.idle",
      /asks nothing/,
      /Add a question/,
    ],
    [
      "nowhere to sign",
      { ...base, sections: sampleTemplateSource.sections.slice(0, -1) },
      "sections.plan",
      /nowhere to sign/,
      /without questions at the end/,
    ],
    [
      "one signature",
      {
        ...base,
        signOff: {
          ...sampleTemplateSource.signOff,
          signatures: sampleTemplateSource.signOff.signatures.slice(0, 1),
        },
      },
      "signOff.signatures",
      /chair second/,
      /two/,
    ],
    [
      "a meaning of another kind",
      withQuestion("change", { meaning: "TITLE" }),
      "questions.change.kind",
      /must be of kind “One line” \(TEXT\)/,
      /Change its kind/,
    ],
    [
      "an impact of its own",
      withQuestion("likely", {
        options: [
          ...["NO_IMPACT", "POSITIVE", "NEUTRAL", "NEGATIVE", "UNKNOWN", "GRIM"].map((key) => ({
            key,
            label: key,
          })),
        ],
      }),
      "questions.likely.options",
      /"GRIM" is no likely impact/,
      /NO_IMPACT, POSITIVE/,
    ],
    [
      "a characteristic of its own",
      withQuestion("impact", { parts: [{ key: "HEIGHT", label: "Height" }] }),
      "questions.impact.parts",
      /no row "HEIGHT"/,
      /AGE, DISABILITY/,
    ],
    [
      "article 13",
      withQuestion("rights", { parts: [{ key: "CONVENTION-13", label: "13" }] }),
      "questions.rights.parts",
      /no row "CONVENTION-13"/,
      /CONVENTION-14, FIRST_PROTOCOL-1/,
    ],
    [
      "two tables of one stage",
      withQuestion("likely-rows", { stage: "SCREENING" }),
      "questions.likely-rows.kind",
      /"impact" asks for the same table/,
      /Remove one/,
    ],
    [
      "two plans",
      withQuestion("reduce", { kind: "IMPROVEMENT_PLAN", meaning: null }),
      "questions.plan-actions.kind",
      /a plan already|plan already/,
      /Remove one/,
    ],
    [
      "a whole question that is answered by parts",
      withQuestion("others", { condition: is("asked", "NO") }),
      "questions.others.condition",
      /answered part by part/,
      /any part/,
    ],
    [
      "parts of a question that has none",
      withQuestion("others", { condition: { op: "ANY_PART_IS", question: "known", choice: "YES" } }),
      "questions.others.condition",
      /has no parts/,
      /question itself/,
    ],
    [
      "a rule that answers parts",
      withQuestion("monitoring", { forced: [{ when: is("known", "YES"), choice: "YES", because: "x" }] }),
      "questions.monitoring.forced",
      /as a whole/,
      /Take the rule out/,
    ],
    [
      "a question that nothing leads to",
      withQuestion("others", { condition: never }),
      "questions.others.condition",
      /No answers lead/,
      /Change when/,
    ],
    [
      "a section that nothing opens",
      withSection("plan", { condition: never }),
      "sections.plan.condition",
      /No answers open/,
      /Change when/,
    ],
    [
      "an action asked for while the plan is closed",
      withSection("plan", { condition: is("known", "YES") }),
      "questions.monitoring.obligations",
      /while the improvement plan is closed/,
      /Let "plan-actions"/,
    ],
    [
      "words that nothing defines",
      withQuestion("who", { hint: "Ask the {{panel}}" }),
      "questions.who",
      /\{\{panel\}\}/,
      /Add it/,
    ],
    [
      "a word that every object has",
      withQuestion("who", { hint: "{{constructor}}" }),
      "questions.who",
      /\{\{constructor\}\}/,
      /Add it/,
    ],
    ["empty words", withQuestion("who", { text: "" }), "questions.who.text", /no words here/, /Write it/],
  ])("%s", (_name, source, path, message, remedy) => {
    const { faults, template } = findTemplateFaults(source);
    expect(template).toBeNull();
    const found = faults.find((each) => each.path === path);
    expect(found, JSON.stringify(faults)).toBeDefined();
    expect(found?.message).toMatch(message);
    expect(found?.remedy).toMatch(remedy);
    const [list, key] = path.split(".");
    expect([found?.section, found?.question]).toEqual([
      list === "sections" ? key : null,
      list === "questions" ? key : null,
    ]);
  });

  test("a plan that no question asks for is needed by those who oblige an action", () => {
    const source = {
      ...base,
      questions: sampleTemplateSource.questions.filter(({ kind }) => kind !== "IMPROVEMENT_PLAN"),
    };
    const paths = findTemplateFaults(source).faults.map(({ path }) => path);
    expect(paths).toEqual([
      "sections.plan",
      "questions.monitoring.obligations",
      "questions.adverse.obligations",
    ]);
  });
});

describe("a draft", () => {
  test("may lack words, parts and sense", () => {
    const source = {
      ...withQuestion("who", { text: "", condition: is("gone", "YES"), kind: "SINGLE_CHOICE" }),
      signOff: { elements: [], signatures: [] },
    };
    expect(parseDraftTemplate(source).faults).toEqual([]);
    expect(findTemplateFaults(source).faults.length).toBeGreaterThan(1);
  });

  test.each<[string, unknown, string]>([
    ["two questions of one key", withQuestion("who", { key: "change" }), "questions"],
    ["a key that is none", withQuestion("who", { key: "Who?" }), "questions.Who?.key"],
    ["a kind that isn't there", withQuestion("who", { kind: "SLIDER" }), "questions.who.kind"],
    ["a list in place of a form", [], ""],
    ["letters that can't be stored", withQuestion("who", { text: "a\u0000b" }), "questions.who.text"],
    [
      "far too many questions",
      {
        ...base,
        questions: Array.from({ length: 301 }, (_each, index) => ({
          ...sampleTemplateSource.questions[0],
          key: `q-${index}`,
        })),
      },
      "questions",
    ],
  ])("is not %s", (_name, source, path) => {
    const { template, faults } = parseDraftTemplate(source);
    expect(template).toBeNull();
    expect(faults.map((each) => each.path)).toContain(path);
    for (const { remedy } of faults) expect(remedy.length).toBeGreaterThan(5);
  });
});
