import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownFigure, MAXIMUM_PAST_YEARS, type OutlookQuestion, workOutOutlook } from "./outlook.ts";
import { periodOf } from "./period.ts";

const figure = (code: string, value: string | null, known: Partial<KnownFigure> = {}): KnownFigure => ({
  period: periodOf(code),
  status: "ACTUAL",
  value,
  unit: "COUNT",
  ...known,
});

/** Visits to November of three years, and to the end of two of them. */
const HISTORY = [
  figure("2017-04/2017-11", "66000"),
  figure("2017-18", "90000"),
  figure("2018-04/2018-11", "84000"),
  figure("2018-19", "110000"),
  figure("2019-04/2019-11", "150000"),
];

const ask = (change: Partial<OutlookQuestion> = {}) =>
  workOutOutlook({
    toDate: figure("2019-04/2019-11", "150000"),
    history: HISTORY,
    accumulation: "CUMULATIVE",
    isSeasonal: true,
    definitionStarts: [],
    ...change,
  });

describe("a seasonal count", () => {
  it("is profiled on the earlier years that have both figures", () => {
    expect(ask()).toEqual({
      forecast: {
        value: "200405",
        method: "PROFILED",
        basis: "74.8% of the year was reached by the same month in 2017/18 and 2018/19, on average",
      },
      reason: null,
    });
  });

  it("goes by the years since its definition alone", () => {
    expect(ask({ definitionStarts: ["2014-04-01", "2018-04-01"] }).forecast?.basis).toBe(
      "76.4% of the year was reached by the same month in 2018/19",
    );
    expect(ask({ definitionStarts: ["2019-04-01"] })).toEqual({
      forecast: null,
      reason:
        "The count goes with the seasons: a forecast needs an earlier year with a figure for the same months and one for the whole year, counted as since 1 April 2019",
    });
  });

  it.each([
    ["no whole year", HISTORY.filter(({ period }) => period.kind !== "FINANCIAL_YEAR")],
    ["no year to the same month", HISTORY.filter(({ period }) => period.kind === "FINANCIAL_YEAR")],
    [
      "a whole year that is only forecast",
      [figure("2018-04/2018-11", "84000"), figure("2018-19", "110000", { status: "FORECAST" })],
    ],
    [
      "a whole year in another unit",
      [figure("2018-04/2018-11", "84000"), figure("2018-19", "110", { unit: "HOURS" })],
    ],
    ["a whole year without a figure", [figure("2018-04/2018-11", "84000"), figure("2018-19", null)]],
    ["nothing", []],
  ])("is not forecast from %s, and never by a straight line", (_name, history) => {
    expect(ask({ history })).toEqual({
      forecast: null,
      reason:
        "The count goes with the seasons: a forecast needs an earlier year with a figure for the same months and one for the whole year",
    });
  });

  it("is not profiled on years to come", () => {
    const later = [figure("2021-04/2021-11", "10"), figure("2021-22", "20")];
    expect(ask({ history: later }).forecast).toBe(null);
  });

  it("is profiled on the latest years where there are many", () => {
    const years = Array.from({ length: MAXIMUM_PAST_YEARS + 3 }, (_, index) => 2018 - index);
    const history = years.flatMap((year) => [
      figure(`${year}-04/${year}-11`, "50"),
      figure(`${year}-${String((year + 1) % 100).padStart(2, "0")}`, "100"),
    ]);
    expect(ask({ history }).forecast?.basis).toBe(
      "50.0% of the year was reached by the same month in 2014/15, 2015/16, 2016/17, 2017/18 and 2018/19, on average",
    );
  });
});

describe("a count that grows evenly", () => {
  it("goes in a straight line, whatever earlier years did", () => {
    expect(ask({ isSeasonal: false }).forecast).toEqual({
      value: "225000",
      method: "LINEAR",
      basis: "8 months of 12, straight line",
    });
  });

  it("can be forecast from its first month and its first quarter", () => {
    const from = (code: string) => ask({ isSeasonal: false, toDate: figure(code, "100") }).forecast?.value;
    expect([from("2019-04"), from("2019-20-Q1")]).toEqual(["1200", "400"]);
  });
});

describe("no forecast, and why", () => {
  it.each([
    ["There is no figure yet to forecast from", { toDate: figure("2019-04/2019-11", null) }],
    [
      "Only a count that adds up through the year can be forecast from part of it",
      { accumulation: "PERIOD" },
    ],
    [
      "Only a count that adds up through the year can be forecast from part of it",
      { accumulation: "SNAPSHOT" },
    ],
    ["The figure is for the whole year", { toDate: figure("2018-19", "1") }],
    ["The figure is for the whole year", { toDate: figure("AY2018-19", "1") }],
    ["Quarter 3, 2019/20 does not begin with the financial year", { toDate: figure("2019-20-Q3", "1") }],
    ["30 November 2019 does not begin with the financial year", { toDate: figure("2019-11-30", "1") }],
    ["1 April 2019 does not begin with the financial year", { toDate: figure("2019-04-01", "1") }],
    [
      "What is counted changed on 1 July 2019, within the year",
      { definitionStarts: ["2019-07-01"], isSeasonal: false },
    ],
    ["What is counted changed on 1 January 2020, within the year", { definitionStarts: ["2020-01-01"] }],
  ] as [string, Partial<OutlookQuestion>][])("%s", (reason, change) => {
    expect(ask(change)).toEqual({ forecast: null, reason });
  });

  it("there is always either a forecast or a reason, and a forecast is of the method that suits", () => {
    const codes = fc.constantFrom("2019-04/2019-11", "2019-20", "2019-20-Q3", "2019-11", "2019-11-30");
    fc.assert(
      fc.property(codes, fc.boolean(), fc.integer({ min: 0, max: 10 ** 6 }), (code, isSeasonal, value) => {
        const { forecast, reason } = ask({ toDate: figure(code, `${value}`), isSeasonal });
        expect(forecast === null).toBe(reason !== null);
        if (forecast) expect(forecast.method).toBe(isSeasonal ? "PROFILED" : "LINEAR");
      }),
    );
  });
});
