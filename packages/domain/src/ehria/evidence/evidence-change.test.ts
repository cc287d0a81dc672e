import { describe, expect, test } from "vitest";
import {
  changeOfFigure,
  changeOfFile,
  changeOfLines,
  changeOfWords,
  type Standing,
} from "./evidence-change.ts";
import type { PinnedGroup } from "./pin.ts";

const group = (category: string, display: string, value: string | null): PinnedGroup => ({
  characteristic: "SEX",
  category,
  display,
  value,
});

const pinned = { title: "Heritage visits", display: "107.8k", value: "107800", groups: [] };
const SINCE = "2021-01-18T12:00:00.000Z";
const now = (change: Partial<Standing>): Standing => ({ ...pinned, since: SINCE, ...change });
const whole = (before: string | null, after: string | null) => ({ category: null, before, now: after });

describe("a figure", () => {
  test.each<[string, Partial<Standing>, object[]]>([
    ["as it was", {}, []],
    ["revised", { display: "176.5k", value: "176500" }, [whole("107.8k", "176.5k")]],
    ["printed otherwise, with the same value", { display: "107,800", value: "107800.0" }, []],
    [
      "taken back",
      { display: "Not published nationally", value: null },
      [whole("107.8k", "Not published nationally")],
    ],
  ])("%s", (_name, change, parts) => {
    expect(changeOfFigure(pinned, now(change))).toEqual(
      parts.length === 0 ? null : { parts, changedAt: SINCE },
    );
  });

  test("that had no value: the words count", () => {
    const awaited = { ...pinned, display: "Survey results due May 2023", value: null };
    expect(changeOfFigure(awaited, now({ ...awaited }))).toBeNull();
    expect(changeOfFigure(awaited, now({ display: "7.5", value: "7.5" }))?.parts).toEqual([
      whole("Survey results due May 2023", "7.5"),
    ]);
    expect(changeOfFigure(awaited, now({ ...awaited, display: "Survey not run" }))?.parts).toEqual([
      whole("Survey results due May 2023", "Survey not run"),
    ]);
  });

  test("that stands no longer", () => {
    expect(changeOfFigure(pinned, null)).toEqual({ parts: [whole("107.8k", null)], changedAt: null });
  });

  test("whose groups changed, came or went, and only those of the characteristics that were cited", () => {
    const cited = {
      ...pinned,
      groups: [group("Women", "64%", "64"), group("Men", "59%", "59"), group("Other", "40%", "40")],
    };
    const other = { characteristic: "AGE", category: "65 and over", display: "1%", value: "1" };
    const groups = [
      group("Women", "64.0%", "64.0"),
      group("Men", "60%", "60"),
      group("Not known", "50%", "50"),
      other,
    ];
    expect(changeOfFigure(cited, now({ groups }))).toEqual({
      parts: [
        { category: "Men", before: "59%", now: "60%" },
        { category: "Other", before: "40%", now: null },
        { category: "Not known", before: null, now: "50%" },
      ],
      changedAt: SINCE,
    });
  });

  test("with a group that is hidden now", () => {
    const cited = { ...pinned, groups: [group("Women", "64%", "64")] };
    const groups = [group("Women", "Suppressed to protect privacy", null)];
    expect(changeOfFigure(cited, now({ groups }))?.parts).toEqual([
      { category: "Women", before: "64%", now: "Suppressed to protect privacy" },
    ]);
  });
});

describe("words of a plan", () => {
  const words = { title: "Plan: Well-being", display: "People stay well.", value: null, groups: [] };
  const standing = (change: Partial<Standing>): Standing => ({ ...words, since: SINCE, ...change });
  test.each<[string, Partial<Standing>, object[]]>([
    ["as they were", {}, []],
    [
      "that say something else",
      { display: "People live well." },
      [whole("People stay well.", "People live well.")],
    ],
    ["under another name", { title: "Plan: Wellbeing" }, [whole("Plan: Well-being", "Plan: Wellbeing")]],
  ])("%s", (_name, change, parts) => {
    expect(changeOfWords(words, standing(change))).toEqual(
      parts.length === 0 ? null : { parts, changedAt: SINCE },
    );
  });
  test("that are gone", () => {
    expect(changeOfWords(words, null)?.parts).toEqual([whole("People stay well.", null)]);
  });
});

test("a file changes by another of its name, and only where its bytes differ", () => {
  const file = { name: "survey.pdf", type: "PDF", bytes: 10, sha256: "a" } as const;
  const later = { name: "survey.pdf", sha256: "b", uploadedAt: SINCE };
  expect(changeOfFile({ file }, null)).toBeNull();
  expect(changeOfFile({ file }, { ...later, sha256: "a" })).toBeNull();
  expect(changeOfFile({ file: null }, later)).toBeNull();
  expect(changeOfFile({ file }, later)).toEqual({
    parts: [whole("survey.pdf", "survey.pdf")],
    changedAt: SINCE,
  });
});

describe("a delivery action of a plan", () => {
  const action = { value: null, groups: [] };
  const pinned = {
    ...action,
    title: "Plan: D1 Train staff",
    display: "Responsible: Board\nDue: 2019/20\nStatus: Not started",
  };
  const standing = (change: Partial<Standing>): Standing => ({ ...pinned, since: SINCE, ...change });
  test.each<[string, Partial<Standing>, ReturnType<typeof whole>[], string | null]>([
    [
      "that got on",
      { display: "Responsible: Board\nDue: 2019/20\nStatus: Done" },
      [whole("Status: Not started", "Status: Done")],
      SINCE,
    ],
    [
      "without a date any longer, with somebody else",
      { display: "Responsible: The Board: health\nStatus: Not started" },
      [whole("Responsible: Board", "Responsible: The Board: health"), whole("Due: 2019/20", null)],
      null,
    ],
    [
      "under another name",
      { title: "Plan: D1 Train all staff" },
      [whole(pinned.title, "Plan: D1 Train all staff")],
      null,
    ],
  ])("%s", (_name, change, parts, changedAt) => {
    expect(changeOfLines(pinned, standing(change))).toEqual({ parts, changedAt });
  });

  test("as it was, or there no longer", () => {
    expect(changeOfLines(pinned, standing({}))).toBeNull();
    expect(changeOfLines(pinned, null)?.parts).toEqual([whole(pinned.title, null)]);
  });
});
