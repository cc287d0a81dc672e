import { expect, it } from "vitest";
import { ratiosOf, spreadOf } from "./ratios.ts";

it("takes the middle of an odd number, and between the two middle ones of an even", () => {
  expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
  expect(spreadOf([4, 1, 2, 3])).toEqual({ min: 1, median: 2.5, max: 4 });
  expect(spreadOf([5])).toEqual({ min: 5, median: 5, max: 5 });
});

it("compares round with round", () => {
  expect(ratiosOf([10, 5, 9], [20, 5, 12])).toEqual({ min: 0.5, median: 0.75, max: 1 });
});
