import { describe, expect, it } from "vitest";
import { checkPercentage } from "./check-arithmetic.ts";
import values from "./fixtures/paper-values.json" with { type: "json" };
import { parsePrintedValue } from "./parse-printed-value.ts";

describe("checkPercentage", () => {
  it.each([
    ["85.0% (370/430)", "370 of 430 makes 86.0%, not 85.0%"],
    ["76% (3,394 out of 5,171)", "3,394 of 5,171 makes 66%, not 76%"],
    ["67.3% (3,077 out of 4,568)", "3,077 of 4,568 makes 67.4%, not 67.3%"],
    ["50% (0/0)", "0 of 0 makes no percentage"],
    ["86.0% (370/430)", null],
    ["95% (4,784 out of 5,000)", "4,784 of 5,000 makes 96%, not 95%"],
    ["99.6% (1.4k out of 1.4k)", null],
    ["96.0%", null],
    ["8.8 (36 admissions)", null],
  ])("%s: %s", (printed, finding) => expect(checkPercentage(parsePrintedValue(printed))).toBe(finding));

  it("finds the cells of the papers whose parts don't agree, and no others", () => {
    const findings = values.flatMap(({ printed }) => checkPercentage(parsePrintedValue(printed)) ?? []);
    expect(findings).toEqual([
      "481 of 512 makes 93.9%, not 94.2%",
      "3,689 of 3,698 makes 99.8%, not 99.7%",
      "1,733 of 3,698 makes 46.9%, not 46.8%",
      "370 of 430 makes 86.0%, not 85.0%",
    ]);
  });
});
