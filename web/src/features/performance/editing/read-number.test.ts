import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";

test.each([
  ["", null],
  ["  ", null],
  ["107800", "107800"],
  ["107,800", "107800"],
  [" 1 234 567 ", "1234567"],
  ["46.70", "46.70"],
  ["46.7%", "46.7"],
  ["£1,200.50", "1200.50"],
  ["-3", "-3"],
])("%o is the number %o", (typed, value) => {
  expect(readNumber(typed)).toEqual({ value, problem: null });
});

test.each(["107.8k", "about 5", "1.2.3", ".5", "5.", "<5", "12 adm's"])("%o is asked about", (typed) => {
  expect(readNumber(typed).problem).toContain("must be a number");
});
