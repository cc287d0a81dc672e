import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectCount, protectCounts, protectRates, roundCount } from "./disclosure.ts";

const cells = (counts: Array<number | null>) => counts.map((count, index) => ({ key: `k${index}`, count }));
const shown = (counts: Array<number | null>) =>
  protectCounts(cells(counts)).map(({ count, reason }) => [count, reason]);

describe("protectCounts", () => {
  it("rounds to five what may be shown", () => {
    expect(shown([12, 13, 48, 100])).toEqual([
      [10, null],
      [15, null],
      [50, null],
      [100, null],
    ]);
  });

  it("hides under five, and the next smallest, so that neither can be found by subtraction", () => {
    expect(shown([3, 40, 22, 60])).toEqual([
      [null, "SMALL"],
      [40, null],
      [null, "SECONDARY"],
      [60, null],
    ]);
  });

  it("hides no second cell where two small ones hold five or more together", () => {
    expect(shown([3, 4, 40])).toEqual([
      [null, "SMALL"],
      [null, "SMALL"],
      [40, null],
    ]);
  });

  it("hides one more where the small ones together are still under five", () => {
    expect(shown([1, 2, 40, 50])).toEqual([
      [null, "SMALL"],
      [null, "SMALL"],
      [null, "SECONDARY"],
      [50, null],
    ]);
  });

  it("hides nought like any small count, and leaves a missing figure missing", () => {
    expect(shown([0, null, 30, 40])).toEqual([
      [null, "SMALL"],
      [null, null],
      [null, "SECONDARY"],
      [40, null],
    ]);
    expect(protectCounts(cells([null]))[0]).toEqual({
      key: "k0",
      count: null,
      suppressed: false,
      reason: null,
    });
  });

  it.each([
    [0, null],
    [4, null],
    [5, 5],
    [7, 5],
    [8, 10],
  ])("a lone count of %i shows as %s", (count, shownAs) => expect(protectCount(count)).toBe(shownAs));
});

describe("protectRates", () => {
  it("hides the rate with its numerator, and shows the others as whole percent", () => {
    const rates = protectRates([
      { key: "a", value: "7.3", numerator: 3, denominator: 41 },
      { key: "b", value: "48.8", numerator: 20, denominator: 41 },
      { key: "c", value: null, numerator: 31, denominator: 62 },
      { key: "d", value: "75.0", numerator: 90, denominator: 120 },
    ]);
    expect(rates).toEqual([
      { key: "a", value: null, numerator: null, denominator: null, suppressed: true },
      { key: "b", value: null, numerator: null, denominator: null, suppressed: true },
      { key: "c", value: "50", numerator: 30, denominator: 60, suppressed: false },
      { key: "d", value: "75", numerator: 90, denominator: 120, suppressed: false },
    ]);
  });

  it("hides a rate of fewer than five people", () => {
    expect(protectRates([{ key: "a", value: "50.0", numerator: null, denominator: 4 }])[0]?.suppressed).toBe(
      true,
    );
  });
});

describe("disclosure properties", () => {
  const counts = fc.array(fc.nat(60), { minLength: 2, maxLength: 12 });

  it("never shows a small count, nor a suppressed one as nought, and rounds the rest", () => {
    fc.assert(
      fc.property(counts, (given) => {
        for (const [index, cell] of protectCounts(cells(given)).entries()) {
          expect(cell.suppressed).toBe(cell.count === null);
          if (cell.count !== null) expect(cell.count).toBe(roundCount(given[index] ?? 0));
          if (cell.count !== null) expect(given[index]).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  it("with the total known, the hidden cells can't be told: none, or two or more that hold five or more — or all", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const hidden = protectCounts(cells(given)).flatMap((cell, index) =>
          cell.suppressed ? [given[index] ?? 0] : [],
        );
        const sum = hidden.reduce((total, count) => total + count, 0);
        const safe =
          hidden.length === 0 || hidden.length === given.length || (hidden.length >= 2 && sum >= 5);
        expect(safe).toBe(true);
      }),
    );
  });
});
