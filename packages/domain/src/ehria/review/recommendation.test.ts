import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRecommendationReason, standingRecommendations } from "./recommendation.ts";

const at = (minute: number): string => new Date(Date.UTC(2020, 0, 20, 10, minute)).toISOString();
const row = (userId: string, minute: number, reason = `at ${minute}`) => ({
  userId,
  recordedAt: at(minute),
  reason,
});

test("of each person the latest counts, and the earlier ones stay", () => {
  const rows = [row("ben", 3), row("ada", 1), row("ben", 2), row("ada", 9)];
  expect(standingRecommendations(rows)).toEqual([
    { ...row("ada", 9), earlier: [row("ada", 1)] },
    { ...row("ben", 3), earlier: [row("ben", 2)] },
  ]);
});

test("property: nothing that was recommended is lost", () => {
  const anyRow = fc
    .tuple(fc.constantFrom("ada", "ben", "cas"), fc.nat(59))
    .map(([who, when]) => row(who, when));
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const standing = standingRecommendations(rows);
      expect(standing.flatMap(({ earlier, ...latest }) => [latest, ...earlier]).length).toBe(rows.length);
      expect(new Set(standing.map(({ userId }) => userId)).size).toBe(standing.length);
      for (const { recordedAt, earlier } of standing)
        expect(earlier.every((each) => each.recordedAt <= recordedAt)).toBe(true);
    }),
  );
});

test("a reason must be there, and fit", () => {
  expect(checkRecommendationReason("Clear and complete")).toEqual([]);
  for (const reason of [" ", "x".repeat(4_001)])
    expect(checkRecommendationReason(reason)).toMatchObject([{ path: "reason" }]);
});
