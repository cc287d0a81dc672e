import { expect, test } from "vitest";
import { axisEnds, roundTicks } from "./round-ticks.ts";

test.each([
  [0, 100, [0, 20, 40, 60, 80, 100]],
  [7.17, 7.93, [7.2, 7.4, 7.6, 7.8]],
  [53.5, 63.4, [54, 56, 58, 60, 62]],
  [80000, 240000, [100000, 150000, 200000]],
  [-4, 4, [-4, -2, 0, 2, 4]],
  [3, 3, [3]],
])("from %d to %d: %j", (low, high, ticks) => {
  expect(roundTicks(low, high)).toEqual(ticks);
});

test.each([
  [
    [50, 60],
    [49.2, 60.8],
  ],
  [
    [0.1, 10],
    [0, 10.792],
  ],
  [
    [-5, 5],
    [-5.8, 5.8],
  ],
  [[40], [36.8, 43.2]],
  [[0], [0, 0.08]],
])("%j has room from %j", (values, ends) => {
  expect(axisEnds(values).map((end) => Number(end.toFixed(3)))).toEqual(ends);
});
