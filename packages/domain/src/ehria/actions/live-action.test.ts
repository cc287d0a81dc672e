import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ACTION_STATUSES, isOpenAction } from "../../strategies/vocabulary.ts";
import { checkActionNote, checkNewDue } from "./check-action.ts";
import { dueInForce, isOverdueAction } from "./live-action.ts";

describe("the day by which an action is due", () => {
  test.each([
    ["as signed, when nobody moved it", "2026-05-01", null, null, "2026-05-01"],
    [
      "the new one, in the place of the one that was signed",
      "2026-05-01",
      "2026-09-01",
      "2026-05-01",
      "2026-09-01",
    ],
    ["the new one, where the plan named none", null, "2026-09-01", null, "2026-09-01"],
    ["the one that a later revision was signed with", "2026-12-01", "2026-09-01", "2026-05-01", "2026-12-01"],
    ["none", null, null, null, null],
  ])("is %s", (_name, sealed, movedTo, movedFrom, expected) => {
    expect(dueInForce(sealed, { movedTo, movedFrom })).toBe(expected);
  });

  const day = fc.option(fc.constantFrom("2026-01-01", "2026-05-01", "2026-09-01"));
  it("property: is either the signed one or the one that it was moved to", () => {
    fc.assert(
      fc.property(day, day, day, (sealed, movedTo, movedFrom) => {
        expect([sealed, movedTo]).toContain(dueInForce(sealed, { movedTo, movedFrom }));
      }),
    );
  });
});

test("an action is late from the day after its own, for as long as it is open", () => {
  const late = (today: string) =>
    ACTION_STATUSES.filter((status) => isOverdueAction({ status, due: "2026-05-01" }, today));
  expect(late("2026-05-01")).toEqual([]);
  expect(late("2026-05-02")).toEqual(ACTION_STATUSES.filter(isOpenAction));
  expect(isOverdueAction({ status: "NOT_STARTED", due: null }, "2099-01-01")).toBe(false);
});

const ACTION = { status: "DELAYED", due: "2026-05-01", today: "2026-04-01" } as const;
test.each([
  ["another day", { due: "2026-06-01", reason: "Late data" }, ACTION, []],
  ["today", { due: "2026-04-01", reason: "Sooner" }, ACTION, []],
  ["a day that is past", { due: "2026-03-31", reason: "x" }, ACTION, ["due"]],
  ["the same day", { due: "2026-05-01", reason: "x" }, ACTION, ["due"]],
  ["no reason", { due: "2026-06-01", reason: " " }, ACTION, ["reason"]],
  ["a long reason", { due: "2026-06-01", reason: "x".repeat(2_001) }, ACTION, ["reason"]],
  ["one that is done", { due: "2026-06-01", reason: "x" }, { ...ACTION, status: "DONE" as const }, ["due"]],
])("a new date: %s", (_name, given, action, paths) => {
  expect(checkNewDue(given, action).map(({ path }) => path)).toEqual(paths);
});

test("a note says something, within its limit", () => {
  expect([checkActionNote("  "), checkActionNote("x".repeat(2_001)), checkActionNote("Done")]).toMatchObject([
    [{ path: "note" }],
    [{ path: "note" }],
    [],
  ]);
});
