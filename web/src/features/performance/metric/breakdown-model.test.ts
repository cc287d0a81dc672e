import { expect, test } from "vitest";
import { chanceWords, characteristicName, groupBars } from "./breakdown-model.ts";
import { breakdown } from "./testing/breakdown.ts";

test("suppressed groups have no number at all, and their words say so", () => {
  const [hidden, shown] = groupBars(breakdown());
  expect(hidden).toEqual({
    category: "Another sex",
    value: null,
    words: "Suppressed to protect privacy",
    suppressed: true,
    ratio: null,
    interval: null,
    ratioWords: "The numbers are too small to compare, or were not recorded",
    note: null,
    couldBeChance: null,
  });
  expect(shown).toMatchObject({
    category: "Women",
    value: 68,
    words: "68% (320 out of 470)",
    ratio: 1.22,
    ratioWords: "1.22 (95% interval 1.10 to 1.36)",
    note: "Worked out from counts rounded to five",
    couldBeChance: false,
  });
  expect(shown?.interval?.map((end) => end.toFixed(2))).toEqual(["0.12", "0.14"]);
});

test("a group that nobody compared says so", () => {
  expect(groupBars({ ...breakdown(), disparities: [] })[1]).toMatchObject({
    ratio: null,
    ratioWords: "Not compared",
  });
});

test.each([
  [true, "The difference could be chance"],
  [false, "More than chance would explain"],
  [null, null],
])("%s: %s", (couldBeChance, words) => {
  expect(chanceWords(couldBeChance)).toBe(words);
});

test.each([
  ["SEX", "Sex"],
  ["RELIGION_OR_BELIEF", "Religion or belief"],
] as const)("%s is %s", (characteristic, name) => {
  expect(characteristicName(characteristic)).toBe(name);
});
