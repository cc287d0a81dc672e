import { expect, test } from "vitest";
import type { Figure } from "../words.ts";
import { chartSeries, financialYearOf, lineOf } from "./series.ts";

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

const target = (
  low: string,
  high: string | null,
  kind: Figure["period"]["kind"],
  start: string,
  end: string,
) => ({
  kind: "TARGET" as const,
  low,
  high,
  display: "",
  note: null,
  period: { code: "", label: "", kind, start, end },
});
const YEAR_2019 = ["FINANCIAL_YEAR", "2019-04-01", "2020-03-31"] as const;
const TO_NOVEMBER_2019 = ["MONTH_RANGE", "2019-04-01", "2019-11-30"] as const;

test("years carry one number a line, blanks leave gaps, and the yardstick is the year's own", () => {
  const figures = [
    figure("176.5", ...TO_NOVEMBER_2019),
    figure("190.0", "FINANCIAL_YEAR", "2018-04-01", "2019-03-31"),
    figure(null, "FINANCIAL_YEAR", "2020-04-01", "2021-03-31"),
  ];
  const targets = [
    target("146.1", null, ...YEAR_2019),
    target("10", "15", "FINANCIAL_YEAR", "2018-04-01", "2019-03-31"),
  ];
  expect(chartSeries(figures, { targets, definitions: [], accumulation: "SNAPSHOT" })).toEqual({
    points: [
      { year: "2018/19", values: { "Full year": 190 }, targets: {}, band: [10, 15] },
      {
        year: "2019/20",
        values: { "April to November": 176.5 },
        targets: { "Target, full year": 146.1 },
        band: null,
      },
    ],
    lines: ["Full year", "April to November"],
    targetLines: ["Target, full year"],
    breaks: [],
  });
});

test.each([
  ["the target of the whole year", target("146.1", null, ...YEAR_2019), []],
  ["its own milestone", target("97.4", null, ...TO_NOVEMBER_2019), ["Target, April to November"]],
])("a count to November is set beside %s: %o", (_name, yardstick, lines) => {
  const metric = { targets: [yardstick], definitions: [], accumulation: "CUMULATIVE" as const };
  expect(chartSeries([figure("107.8", ...TO_NOVEMBER_2019)], metric).targetLines).toEqual(lines);
});

test("a new definition marks its year as a break and starts a line of its own", () => {
  const definition = (validFrom: string | null, breakNote: string | null) => ({
    validFrom,
    validTo: null,
    text: "How it is counted",
    breakNote,
    source: null,
  });
  const definitions = [
    definition(null, null),
    definition("2017-04-01", "Counted another way"),
    definition("2023-04-01", "Code used again"),
  ];
  const figures = [
    figure("1", "FINANCIAL_YEAR", "2016-04-01", "2017-03-31"),
    figure("2", "FINANCIAL_YEAR", "2017-04-01", "2018-03-31"),
  ];
  const series = chartSeries(figures, { targets: [], definitions, accumulation: "PERIOD" });
  expect(series.breaks).toEqual([{ year: "2017/18", note: "Counted another way" }]);
  expect(series.lines).toEqual(["Full year", "Full year, definition from 2017/18"]);
});
