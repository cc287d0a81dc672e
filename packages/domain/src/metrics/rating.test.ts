import { describe, expect, it } from "vitest";
import { forecastLinear } from "./forecast.ts";
import { periodOf } from "./period.ts";
import { compareWithBenchmark, type RatingInput, suggestRag } from "./rating.ts";
import { checkTarget, type TargetTerms } from "./target.ts";
import type { RagRating } from "./vocabulary.ts";

const atLeast = (low: string): TargetTerms => ({ kind: "TARGET", operator: "GTE", low, high: null });
const atMost = (high: string): TargetTerms => ({ kind: "TARGET", operator: "LTE", low: null, high });
const band = (low: string, high: string): TargetTerms => ({ kind: "BAND", operator: "BETWEEN", low, high });
const points = (amount: string) => ({ kind: "ABSOLUTE", amount }) as const;
const percent = (amount: string) => ({ kind: "RELATIVE", amount }) as const;
const none = { kind: "NONE", amount: "0" } as const;

const year = periodOf("2020-21");
const toNovember = periodOf("2020-04/2020-11");

type Target = RatingInput["target"];
const target = (
  terms: TargetTerms,
  tolerance: NonNullable<Target>["tolerance"] = points("5"),
  period = year,
): Target => ({
  ...terms,
  tolerance,
  period,
});

const figure = (value: string | null, rest: Partial<RatingInput>): RatingInput => ({
  value,
  status: "ACTUAL",
  unit: "PERCENT",
  aim: "HIGH",
  accumulation: "PERIOD",
  period: toNovember,
  target: null,
  ...rest,
});

describe("checkTarget", () => {
  const percents = { unit: "PERCENT", aim: "HIGH" } as const;

  it.each([
    ["99.8", "100", true],
    ["98.7", "100", false],
    ["99.4", "100", false],
    ["99.8", "100.0", false],
  ])("%s against at least %s: met %s, at the target's precision", (value, low, met) => {
    expect(checkTarget(value, atLeast(low), percents)?.met).toBe(met);
  });

  it.each([
    ["11.0", true, true],
    ["11.4", true, false],
    ["10.4", false, false],
  ])("%s against >11 (strict, on a rounded figure): met %s, by rounding %s", (value, met, byRounding) => {
    const terms: TargetTerms = { kind: "TARGET", operator: "GT", low: "11", high: null };
    expect(checkTarget(value, terms, percents)).toMatchObject({ met, byRounding });
  });

  it("a count is exact, so 33 is not under 33", () => {
    const terms: TargetTerms = { kind: "TARGET", operator: "LT", low: null, high: "33" };
    expect(checkTarget("33", terms, { unit: "COUNT", aim: "LOW" })).toMatchObject({
      met: false,
      shortfall: "0",
    });
    expect(checkTarget("32", terms, { unit: "COUNT", aim: "LOW" })?.met).toBe(true);
  });

  it.each([
    ["17.0", "17", "22", true],
    ["22", "17", "22", true],
    ["14.4", "6", "11", false],
    ["54.0", "56", "61", false],
  ])("%s in the band %s to %s: %s; both ends are inside", (value, low, high, met) => {
    expect(checkTarget(value, band(low, high), { unit: "PERCENT", aim: "BAND" })?.met).toBe(met);
  });

  it("maintains last year's level by the aim", () => {
    const terms: TargetTerms = { kind: "MAINTAIN", operator: "MAINTAIN", low: null, high: null };
    const check = (value: string, aim: "HIGH" | "LOW" | "BAND") =>
      checkTarget(value, terms, { unit: "COUNT", aim, maintained: "115700" })?.met ?? null;
    expect([
      check("115900", "HIGH"),
      check("115600", "HIGH"),
      check("115600", "LOW"),
      check("1", "BAND"),
    ]).toEqual([true, false, true, null]);
    expect(checkTarget("1", terms, { unit: "COUNT", aim: "HIGH" })).toBe(null);
  });
});

describe("suggestRag: the cases that a single threshold gets wrong (domain.md §1)", () => {
  it.each<[string, string, Partial<RatingInput>, RagRating]>([
    ["99.8 against 100 is Green", "99.8", { target: target(atLeast("100")) }, "GREEN"],
    [
      "11.0 against >11 is Green",
      "11.0",
      { target: target({ kind: "TARGET", operator: "GT", low: "11", high: null }) },
      "GREEN",
    ],
    ["14.4 against 6–11 is Amber", "14.4", { aim: "BAND", target: target(band("6", "11")) }, "AMBER"],
    [
      "36 admissions (8.8) against 25 (6.1) is Red",
      "8.8",
      {
        aim: "LOW",
        unit: "RATE_PER_100K",
        status: "FORECAST",
        period: year,
        target: target(atMost("6.1"), percent("10")),
      },
      "RED",
    ],
    [
      "621.6 against <586.9 is Amber",
      "621.6",
      {
        aim: "LOW",
        unit: "RATE_PER_100K",
        status: "FORECAST",
        target: target({ kind: "MILESTONE", operator: "LT", low: null, high: "586.9" }, percent("10")),
      },
      "AMBER",
    ],
    ["98.7 against 100 is Amber", "98.7", { target: target(atLeast("100")) }, "AMBER"],
    ["79.7 against 87 is Red", "79.7", { target: target(atLeast("87")) }, "RED"],
    [
      "Leicester: 3.4 against 3.6 is within 0.5 points, Amber",
      "3.4",
      { target: target(atLeast("3.6"), points("0.5")) },
      "AMBER",
    ],
    [
      "Leicester: 85.0 against 90.0 is Red",
      "85.0",
      { target: target(atLeast("90.0"), points("0.5")) },
      "RED",
    ],
    ["exactly on the tolerance is still Amber", "81", { target: target(atLeast("86")) }, "AMBER"],
    ["no tolerance: any miss is Red", "85.9", { target: target(atLeast("86.0"), none) }, "RED"],
    ["a tolerance that was never set is none", "85.9", { target: target(atLeast("86.0"), null) }, "RED"],
  ])("%s", (_case, value, rest, rating) => {
    expect(suggestRag(figure(value, rest)).suggested).toBe(rating);
  });

  it.each<[string, Partial<RatingInput> & { value?: string | null }, string]>([
    ["there is no target", { target: null }, "There is no target"],
    [
      "the target is to be confirmed",
      { target: target({ kind: "TO_BE_CONFIRMED", operator: "NONE", low: null, high: null }) },
      "The target is still to be confirmed",
    ],
    [
      "the measure is for information",
      { aim: "INFORMATION", target: target(atLeast("1")) },
      "The figure is shown for information only",
    ],
    [
      "the survey is awaited: no value is not nought",
      { value: null, target: target(atLeast("90")) },
      "There is no figure yet",
    ],
  ])("suggests nothing when %s", (_case, { value = "50", ...rest }, reason) => {
    expect(suggestRag(figure(value, rest))).toEqual({ suggested: null, reason });
  });

  it("says its reasons in words", () => {
    const reasons = [
      suggestRag(figure("14.4", { aim: "BAND", target: target(band("6", "11")) })),
      suggestRag(
        figure("11.0", { target: target({ kind: "TARGET", operator: "GT", low: "11", high: null }) }),
      ),
      suggestRag(
        figure("8.8", { aim: "LOW", unit: "RATE_PER_100K", target: target(atMost("6.1"), percent("10")) }),
      ),
      suggestRag(figure("85.9", { target: target(atLeast("86.0"), none) })),
    ].map((suggestion) => suggestion.reason);
    expect(reasons).toEqual([
      "14.4 is 3.4 above 11, within the tolerance of 5",
      "11.0 meets 11 at the precision the target was set in",
      "8.8 is 2.7 above 6.1, outside the tolerance of 0.61 (10% of the target)",
      "85.9 is 0.1 below 86.0, and the target has no tolerance",
    ]);
  });
});

describe("suggestRag: like with like", () => {
  const visits: Partial<RatingInput> = {
    unit: "COUNT",
    accumulation: "CUMULATIVE",
    period: periodOf("2019-04/2019-11"),
    target: target(atLeast("146100"), percent("5"), periodOf("2019-20")),
  };

  it("a year-to-date count never meets a year-end target directly", () => {
    const suggestion = suggestRag(figure("107800", visits));
    expect(suggestion.suggested).toBe(null);
    expect(suggestion.reason).toContain("needs a forecast or a milestone");
  });

  it("its forecast does, and the reason says that it is a forecast", () => {
    const forecast = forecastLinear({ toDate: "107800", accumulation: "CUMULATIVE", monthsElapsed: 8 });
    expect(suggestRag(figure("107800", { ...visits, forecast }))).toEqual({
      suggested: "GREEN",
      reason: "Forecast 161,700 (8 months of 12, straight line) meets the target",
    });
  });

  it("a milestone for the same months does", () => {
    const milestone = target(
      { ...atLeast("202100"), kind: "MILESTONE" },
      points("0"),
      periodOf("2022-04/2022-11"),
    );
    const input = { ...visits, period: periodOf("2022-04/2022-11"), target: milestone };
    expect(suggestRag(figure("233600", input)).suggested).toBe("GREEN");
  });

  it("“maintain” compares with the same months a year before", () => {
    const maintain = target(
      { kind: "MAINTAIN", operator: "MAINTAIN", low: null, high: null },
      none,
      periodOf("2019-20"),
    );
    expect(
      suggestRag(figure("115900", { ...visits, target: maintain, maintained: "115700" })).suggested,
    ).toBe("GREEN");
    expect(suggestRag(figure("115900", { ...visits, target: maintain })).reason).toBe(
      "There is no earlier figure to maintain",
    );
  });
});

describe("compareWithBenchmark", () => {
  const compare = (value: string | null, rest: Partial<RatingInput>, similarWithin = "1") =>
    compareWithBenchmark({ ...figure(value, rest), similarWithin }).comparison;

  it.each([
    ["9.5", "4.8", "BETTER"],
    ["56.8", "64.6", "WORSE"],
    ["93.4", "94.0", "SIMILAR"],
    ["95.0", "94.0", "SIMILAR"],
    ["95.1", "94.0", "BETTER"],
  ])("%s against %s, high is good: %s", (value, low, comparison) => {
    expect(compare(value, { target: target({ ...atLeast(low), kind: "BENCHMARK" }) })).toBe(comparison);
  });

  it.each([
    ["11.3", "13.9", "BETTER"],
    ["567", "538.5", "WORSE"],
  ])("%s against %s, low is good: %s", (value, high, comparison) => {
    const input = {
      aim: "LOW",
      unit: "RATE_PER_100K",
      status: "FORECAST",
      target: target(atMost(high)),
    } as const;
    expect(compare(value, input)).toBe(comparison);
  });

  it.each([
    ["55.3", "SIMILAR"],
    ["54.5", "SIMILAR"],
    ["53.9", "WORSE"],
  ])("%s against the band 55 to 60: %s, never better than inside", (value, comparison) => {
    expect(compare(value, { aim: "BAND", target: target(band("55", "60")) })).toBe(comparison);
  });

  it("compares nothing with nothing", () => {
    expect(compare(null, { target: target(atLeast("90")) })).toBe(null);
    expect(compare("90", {})).toBe(null);
  });
});
