import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureDisparity } from "./disparity.ts";

describe("measureDisparity", () => {
  it("gives the ratio of rates with its 95% interval", () => {
    // By hand: ln 1.5 ± 1.96 × √(1/30 − 1/40 + 1/40 − 1/80).
    expect(measureDisparity({ numerator: 30, denominator: 40 }, { numerator: 40, denominator: 80 })).toEqual({
      ratio: "1.50",
      low: "1.13",
      high: "1.99",
      couldBeChance: false,
      note: null,
    });
  });

  it("says when the difference could be chance, and when numbers are small", () => {
    expect(
      measureDisparity({ numerator: 12, denominator: 100 }, { numerator: 100, denominator: 1000 }),
    ).toMatchObject({
      ratio: "1.20",
      couldBeChance: true,
      note: "The numbers are small: read this with care",
    });
  });

  it.each([
    [{ numerator: 4, denominator: 50 }, "The numbers are too small to compare"],
    [{ numerator: 0, denominator: 0 }, "The numbers are too small to compare"],
    [{ numerator: 11, denominator: 10 }, "The counts do not make a rate"],
    [{ numerator: 19.5, denominator: 820 }, "The counts do not make a rate"],
  ])("%j: no ratio", (group, note) => {
    const nothing = { ratio: null, low: null, high: null, couldBeChance: null, note };
    expect(measureDisparity(group, { numerator: 50, denominator: 100 })).toEqual(nothing);
    expect(measureDisparity({ numerator: 50, denominator: 100 }, group)).toEqual(nothing);
  });

  it("a group against itself is 1, inside its interval", () => {
    const group = fc.tuple(fc.integer({ min: 5, max: 500 }), fc.nat(1000)).map(([some, more]) => ({
      numerator: some,
      denominator: some + more,
    }));
    fc.assert(
      fc.property(group, (one) => {
        const { ratio, low, high, couldBeChance } = measureDisparity(one, one);
        expect([ratio, couldBeChance]).toEqual(["1.00", true]);
        expect(Number(low) <= 1 && Number(high) >= 1).toBe(true);
      }),
    );
  });
});
