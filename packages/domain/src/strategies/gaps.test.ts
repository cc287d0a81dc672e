import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actionsWithoutAssessment,
  countForGaps,
  elementsAbove,
  elementsBeneath,
  elementsWithoutAssessment,
  isOverdue,
  outcomesWithoutMetric,
  prioritiesWithoutMetric,
  type TreeElement,
} from "./gaps.ts";
import { ACTION_STATUSES } from "./vocabulary.ts";

const TREE: TreeElement[] = [
  { id: "layer", parentId: null, kind: "LAYER" },
  { id: "a", parentId: null, kind: "OUTCOME" },
  { id: "a1", parentId: "a", kind: "SUPPORTING_OUTCOME" },
  { id: "a2", parentId: "a", kind: "SUPPORTING_OUTCOME" },
  { id: "b", parentId: null, kind: "OUTCOME" },
  { id: "p", parentId: null, kind: "PRIORITY" },
];
const idsOf = (elements: TreeElement[]) => elements.map(({ id }) => id);

describe("outcomesWithoutMetric", () => {
  it.each([
    [[], ["a", "a1", "a2", "b"]],
    [["a1"], ["a2", "b"]],
    [["a"], ["a1", "a2", "b"]],
    [["a2", "b", "layer"], ["a1"]],
  ])("where %j are measured: %j", (measured, gaps) => {
    expect(idsOf(outcomesWithoutMetric(TREE, new Set(measured)))).toEqual(gaps);
  });
});

describe("elementsWithoutAssessment", () => {
  it("asks for priorities too, and never for layers", () => {
    expect(idsOf(elementsWithoutAssessment(TREE, new Set(["a1"])))).toEqual(["a2", "b", "p"]);
  });
});

describe("actionsWithoutAssessment", () => {
  const action = (id: string, elementId: string | null, status: (typeof ACTION_STATUSES)[number]) => ({
    id,
    elementId,
    status,
  });
  const ACTIONS = [
    action("for a", "a", "NOT_STARTED"),
    action("for a1", "a1", "IN_PROGRESS"),
    action("for b", "b", "NOT_STARTED"),
    action("for nothing", null, "IN_PROGRESS"),
    action("done", "b", "DONE"),
    action("cancelled", null, "CANCELLED"),
  ];
  it.each([
    [[], [], ["for a", "for a1", "for b", "for nothing"]],
    [["a"], [], ["for b", "for nothing"]],
    [["a1"], [], ["for b", "for nothing"]],
    [["a2"], [], ["for a1", "for b", "for nothing"]],
    [["b"], ["for nothing", "for a"], ["for a1"]],
  ])("where %j are assessed and %j joined: %j", (assessed, joined, gaps) => {
    const found = actionsWithoutAssessment(TREE, ACTIONS, {
      assessed: new Set(assessed),
      joined: new Set(joined),
    });
    expect(found.map(({ id }) => id)).toEqual(gaps);
  });
});

describe("prioritiesWithoutMetric", () => {
  it.each([
    [[], ["p"]],
    [["a"], ["p"]],
    [["p"], []],
  ])("where %j are measured: %j", (measured, gaps) => {
    expect(idsOf(prioritiesWithoutMetric(TREE, new Set(measured)))).toEqual(gaps);
  });
});

describe("countForGaps", () => {
  it("is what each list of gaps comes to when nothing is covered", () => {
    expect(countForGaps(TREE)).toEqual({ outcomes: 4, priorities: 1, toBeReached: 5 });
    const none = new Set<string>();
    expect([
      outcomesWithoutMetric(TREE, none).length,
      prioritiesWithoutMetric(TREE, none).length,
      elementsWithoutAssessment(TREE, none).length,
    ]).toEqual([4, 1, 5]);
  });
});

describe("elementsBeneath", () => {
  it("ends even where a plan loops", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }), (parents) => {
        const loops = parents.map(
          (parent, index): TreeElement => ({ id: `${index}`, parentId: `${parent}`, kind: "OUTCOME" }),
        );
        expect(elementsBeneath(loops, "0").has("0")).toBe(true);
        expect(elementsAbove(loops, "0").has("0")).toBe(true);
      }),
    );
  });
});

describe("isOverdue", () => {
  it.each([
    ["2020-03-31", "2020-04-01", ["NOT_STARTED", "IN_PROGRESS", "DELAYED"]],
    ["2020-03-31", "2020-03-31", []],
    [null, "2090-01-01", []],
  ])("due %s, on %s", (dueEnd, on, late) => {
    expect(ACTION_STATUSES.filter((status) => isOverdue({ status, dueEnd }, on))).toEqual(late);
  });
});
