import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AssessmentContent, emptyContent } from "../content.ts";
import { fillForm, withAnswer } from "../testing/fill-form.ts";
import { sampleEvidence } from "../testing/sample-evidence.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { cellOf, linesOf } from "./answer-lines.ts";
import { removeQuestion } from "./edit-template.ts";
import { keptAside } from "./kept-aside.ts";
import type { FormTemplate } from "./template.ts";
import { countingContent, readForm } from "./visibility.ts";

const kept = (
  content: AssessmentContent,
  template: FormTemplate = sampleTemplate,
  earlier: FormTemplate[] = [],
) => keptAside(readForm(template, content), earlier);
const whole = fillForm(sampleTemplate, { likely: "NEUTRAL", "needs-report": "NO" });

describe("what is kept and does not count", () => {
  test("of an empty form: nothing", () => {
    expect(kept(emptyContent)).toEqual([]);
  });

  test("an answer that another one hides, with which, and what it says", () => {
    const known = withAnswer(whole, "known", null, { choice: "NO" });
    const written = withAnswer(known, "known-why", null, { text: "It was plain from the start." });
    const [found] = kept(written).filter(({ question }) => question === "known-why");
    expect(found).toMatchObject({
      part: null,
      says: "It was plain from the start.",
      why: "HIDDEN",
      decidedBy: [{ place: "known", says: "No" }],
    });
    expect(found?.reason).toMatch(/^It is asked only when .+ is Yes$/);
    const back = withAnswer(written, "known", null, { choice: "YES" });
    expect(kept(back).map(({ question }) => question)).not.toContain("known-why");
  });

  test("an answer whose section waits for another one", () => {
    const waiting = withAnswer(emptyContent, "findings", null, { text: "Found early." });
    expect(kept(waiting)).toMatchObject([{ question: "findings", why: "WAITS" }]);
    expect(kept(waiting)[0]?.decidedBy.map(({ says }) => says)).toContain("Not answered");
  });

  test("a choice that another answer overrules", () => {
    const negative = withAnswer(whole, "likely", null, { choice: "NEGATIVE" });
    expect(kept(negative).filter(({ why }) => why === "OVERRULED")).toMatchObject([
      { question: "needs-report", says: "No", decidedBy: [{ place: "likely" }] },
    ]);
  });

  test("what an earlier version of the form asked, by the name that it had there", () => {
    const newer = removeQuestion(sampleTemplate, "who");
    const who = { question: "who", says: "Written for who.", why: "NOT_IN_FORM", decidedBy: [] };
    expect(kept(whole, newer, [sampleTemplate]).filter(({ question }) => question === "who")).toMatchObject([
      { ...who, label: sampleTemplate.questions.find(({ key }) => key === "who")?.label },
    ]);
    expect(kept(whole, newer).filter(({ question }) => question === "who")).toMatchObject([who]);
  });

  test("evidence that is cited for it", () => {
    const evidence = [sampleEvidence({ question: "known-why", part: null, title: "A figure" })];
    expect(kept({ ...whole, evidence }).filter(({ says }) => says === "A figure")).toMatchObject([
      { question: "known-why", why: "HIDDEN", decidedBy: [{ place: "known" }] },
    ]);
  });
});

test("property: whatever is put in either counts or is listed, and never both", () => {
  const choices = fc.record({
    known: fc.constantFrom("YES", "NO"),
    likely: fc.constantFrom("NEGATIVE", "NEUTRAL", "UNKNOWN"),
    "needs-report": fc.constantFrom("YES", "NO"),
    "asked.a": fc.constantFrom("YES", "NO"),
  });
  fc.assert(
    fc.property(choices, (chosen) => {
      const everything = sampleTemplate.questions.reduce(
        (content, { key, parts }) =>
          parts.length === 0 ? withAnswer(content, key, null, { text: `Said of ${key}` }) : content,
        fillForm(sampleTemplate, chosen),
      );
      const reading = readForm(sampleTemplate, everything);
      const aside = keptAside(reading).filter(({ why }) => why !== "OVERRULED");
      const counting = linesOf(sampleTemplate, countingContent(reading));
      const both = [...counting, ...aside].map(cellOf);
      expect(new Set(both).size).toBe(both.length);
      for (const line of linesOf(sampleTemplate, everything)) expect(both).toContain(cellOf(line));
    }),
    { numRuns: 50 },
  );
});
