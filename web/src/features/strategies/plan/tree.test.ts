import { expect, test } from "vitest";
import { growTree } from "./tree.ts";

const element = (id: string, parent: string | null = null) => ({
  id,
  parent: parent ? { id: parent } : null,
});

test("children stand under their parent, in the order of the list", () => {
  const tree = growTree([
    element("a"),
    element("a2", "a"),
    element("b"),
    element("a1", "a"),
    element("a2x", "a2"),
  ]);
  expect(tree).toEqual([
    {
      element: element("a"),
      branches: [
        { element: element("a2", "a"), branches: [{ element: element("a2x", "a2"), branches: [] }] },
        { element: element("a1", "a"), branches: [] },
      ],
    },
    { element: element("b"), branches: [] },
  ]);
});

test("an element whose parent is of another plan is not lost", () => {
  expect(growTree([element("x", "elsewhere")])).toEqual([
    { element: element("x", "elsewhere"), branches: [] },
  ]);
});
