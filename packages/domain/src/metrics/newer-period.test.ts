import { expect, test } from "vitest";
import { newestInSeries } from "./newer-period.ts";
import { periodOf } from "./period.ts";

test.each<[string, string[], string | null]>([
  ["2019-20", ["2018-19", "2020-21", "2021-22"], "2021-22"],
  ["2019-20", ["2019-20", "2018-19"], null],
  // A year to date is no newer year, and a full year no newer year to date.
  ["2019-20", ["2022-04/2022-11"], null],
  [
    "2019-04/2019-11",
    ["2020-21", "2020-04/2020-11", "2022-04/2022-11", "2022-04/2022-12"],
    "2022-04/2022-11",
  ],
  ["2017-18-Q3", ["2017-18-Q4", "2018-19"], "2017-18-Q4"],
  ["2019-11", ["2019-12", "2020-01"], "2020-01"],
  ["2018-03-31", ["2019-03-31", "2019-03-30"], "2019-03-31"],
  ["AY2017-18", ["2018-19", "AY2018-19"], "AY2018-19"],
])("after %s, of %j: %s", (cited, codes, newest) => {
  const candidates = codes.map((code) => ({ period: periodOf(code) }));
  expect(newestInSeries(periodOf(cited), candidates)?.period.code ?? null).toBe(newest);
});
