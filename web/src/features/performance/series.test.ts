import { expect, test } from "vitest";
import { chartSeries, financialYearOf, lineOf } from "./series.ts";
import type { Figure } from "./words.ts";

test.each([
  ["2020-03-31", "2019/20"],
  ["2019-04-01", "2019/20"],
  ["1999-12-31", "1999/00"],
])("%s lies in %s", (date, year) => {
  expect(financialYearOf(date)).toBe(year);
});

test.each([
  [{ kind: "FINANCIAL_YEAR", start: "2019-04-01", end: "2020-03-31" }, "Full year"],
  [{ kind: "MONTH_RANGE", start: "2019-04-01", end: "2019-11-30" }, "April to November"],
  [{ kind: "QUARTER", start: "2017-10-01", end: "2017-12-31" }, "October to December"],
  [{ kind: "MONTH", start: "2019-11-01", end: "2019-11-30" }, "November"],
  [{ kind: "SNAPSHOT", start: "2017-12-31", end: "2017-12-31" }, "Position in December"],
  [{ kind: "ACADEMIC_YEAR", start: "2017-08-01", end: "2018-07-31" }, "Academic year"],
] as const)("%o is drawn on the line %s", (period, line) => {
  expect(lineOf(period)).toBe(line);
});

const figure = (value: string | null, kind: Figure["period"]["kind"], start: string, end: string) =>
  ({ value, period: { code: "", label: "", kind, start, end } }) as Figure;

test("years carry one number a line, blanks leave gaps, and the yardstick is the year's own", () => {
  const figures = [
    figure("176.5", "MONTH_RANGE", "2019-04-01", "2019-11-30"),
    figure("190.0", "FINANCIAL_YEAR", "2018-04-01", "2019-03-31"),
    figure(null, "FINANCIAL_YEAR", "2020-04-01", "2021-03-31"),
  ];
  const target = (low: string, high: string | null, start: string, end: string) => ({
    kind: "TARGET" as const,
    low,
    high,
    display: "",
    note: null,
    period: { code: "", label: "", start, end },
  });
  const targets = [
    target("146.1", null, "2019-04-01", "2020-03-31"),
    target("10", "15", "2018-04-01", "2019-03-31"),
  ];
  expect(chartSeries(figures, targets, [])).toEqual({
    points: [
      { year: "2018/19", values: { "Full year": 190 }, target: null, band: [10, 15] },
      { year: "2019/20", values: { "April to November": 176.5 }, target: 146.1, band: null },
    ],
    lines: ["April to November", "Full year"],
    breaks: [],
  });
});

test("a new definition marks its year as a break, when the year is on the chart", () => {
  const definition = (validFrom: string | null, breakNote: string | null) => ({
    validFrom,
    validTo: null,
    text: "How it is counted",
    breakNote,
    source: null,
  });
  const series = chartSeries(
    [figure("1", "FINANCIAL_YEAR", "2017-04-01", "2018-03-31")],
    [],
    [
      definition(null, null),
      definition("2017-04-01", "Counted another way"),
      definition("2023-04-01", "Code used again"),
    ],
  );
  expect(series.breaks).toEqual([{ year: "2017/18", note: "Counted another way" }]);
});
