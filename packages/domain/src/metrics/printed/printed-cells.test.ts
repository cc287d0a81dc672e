import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDecimals } from "../decimal.ts";
import { type PrintedTarget, parsePrintedTarget } from "./parse-printed-target.ts";
import { type PrintedValue, parsePrintedValue } from "./parse-printed-value.ts";
import { readPeriodHint, resolvePeriodHint } from "./period-hint.ts";

describe("parsePrintedValue", () => {
  it.each<[string, Partial<PrintedValue>]>([
    ["95% (4,784 out of 5,000)", { value: "95", unit: "PERCENT", numerator: "4784", denominator: "5000" }],
    [
      "99.6% (1.4k out of 1.4k)",
      { value: "99.6", numerator: "1400", denominator: "1400", partsRounded: true },
    ],
    ["1.41m", { value: "1410000", scalePrinted: "m", printedPrecision: 2 }],
    ["1,373.0k (Apr-Nov 2019)", { value: "1373000", printedPrecision: 1 }],
    ["11.0%", { value: "11.0", printedPrecision: 1 }],
    ["2.4% (19.5/820)", { numerator: "19.5", denominator: "820" }],
    ["17.8* 40 admissions", { value: "17.8", count: "40", countOf: "admissions", flag: "*" }],
    ["11.78 (26 admissions)*", { value: "11.78", count: "26", flag: "*", status: "ACTUAL" }],
    ["32 admissions (14.3/100,000)", { value: "14.3", unit: "RATE_PER_100K", count: "32" }],
    [
      "0.9 per 100k pop (163 Ave days/Mth)",
      { value: "0.9", unit: "RATE_PER_100K", count: "163", countOf: "average delayed days per month" },
    ],
    [
      "9.7 (per 100,000 pop - total (All) DTOC bed delays)",
      { value: "9.7", unit: "RATE_PER_100K", note: "total (All) DTOC bed delays" },
    ],
    [
      "Full-year Forecast 489 per 100k Pop. 749 Admissions in 22/23",
      { value: "489", status: "FORECAST", count: "749", period: { kind: "FINANCIAL_YEAR", year: 2022 } },
    ],
    ["8.8 (36 admissions) (full year forecast)", { status: "FORECAST", period: { kind: "FULL_YEAR" } }],
    [
      "Survey Results due May 2023",
      { noValueReason: "RESULTS_DUE", expectedOn: "May 2023", expectedPeriod: "2023-05" },
    ],
    ["Due May -18", { noValueReason: "RESULTS_DUE", expectedOn: "May 2018" }],
    ["17/18 user survey results available May '18", { noValueReason: "RESULTS_DUE", expectedOn: "May 2018" }],
    ["Next survey due 2018/19", { noValueReason: "SURVEY_BIENNIAL", expectedPeriod: "2018-19" }],
    [
      "Survey is biennial and will next run in Autumn 2023",
      { noValueReason: "SURVEY_BIENNIAL", expectedOn: "Autumn 2023", expectedPeriod: null },
    ],
    ["No carers survey in 2017/18", { noValueReason: "SURVEY_BIENNIAL" }],
    ["Survey not to be undertaken in 20-21 due to Covid-19", { noValueReason: "SURVEY_NOT_RUN" }],
    ["Not published by NHS Digital during Pandemic", { noValueReason: "PUBLICATION_SUSPENDED" }],
    ["No national data published", { noValueReason: "PUBLICATION_SUSPENDED" }],
    ["Not collected", { noValueReason: "NOT_COLLECTED" }],
    ["Suppressed", { noValueReason: "SUPPRESSED" }],
    ["Data quality issues", { noValueReason: "DATA_QUALITY" }],
    ["For information only", { noValueReason: "INFORMATION_ONLY" }],
    ["TBC", { noValueReason: "TO_BE_CONFIRMED" }],
    ["N/A", { noValueReason: "NOT_APPLICABLE" }],
    ["\u00a096.0\t%\n", { printed: "96.0 %", value: "96.0", unit: "PERCENT" }],
  ])("%s", (printed, expected) => {
    const read = parsePrintedValue(printed);
    expect(read).toMatchObject(expected);
    expect(read.doubts).toEqual([]);
  });

  it.each([
    "about 60%",
    "60% or so",
    "96.0% 97.0%",
    "1,37k",
    "£8,989",
    "94.1% (16/17)",
    "12 (somewhere)",
    "Due Smarch 2020",
    "--",
    "?",
    "(Apr-Nov)",
    "5 admissions 6 admissions",
  ])("keeps and reports “%s”, and makes no figure of it", (printed) => {
    const read = parsePrintedValue(printed);
    expect([read.printed, read.status, read.value, read.noValueReason]).toEqual([
      printed,
      "NOT_AVAILABLE",
      null,
      null,
    ]);
    expect(read.doubts.map((doubt) => doubt.kind)).toEqual(["UNREADABLE"]);
    expect(read.doubts[0]?.text).toContain(printed);
  });

  it("reports a blank cell, which is not nought", () => {
    expect(parsePrintedValue("  ")).toMatchObject({
      status: "NOT_AVAILABLE",
      value: null,
      doubts: [{ kind: "BLANK" }],
    });
  });

  it("finds letters of another alphabet in a figure", () => {
    const read = parsePrintedValue("107.8k (Арr-Nov)");
    expect(read.value).toBe("107800");
    expect(read.doubts).toEqual([
      {
        kind: "LOOK_ALIKE",
        text: "“107.8k (Арr-Nov)” holds letters of another alphabet: read as “107.8k (Apr-Nov)”",
      },
    ]);
  });
});

describe("parsePrintedTarget", () => {
  it.each<[string, Partial<PrintedTarget>]>([
    [
      "<553 (800 Adm's)",
      { kind: "TARGET", operator: "LT", high: "553", low: null, count: "800", operatorInferred: false },
    ],
    [">11%", { operator: "GT", low: "11", unit: "PERCENT" }],
    ["95%", { operator: "GTE", low: "95", operatorInferred: true }],
    ["55% - 60% Local target", { kind: "BAND", operator: "BETWEEN", low: "55", high: "60", local: true }],
    ["59-63%", { kind: "BAND", low: "59", high: "63", unit: "PERCENT" }],
    [
      "Maintain 16/17",
      { kind: "MAINTAIN", operator: "MAINTAIN", basis: { kind: "FINANCIAL_YEAR", year: 2016 } },
    ],
    [
      "64.6% 21/22 Nat. Ave.",
      { kind: "BENCHMARK", low: "64.6", basis: { kind: "FINANCIAL_YEAR", year: 2021 } },
    ],
    ["202.1k Local Nov milestone", { kind: "MILESTONE", low: "202100", local: true, milestoneMonth: 11 }],
    ["86% Local target", { kind: "TARGET", low: "86", local: true }],
    ["1.41m", { low: "1410000" }],
    ["TBC", { kind: "TO_BE_CONFIRMED", operator: "NONE" }],
    ["For Information Only", { kind: "INFORMATION_ONLY", operator: "NONE" }],
    ["No statutory carers survey in 2019-20", { kind: "NONE", noValueReason: "SURVEY_BIENNIAL" }],
    ["16/17 target in BCF plan", { kind: "NONE", note: "The target is set in another document" }],
  ])("%s", (printed, expected) => {
    const read = parsePrintedTarget(printed, { aim: "HIGH" });
    expect(read).toMatchObject(expected);
    expect(read.doubts).toEqual([]);
  });

  it("takes the operator from the aim where none is printed", () => {
    expect(parsePrintedTarget("630.6", { aim: "LOW" })).toMatchObject({
      operator: "LTE",
      high: "630.6",
      low: null,
    });
  });

  it("takes the kind from the column's heading", () => {
    expect(parsePrintedTarget("97%", { aim: "HIGH", column: "MILESTONE" }).kind).toBe("MILESTONE");
  });

  it.each([
    ["60-55%", "HIGH"],
    ["as many as possible", "HIGH"],
    ["12%", "BAND"],
    ["12%", "INFORMATION"],
    ["", "HIGH"],
    ["Local target", "HIGH"],
  ] as const)("keeps and reports “%s” with aim %s", (printed, aim) => {
    const read = parsePrintedTarget(printed, { aim });
    expect([read.kind, read.operator, read.low, read.high]).toEqual(["NONE", "NONE", null, null]);
    expect(read.doubts.map((doubt) => doubt.kind)).toEqual(["UNREADABLE"]);
  });
});

describe("period hints", () => {
  it.each([
    ["Apr-Nov", 2019, "2019-04/2019-11"],
    ["Apr-Nov 2016", 2017, "2016-04/2016-11"],
    ["Apr-Oct", 2017, "2017-04/2017-10"],
    ["Jan-Mar", 2019, "2020-01/2020-03"],
    ["Academic year 17/18", 2017, "AY2017-18"],
    ["2016/17", 2017, "2016-17"],
    ["full year", 2017, "2017-18"],
  ])("%s in a column about the year from %i is %s", (text, year, code) => {
    const hint = readPeriodHint(text);
    expect(hint && resolvePeriodHint(hint, year).code).toBe(code);
  });

  it.each(["2016/18", "Apr-Smarch", "last year", ""])("“%s” says nothing", (text) => {
    expect(readPeriodHint(text)).toBe(null);
  });
});

describe("properties of reading cells", () => {
  it("never throws, and either reads a figure, gives a reason, or raises a doubt", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), (printed) => {
        const read = parsePrintedValue(printed);
        expect(read.value !== null || read.noValueReason !== null || read.doubts.length > 0).toBe(true);
        expect(parsePrintedTarget(printed, { aim: "HIGH" }).printed).toBe(read.printed);
      }),
    );
  });

  it("reads any number back exactly, with its precision", () => {
    const number = fc.tuple(fc.nat(99_999_999), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(number, ([whole, tenth]) => {
        const read = parsePrintedValue(`${whole.toLocaleString("en-GB")}.${tenth}%`);
        expect([read.value, read.printedPrecision]).toEqual([`${whole}.${tenth}`, 1]);
      }),
    );
  });

  it("a number in thousands is a thousand times itself", () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
        const read = parsePrintedValue(`${whole}.${tenth}k`);
        expect(compareDecimals(read.value ?? "-1", String(whole * 1000 + tenth * 100))).toBe(0);
      }),
    );
  });

  it("one unknown word makes a good cell unreadable", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("96.0%", "84.5k", "8.8 (36 admissions)", "1.04m"),
        fc.stringMatching(/^[b-jn-z]{2,9}$/),
        (cell, word) => {
          expect(parsePrintedValue(`${cell} ${word}`).doubts.map((doubt) => doubt.kind)).toEqual([
            "UNREADABLE",
          ]);
        },
      ),
    );
  });
});
