import { expect, test } from "vitest";
import { applyFilters, choicesIn, type Filters, readFilters } from "./filters.ts";

const row = (code: string, effective: string | null, framework: string, betterCareFund = false) => ({
  code,
  betterCareFund,
  rating: { effective },
  metric: { framework },
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

test("choices are what occurs", () => {
  expect(choicesIn(groups)).toEqual({
    ratings: ["GREEN", "NOT_RATED", "RED"],
    layers: ["Prevent need", "Meet need"],
    frameworks: ["ASCOF", "LOCAL"],
    betterCareFund: true,
  });
});

test("empty parameters filter nothing", () => {
  expect(readFilters(new URLSearchParams("rating=&layer=&framework=&bcf="))).toEqual(all);
});
