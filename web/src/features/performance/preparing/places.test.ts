import { expect, test } from "vitest";
import { layersOf, outcomesOf } from "./places.ts";

type Strategies = Parameters<typeof outcomesOf>[0];
type Element = Strategies[number]["elements"][number];

const element = (id: string, kind: Element["kind"], parent: string | null = null): Element => ({
  id,
  kind,
  title: `Title of ${id}`,
  parent: parent === null ? null : { id: parent },
});

const plan: Strategies = [
  {
    id: "p",
    title: "The plan",
    elements: [
      element("layer", "LAYER"),
      element("o1", "OUTCOME"),
      element("s1", "SUPPORTING_OUTCOME", "o1"),
      element("o2", "OUTCOME"),
      element("priority", "PRIORITY"),
    ],
  },
];

test("layers and outcomes are told apart by their plan", () => {
  expect(layersOf(plan)).toEqual([{ value: "layer", label: "Title of layer (The plan)" }]);
  expect(outcomesOf(plan).map(({ label }) => label)).toEqual([
    "Title of o1 (The plan)",
    "Title of o1: Title of s1 (The plan)",
    "Title of o2 (The plan)",
  ]);
});

test("a supporting outcome stands for its outcome as well", () => {
  expect(outcomesOf(plan)[1]).toMatchObject({ outcome: "o1", supportingOutcome: "s1" });
});
