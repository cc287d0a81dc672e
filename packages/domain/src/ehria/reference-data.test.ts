import { describe, expect, test } from "vitest";
import { CHARACTERISTIC_ROWS, RIGHT_ROWS, shippedReferenceData } from "./reference-data.ts";
import { lawInForceOn, rightKey } from "./reference-types.ts";
import { PROTECTED_CHARACTERISTICS } from "./vocabulary.ts";

describe("characteristics", () => {
  test("are the eleven of the form, in its order", () => {
    expect(CHARACTERISTIC_ROWS.map((row) => row.characteristic)).toEqual([...PROTECTED_CHARACTERISTICS]);
    expect(CHARACTERISTIC_ROWS.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test.each(CHARACTERISTIC_ROWS.map((row) => [row.characteristic, row] as const))(
    "%s counts for the right aims",
    (key, row) => {
      const local = key === "OTHER_GROUPS" || key === "COMMUNITY_COHESION";
      const expected = local ? [] : key === "MARRIAGE_AND_CIVIL_PARTNERSHIP" ? [1] : [1, 2, 3];
      expect(row.aims).toEqual(expected);
      expect(row.kind).toBe(local ? "LOCAL" : "PROTECTED");
    },
  );
});

describe("rights", () => {
  test.each([
    ["ABSOLUTE", ["CONVENTION-3", "CONVENTION-4", "CONVENTION-7"]],
    [
      "LIMITED",
      [
        "CONVENTION-2",
        "CONVENTION-5",
        "CONVENTION-6",
        "CONVENTION-12",
        "FIRST_PROTOCOL-2",
        "FIRST_PROTOCOL-3",
      ],
    ],
    ["QUALIFIED", ["CONVENTION-8", "CONVENTION-9", "CONVENTION-10", "CONVENTION-11", "FIRST_PROTOCOL-1"]],
    ["ANCILLARY", ["CONVENTION-14"]],
  ])("%s are those of design/domain.md §3", (kind, keys) => {
    expect(RIGHT_ROWS.filter((row) => row.kind === kind).map(rightKey)).toEqual(keys);
  });

  test("number 15, and there is no article 13", () => {
    expect(RIGHT_ROWS).toHaveLength(15);
    expect(RIGHT_ROWS.some((row) => row.article === 13)).toBe(false);
  });

  test("article 2 of the Convention is not article 2 of the First Protocol", () => {
    expect(RIGHT_ROWS.filter((row) => row.article === 2).map((row) => row.title)).toEqual([
      "Right to life",
      "Right to education",
    ]);
  });
});

describe("the law in force", () => {
  const row = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo, source: "test" });
  test.each([
    ["2011-04-04", row("2011-04-05", null), false],
    ["2011-04-05", row("2011-04-05", null), true],
    ["2020-12-31", row(null, "2020-12-31"), true],
    ["2021-01-01", row(null, "2020-12-31"), false],
    ["1990-01-01", row(null, null), true],
  ])("on %s", (date, law, inForce) => {
    expect(lawInForceOn([law], date)).toHaveLength(inForce ? 1 : 0);
  });

  test("before the equality duty began only the form's own groups were there", () => {
    expect(shippedReferenceData("2011-04-04").characteristics.map((each) => each.characteristic)).toEqual([
      "OTHER_GROUPS",
      "COMMUNITY_COHESION",
    ]);
  });
});
