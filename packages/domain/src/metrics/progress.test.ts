import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureProgress } from "./progress.ts";
import type { Aim, Comparison } from "./vocabulary.ts";

const basis = "against last year";

describe("measureProgress: every arrow that the 2022/23 paper prints and that text kept", () => {
  it.each<[string, Aim, string, string, string, Comparison, [string, string]?]>([
    ["heritage visits", "HIGH", "233600", "182000", "0", "BETTER"],
    ["library visits", "HIGH", "516200", "345400", "0", "BETTER"],
    ["library loans", "HIGH", "1544500", "1322000", "0", "BETTER"],
    ["junior loans", "HIGH", "566500", "441100", "0", "BETTER"],
    ["e-loans", "HIGH", "604300", "571700", "0", "BETTER"],
    ["volunteering", "HIGH", "11500", "6900", "0", "BETTER"],
    ["1I pt 2, the latest two surveys", "HIGH", "24.7", "30.0", "1", "WORSE"],
    ["delay need, inside 10–15 both times", "BAND", "12.9", "11.0", "0.5", "BETTER", ["10", "15"]],
    ["2D", "HIGH", "86.3", "90.0", "1", "WORSE"],
    ["2B pt 1, within its tolerance", "HIGH", "87.7", "89.4", "2", "SIMILAR"],
    ["2A pt 1: more admissions is worse", "LOW", "11.3", "6.1", "0.5", "WORSE"],
    ["2A pt 2: fewer is better", "LOW", "489", "567", "10", "BETTER"],
    ["meet need, further above 7–12", "BAND", "14.8", "12.3", "0.5", "WORSE", ["7", "12"]],
    ["1C pt 1a", "HIGH", "91.8", "95.7", "1", "WORSE"],
    ["1C pt 2a", "HIGH", "37.0", "40.2", "1", "WORSE"],
    ["1C pt 1b", "HIGH", "100", "99.9", "0.5", "SIMILAR"],
    ["1C pt 2b", "HIGH", "99.5", "99.5", "0.5", "SIMILAR"],
    ["safeguarding outcomes", "HIGH", "93.4", "92.9", "1", "SIMILAR"],
    ["4B, the latest two surveys", "HIGH", "81.2", "89.7", "1", "WORSE"],
    ["annual review", "HIGH", "76.0", "67.3", "1", "BETTER"],
  ])("%s", (_measure, aim, current, previous, similarWithin, comparison, bounds) => {
    const band = bounds ? { low: bounds[0], high: bounds[1] } : null;
    expect(measureProgress({ current, previous, aim, band, similarWithin, basis })?.comparison).toBe(
      comparison,
    );
  });
});

describe("measureProgress", () => {
  const progress = (
    current: string | null,
    previous: string | null,
    aim: Aim,
    band: [string, string] | null = null,
  ) =>
    measureProgress({
      current,
      previous,
      aim,
      band: band && { low: band[0], high: band[1] },
      similarWithin: "0.5",
      basis,
    });

  it("keeps the sign of the change apart from its meaning, and states its basis", () => {
    expect(progress("11.3", "6.1", "LOW")).toEqual({ comparison: "WORSE", change: "5.2", basis });
  });

  it("is silent where there is nothing to compare", () => {
    expect(progress(null, "6.1", "LOW")).toBe(null);
    expect(progress("6.1", null, "LOW")).toBe(null);
    expect(progress("6.1", "1", "INFORMATION")).toBe(null);
    expect(progress("6.1", "1", "BAND")).toBe(null);
  });

  it.each([
    ["into the band", "16.9", "12.0", "BETTER"],
    ["toward it from below", "8.0", "9.5", "BETTER"],
    ["about the inside, away from the middle", "12.5", "10.1", "SIMILAR"],
    ["from one edge of it to the other", "10", "15", "SIMILAR"],
    ["out of it", "12.0", "16.9", "WORSE"],
    ["across it to the other side", "9.0", "17.0", "WORSE"],
  ])("a move %s", (_move, previous, current, comparison) => {
    expect(progress(current, previous, "BAND", ["10", "15"])?.comparison).toBe(comparison);
  });

  it("better for high is worse for low, and the other way round", () => {
    const opposite: Record<Comparison, Comparison> = { BETTER: "WORSE", WORSE: "BETTER", SIMILAR: "SIMILAR" };
    const value = fc.integer({ min: 0, max: 10_000 }).map((tenths) => (tenths / 10).toFixed(1));
    fc.assert(
      fc.property(value, value, (current, previous) => {
        const [high, low] = [progress(current, previous, "HIGH"), progress(current, previous, "LOW")];
        expect(low?.comparison).toBe(opposite[high?.comparison ?? "SIMILAR"]);
        expect(low?.change).toBe(high?.change);
      }),
    );
  });
});
