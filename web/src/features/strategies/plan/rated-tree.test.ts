import { expect, test } from "vitest";
import { metricsOfOtherYears, ownRows, pathTo } from "./rated-tree.ts";
import { growTree } from "./tree.ts";

const metric = (code: string) => ({ id: `id ${code}`, code, title: code });
const row = (position: number, code: string) => ({ position, metric: { id: `id ${code}` } });
const element = (
  id: string,
  parent: string | null,
  codes: string[],
  rows: ReturnType<typeof row>[] | null,
) => ({
  id,
  parent: parent ? { id: parent } : null,
  metrics: codes.map(metric),
  ratings: rows && { rows },
});

const TREE = growTree([
  element("a", null, ["own"], [row(1, "own"), row(2, "x"), row(3, "y")]),
  element("a1", "a", ["x", "old"], [row(2, "x")]),
  element("a2", "a", ["y"], [row(3, "y")]),
  element("b", null, ["z"], null),
]);
const branchOf = (id: string, branches = TREE): (typeof TREE)[number] => {
  const found = branches
    .flatMap((branch) => [branch, ...branch.branches])
    .find((each) => each.element.id === id);
  if (!found) throw new Error(id);
  return found;
};

test("an element's own rows are those of no branch beneath it: all rows are shown, each once", () => {
  const shown = ["a", "a1", "a2", "b"].map((id) => ownRows(branchOf(id)).map(({ position }) => position));
  expect(shown).toEqual([[1], [2], [3], []]);
});

test("metrics of other years are those without a row", () => {
  const codes = ["a", "a1", "b"].map((id) => metricsOfOtherYears(branchOf(id)).map(({ code }) => code));
  expect(codes).toEqual([[], ["old"], ["z"]]);
});

test.each([
  ["a", []],
  ["a2", ["a"]],
  ["nowhere", []],
])("the way to %s leads through %j", (id, path) => {
  expect(pathTo(TREE, id)).toEqual(path);
});

test("the way leads through every level", () => {
  const flat = (id: string, parent: string | null) => ({ id, parent: parent ? { id: parent } : null });
  expect(pathTo(growTree([flat("1", null), flat("2", "1"), flat("3", "2")]), "3")).toEqual(["1", "2"]);
});
