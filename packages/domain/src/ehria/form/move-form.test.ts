import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssessmentContent } from "../content.ts";
import { anyTemplateEdits } from "../testing/any-template-edit.ts";
import { fillForm, withAnswer } from "../testing/fill-form.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { checkSuccession } from "./check-succession.ts";
import { addQuestion, changeQuestion, removeQuestion } from "./edit-template.ts";
import { planFormMove } from "./move-form.ts";
import type { FormTemplate, QuestionKind } from "./template.ts";
import { countingContent, readForm } from "./visibility.ts";

const content = fillForm(sampleTemplate, { "evidence.a": "NO", likely: "NEUTRAL", "needs-report": "NO" });
const move = (to: FormTemplate, given: AssessmentContent = content) =>
  planFormMove(sampleTemplate, to, given);
const places = (lines: readonly { question: string; part: string | null }[]): string[] =>
  lines.map(({ question, part }) => (part === null ? question : `${question}.${part}`));

describe("moving to another version", () => {
  test("that says the same carries everything", () => {
    const { changes, added, setAside, returning, carried } = move({ ...sampleTemplate, version: 2 });
    expect([changes, added, setAside, returning]).toEqual([[], [], [], []]);
    expect(places(carried)).toContain("aims.two");
    expect(carried.find(({ question }) => question === "who")).toEqual({
      question: "who",
      part: null,
      label: "who",
      says: "Written for who.",
    });
  });

  test("names the questions that are new", () => {
    const to = addQuestion(sampleTemplate, "new", { section: "about", label: "New", kind: "LONG_TEXT" });
    const { added, sections } = move(changeQuestion(to, "new", { text: "What else?" }));
    expect(added).toEqual([{ question: "new", label: "New", text: "What else?", isRequired: true }]);
    expect(
      sections.filter(({ before, after }) => before !== after).map(({ key, after }) => [key, after]),
    ).toEqual([
      ["about", "IN_PROGRESS"],
      ["sign-off", "CANNOT_START_YET"],
    ]);
  });

  test("names what would no longer be asked, with what it says", () => {
    const { setAside } = move(removeQuestion(sampleTemplate, "who"));
    expect(setAside).toEqual([{ question: "who", part: null, label: "who", says: "Written for who." }]);
  });

  test("sets aside an answer that is no longer offered, and words that are no longer asked for", () => {
    const to = changeQuestion(sampleTemplate, "likely", {
      options: sampleTemplate.questions.find(({ key }) => key === "likely")?.options.slice(0, 2) ?? [],
    });
    expect(places(move(to).setAside)).toContain("likely");
    const counted = countingContent(readForm(to, content)).answers;
    expect(counted.some(({ question }) => question === "likely")).toBe(false);
  });

  test("sets aside what a new condition hides, and says what comes back", () => {
    const hidden = changeQuestion(sampleTemplate, "who", {
      condition: { op: "IS", question: "known", choice: "YES" },
    });
    // "known" stands behind "who" in this form: a draft may be as wrong as that, and nothing is asked then.
    expect(places(planFormMove(sampleTemplate, hidden, content).setAside)).toEqual(["who"]);
    expect(places(planFormMove(hidden, sampleTemplate, content).returning)).toEqual(["who"]);
  });

  test("carries rows and actions too", () => {
    const reported = fillForm(sampleTemplate, { "evidence.a": "NO", likely: "NEGATIVE" });
    const { carried, setAside } = move(removeQuestion(sampleTemplate, "likely-rows"), reported);
    expect(places(carried)).toEqual(
      expect.arrayContaining(["impact.AGE", "rights.CONVENTION-3", "plan-actions.action-general"]),
    );
    expect(places(setAside)).toEqual(["likely-rows.AGE", "likely-rows.DISABILITY", "likely-rows.SEX"]);
  });
});

test("property: through any versions in any order no text is lost, and back on its own it counts as before", () => {
  const versions = fc.array(anyTemplateEdits(6), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(versions, fc.infiniteStream(fc.nat(9)), (edits, order) => {
      const all = [sampleTemplate, ...edits.map((edit) => edit(sampleTemplate))];
      const before = structuredClone(content);
      let current = sampleTemplate;
      for (const next of order.take(6)) {
        const to = all[next % all.length] ?? sampleTemplate;
        const { carried, setAside, returning } = planFormMove(current, to, content);
        // What counted either carries or is named as set aside; what counts then carried or came back.
        const count = (template: FormTemplate): number =>
          countingContent(readForm(template, content)).answers.filter(
            ({ choice, text }) => choice !== null || (text ?? "") !== "",
          ).length;
        const answers = (lines: readonly { question: string }[], template: FormTemplate) =>
          lines.filter(({ question }) =>
            template.questions.some(
              ({ key, kind }) =>
                key === question && !["CHARACTERISTIC_ROWS", "RIGHT_ROWS", "IMPROVEMENT_PLAN"].includes(kind),
            ),
          ).length;
        expect(answers(carried, current) + answers(setAside, current)).toBe(count(current));
        expect(answers(carried, to) + answers(returning, to)).toBe(count(to));
        current = to;
      }
      expect(content).toEqual(before);
      expect(planFormMove(sampleTemplate, sampleTemplate, content).setAside).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe("a key keeps its kind", () => {
  const as = (key: string, kind: QuestionKind, version = 1): FormTemplate => ({
    ...changeQuestion(sampleTemplate, key, { kind }),
    version,
  });
  test.each<[string, QuestionKind, boolean]>([
    ["who", "LONG_TEXT", true],
    ["title", "LONG_TEXT", true],
    ["title", "PEOPLE", true],
    ["watchers", "LONG_TEXT", true],
    ["watchers", "TEXT", false],
    ["others", "YES_NO_UNKNOWN", true],
    ["tried", "YES_NO", false],
    ["who", "TEXT", false],
    ["who", "YES_NO", false],
    ["started", "DATE_OR_TBC", true],
    ["completed", "DATE", false],
    ["asked", "YES_NO_UNKNOWN_MATRIX", true],
    ["evidence", "YES_NO_MATRIX", false],
  ])("%s as %s: %s", (key, kind, allowed) => {
    const faults = checkSuccession([sampleTemplate], as(key, kind, 2));
    expect(faults.map(({ path }) => path)).toEqual(allowed ? [] : [`questions.${key}.kind`]);
  });

  test("through every version, also those long ago", () => {
    const middle = removeQuestion({ ...sampleTemplate, version: 2 }, "who");
    expect(
      checkSuccession([middle, sampleTemplate], as("who", "YES_NO", 3)).map(({ message }) => message),
    ).toEqual(["This question was of kind “Long text” (LONG_TEXT) in version 1, and its answers carry over"]);
  });

  test("and words beside a choice that stands alone are kept by the store", () => {
    const given = withAnswer(content, "adverse", null, { choice: "LAWFUL", text: "Because." });
    const alone = changeQuestion(sampleTemplate, "adverse", { textLabel: null });
    const asked = { ...alone, sections: alone.sections.map((each) => ({ ...each, condition: null })) };
    expect(
      countingContent(readForm(asked, given)).answers.find(({ question }) => question === "adverse"),
    ).toEqual({
      question: "adverse",
      part: null,
      choice: "LAWFUL",
      text: null,
      version: 1,
    });
  });
});
