import { expect, test } from "vitest";
import { checkDraft, fieldOf, overdueChange, statusChange } from "./progress-draft.ts";

test.each([
  ["Two bids are in.", []],
  ["x".repeat(2_000), []],
  [` ${"x".repeat(2_000)} `, []],
  ["x".repeat(2_001), ["What has been done must be 2,000 characters or fewer"]],
  ["", ["Enter what has been done"]],
  [" \n ", ["Enter what has been done"]],
])("note %#", (note, messages) => {
  const errors = checkDraft("a", { note, status: "DONE" });
  expect(errors.map(({ message }) => message)).toEqual(messages);
  expect(errors.every(({ field }) => field === "a-note")).toBe(true);
});

test("a status that stays is said to stay", () => {
  expect(statusChange("DONE", "DONE")).toBe("Stays “Done”");
  expect(statusChange("NOT_STARTED", "IN_PROGRESS")).toBe("Changes from “Not started” to “In progress”");
});

test.each([
  ["NOT_STARTED", "DONE", "It will no longer be overdue"],
  ["CANCELLED", "IN_PROGRESS", "It will be overdue"],
  ["NOT_STARTED", "IN_PROGRESS", null],
  ["DONE", "CANCELLED", null],
] as const)("from %s to %s on a day after it was due: %s", (status, to, words) => {
  expect(overdueChange({ status, dueBy: "2020-03-31" }, to, "2020-04-01")).toBe(words);
  expect(overdueChange({ status, dueBy: "2020-03-31" }, to, "2020-03-31")).toBe(null);
  expect(overdueChange({ status, dueBy: null }, to, "2020-04-01")).toBe(null);
});

test("the API's problems lead to the fields that they are about", () => {
  expect(["note", "status", "idempotencyKey"].map((path) => fieldOf("a", path))).toEqual([
    "a-note",
    "a-status",
    null,
  ]);
});
