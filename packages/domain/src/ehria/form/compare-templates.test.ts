import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTemplateEdits } from "../testing/any-template-edit.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { compareTemplates } from "./compare-templates.ts";
import {
  addQuestion,
  addSection,
  changeQuestion,
  changeSection,
  moveQuestion,
  moveSection,
  removeQuestion,
} from "./edit-template.ts";
import { movedKeys } from "./moved-keys.ts";
import type { FormTemplate, QuestionPart } from "./template.ts";
import { hashTemplate } from "./template-file.ts";

const keyed = (text: string) => [...text].map((key) => ({ key }));

test.each([
  ["abcd", "abcd", ""],
  ["abcd", "bcda", "a"],
  ["abcd", "dabc", "d"],
  ["abcd", "abxcd", ""],
  ["abcd", "ad", ""],
  ["abcd", "dcba", "bcd"],
  ["abcd", "acbd", "c"],
  ["", "abc", ""],
])("from %s to %s as few as possible moved: %s", (before, after, moved) => {
  expect([...movedKeys(keyed(before), keyed(after))].sort().join("")).toBe(moved);
});

const from = sampleTemplate;
const told = (to: FormTemplate, before: FormTemplate = from): string[] =>
  compareTemplates(before, to).map(
    ({ kind, question, section }) => `${kind} ${question ?? section ?? "form"}`,
  );

const partsOf = (template: FormTemplate, key: string): readonly QuestionPart[] =>
  template.questions.find((each) => each.key === key)?.parts ?? [];
const help = {
  lookAt: ["The rota"],
  law: { text: "A duty", source: "An Act" },
  goodExample: "Yes, because",
  weakExample: "Yes",
};
const withHelp = (parts: readonly QuestionPart[]) => parts.map((part) => ({ ...part, guidance: help }));
const renamed = (parts: readonly QuestionPart[]) => parts.map((part) => ({ ...part, label: "Renamed" }));
const helped = changeQuestion(from, "aims", { parts: withHelp(partsOf(from, "aims")) });

describe("what changed", () => {
  test.each<[name: string, to: FormTemplate, expected: string[], before?: FormTemplate]>([
    ["nothing", from, []],
    [
      "a question added",
      addQuestion(from, "new", { section: "about", label: "New", kind: "TEXT" }),
      ["QUESTION_ADDED new"],
    ],
    ["a question removed", removeQuestion(from, "who"), ["QUESTION_REMOVED who"]],
    [
      "a question reworded",
      changeQuestion(from, "who", { text: "Who?", hint: "All" }),
      ["QUESTION_REWORDED who"],
    ],
    ["a question moved", moveQuestion(from, "who", "UP"), ["QUESTION_MOVED who"]],
    ["a question moved elsewhere", changeQuestion(from, "who", { section: "plan" }), ["QUESTION_MOVED who"]],
    [
      "a condition",
      changeQuestion(from, "who", {
        condition: { op: "IS", question: "known", choice: "YES" },
        required: false,
      }),
      ["CONDITIONS_CHANGED who"],
    ],
    ["what can be answered", changeQuestion(from, "who", { maxWords: 10 }), ["ANSWERS_CHANGED who"]],
    ["help with a part", helped, ["GUIDANCE_CHANGED aims"]],
    [
      "a part with help that is called something else",
      changeQuestion(helped, "aims", { parts: renamed(partsOf(helped, "aims")) }),
      ["ANSWERS_CHANGED aims"],
      helped,
    ],
    ["settings", changeQuestion(from, "who", { publication: "PUBLISH" }), ["QUESTION_SETTINGS_CHANGED who"]],
    ["a section added", addSection(from, "Money"), ["SECTION_ADDED money"]],
    ["a section moved", moveSection(from, "plan", "UP"), ["SECTION_MOVED plan"]],
    ["a section renamed", changeSection(from, "plan", { title: "Actions" }), ["SECTION_CHANGED plan"]],
    ["the title", { ...from, title: "Other" }, ["FORM_CHANGED form"]],
    [
      "who signs what",
      { ...from, signOff: { ...from.signOff, signatures: from.signOff.signatures.toReversed() } },
      ["SIGN_OFF_CHANGED form"],
    ],
  ])("%s", (_name, to, expected, before = from) => {
    expect(told(to, before)).toEqual(expected);
  });

  test("is told in words on both sides", () => {
    const to = changeQuestion(from, "others", {
      condition: {
        op: "ANY_OF",
        conditions: [
          { op: "IS", question: "asked", part: "a", choice: "NO" },
          { op: "NOT", condition: { op: "IS", question: "known", choice: "YES" } },
        ],
      },
      required: false,
    });
    expect(compareTemplates(from, to)).toEqual([
      {
        kind: "CONDITIONS_CHANGED",
        section: "screening",
        question: "others",
        name: "others",
        details: [
          {
            what: "Asked",
            before: "When any part of “asked” is No",
            after: "When “asked” (a) is No or “known” is not Yes",
          },
          { what: "Must be answered", before: "Yes", after: "No" },
        ],
      },
    ]);
  });
});

test("property: nothing is told exactly when the two have one hash", () => {
  fc.assert(
    fc.property(anyTemplateEdits(6), anyTemplateEdits(4), (edit, more) => {
      const one = edit(from);
      const other = more(one);
      expect(compareTemplates(one, other).length === 0).toBe(hashTemplate(one) === hashTemplate(other));
    }),
  );
});

test("property: going back tells the same things, the other way round", () => {
  fc.assert(
    fc.property(anyTemplateEdits(6), (edit) => {
      const to = edit(from);
      const added = (a: FormTemplate, b: FormTemplate, kind: string) =>
        compareTemplates(a, b)
          .filter((change) => change.kind === kind)
          .map(({ question }) => question)
          .sort();
      expect(added(from, to, "QUESTION_ADDED")).toEqual(added(to, from, "QUESTION_REMOVED"));
      expect(added(from, to, "QUESTION_REWORDED")).toEqual(added(to, from, "QUESTION_REWORDED"));
    }),
  );
});
