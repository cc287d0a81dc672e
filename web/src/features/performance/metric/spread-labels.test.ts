import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels.ts";

const labels = (...heights: number[]) =>
  heights.map((y, index) => ({ key: String(index), words: `Line ${index}`, y }));
const heights = (...given: number[]) =>
  spreadLabels(labels(...given), { top: 0, bottom: 100, gap: 10 }).map(({ y }) => y);

test.each([
  [[], []],
  [[50], [50]],
  [
    [20, 80],
    [20, 80],
  ],
  [
    [50, 52],
    [50, 60],
  ],
  [
    [99, 100],
    [90, 100],
  ],
  [
    [-5, 0],
    [0, 10],
  ],
])("%j come to stand at %j", (given, expected) => {
  expect(heights(...given)).toEqual(expected);
});

test("labels keep their order and their distance, where there is room for all", () => {
  for (let seed = 1; seed < 200; seed += 1) {
    const given = Array.from({ length: seed % 10 }, (_, index) => (seed * 37 + index * seed * 13) % 101);
    const spread = heights(...given);
    spread.forEach((y, index) => {
      expect(y - (spread[index - 1] ?? -10)).toBeGreaterThanOrEqual(10);
      expect(y).toBeLessThanOrEqual(100);
    });
  }
});
