import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countHeadlines, type EffectiveRating } from "./headline-counts.ts";

const times = (rating: EffectiveRating, count: number) => Array<EffectiveRating>(count).fill(rating);

describe("countHeadlines", () => {
  it("adds up as Leicester prints it at quarter 3", () => {
    const ratings = [...times("GREEN", 8), ...times("AMBER", 1), ...times("RED", 4), ...times(null, 18)];
    expect(countHeadlines(ratings, "RAG")).toEqual({
      scheme: "RAG",
      total: 31,
      good: 8,
      near: 1,
      poor: 4,
      noJudgement: 18,
      sentence: "8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures",
    });
  });

  it("speaks of the benchmark in its own scheme", () => {
    expect(countHeadlines(["BETTER", "SIMILAR", "WORSE", null], "BENCHMARK").sentence).toBe(
      "1 better, 1 similar, 1 worse, 1 no judgement: 4 measures",
    );
    expect(countHeadlines(["GREEN"], "RAG").sentence).toBe(
      "1 on target, 0 within tolerance, 0 to miss, 0 no judgement: 1 measure",
    );
  });

  it("always reconciles with the rows", () => {
    const rating = fc.constantFrom<EffectiveRating>(
      "RED",
      "AMBER",
      "GREEN",
      "BETTER",
      "SIMILAR",
      "WORSE",
      null,
    );
    fc.assert(
      fc.property(fc.array(rating), (ratings) => {
        const { good, near, poor, noJudgement, total } = countHeadlines(ratings, "RAG");
        expect([good + near + poor + noJudgement, total]).toEqual([ratings.length, ratings.length]);
      }),
    );
  });
});
