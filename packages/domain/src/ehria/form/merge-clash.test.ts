import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTemplateEdits } from "../testing/any-template-edit.ts";
import { sampleTemplate as base } from "../testing/sample-template.ts";
import { changeQuestion, moveQuestion, removeQuestion } from "./edit-template.ts";
import { showClash, takeAt } from "./merge-clash.ts";
import { mergeTemplates } from "./merge-templates.ts";
import { type FormTemplate, questionByKey } from "./template.ts";

const reworded = (text: string) => changeQuestion(base, "who", { text });

describe("a clash", () => {
  test("of words is shown from both sides, and either can be taken", () => {
    const [mine, theirs] = [reworded("Mine"), reworded("Theirs")];
    const { merged } = mergeTemplates({ base, mine, theirs });
    const path = "questions.who.text";
    expect([showClash(mine, path), showClash(theirs, path)]).toEqual(["Mine", "Theirs"]);
    expect(questionByKey(takeAt(merged, theirs, path), "who")?.text).toBe("Theirs");
    expect(questionByKey(takeAt(merged, mine, path), "who")?.text).toBe("Mine");
  });

  test("of work on a question that the other took out: it goes or stays, as decided", () => {
    const [mine, theirs] = [removeQuestion(base, "who"), reworded("Worked on")];
    const { merged } = mergeTemplates({ base, mine, theirs });
    expect([showClash(mine, "questions.who"), showClash(theirs, "questions.who")]).toEqual([
      null,
      "Worked on",
    ]);
    expect(questionByKey(takeAt(merged, mine, "questions.who"), "who")).toBeNull();
    expect(questionByKey(takeAt(merged, theirs, "questions.who"), "who")?.text).toBe("Worked on");
  });

  test("of two orders is shown as lists", () => {
    const [mine, theirs] = [moveQuestion(base, "who", "UP"), moveQuestion(base, "who", "DOWN")];
    const { merged, clashes } = mergeTemplates({ base, mine, theirs });
    expect(clashes.map(({ path }) => path)).toEqual(["questions"]);
    expect(showClash(theirs, "questions")).toContain("aims\nwho");
    expect(takeAt(merged, theirs, "questions").questions.map(({ key }) => key)).toEqual(
      theirs.questions.map(({ key }) => key),
    );
  });

  test("about the form as a whole", () => {
    const [mine, theirs] = [
      { ...base, title: "Mine" },
      { ...base, title: "Theirs" },
    ];
    const { merged, clashes } = mergeTemplates({ base, mine, theirs });
    expect(clashes.map(({ path }) => path)).toEqual(["form.title"]);
    expect(showClash(mine, "form.title")).toBe("Mine");
    expect(takeAt(merged, theirs, "form.title").title).toBe("Theirs");
  });
});

/** Places that name a section: in words they say what the draft that shows them calls it, which the merge may have changed. */
const NAMES_A_SECTION = /\.(section|subsection)$/;

const sectionOf = (template: FormTemplate, path: string): unknown => {
  const [, key = "", attribute = ""] = path.split(".");
  return Reflect.get(questionByKey(template, key) ?? {}, attribute);
};

test("property: each clash can be settled either way, and then says what that side says", () => {
  fc.assert(
    fc.property(anyTemplateEdits(6), anyTemplateEdits(6), (mineEdit, theirEdit) => {
      const [mine, theirs] = [mineEdit(base), theirEdit(base)];
      const { merged, clashes } = mergeTemplates({ base, mine, theirs });
      for (const { path } of clashes.filter(({ path }) => path.includes("."))) {
        for (const side of [mine, theirs]) {
          const taken = takeAt(merged, side, path);
          if (NAMES_A_SECTION.test(path)) expect(sectionOf(taken, path)).toBe(sectionOf(side, path));
          else expect(showClash(taken, path)).toBe(showClash(side, path));
        }
      }
    }),
  );
});
