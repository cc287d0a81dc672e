import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts } from "./compare-texts.ts";
import { mergeTexts } from "./merge-texts.ts";

const BASE = "Most people are over 65. Visits take half an hour.";

test.each([
  ["nobody", BASE, BASE, BASE, true],
  ["only me", `${BASE} New.`, BASE, `${BASE} New.`, true],
  ["only them", BASE, `${BASE} New.`, `${BASE} New.`, true],
  ["both alike", `${BASE} New.`, `${BASE} New.`, `${BASE} New.`, true],
  [
    "each another sentence",
    "Most people are over 75. Visits take half an hour.",
    "Most people are over 65. Visits take an hour.",
    "Most people are over 75. Visits take an hour.",
    true,
  ],
  [
    "each the same words",
    "Most people are over 75. Visits take half an hour.",
    "Most people are over 80. Visits take half an hour.",
    "Most people are over 80 75. Visits take half an hour.",
    false,
  ],
  [
    "each at the end",
    `${BASE}\n\nFrom the lead.`,
    `${BASE}\n\nFrom the contributor.`,
    `${BASE}\n\nFrom the contributor.\n\nFrom the lead.`,
    false,
  ],
  [
    "I took out what they kept",
    "Visits take half an hour.",
    `${BASE} New.`,
    "Visits take half an hour. New.",
    true,
  ],
])("changed by %s", (_who, mine, theirs, text, isClean) => {
  expect(mergeTexts(BASE, mine, theirs)).toEqual({ text, isClean });
});

const sentence = fc
  .array(fc.constantFrom("carers", "visit", "the", "65", "é", ".", " ", "\n"), { maxLength: 16 })
  .map((pieces) => pieces.join(""));

test("what one alone changed is what comes out", () => {
  fc.assert(
    fc.property(sentence, sentence, (base, text) => {
      expect(mergeTexts(base, text, base)).toEqual({ text, isClean: true });
      expect(mergeTexts(base, base, text)).toEqual({ text, isClean: true });
      expect(mergeTexts(base, text, text)).toEqual({ text, isClean: true });
    }),
  );
});

test("nothing that either of them added is missing", () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (base, mine, theirs) => {
      const { text } = mergeTexts(base, mine, theirs);
      for (const one of [mine, theirs])
        for (const run of compareTexts(base, one)) if (run.kind === "added") expect(text).toContain(run.text);
    }),
  );
});

test("whose text is called mine does not decide whether the two agree", () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (base, one, other) => {
      const [left, right] = [mergeTexts(base, one, other), mergeTexts(base, other, one)];
      expect(left.isClean).toBe(right.isClean);
      if (left.isClean) expect(left.text).toBe(right.text);
    }),
  );
});
