import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTemplateEdits } from "../testing/any-template-edit.ts";
import { sampleTemplate as base } from "../testing/sample-template.ts";
import {
  addQuestion,
  changeQuestion,
  changeSection,
  moveQuestion,
  removeQuestion,
  tidyTemplate,
} from "./edit-template.ts";
import { mergeTemplates } from "./merge-templates.ts";
import { parseDraftTemplate } from "./parse-template.ts";
import { questionByKey } from "./template.ts";

const merge = (mine: typeof base, theirs: typeof base) => mergeTemplates({ base, mine, theirs });
const paths = (merged: ReturnType<typeof merge>): string[] => merged.clashes.map(({ path }) => path);

describe("two people's work on one draft", () => {
  test("on different questions both stands", () => {
    const { merged, clashes } = merge(
      changeQuestion(base, "who", { text: "Mine" }),
      changeQuestion(base, "change", { text: "Theirs" }),
    );
    expect(clashes).toEqual([]);
    expect([questionByKey(merged, "who")?.text, questionByKey(merged, "change")?.text]).toEqual([
      "Mine",
      "Theirs",
    ]);
  });

  test("on different fields of one question both stands", () => {
    const { merged, clashes } = merge(
      changeQuestion(base, "who", { text: "Mine" }),
      changeQuestion(base, "who", { hint: "Theirs" }),
    );
    expect(clashes).toEqual([]);
    expect(questionByKey(merged, "who")).toMatchObject({ text: "Mine", hint: "Theirs" });
  });

  test("on one field clashes, is named, and mine stays until somebody decides", () => {
    const found = merge(
      changeQuestion(base, "who", { text: "Mine" }),
      changeQuestion(base, "who", { text: "Theirs" }),
    );
    expect(found.clashes).toEqual([{ path: "questions.who.text", name: "who" }]);
    expect(questionByKey(found.merged, "who")?.text).toBe("Mine");
  });

  test("a question that one took out and the other worked on stays, and is named", () => {
    const worked = changeQuestion(base, "who", { text: "Worked on" });
    for (const found of [
      merge(removeQuestion(base, "who"), worked),
      merge(worked, removeQuestion(base, "who")),
    ]) {
      expect(paths(found)).toEqual(["questions.who"]);
      expect(questionByKey(found.merged, "who")?.text).toBe("Worked on");
    }
  });

  test("a question that one took out and the other left alone goes", () => {
    const found = merge(removeQuestion(base, "who"), changeSection(base, "about", { title: "Theirs" }));
    expect(found.clashes).toEqual([]);
    expect(questionByKey(found.merged, "who")).toBeNull();
    expect(found.merged.sections[1]?.title).toBe("Theirs");
  });

  test("what both added stands where each put it", () => {
    const { merged, clashes } = merge(
      addQuestion(base, "mine", { section: "about", label: "Mine", kind: "TEXT" }),
      addQuestion(base, "theirs", { section: "details", label: "Theirs", kind: "TEXT" }),
    );
    expect(clashes).toEqual([]);
    const keys = merged.questions.map(({ key }) => key);
    expect(keys[keys.indexOf("completed") + 1]).toBe("theirs");
    expect(keys[keys.indexOf("known-why") + 1]).toBe("mine");
  });

  test("two orders clash, one order stands", () => {
    const mine = moveQuestion(base, "who", "UP");
    expect(merge(mine, base).merged).toEqual(mine);
    expect(merge(base, mine).merged).toEqual(mine);
    expect(paths(merge(mine, moveQuestion(base, "who", "DOWN")))).toEqual(["questions"]);
  });
});

test("property: where one side did nothing or both did the same, there is nothing to decide", () => {
  fc.assert(
    fc.property(anyTemplateEdits(8), (edit) => {
      const edited = edit(base);
      for (const [mine, theirs] of [
        [edited, base],
        [base, edited],
        [edited, edited],
      ] as const)
        expect(merge(mine, theirs)).toEqual({ merged: edited, clashes: [] });
    }),
  );
});

test("property: what comes of a merge is a draft, and holds every question that both have", () => {
  fc.assert(
    fc.property(anyTemplateEdits(5), anyTemplateEdits(5), (one, other) => {
      const [mine, theirs] = [one(base), other(base)];
      const { merged } = merge(mine, theirs);
      expect(tidyTemplate(merged)).toEqual(merged);
      expect(parseDraftTemplate(merged).faults).toEqual([]);
      for (const { key } of mine.questions)
        if (questionByKey(theirs, key) !== null) expect(questionByKey(merged, key)).not.toBeNull();
    }),
  );
});
