import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePeriods, type Period, periodOf } from "./period.ts";
import { fillSeries, followingPeriod, stretchOf } from "./series.ts";

describe("stretchOf", () => {
  it.each([
    ["2019-20", "years", "Financial years"],
    ["AY2017-18", "academic-years", "Academic years"],
    ["2019-20-Q3", "quarters", "Quarters"],
    ["2019-11", "months", "Months"],
    ["2019-04/2019-11", "april-to-november", "April to November"],
    ["2017-12-31", "end-of-december", "Position at the end of December"],
    ["2020-02-29", "end-of-february", "Position at the end of February"],
    ["2017-12-01", "on-1-december", "Position on 1 December"],
  ])("%s is one of %s", (code, key, label) => {
    expect(stretchOf(periodOf(code))).toEqual({ key, label });
  });

  it("keeps a year to date apart from the year, and from another stretch of it", () => {
    const keys = ["2019-20", "2019-04/2019-11", "2019-04/2019-12"].map(
      (code) => stretchOf(periodOf(code)).key,
    );
    expect(new Set(keys).size).toBe(3);
  });
});

describe("followingPeriod", () => {
  it.each([
    ["2019-20", "2020-21"],
    ["1999-00", "2000-01"],
    ["AY2017-18", "AY2018-19"],
    ["2019-20-Q3", "2019-20-Q4"],
    ["2019-20-Q4", "2020-21-Q1"],
    ["2019-11", "2019-12"],
    ["2019-12", "2020-01/2020-01"],
    ["2019-04/2019-11", "2020-04/2020-11"],
    ["2019-02-28", "2020-02-29"],
  ])("%s is followed by %s", (code, next) => {
    expect(followingPeriod(periodOf(code)).start).toBe(periodOf(next).start);
    expect(followingPeriod(periodOf(code)).end).toBe(periodOf(next).end);
  });

  it("stays in its series and moves on", () => {
    const codes = [
      "2019-20",
      "AY2017-18",
      "2019-20-Q2",
      "2019-05",
      "2019-04/2019-11",
      "2017-12-31",
      "2019-02-28",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 0, max: 60 }), (code, steps) => {
        let period: Period = periodOf(code);
        for (let step = 0; step < steps; step += 1) period = followingPeriod(period);
        const next = followingPeriod(period);
        expect(stretchOf(next)).toEqual(stretchOf(period));
        expect(comparePeriods(period, next)).toBeLessThan(0);
      }),
    );
  });
});

describe("fillSeries", () => {
  it.each([
    [
      ["2021-22", "2016-17", "2018-19"],
      ["2016-17", "2017-18", "2018-19", "2019-20", "2020-21", "2021-22"],
    ],
    [
      ["2019-20-Q4", "2020-21-Q2"],
      ["2019-20-Q4", "2020-21-Q1", "2020-21-Q2"],
    ],
    [["2016-17"], ["2016-17"]],
    [["2016-17", "2016-17"], ["2016-17"]],
    [[], []],
    // A year that somebody mistyped makes no thousand gaps.
    [
      ["1016-17", "2016-17"],
      ["1016-17", "2016-17"],
    ],
  ])("%j is drawn as %j", (codes, expected) => {
    expect(fillSeries(codes.map(periodOf)).map(({ code }) => code)).toEqual(expected);
  });
});
