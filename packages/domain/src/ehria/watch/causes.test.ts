import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { changeOfFigure } from "../evidence/evidence-change.ts";
import type { PinnedGroup } from "../evidence/pin.ts";
import { causeInWords, reasonOf } from "./cause-words.ts";
import {
  causesOfDate,
  causesOfDeliveryAction,
  causesOfFigure,
  causesOfWords,
  type FigureStanding,
  isWorseRating,
  type Rated,
  type WatchedFigure,
} from "./causes.ts";
import { checkThresholds } from "./thresholds.ts";

const PINNED = { title: "Carers (1D)", display: "61.4%", value: "61.4", period: "2022/23" };
const NONE = { above: null, below: null };

const figure = (value: string | null, period = "2022/23", display = `${value}%`): FigureStanding => ({
  value,
  display,
  period,
  source: "Committee paper",
});

interface Case {
  pinned?: string | null;
  now?: FigureStanding | null;
  newer?: FigureStanding | null;
  thresholds?: WatchedFigure["thresholds"];
  ratings?: Partial<WatchedFigure["ratings"]>;
  redefined?: WatchedFigure["redefined"];
  groups?: [before: PinnedGroup[], now: PinnedGroup[]];
}

const watched = (given: Case): WatchedFigure => {
  const value = given.pinned === undefined ? PINNED.value : given.pinned;
  const pinned = { ...PINNED, value, display: value === null ? "Results due May 2023" : `${value}%` };
  const now = given.now === undefined ? figure(value, "2022/23", pinned.display) : given.now;
  const [before, beside] = given.groups ?? [[], []];
  return {
    figure: "1D E10000018 2022-23",
    pinned,
    thresholds: given.thresholds ?? NONE,
    change: changeOfFigure(
      { ...pinned, groups: before },
      now && { ...now, title: "", groups: beside, since: null },
    ),
    now,
    newer: given.newer ?? null,
    ratings: { pinned: null, now: null, newer: null, ...given.ratings },
    redefined: given.redefined ?? [],
  };
};

const group = (value: string): PinnedGroup => ({
  characteristic: "SEX",
  category: "Women",
  display: `${value}%`,
  value,
});
const between = (below: string | null, above: string | null) => ({ above, below });

describe("why a figure that is cited makes a review due", () => {
  test.each<[string, Case, string[]]>([
    ["nothing changed", {}, []],
    ["printed otherwise, with the same value", { now: figure("61.40") }, []],
    [
      "revised",
      { now: figure("62.1") },
      ["Carers (1D): the figure was revised: 61.4% when cited, 62.1% now (Committee paper)"],
    ],
    [
      "taken back for words",
      { now: figure(null, "2022/23", "Not published") },
      ["Carers (1D): the figure was taken back: 61.4% when cited, Not published now (Committee paper)"],
    ],
    [
      "taken back altogether",
      { now: null },
      ["Carers (1D): the figure was taken back: 61.4% when cited, no figure now"],
    ],
    [
      "awaited, and now published",
      { pinned: null, now: figure("58") },
      ["Carers (1D): the result was published: “Results due May 2023” when cited, 58% now (Committee paper)"],
    ],
    [
      "awaited, and now said otherwise",
      { pinned: null, now: figure(null, "2022/23", "Survey not run") },
      [
        "Carers (1D): the figure was revised: Results due May 2023 when cited, Survey not run now (Committee paper)",
      ],
    ],
    ["awaited, and gone", { pinned: null, now: null }, []],
    ["a later figure alone", { newer: figure("70", "2023/24") }, []],
    ["revised within thresholds", { now: figure("62.1"), thresholds: between("60", "65") }, []],
    ["revised to the threshold exactly", { now: figure("65"), thresholds: between(null, "65.0") }, []],
    [
      "revised past the upper one",
      { now: figure("65.1"), thresholds: between("60", "65") },
      [
        "Carers (1D): past the figure set to be watched for: 61.4% when cited, 65.1% in 2022/23, above 65 (Committee paper)",
      ],
    ],
    [
      "a later figure past the lower one",
      { newer: figure("59.9", "2023/24"), thresholds: between("60", null) },
      [
        "Carers (1D): past the figure set to be watched for: 61.4% when cited, 59.9% in 2023/24, below 60 (Committee paper)",
      ],
    ],
    ["a later figure between them", { newer: figure("64", "2023/24"), thresholds: between("60", "65") }, []],
    ["no value to hold against a threshold", { newer: figure(null), thresholds: between("60", "65") }, []],
    [
      "rated worse where it stands",
      { ratings: { pinned: "GREEN", now: "AMBER" } },
      ["Carers (1D): rated worse: Green (61.4%) when cited, Amber (61.4% in 2022/23) (Committee paper)"],
    ],
    [
      "a later figure rated worse, within thresholds",
      {
        newer: figure("61", "2023/24"),
        thresholds: between("60", null),
        ratings: { pinned: "SIMILAR", newer: "WORSE" },
      },
      ["Carers (1D): rated worse: Similar (61.4%) when cited, Worse (61% in 2023/24) (Committee paper)"],
    ],
    ["rated better", { newer: figure("80"), ratings: { pinned: "RED", now: "AMBER", newer: "GREEN" } }, []],
    ["rated by another scheme", { ratings: { pinned: "GREEN", now: "WORSE" } }, []],
    ["rated where it was not", { ratings: { pinned: null, now: "RED" } }, []],
    [
      "defined otherwise since",
      { redefined: [{ from: "2023-04-01", why: "ASCOF changed" }] },
      ["Carers (1D): the measure is defined otherwise since it was cited: from 1 April 2023: ASCOF changed"],
    ],
    [
      "a group beside it, whatever the thresholds",
      { groups: [[group("64")], [group("60")]], thresholds: between("0", "100") },
      ["Carers (1D): the figure was revised: Women: 64% when cited, Women: 60% now (Committee paper)"],
    ],
  ])("%s", (_name, given, expected) => {
    expect(causesOfFigure(watched(given)).map(causeInWords)).toEqual(expected);
  });

  const decimal = fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 9 }))
    .map(([whole, tenths]) => `${whole}.${tenths}`);
  const rated = fc.constantFrom<Rated | null>(null, "GREEN", "AMBER", "RED", "BETTER", "SIMILAR", "WORSE");

  it("property: what says the same makes no cause, and what is told of once is the same cause ever after", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, rated, rated, (pinned, now, newer, before, after) => {
        const same = watched({ pinned, now: figure(`${pinned}0`), ratings: { pinned: before, now: before } });
        expect(causesOfFigure(same)).toEqual([]);
        const given = {
          pinned,
          now: figure(now),
          newer: figure(newer, "2023/24"),
          ratings: { pinned: before, newer: after },
        };
        const keys = causesOfFigure(watched(given)).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(causesOfFigure(watched(given)).map(({ key }) => key)).toEqual(keys);
      }),
    );
  });

  it("property: within its thresholds a figure makes no cause by its value", () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 5, maxLength: 5 }), (values) => {
        const [below = "", pinned = "", now = "", newer = "", above = ""] = values.sort(
          (one, other) => Number(one) - Number(other),
        );
        const given = { pinned, now: figure(now), newer: figure(newer), thresholds: { above, below } };
        expect(causesOfFigure(watched(given))).toEqual([]);
      }),
    );
  });
});

test("a worse rating is worse within its scheme, and never the other way as well", () => {
  const all: (Rated | null)[] = [null, "GREEN", "AMBER", "RED", "BETTER", "SIMILAR", "WORSE"];
  const pairs = all.flatMap((one) => all.map((other) => [one, other] as const));
  expect(pairs.filter(([one, other]) => isWorseRating(one, other))).toHaveLength(6);
  for (const [one, other] of pairs)
    expect(isWorseRating(one, other) && isWorseRating(other, one)).toBe(false);
});

test.each([
  [null, "2026-11-28", []],
  ["2026-11-29", "2026-11-28", []],
  ["2026-11-28", "2026-11-28", ["Its review was due on 28 November 2026"]],
])("a review date of %s, on %s", (due, today, expected) => {
  expect(causesOfDate(due, today).map(causeInWords)).toEqual(expected);
});

test("words of a plan are told with both, and a long reason is cut within its limit", () => {
  const change = {
    parts: [{ category: null, before: "x".repeat(3_000), now: "y".repeat(3_000) }],
    changedAt: null,
  };
  const [cause] = causesOfWords("element", "Plan: Outcome", change);
  expect(cause && causeInWords(cause)).toMatch(
    /^Plan: Outcome: the plan says something else: x+ when cited, y+ now$/,
  );
  expect(reasonOf(cause ? [cause] : [])).toHaveLength(4_000);
});

test.each<[string | null, string | null, string | null, string[]]>([
  [null, null, "61.4", []],
  ["65", "60", "61.4", []],
  ["65", null, null, []],
  ["high", null, "61.4", ["above"]],
  ["60", "65", null, ["below"]],
  ["60", "60", null, ["below"]],
  ["61", null, "61.4", ["above"]],
  [null, "62", "61.4", ["below"]],
])("thresholds above %s and below %s of a figure of %s", (above, below, value, paths) => {
  const problems = checkThresholds({ above, below }, { value, display: `${value}%` });
  expect(problems.map(({ path }) => path)).toEqual(paths);
});

test.each<[before: string | null, now: string | null, isCause: boolean]>([
  ["Status: Not started", "Status: In progress", false],
  ["Status: Not started", "Status: Done", false],
  ["Status: Delayed", "Status: In progress", false],
  ["Status: Not started", "Status: Delayed", true],
  ["Status: In progress", "Status: Not started", true],
  ["Status: In progress", "Status: Cancelled", true],
  ["Status: Done", "Status: In progress", true],
  ["Status: Cancelled", "Status: In progress", true],
  ["Due: 2019/20", "Due: 2021/22", true],
  ["Plan: D1 Train staff", null, true],
])("a delivery action: %s when cited, %s now", (before, now, isCause) => {
  const change = { parts: [{ category: null, before, now }], changedAt: null };
  const causes = causesOfDeliveryAction("a", "Plan: D1 Train staff", change);
  expect(causes.map(({ kind, key }) => [kind, key])).toEqual(
    isCause ? [["WORDS_CHANGED", `WORDS_CHANGED a ${now ?? ""}`]] : [],
  );
  expect(causesOfDeliveryAction("a", "", null)).toEqual([]);
});
