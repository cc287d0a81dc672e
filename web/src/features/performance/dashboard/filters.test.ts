import { expect, test } from "vitest";
import { applyFilters, choicesIn, type Filters, readFilters, withFilters } from "./filters.ts";

const row = (code: string, effective: string | null, framework: string, betterCareFund = false) => ({
  code,
  betterCareFund,
  rating: { effective },
  metric: { code, framework },
});
const groups = [
  { layer: { id: "1", title: "Prevent need" }, rows: [row("a", "GREEN", "ASCOF"), row("b", null, "LOCAL")] },
  { layer: { id: "2", title: "Meet need" }, rows: [row("c", "RED", "ASCOF", true)] },
  { layer: null, rows: [row("d", "RED", "LOCAL")] },
];
const all: Filters = { rating: null, layer: null, framework: null, betterCareFund: false };
const codes = (filters: Partial<Filters>) =>
  applyFilters(groups, { ...all, ...filters }).flatMap((group) => group.rows.map(({ code }) => code));

test.each([
  [{}, ["a", "b", "c", "d"]],
  [{ rating: "RED" }, ["c", "d"]],
  [{ rating: "NOT_RATED" }, ["b"]],
  [{ layer: "Prevent need" }, ["a", "b"]],
  [{ framework: "LOCAL" }, ["b", "d"]],
  [{ betterCareFund: true }, ["c"]],
  [{ rating: "RED", framework: "LOCAL" }, ["d"]],
  [{ rating: "AMBER" }, []],
])("%o leaves %o", (filters, expected) => {
  expect(codes(filters)).toEqual(expected);
});

test("groups without rows disappear", () => {
  expect(applyFilters(groups, { ...all, rating: "GREEN" })).toHaveLength(1);
});

test("the row that somebody edits stays, whatever its rating has become", () => {
  const shown = applyFilters(groups, { ...all, rating: "RED" }, "a");
  expect(shown.flatMap(({ rows }) => rows.map(({ code }) => code))).toEqual(["a", "c", "d"]);
});

test("choices are what occurs, with the rows that each leaves", () => {
  expect(choicesIn(groups, all)).toEqual({
    ratings: [
      { value: "GREEN", count: 1 },
      { value: "NOT_RATED", count: 1 },
      { value: "RED", count: 2 },
    ],
    layers: [
      { value: "Prevent need", count: 2 },
      { value: "Meet need", count: 1 },
    ],
    frameworks: [
      { value: "ASCOF", count: 2 },
      { value: "LOCAL", count: 2 },
    ],
    betterCareFund: 1,
  });
});

test("a choice is counted with the other filters as they are, and its own set aside", () => {
  const choices = choicesIn(groups, { ...all, rating: "GREEN", framework: "ASCOF" });
  expect(choices.ratings.map(({ count }) => count)).toEqual([1, 0, 1]);
  expect(choices.frameworks.map(({ count }) => count)).toEqual([1, 0]);
  expect(choices.betterCareFund).toBe(0);
});

test("filters come and go in the address, and nothing else does", () => {
  const search = new URLSearchParams("organisation=E1&rating=RED&bcf=yes&figures=latest");
  const next = withFilters(search, { ...readFilters(search), rating: null, layer: "Meet need" });
  expect(String(next)).toBe("organisation=E1&bcf=yes&figures=latest&layer=Meet+need");
  expect(String(withFilters(next, all))).toBe("organisation=E1&figures=latest");
});

test("empty parameters filter nothing", () => {
  expect(readFilters(new URLSearchParams("rating=&layer=&framework=&bcf="))).toEqual(all);
});
