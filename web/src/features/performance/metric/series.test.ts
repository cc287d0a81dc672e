import { periodOf } from "@due-regard/domain/metrics/period";
import { expect, test } from "vitest";
import type { Figure } from "../words.ts";
import { axisLabel, chooseSeries, newestWithValue, seriesIn } from "./series.ts";

const figure = (code: string, value: string | null = "1", status: Figure["status"] = "ACTUAL") => ({
  period: periodOf(code),
  value,
  status: value === null ? ("NOT_AVAILABLE" as const) : status,
});

test("like goes with like: years apart from years to date", () => {
  const series = seriesIn([
    figure("2016-17"),
    figure("2017-04/2017-11"),
    figure("2018-19"),
    figure("2019-04/2019-11"),
    figure("2020-04/2020-11"),
  ]);
  expect(series.map(({ key, label, values }) => [key, label, values])).toEqual([
    ["years", "Financial years", 2],
    ["april-to-november", "April to November", 3],
  ]);
  expect(series[0]?.periods.map(({ code }) => code)).toEqual(["2016-17", "2017-18", "2018-19"]);
});

test.each([
  [["2019-20", "2018-04/2018-11", "2019-04/2019-11"], "april-to-november"],
  [["2019-20", "2018-19", "2017-04/2017-11", "2018-04/2018-11", "2019-04/2019-11"], "years"],
  [["2019-20", "2020-04/2020-11"], "april-to-november"],
  [["2019-11", "2019-12"], "months"],
])("of %j the first to be shown is %s", (codes, key) => {
  expect(chooseSeries(seriesIn(codes.map((code) => figure(code))), null)?.key).toBe(key);
});

test("an address may ask for another, and nothing comes of nothing", () => {
  const series = seriesIn(["2018-19", "2019-20", "2019-04/2019-11"].map((code) => figure(code)));
  expect(chooseSeries(series, "april-to-november")?.label).toBe("April to November");
  expect(chooseSeries(series, "fortnights")?.key).toBe("years");
  expect(chooseSeries([], null)).toBe(null);
});

test("blanks count as no value, and forecasts as no actual", () => {
  const figures = [figure("2017-18"), figure("2018-19", null), figure("2019-20", "2", "FORECAST")];
  const [years] = seriesIn(figures);
  expect(years?.values).toBe(2);
  expect(newestWithValue(years ?? null, figures)?.code).toBe("2017-18");
  expect(newestWithValue(null, figures)).toBe(null);
});

test.each([
  ["2019-20", "2019/20"],
  ["AY2017-18", "2017/18"],
  ["2019-20-Q3", "Q3 2019/20"],
  ["2019-11", "Nov 19"],
  ["2019-04/2019-11", "2019"],
  ["2019-10/2020-01", "2019/20"],
  ["2017-12-31", "2017"],
])("%s is %s on an axis", (code, label) => {
  expect(axisLabel(periodOf(code))).toBe(label);
});
