import { describe, expect, it } from "vitest";
import { columnsOf, type DashboardColumn } from "./dashboard-columns.ts";

const cells = (...names: string[]) => new Set(names);
const filled = (...columns: DashboardColumn[]) => new Set(columns);

describe("columns of a dashboard", () => {
  it.each([
    [
      "the County's 2017/18",
      {
        periodKind: "MONTH_RANGE",
        printed: cells("aim", "progress", "quartile"),
        filled: filled("BENCHMARK"),
      },
      "CODE MEASURE AIM RATING PROGRESS TARGET CURRENT PREVIOUS QUARTILE",
    ],
    [
      "the County's 2019/20, which gives next year's target and no progress",
      {
        periodKind: "MONTH_RANGE",
        printed: cells("aim", "nextTarget", "quartile"),
        filled: filled("NEXT_TARGET", "PROGRESS", "COMMENTS"),
      },
      "CODE MEASURE AIM RATING TARGET CURRENT NEXT_TARGET PREVIOUS QUARTILE",
    ],
    [
      "the City's quarter 3",
      {
        periodKind: "QUARTER",
        printed: cells("rank", "comments", "progress"),
        filled: filled("BENCHMARK", "EARLIER_RANK", "EARLIER_THIS_YEAR"),
      },
      "CODE MEASURE PREVIOUS BENCHMARK RANK EARLIER_RANK EARLIER_THIS_YEAR CURRENT TARGET RATING PROGRESS COMMENTS",
    ],
    [
      "one prepared here, with nothing in it yet",
      { periodKind: "FINANCIAL_YEAR", printed: null, filled: filled() },
      "CODE MEASURE AIM RATING PROGRESS TARGET CURRENT PREVIOUS",
    ],
    [
      "one prepared here, with ranks and commentary",
      { periodKind: "MONTH_RANGE", printed: null, filled: filled("RANK", "COMMENTS", "NEXT_TARGET") },
      "CODE MEASURE AIM RATING PROGRESS TARGET CURRENT NEXT_TARGET PREVIOUS RANK COMMENTS",
    ],
  ] as const)("%s", (_name, question, expected) => {
    expect(columnsOf(question)).toEqual(expected.split(" "));
  });
});
