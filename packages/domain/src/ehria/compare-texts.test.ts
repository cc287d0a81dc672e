import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts, type TextRun } from "./compare-texts.ts";

const SIGNS = { same: "", removed: "-", added: "+" } as const;
const show = (runs: TextRun[]) => runs.map(({ kind, text }) => `${SIGNS[kind]}[${text}]`).join("");

test.each([
  ["", "", ""],
  ["As it was", "As it was", "[As it was]"],
  ["", "New", "+[New]"],
  ["Old", "", "-[Old]"],
  ["Most are over 65.", "Most are over 75.", "[Most are over ]-[65]+[75][.]"],
  ["We asked carers.", "We asked carers and providers.", "[We asked carers]+[ and providers][.]"],
  ["We asked all the carers", "We wrote to carers", "[We ]-[asked all the ]+[wrote to ][carers]"],
  ["5.3% of 1,200.", "5.4% of 1,250.", "-[5.3]+[5.4][% of ]-[1,200]+[1,250][.]"],
  ["It doesn't", "It doesn’t", "[It ]-[doesn't]+[doesn’t]"],
  ["One.\nTwo.", "One.\n\nTwo.", "[One.\n]+[\n][Two.]"],
  ["Gwasanaeth tŷ", "Gwasanaeth ty", "[Gwasanaeth ]-[tŷ]+[ty]"],
  ["Уход на дому", "Уход в доме", "[Уход ]-[на дому]+[в доме]"],
])("%j to %j", (before, after, runs) => {
  expect(show(compareTexts(before, after))).toBe(runs);
});

const sentence = fc
  .array(fc.constantFrom("carers", "visit", "the", "65", "it’s", "é", ".", " ", "  ", "\n", "–"), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(""));

const join = (runs: TextRun[], left: TextRun["kind"]) =>
  runs
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join("");

const expectWhole = (before: string, after: string) => {
  const runs = compareTexts(before, after);
  expect(join(runs, "added")).toBe(before);
  expect(join(runs, "removed")).toBe(after);
  expect(runs.every(({ text }) => text !== "")).toBe(true);
  expect(runs.every(({ kind }, index) => kind !== runs[index + 1]?.kind)).toBe(true);
};

test("both texts can be read out of the runs, to the character", () => {
  fc.assert(fc.property(sentence, sentence, expectWhole));
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), expectWhole));
});

test("two long texts with nothing in common are compared by sentences, and then as wholes: no work without bounds", () => {
  const words = (prefix: string) =>
    Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}`).join(" ");
  const [a, b] = [words("a"), words("b")];
  expect(compareTexts(a, b)).toEqual([
    { kind: "removed", text: a },
    { kind: "added", text: b },
  ]);
  expect(compareTexts(`${a}. Same.`, `${b}. Same.`)).toEqual([
    { kind: "removed", text: `${a}. ` },
    { kind: "added", text: `${b}. ` },
    { kind: "same", text: "Same." },
  ]);
});
