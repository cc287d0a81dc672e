import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastByOfficer, forecastLinear, forecastProfiled } from "./forecast.ts";

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

  it("uses the share of the year that earlier years had reached", () => {
    expect(forecastProfiled({ toDate: "150", accumulation: "CUMULATIVE", pastYears })).toEqual({
      value: "200",
      method: "PROFILED",
      basis: "75.0% of the year was reached by now in 2017/18, 2018/19",
    });
  });

  it("does without when there is nothing to go by", () => {
    const given = { toDate: "150", accumulation: "CUMULATIVE" } as const;
    expect(forecastProfiled({ ...given, pastYears: [] })).toBe(null);
    expect(
      forecastProfiled({ ...given, pastYears: [{ year: "2018/19", toDate: "0", fullYear: "10" }] }),
    ).toBe(null);
    expect(
      forecastProfiled({ ...given, pastYears: [{ year: "2018/19", toDate: "11", fullYear: "10" }] }),
    ).toBe(null);
    expect(forecastProfiled({ ...given, accumulation: "PERIOD", pastYears })).toBe(null);
  });

  it("keeps an officer's figure with the officer's basis", () => {
    expect(forecastByOfficer("669", "Fewer admissions in spring and summer")).toEqual({
      value: "669",
      method: "OFFICER",
      basis: "Fewer admissions in spring and summer",
    });
  });
});
