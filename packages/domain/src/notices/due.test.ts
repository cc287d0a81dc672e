import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "../metrics/calendar.ts";
import { DUE_SOON_DAYS, type DueStage, dueInWords, dueOn, dueStage, readExpected } from "./due.ts";

const shown = (window: ReturnType<typeof readExpected>): string =>
  window ? `${window.from} ${window.to}` : "-";

describe("when results are expected", () => {
  test.each([
    // As the papers print it.
    ["May 2018", "2018-05-01 2018-05-31"],
    ["Autumn 2023", "2023-09-01 2023-11-30"],
    ["2018/19", "2018-04-01 2019-03-31"],
    // As people may record it.
    ["2026-12-05", "2026-12-05 2026-12-05"],
    [" 5 December 2026 ", "2026-12-05 2026-12-05"],
    ["05 dec 2026", "2026-12-05 2026-12-05"],
    ["Feb 24", "2024-02-01 2024-02-29"],
    ["May '24", "2024-05-01 2024-05-31"],
    ["winter 2023", "2023-12-01 2024-02-29"],
    ["2019-05", "2019-05-01 2019-05-31"],
    ["2010-11", "2010-04-01 2011-03-31"],
    ["2018–19", "2018-04-01 2019-03-31"],
    // What names no time.
    ["soon", "-"],
    ["", "-"],
    ["2026-02-30", "-"],
    ["31 June 2026", "-"],
    ["Smarch 2026", "-"],
    ["2019-13", "-"],
    ["2018/20", "-"],
  ])("“%s”", (text, expected) => {
    expect(shown(readExpected(text))).toBe(expected);
  });

  it("property: never throws, and never ends before it begins", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        const window = readExpected(text);
        if (window) expect(window.from <= window.to).toBe(true);
      }),
    );
  });
});

describe("a date's stages", () => {
  test.each<[string, string, string, DueStage | null]>([
    ["eight days before", "2026-12-05", "2026-11-27", null],
    ["a week before", "2026-12-05", "2026-11-28", "DUE_SOON"],
    ["on the day", "2026-12-05", "2026-12-05", "DUE_SOON"],
    ["the day after", "2026-12-05", "2026-12-06", "OVERDUE"],
    ["years after", "2018-05-31", "2026-11-28", "OVERDUE"],
  ])("%s", (_name, due, today, expected) => {
    expect(dueStage(dueOn(due), today)).toBe(expected);
  });

  it("counts from the first day of a stretch, and is late after its last", () => {
    const may = { from: "2026-05-01", to: "2026-05-31" };
    const stages = ["2026-04-23", "2026-04-24", "2026-05-31", "2026-06-01"].map((day) => dueStage(may, day));
    expect(stages).toEqual([null, "DUE_SOON", "DUE_SOON", "OVERDUE"]);
  });

  it("property: stages follow each other, each at one time only", () => {
    const order = [null, "DUE_SOON", "OVERDUE"];
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), fc.integer({ min: -500, max: 500 }), (start, length, offset) => {
        const from = start.toISOString().slice(0, 10);
        const window = { from, to: addDays(from, length) };
        const today = addDays(from, offset);
        const stage = dueStage(window, today);
        expect(order.indexOf(dueStage(window, addDays(today, 1)))).toBeGreaterThanOrEqual(
          order.indexOf(stage),
        );
        expect(stage === null).toBe(offset < -DUE_SOON_DAYS);
        expect(stage === "OVERDUE").toBe(offset > length);
      }),
    );
  });
});

test.each([
  ["2026-12-05", "5 December 2026"],
  ["May 2023", "May 2023"],
  ["2018/19", "2018/19"],
])("%s is shown as %s", (text, expected) => {
  expect(dueInWords(text)).toBe(expected);
});
