import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDecimals } from "./decimal.ts";
import { placeAmong, quartersOf, quartileOf, type RankEntry, rankAuthorities } from "./ranking.ts";

const entries = (values: Array<string | null>): RankEntry[] =>
  values.map((value, index) => ({ authority: `A${String(index).padStart(3, "0")}`, value }));

const ranks = (values: Array<string | null>, aim: "HIGH" | "LOW") =>
  rankAuthorities(entries(values), aim)?.standings.map(({ authority, rank, tied }) => [
    authority,
    rank,
    tied,
  ]);

describe("rankAuthorities", () => {
  it("ties share a rank and the next rank is skipped", () => {
    expect(ranks(["90", "95.0", "95", "80"], "HIGH")).toEqual([
      ["A001", 1, true],
      ["A002", 1, true],
      ["A000", 3, false],
      ["A003", 4, false],
    ]);
  });

  it("flips where low is good", () => {
    expect(ranks(["7.9", "8.1", "6.1"], "LOW")?.map(([authority]) => authority)).toEqual([
      "A002",
      "A000",
      "A001",
    ]);
  });

  it("counts only the authorities that reported: a blank is not a bottom rank", () => {
    const table = rankAuthorities(entries(["1", null, "3", null]), "HIGH");
    expect(table?.standings.map((standing) => [standing.authority, standing.of])).toEqual([
      ["A002", 2],
      ["A000", 2],
    ]);
  });

  it("has nothing to rank without figures, or where no end is better", () => {
    expect(rankAuthorities(entries([null]), "HIGH")).toBe(null);
    expect(rankAuthorities(entries(["1"]), "BAND")).toBe(null);
    expect(rankAuthorities(entries(["1"]), "INFORMATION")).toBe(null);
  });

  it("places one value among those reported, or nowhere where no end is better", () => {
    const reported = ["6.1", "7.9", "7.9", "8.1"];
    expect(placeAmong(reported, "7.9", "LOW")).toEqual({ rank: 2, of: 4, tied: true, quartile: "SECOND" });
    expect(placeAmong(reported, "8.1", "LOW")).toEqual({ rank: 4, of: 4, tied: false, quartile: "BOTTOM" });
    expect(placeAmong(reported, "8.10", "HIGH")).toEqual({ rank: 1, of: 4, tied: false, quartile: "TOP" });
    expect([placeAmong(reported, "7.9", "BAND"), placeAmong([], "7.9", "HIGH")]).toEqual([null, null]);
    expect([quartersOf(reported, "INFORMATION"), quartersOf([], "LOW")]).toEqual([null, null]);
  });

  it("parts the quarters by linear interpolation", () => {
    expect(rankAuthorities(entries(["1", "2", "3", "4"]), "HIGH")?.thresholds).toEqual({
      top: "3.25",
      middle: "2.5",
      bottom: "1.75",
    });
    expect(rankAuthorities(entries(["1", "2", "3", "4"]), "LOW")?.thresholds).toEqual({
      top: "1.75",
      middle: "2.5",
      bottom: "3.25",
    });
    expect(rankAuthorities(entries(["10.0", "20.0", "30.0"]), "HIGH")?.groupMedian).toBe("20.0");
  });

  it("the value on a threshold belongs to the better quarter", () => {
    const thresholds = { top: "95.0", middle: "90.0", bottom: "85.0" };
    expect(
      ["95", "94.9", "90.00", "85.0", "84.9"].map((value) => quartileOf(value, thresholds, "HIGH")),
    ).toEqual(["TOP", "SECOND", "SECOND", "THIRD", "BOTTOM"]);
    const low = { top: "6.0", middle: "9.0", bottom: "14.0" };
    expect(["6.0", "6.1", "9.0", "14.0", "14.1"].map((value) => quartileOf(value, low, "LOW"))).toEqual([
      "TOP",
      "SECOND",
      "SECOND",
      "THIRD",
      "BOTTOM",
    ]);
  });

  it("99.8% can be third quartile, and ties are never split between quarters", () => {
    const values = [...Array<string>(90).fill("100"), "99.8", ...Array<string>(59).fill("95.0")];
    const table = rankAuthorities(entries(values), "HIGH");
    const of998 = table?.standings.find((standing) => standing.rank === 91);
    expect([of998?.quartile, table?.standings.filter((one) => one.quartile === "TOP").length]).toEqual([
      "THIRD",
      90,
    ]);
  });
});

describe("ranking properties", () => {
  const value = fc.integer({ min: 0, max: 300 }).map((tenths) => (tenths / 10).toFixed(1));
  const table = fc.array(value, { minLength: 1, maxLength: 152 });
  const order = { TOP: 0, SECOND: 1, THIRD: 2, BOTTOM: 3 };

  it("a rank is one more than the number of authorities that did better", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("HIGH" as const, "LOW" as const), (values, aim) => {
        const sign = aim === "HIGH" ? 1 : -1;
        for (const standing of rankAuthorities(entries(values), aim)?.standings ?? []) {
          const own = values[Number(standing.authority.slice(1))] ?? "";
          const better = values.filter((other) => compareDecimals(other, own) === sign).length;
          const same = values.filter((other) => compareDecimals(other, own) === 0).length;
          expect([standing.rank, standing.tied, standing.of]).toEqual([better + 1, same > 1, values.length]);
        }
      }),
    );
  });

  it("one value's place is the one that ranking everybody gives it, and so are the quarters", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("HIGH" as const, "LOW" as const), (values, aim) => {
        const inOrder = [...values].sort(compareDecimals);
        const ranked = rankAuthorities(entries(values), aim);
        expect(quartersOf(inOrder, aim)).toEqual(ranked?.thresholds);
        for (const { authority, ...place } of ranked?.standings ?? [])
          expect(placeAmong(inOrder, values[Number(authority.slice(1))] ?? "", aim)).toEqual(place);
      }),
    );
  });

  it("a better rank never has a worse quarter, and the best is always in the top one", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("HIGH" as const, "LOW" as const), (values, aim) => {
        const standings = rankAuthorities(entries(values), aim)?.standings ?? [];
        const quarters = standings.map((standing) => order[standing.quartile]);
        expect(quarters).toEqual([...quarters].sort());
        expect(standings[0]?.quartile).toBe("TOP");
      }),
    );
  });
});
