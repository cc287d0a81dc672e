import { describe, expect, it } from "vitest";
import { formatValue, type ValueToShow } from "./format-value.ts";
import { NO_VALUE_REASONS } from "./vocabulary.ts";

const actual = (shown: Partial<ValueToShow>): ValueToShow => ({
  status: "ACTUAL",
  value: null,
  unit: "PERCENT",
  ...shown,
});

describe("formatValue", () => {
  it.each<[Partial<ValueToShow>, string]>([
    [{ value: "96.0" }, "96.0%"],
    [{ value: "95", numerator: "4784", denominator: "5000" }, "95% (4,784 out of 5,000)"],
    [{ value: "84500", unit: "COUNT" }, "84,500"],
    [{ value: "11500", unit: "HOURS" }, "11,500 hours"],
    [{ value: "156", unit: "DAYS" }, "156 days"],
    [{ value: "18.5", unit: "SCORE" }, "18.5"],
    [{ value: "8989", unit: "CURRENCY" }, "£8,989"],
    [{ value: "-12.50", unit: "CURRENCY" }, "-£12.50"],
    [{ value: "4.6", unit: "RATE_PER_1000" }, "4.6 per 1,000"],
    [{ value: "462.0", unit: "RATE_PER_100K" }, "462.0 per 100,000"],
    [
      { value: "462.0", unit: "RATE_PER_100K", count: "669", countOf: "admissions", status: "FORECAST" },
      "462.0 per 100,000 (669 admissions) (forecast)",
    ],
    [{ value: "84", status: "PROVISIONAL" }, "84% (provisional)"],
    [{ value: "84", status: "ESTIMATE" }, "84% (estimate)"],
    [{ value: "0" }, "0%"],
    [
      { status: "NOT_AVAILABLE", noValueReason: "RESULTS_DUE", expectedOn: "May 2023" },
      "Survey results due May 2023",
    ],
    [{ status: "NOT_AVAILABLE", noValueReason: "RESULTS_DUE" }, "Survey results awaited"],
    [
      { status: "NOT_AVAILABLE", noValueReason: "SURVEY_BIENNIAL", expectedOn: "Autumn 2023" },
      "Survey runs every two years, next due Autumn 2023",
    ],
    [{ status: "NOT_AVAILABLE", noValueReason: "SUPPRESSED" }, "Suppressed to protect privacy"],
  ])("%j → %s", (shown, text) => expect(formatValue(actual(shown))).toBe(text));

  it.each(NO_VALUE_REASONS)("%s is words and never a number", (noValueReason) => {
    const text = formatValue(actual({ status: "NOT_AVAILABLE", noValueReason }));
    expect(text).toMatch(/^[A-Z][A-Za-z :,]+$/);
  });
});
