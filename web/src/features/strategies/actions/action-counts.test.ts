import { expect, test } from "vitest";
import { describeActions } from "./action-counts.ts";

test.each([
  [["DONE"], "1 action: 1 done"],
  [["NOT_STARTED", "DONE", "NOT_STARTED", "CANCELLED"], "4 actions: 2 not started, 1 done, 1 cancelled"],
] as const)("%j: %s", (statuses, words) => {
  expect(describeActions(statuses.map((status) => ({ status })))).toBe(words);
});
