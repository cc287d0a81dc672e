import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastByOfficer, forecastLinear, forecastProfiled } from "./forecast.ts";

/**
 * Every full-year forecast that the papers print beside the count it rests on. Null: the papers give no earlier year that
 * could profile it. `by`: what the printed figure comes from.
 */
const PRINTED = [
  // County, April to November: the dashboard of January 2018, paragraph 27.
  {
    row: "County 18-64, 2017/18",
    toDate: "24",
    months: 8,
    past: [],
    printed: "36",
    linear: "36",
    profiled: null,
  },
  // January 2020, paragraph 32.
  {
    row: "County 18-64, 2019/20",
    toDate: "20",
    months: 8,
    past: [],
    printed: "31",
    linear: "30",
    profiled: null,
  },
  {
    row: "County 65+, 2019/20",
    toDate: "590",
    months: 8,
    past: [],
    printed: "900",
    linear: "885",
    profiled: null,
  },
  // January 2021, paragraph 33; 2019/20 ended at 23 and 893.
  {
    row: "County 18-64, 2020/21",
    toDate: "9",
    months: 8,
    past: [{ year: "2019/20", toDate: "20", fullYear: "23" }],
    printed: "13",
    linear: "14",
    profiled: "10",
  },
  {
    row: "County 65+, 2020/21: an officer's view, after the first wave",
    toDate: "460",
    months: 8,
    past: [{ year: "2019/20", toDate: "590", fullYear: "893" }],
    printed: "669",
    linear: "690",
    profiled: "696",
  },
  // January 2023, paragraph 11.
  {
    row: "County 18-64, 2022/23",
    toDate: "32",
    months: 8,
    past: [{ year: "2019/20", toDate: "20", fullYear: "23" }],
    printed: "48",
    linear: "48",
    profiled: "37",
  },
  {
    row: "County 65+, 2022/23",
    toDate: "500",
    months: 8,
    past: [{ year: "2019/20", toDate: "590", fullYear: "893" }],
    printed: "749",
    linear: "750",
    profiled: "757",
  },
  // City, quarter 3 of 2017/18: “Forecast based on Q3”. Its 2016/17 was over counted.
  {
    row: "City 18-64, 2017/18",
    toDate: "24",
    months: 9,
    past: [{ year: "2016/17", toDate: "26", fullYear: "40" }],
    printed: "32",
    linear: "32",
    profiled: "37",
  },
  {
    row: "City 65+, 2017/18",
    toDate: "196",
    months: 9,
    past: [{ year: "2016/17", toDate: "191", fullYear: "282" }],
    printed: "261",
    linear: "261",
    profiled: "289",
  },
  {
    row: "City 18-64, 2017/18, per 100,000",
    toDate: "10.7",
    months: 9,
    past: [{ year: "2016/17", toDate: "11.78", fullYear: "17.8" }],
    printed: "14.3",
    linear: "14.3",
    profiled: "16.2",
  },
  {
    // 641.7 printed without its decimal, cut off and not rounded.
    row: "City 65+, 2017/18, per 100,000",
    toDate: "481.3",
    months: 9,
    past: [{ year: "2016/17", toDate: "476.85", fullYear: "692.4" }],
    printed: "641",
    linear: "641.7",
    profiled: "698.9",
  },
] as const;

describe("the forecasts that the papers print", () => {
  it.each(PRINTED)("$row: printed $printed, straight line $linear, profiled $profiled", (row) => {
    const given = { toDate: row.toDate, accumulation: "CUMULATIVE" } as const;
    expect({
      linear: forecastLinear({ ...given, monthsElapsed: row.months })?.value ?? null,
      profiled: forecastProfiled({ ...given, pastYears: row.past })?.value ?? null,
    }).toEqual({ linear: row.linear, profiled: row.profiled });
  });

  it("a straight line gives five of them, one year's profile none: the others are officers'", () => {
    const rowsWhere = (method: "linear" | "profiled") =>
      PRINTED.filter((row) => row[method] === row.printed).map(({ row }) => row);
    expect(rowsWhere("linear")).toEqual([
      "County 18-64, 2017/18",
      "County 18-64, 2022/23",
      "City 18-64, 2017/18",
      "City 65+, 2017/18",
      "City 18-64, 2017/18, per 100,000",
    ]);
    expect(rowsWhere("profiled")).toEqual([]);
  });
});

describe("forecastLinear against the forecasts that the papers print", () => {
  it.each([
    ["Leicester 2A pt 1, quarter 3", "24", 9, "32", "32"],
    ["Leicester 2A pt 2, quarter 3", "196", 9, "261", "261"],
    ["County 2A pt 1, November 2022", "32", 8, "48", "48"],
    ["County 2A pt 2, November 2022 (one out)", "500", 8, "750", "749"],
    ["County 2A pt 1, November 2020 (one out)", "9", 8, "14", "13"],
    ["County 2A pt 2, November 2020 (an officer's view)", "460", 8, "690", "669"],
  ])("%s: %s in %i months gives %s; printed %s", (_row, toDate, monthsElapsed, straight, _printed) => {
    const forecast = forecastLinear({ toDate, accumulation: "CUMULATIVE", monthsElapsed });
    expect(forecast).toEqual({
      value: straight,
      method: "LINEAR",
      basis: `${monthsElapsed} months of 12, straight line`,
    });
  });

  it.each(["PERIOD", "SNAPSHOT"] as const)("does not pro-rate a %s figure", (accumulation) => {
    expect(forecastLinear({ toDate: "86.4", accumulation, monthsElapsed: 8 })).toBe(null);
  });

  it("needs months that lie in the year", () => {
    const months = [0, 13].map((monthsElapsed) =>
      forecastLinear({ toDate: "1", accumulation: "CUMULATIVE", monthsElapsed }),
    );
    expect(months).toEqual([null, null]);
  });

  it("a whole year forecasts itself", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (count) => {
        const forecast = forecastLinear({
          toDate: String(count),
          accumulation: "CUMULATIVE",
          monthsElapsed: 12,
        });
        expect(forecast?.value).toBe(String(count));
      }),
    );
  });
});

describe("forecastProfiled", () => {
  const pastYears = [
    { year: "2017/18", toDate: "66", fullYear: "90" },
    { year: "2018/19", toDate: "84", fullYear: "110" },
  ];
  const given = { toDate: "150", accumulation: "CUMULATIVE" } as const;

  it("uses the share of the year that earlier years had reached, each year weighing the same", () => {
    expect(forecastProfiled({ ...given, pastYears })).toEqual({
      value: "200",
      method: "PROFILED",
      // 73.3% and 76.4%
      basis: "74.8% of the year was reached by the same month in 2017/18 and 2018/19, on average",
    });
    const uneven = [
      { year: "2017/18", toDate: "50", fullYear: "100" },
      { year: "2018/19", toDate: "1", fullYear: "1" },
    ];
    expect(forecastProfiled({ ...given, pastYears: uneven })?.value).toBe("200");
  });

  it("names its one year", () => {
    const [first] = pastYears;
    expect(forecastProfiled({ ...given, pastYears: first ? [first] : [] })?.basis).toBe(
      "73.3% of the year was reached by the same month in 2017/18",
    );
  });

  it("does without when there is nothing to go by", () => {
    expect(forecastProfiled({ ...given, pastYears: [] })).toBe(null);
    expect(
      forecastProfiled({ ...given, pastYears: [{ year: "2018/19", toDate: "0", fullYear: "10" }] }),
    ).toBe(null);
    expect(
      forecastProfiled({ ...given, pastYears: [{ year: "2018/19", toDate: "11", fullYear: "10" }] }),
    ).toBe(null);
    expect(forecastProfiled({ ...given, accumulation: "PERIOD", pastYears })).toBe(null);
  });

  it("passes over a year that gives no share, and goes by the others", () => {
    const shut = { year: "2020/21", toDate: "0", fullYear: "0" };
    expect(forecastProfiled({ ...given, pastYears: [...pastYears, shut] })).toEqual(
      forecastProfiled({ ...given, pastYears }),
    );
  });

  it("a year that runs as the one before ends as it did, and more so far never forecasts less", () => {
    const counts = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(counts, counts, counts, (reached, rest, toDate) => {
        const before = [{ year: "2018/19", toDate: `${reached}`, fullYear: `${reached + rest}` }];
        const of = (count: number) =>
          Number(
            forecastProfiled({ toDate: `${count}`, accumulation: "CUMULATIVE", pastYears: before })?.value,
          );
        expect(of(reached)).toBe(reached + rest);
        expect(of(toDate + 1)).toBeGreaterThanOrEqual(of(toDate));
        expect(of(toDate)).toBeGreaterThanOrEqual(toDate);
      }),
    );
  });

  it("keeps an officer's figure with the officer's basis", () => {
    expect(forecastByOfficer("669", "Fewer admissions in spring and summer")).toEqual({
      value: "669",
      method: "OFFICER",
      basis: "Fewer admissions in spring and summer",
    });
  });
});
