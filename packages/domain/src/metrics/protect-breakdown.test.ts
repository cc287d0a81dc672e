import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BreakdownFigure, protectBreakdown, sumOfOthers } from "./protect-breakdown.ts";
import type { Unit } from "./vocabulary.ts";

const cell = (key: string, unit: Unit, parts: Partial<BreakdownFigure>): BreakdownFigure => ({
  key,
  unit,
  value: null,
  numerator: null,
  denominator: null,
  count: null,
  ...parts,
});
const HIDDEN = { value: null, numerator: null, denominator: null, count: null, suppressed: true };
const SHOWN = { numerator: null, denominator: null, count: null, suppressed: false };

describe("protectBreakdown", () => {
  it("rounds counts and hides a second one where a small one could be found from the total", () => {
    const counts = [
      cell("Women", "COUNT", { value: "48" }),
      cell("Men", "COUNT", { value: "31" }),
      cell("Other", "COUNT", { value: "2" }),
    ];
    expect(protectBreakdown(counts)).toEqual([
      { key: "Women", ...SHOWN, value: "50" },
      { key: "Men", ...HIDDEN },
      { key: "Other", ...HIDDEN },
    ]);
  });

  it("takes the decimals off percentages, which give counts away", () => {
    const shares = [
      cell("Women", "PERCENT", { value: "68.1", numerator: "32", denominator: "47" }),
      cell("Men", "PERCENT", { value: "55.8", numerator: "24", denominator: "43" }),
    ];
    expect(protectBreakdown(shares)).toEqual([
      { ...SHOWN, key: "Women", value: "68", numerator: "30", denominator: "45" },
      { ...SHOWN, key: "Men", value: "56", numerator: "25", denominator: "45" },
    ]);
  });

  it("works a rate out again from its rounded parts, and hides one that has none", () => {
    const rates = [
      cell("Under 65", "RATE_PER_100K", { value: "8.1", numerator: "33", denominator: "407400" }),
      cell("65 and over", "RATE_PER_100K", { value: "462.0" }),
    ];
    expect(protectBreakdown(rates)).toEqual([
      { ...SHOWN, key: "Under 65", value: "9", numerator: "35", denominator: "407400" },
      { key: "65 and over", ...HIDDEN },
    ]);
  });

  it("leaves a score, which counts nobody, and hides one of under five people", () => {
    const scores = [
      cell("Women", "SCORE", { value: "19.3", count: "212" }),
      cell("Men", "SCORE", { value: "18.7", count: "118" }),
      cell("Other", "SCORE", { value: "12.0", count: "3" }),
    ];
    expect(protectBreakdown(scores)).toEqual([
      { ...SHOWN, key: "Women", value: "19.3", count: "210" },
      { key: "Men", ...HIDDEN },
      { key: "Other", ...HIDDEN },
    ]);
  });

  it("never shows a small count, never a suppressed one as nought, and never hides just one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 8 }), (counts) => {
        const shown = protectBreakdown(
          counts.map((count, index) => cell(`k${index}`, "COUNT", { value: String(count) })),
        );
        for (const [index, count] of counts.entries()) {
          if (count < 5) expect(shown[index]).toMatchObject({ value: null, suppressed: true });
          if (shown[index]?.suppressed) expect(shown[index]).toMatchObject(HIDDEN);
          else expect(Number(shown[index]?.value) % 5).toBe(0);
        }
        expect(shown.filter(({ suppressed }) => suppressed).length).not.toBe(1);
      }),
    );
  });
});

describe("sumOfOthers", () => {
  it("adds up everybody else, leaving out who has no parts", () => {
    const cells = [
      cell("a", "PERCENT", { numerator: "5", denominator: "10" }),
      cell("b", "PERCENT", { numerator: "6", denominator: "20" }),
      cell("c", "PERCENT", { numerator: "7", denominator: "30" }),
      cell("d", "PERCENT", {}),
    ];
    expect(sumOfOthers(cells, "a")).toEqual({ numerator: "13", denominator: "50" });
  });
});
