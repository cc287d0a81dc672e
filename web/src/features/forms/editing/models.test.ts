import { addQuestion } from "@due-regard/domain/ehria/form/edit-template";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { sampleTemplate } from "@due-regard/domain/ehria/testing/sample-template";
import { describe, expect, test } from "vitest";
import { readDetails, writeDetails } from "./details-model.ts";
import { fieldOfFault } from "./faults.ts";
import { nameOptions, nameParts } from "./new-keys.ts";
import { checkQuestion, readQuestion, writeQuestion } from "./question-model.ts";
import { readSection, writeSection } from "./section-model.ts";

const help = {
  lookAt: ["One", "Two"],
  law: { text: "A duty", source: "An Act" },
  goodExample: "Yes, because",
  weakExample: "Yes",
};
const template = {
  ...sampleTemplate,
  questions: sampleTemplate.questions.map((question) => ({
    ...question,
    guidance: help,
    doubts: ["Hard to read"],
    parts: question.parts.map((part) => ({ ...part, hint: "Think", guidance: help })),
  })),
};

describe("what is opened and saved without a change stays as it was", () => {
  test.each(template.questions.map((question) => [question.key, question] as const))(
    "%s",
    (key, question) => {
      expect(writeQuestion(template, key, readQuestion(template, question))).toEqual(template);
    },
  );

  test.each(template.sections.map((section) => [section.key, section] as const))("%s", (key, section) => {
    expect(writeSection(template, key, readSection(section))).toEqual(template);
  });

  test("the form as a whole", () => {
    expect(writeDetails(template, readDetails(template))).toEqual(template);
  });
});

describe("a question", () => {
  const who = questionByKey(template, "who");
  if (who === null) throw new Error("No question");
  const model = readQuestion(template, who);

  test("moves to where its page says", () => {
    const moved = writeQuestion(template, "who", { ...model, section: "screening", after: "asked" });
    const keys = moved.questions.map(({ key }) => key);
    expect(keys[keys.indexOf("asked") + 1]).toBe("who");
  });

  test("that gets another kind loses what that kind has no use for, and nothing else", () => {
    const written = writeQuestion(template, "aims", {
      ...readQuestion(template, questionByKey(template, "aims") ?? who),
      kind: "YES_NO",
    });
    expect(questionByKey(written, "aims")).toMatchObject({ kind: "YES_NO", parts: [], guidance: help });
  });

  test.each([
    [{ label: " " }, ["label"]],
    [{ maxWords: "many" }, ["maxWords"]],
    [{ maxWords: "10001" }, ["maxWords"]],
    [{ number: "0" }, ["number"]],
    [{ number: "", maxWords: "" }, []],
  ])("with %o can't be kept in %o", (change, fields) => {
    expect(checkQuestion({ ...model, ...change }).map(({ field }) => field)).toEqual(fields);
  });

  test("that was just added is empty and stands where it was put", () => {
    const added = addQuestion(template, "new", { section: "about", label: "New", kind: "TEXT" });
    const question = questionByKey(added, "new") ?? who;
    expect(readQuestion(added, question)).toMatchObject({ text: "", after: "known-why", doubts: "" });
  });
});

test("new parts and answers get keys of their own, and those that are there keep theirs", () => {
  const named = (labels: readonly string[]) => labels.map((label) => ({ key: "", label }));
  expect(nameParts([{ key: "b", label: "x" }, ...named(["y", "z"])]).map(({ key }) => key)).toEqual([
    "b",
    "a",
    "c",
  ]);
  expect(
    nameOptions([{ key: "GO", label: "Go" }, ...named(["Go", "Stop & think!", "???"])]).map(({ key }) => key),
  ).toEqual(["GO", "GO_A", "STOP_THINK", "OPTION"]);
});

test.each([
  ["questions.who.text", "text"],
  ["questions.who.parts.a.label", "parts-a-label"],
  ["questions.who.parts.AGE.guidance.law.source", "parts-AGE-guidance-law-source"],
  ["questions.who.guidance.lookAt.2", "guidance-lookAt"],
  ["questions.who.forced.0.because", "forced"],
  ["sections.about.condition", "condition"],
  ["questions.who", null],
])("a fault at %s is about the field %s", (path, field) => {
  expect(fieldOfFault(path)).toBe(field);
});
