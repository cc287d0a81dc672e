import { expect, test } from "vitest";
import { countWords, describeLength } from "./counting.ts";
import { formatDate, formatInstant, formatTime, joinDate, splitDate } from "./dates.ts";

test.each([
  ["2020-01-20", "20 January 2020"],
  ["2019-11-05", "5 November 2019"],
  ["TBC", "TBC"],
])("%s reads %s", (date, words) => {
  expect(formatDate(date)).toBe(words);
});

test("instants are told by the clock of the council, summer time included", () => {
  expect(formatTime("2026-07-01T13:02:00Z")).toBe("14:02");
  expect(formatInstant("2026-11-22T00:05:00Z")).toBe("22 November 2026 at 00:05");
  expect(formatInstant("2026-06-30T23:30:00Z")).toBe("1 July 2026 at 00:30");
});

test.each([
  [{ day: "", month: "", year: "" }, null, null],
  [{ day: "5", month: "1", year: "2020" }, "2020-01-05", null],
  [{ day: " 29 ", month: "02", year: "2024" }, "2024-02-29", null],
  [{ day: "29", month: "2", year: "2023" }, null, "Date must be a real date"],
  [{ day: "x", month: "2", year: "2023" }, null, "Date must be a real date"],
  [{ day: "", month: "2", year: "" }, null, "Date must include a day and a year"],
  [{ day: "1", month: "2", year: "23" }, null, "Year must have 4 numbers"],
])("%o is the date %s, or the problem %s", (parts, date, problem) => {
  expect(joinDate(parts)).toEqual({ date, problem });
});

test("a stored date fills the boxes, and anything else leaves them empty", () => {
  expect(splitDate("2020-01-05")).toEqual({ day: "5", month: "1", year: "2020" });
  expect(splitDate("TBC")).toEqual({ day: "", month: "", year: "" });
});

test.each([
  ["", 0],
  ["  two\n\nwords ", 2],
  ["re-procurement of £1.41m", 3],
])("%o has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test.each([
  ["one two", { max: 3, unit: "words" }, "You have 1 word remaining", false],
  ["one two", { max: 2, unit: "words" }, "You have 0 words remaining", false],
  ["four", { max: 1, unit: "characters" }, "You have 3 characters too many", true],
  ["👍", { max: 1, unit: "characters" }, "You have 0 characters remaining", false],
  ["one two", null, "2 words", false],
] as const)("%o within %o: %s", (text, limit, message, over) => {
  expect(describeLength(text, limit)).toEqual({ message, over });
});
