import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTemplateEdits } from "../testing/any-template-edit.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import {
  addQuestion,
  addSection,
  changeQuestion,
  keyFromWords,
  moveQuestion,
  moveSection,
  placeQuestion,
  questionBefore,
  removeQuestion,
  removeSection,
  tidyTemplate,
} from "./edit-template.ts";
import { findTemplateFaults, parseDraftTemplate } from "./parse-template.ts";
import type { FormTemplate } from "./template.ts";

const keysOf = ({ questions }: FormTemplate): string[] => questions.map(({ key }) => key);
const sectionOf = (template: FormTemplate, question: string): string | undefined =>
  template.questions.find(({ key }) => key === question)?.section;

test.each([
  ["Who is affected?", [], "who-is-affected"],
  ["Who is affected?", ["who-is-affected"], "who-is-affected-2"],
  ["Who is affected?", ["who-is-affected", "who-is-affected-2"], "who-is-affected-3"],
  ["Carers’ views – café", [], "carers-views-cafe"],
  ["  ", [], "question"],
  ["…", ["question"], "question-2"],
])("a key from “%s”", (words, taken, key) => {
  expect(keyFromWords(words, taken, "question")).toBe(key);
});

describe("adding", () => {
  test("a question puts it at the end of its section", () => {
    const added = addQuestion(sampleTemplate, "new", { section: "about", label: "New", kind: "TEXT" });
    expect(keysOf(added).indexOf("new")).toBe(keysOf(added).indexOf("known-why") + 1);
    expect(findTemplateFaults(added).faults.map(({ path }) => path)).toEqual(["questions.new.text"]);
  });

  test("a section puts it before the one in which the form is signed", () => {
    expect(addSection(sampleTemplate, "Review").sections.map(({ key }) => key)).toContain("review-2");
    const added = addSection(sampleTemplate, "Money");
    expect(added.sections.map(({ key, position }) => [key, position]).slice(-2)).toEqual([
      ["money", 6],
      ["sign-off", 7],
    ]);
  });
});

describe("moving", () => {
  test("within a section", () => {
    expect(keysOf(moveQuestion(sampleTemplate, "who", "UP")).slice(3, 5)).toEqual(["who", "change"]);
    expect(keysOf(moveQuestion(sampleTemplate, "change", "DOWN")).slice(3, 5)).toEqual(["who", "change"]);
  });

  test("over the edge of a section, into the next", () => {
    const up = moveQuestion(sampleTemplate, "change", "UP");
    expect([sectionOf(up, "change"), keysOf(up).indexOf("change")]).toEqual(["details", 3]);
    const down = moveQuestion(sampleTemplate, "completed", "DOWN");
    expect([sectionOf(down, "completed"), keysOf(down).indexOf("completed")]).toEqual(["about", 2]);
    expect(moveQuestion(sampleTemplate, "title", "UP")).toEqual(sampleTemplate);
  });

  test.each<[key: string, section: string, after: string | null, expected: string]>([
    ["change", "about", "who", "who change aims"],
    ["change", "about", null, "change who aims"],
    ["aims", "about", null, "aims change who"],
    ["title", "about", "change", "change title who"],
    ["completed", "about", "nowhere", "completed change who"],
  ])("%s in %s after %s", (key, section, after, expected) => {
    const moved = placeQuestion(sampleTemplate, key, section, after);
    const inSection = moved.questions.filter((each) => each.section === section);
    expect(
      inSection
        .slice(0, 3)
        .map((each) => each.key)
        .join(" "),
    ).toBe(expected);
    expect(questionBefore(moved, key)).toBe(after === "nowhere" ? null : after);
    expect(moved.questions).toHaveLength(sampleTemplate.questions.length);
  });

  test("to where it stands already changes nothing", () => {
    for (const { key, section } of sampleTemplate.questions)
      expect(placeQuestion(sampleTemplate, key, section, questionBefore(sampleTemplate, key))).toEqual(
        sampleTemplate,
      );
  });

  test("into a section that asks nothing yet", () => {
    const wider = addSection(sampleTemplate, "Money");
    const moved = placeQuestion(wider, "who", "money", null);
    expect(moved.questions.at(-1)).toMatchObject({ key: "who", section: "money" });
  });

  test("to another section by name", () => {
    const moved = changeQuestion(sampleTemplate, "change", { section: "screening" });
    expect(keysOf(moved).indexOf("change")).toBe(keysOf(moved).indexOf("needs-report") + 1);
  });

  test("a section takes its questions along", () => {
    const moved = moveSection(sampleTemplate, "about", "UP");
    expect(keysOf(moved).slice(0, 2)).toEqual(["change", "who"]);
    expect(moveSection(moved, "about", "DOWN")).toEqual(sampleTemplate);
  });
});

describe("removing", () => {
  test("a question leaves what looked at it, named as a fault", () => {
    const removed = removeQuestion(sampleTemplate, "others");
    expect(findTemplateFaults(removed).faults).toEqual([
      {
        path: "questions.why-not.required",
        message: '"others" is not a question that comes earlier',
        remedy: "Choose a question that stands before this one, or move this one further down",
        section: null,
        question: "why-not",
      },
    ]);
  });

  test("a section takes its questions out", () => {
    const removed = removeSection(sampleTemplate, "details");
    expect(keysOf(removed)[0]).toBe("change");
    expect(removed.sections[0]).toMatchObject({ key: "about", position: 1 });
  });
});

test("property: whatever is done, a draft stays a draft: named, in order, and readable again", () => {
  fc.assert(
    fc.property(anyTemplateEdits(12), (edit) => {
      const edited = edit(sampleTemplate);
      expect(tidyTemplate(edited)).toEqual(edited);
      const read = parseDraftTemplate(JSON.parse(JSON.stringify(edited)));
      expect(read.faults).toEqual([]);
      expect(read.template).toEqual(edited);
    }),
  );
});

test("property: a question moved up and down again stands where it stood, and none is lost on the way", () => {
  const inner = sampleTemplate.questions.slice(4, -4).map(({ key }) => key);
  fc.assert(
    fc.property(fc.constantFrom(...inner), fc.integer({ min: 1, max: 10 }), (key, steps) => {
      const many = (template: FormTemplate, direction: "UP" | "DOWN"): FormTemplate =>
        Array.from({ length: steps }).reduce<FormTemplate>(
          (current) => moveQuestion(current, key, direction),
          template,
        );
      const down = many(sampleTemplate, "DOWN");
      expect(keysOf(down).sort()).toEqual(keysOf(sampleTemplate).sort());
      if (sectionOf(down, key) !== "sign-off") expect(keysOf(many(down, "UP"))).toContain(key);
    }),
  );
});
