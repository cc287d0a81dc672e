import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  academicYear,
  comparePeriods,
  containsPeriod,
  financialYear,
  financialYearOf,
  monthRange,
  monthsIn,
  parsePeriod,
  periodBetween,
  periodOf,
  previousPeriod,
  shiftPeriod,
} from "./period.ts";

describe("parsePeriod", () => {
  it.each([
    ["2019-20", "2019/20", "FINANCIAL_YEAR", "2019-04-01", "2020-03-31"],
    ["1999-00", "1999/00", "FINANCIAL_YEAR", "1999-04-01", "2000-03-31"],
    ["2012-13", "2012/13", "FINANCIAL_YEAR", "2012-04-01", "2013-03-31"],
    ["2010-11", "2010/11", "FINANCIAL_YEAR", "2010-04-01", "2011-03-31"],
    ["2019-20-Q1", "Quarter 1, 2019/20", "QUARTER", "2019-04-01", "2019-06-30"],
    ["2019-20-Q3", "Quarter 3, 2019/20", "QUARTER", "2019-10-01", "2019-12-31"],
    ["2019-20-Q4", "Quarter 4, 2019/20", "QUARTER", "2020-01-01", "2020-03-31"],
    ["2019-11", "November 2019", "MONTH", "2019-11-01", "2019-11-30"],
    ["2020-02", "February 2020", "MONTH", "2020-02-01", "2020-02-29"],
    ["2010-11/2010-11", "November 2010", "MONTH", "2010-11-01", "2010-11-30"],
    ["2019-04/2019-11", "April to November 2019", "MONTH_RANGE", "2019-04-01", "2019-11-30"],
    ["2018-04/2022-03", "April 2018 to March 2022", "MONTH_RANGE", "2018-04-01", "2022-03-31"],
    ["AY2017-18", "Academic year 2017/18", "ACADEMIC_YEAR", "2017-09-01", "2018-08-31"],
    ["2017-12-31", "31 December 2017", "SNAPSHOT", "2017-12-31", "2017-12-31"],
  ])("reads %s as %s", (code, label, kind, start, end) => {
    expect(parsePeriod(code)).toEqual({ ok: true, value: { code, label, kind, start, end } });
  });

  it("writes a range of one month as that month", () => {
    expect(periodOf("2019-11/2019-11").code).toBe("2019-11");
  });

  it.each([
    "",
    "2019",
    "2019-21",
    "2019-13",
    "2019-20-Q5",
    "2019-21-Q1",
    "2019-11/2019-04",
    "2019-00/2019-04",
    "2019-04/2019-13",
    "AY2017-19",
    "2019-02-29",
    "2017-12-32",
    "2019/20",
    " 2019-20",
    "2019-20 ",
    "April 2019",
  ])("refuses “%s” and says what a code looks like", (code) => {
    const result = parsePeriod(code);
    expect(result.ok).toBe(false);
    if (!result.ok && result.failure.kind === "VALIDATION") {
      expect(result.failure.problems[0]?.path).toBe("period");
      expect(result.failure.problems[0]?.message).toContain("2019-04/2019-11");
    }
    expect(() => periodOf(code)).toThrow("Not a period code");
  });
});

describe("previousPeriod", () => {
  it.each([
    ["2019-20", "2018-19"],
    ["2000-01", "1999-00"],
    ["2019-20-Q4", "2018-19-Q4"],
    ["2019-11", "2018-11"],
    ["2011-11", "2010-11/2010-11"],
    ["2019-04/2019-11", "2018-04/2018-11"],
    ["AY2017-18", "AY2016-17"],
    ["2017-12-31", "2016-12-31"],
    ["2020-02-29", "2019-02-28"],
  ])("%s is compared with %s", (code, previous) => {
    expect(previousPeriod(periodOf(code)).code).toBe(previous);
  });
});

describe("periods among themselves", () => {
  it("finds the financial year of a day", () => {
    expect(financialYearOf("2020-03-31").code).toBe("2019-20");
    expect(financialYearOf("2020-04-01").code).toBe("2020-21");
  });

  it("knows what lies inside what", () => {
    expect(containsPeriod(financialYear(2019), periodOf("2019-04/2019-11"))).toBe(true);
    expect(containsPeriod(financialYear(2019), academicYear(2019))).toBe(false);
  });

  it("sorts a year to date before its full year", () => {
    const codes = ["2019-20", "2018-19", "2019-04/2019-11", "2019-20-Q1"];
    const sorted = codes.map(periodOf).sort(comparePeriods);
    expect(sorted.map((period) => period.code)).toEqual([
      "2018-19",
      "2019-20-Q1",
      "2019-04/2019-11",
      "2019-20",
    ]);
  });

  it.each([
    ["2019-20", 12],
    ["2019-20-Q3", 3],
    ["2019-11", 1],
    ["2019-04/2019-11", 8],
    ["2017-04/2017-12", 9],
    ["2017-12-31", 0],
  ])("%s covers %i months", (code, months) => {
    expect(monthsIn(periodOf(code))).toBe(months);
  });
});

describe("period properties", () => {
  const month = fc
    .record({ year: fc.integer({ min: 1990, max: 2060 }), month: fc.integer({ min: 1, max: 12 }) })
    .map(({ year, month }) => `${year}-${String(month).padStart(2, "0")}`);
  const period = fc.oneof(
    fc.integer({ min: 1990, max: 2060 }).map(financialYear),
    fc.integer({ min: 1990, max: 2060 }).map(academicYear),
    fc.tuple(month, month).map(([a, b]) => (a <= b ? monthRange(a, b) : monthRange(b, a))),
  );

  it("a period's code reads back as the same period", () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(periodOf(one.code)).toEqual(one);
      }),
    );
  });

  it("a period starts no later than it ends, and the one before has the same kind and length", () => {
    fc.assert(
      fc.property(period, (one) => {
        const before = previousPeriod(one);
        expect(one.start <= one.end).toBe(true);
        expect([before.kind, monthsIn(before)]).toEqual([one.kind, monthsIn(one)]);
        expect(before.end < one.end).toBe(true);
      }),
    );
  });
});

describe("shiftPeriod", () => {
  it.each([
    ["2019-04/2019-11", 1, "2020-04/2020-11"],
    ["2019-20", 3, "2022-23"],
    ["2019-20-Q3", 1, "2020-21-Q3"],
    ["AY2017-18", 2, "AY2019-20"],
    ["2020-02-29", -1, "2019-02-28"],
    ["2019-11", 0, "2019-11"],
  ])("%s by %d years is %s", (code, years, shifted) => {
    expect(shiftPeriod(periodOf(code), years).code).toBe(shifted);
  });
});

describe("periodBetween", () => {
  it.each([
    ["2019-04-01", "2020-03-31", "2019-20"],
    ["2017-09-01", "2018-08-31", "AY2017-18"],
    ["2019-04-01", "2019-11-30", "2019-04/2019-11"],
    ["2017-12-31", "2017-12-31", "2017-12-31"],
    ["2019-04-01", "2019-11-29", undefined],
    ["2019-04-02", "2019-11-30", undefined],
  ])("%s to %s is %s", (start, end, code) => {
    expect(periodBetween(start, end)?.code).toBe(code);
  });
});
