import { expect, test } from "vitest";
import { waitingOn } from "./deadline.ts";

test.each([
  ["2020-01-20", "2020-01-20", 0, "2020-02-17", false],
  ["2020-01-20", "2020-02-17", 28, "2020-02-17", false],
  ["2020-01-20", "2020-02-18", 29, "2020-02-17", true],
  // The clocks go forward in between: a day is a day.
  ["2020-03-28", "2020-03-30", 2, "2020-04-25", false],
  ["2020-01-20", "2020-01-19", 0, "2020-02-17", false],
])("submitted on %s, on %s: %i days, by %s", (submitted, today, days, by, isOverdue) => {
  expect(waitingOn(submitted, today)).toEqual({ days, decideBy: by, isOverdue });
});
