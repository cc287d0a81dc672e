import { expect, test } from "vitest";
import { likelyChoice, type PeriodChoice, periodChosen, yearOptions } from "./period-choice.ts";

const choice: PeriodChoice = { kind: "YEAR_TO_DATE", year: "2023", month: "11", quarter: "3" };

test.each([
  [{}, "2023-04/2023-11", "April to November 2023"],
  [{ month: "02" }, "2023-04/2024-02", "April 2023 to February 2024"],
  [{ month: "04" }, "2023-04", "April 2023"],
  [{ year: "2003", month: "04" }, "2003-04/2003-04", "April 2003"],
  [{ kind: "QUARTER" }, "2023-24-Q3", "Quarter 3, 2023/24"],
  [{ kind: "FINANCIAL_YEAR" }, "2023-24", "2023/24"],
] as const)("%o is %s", (change, code, label) => {
  expect(periodChosen({ ...choice, ...change })).toMatchObject({ code, label });
});

test.each([
  ["2023-12-05", "2023-04/2023-11"],
  ["2024-01-31", "2023-04/2023-12"],
  ["2024-04-20", "2023-24"],
  ["2024-05-01", "2024-04"],
])("on %s the likely period is %s", (today, code) => {
  expect(periodChosen(likelyChoice(today)).code).toBe(code);
});

test("years run from next year's back over ten", () => {
  const years = yearOptions("2024-03-31");
  expect([years[0]?.label, years.at(-1)?.label, years.length]).toEqual(["2024/25", "2013/14", 12]);
});
