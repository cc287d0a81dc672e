import { describe, expect, it } from "vitest";
import {
  parsePrintedAim,
  parsePrintedCode,
  parsePrintedProgress,
  parsePrintedQuartile,
  parsePrintedRank,
  parsePrintedRating,
} from "./parse-printed-marks.ts";

const kinds = (mark: { doubts: Array<{ kind: string }> }) => mark.doubts.map((doubt) => doubt.kind);

describe("marks of the papers", () => {
  it.each([
    ["H", "HIGH"],
    ["High", "HIGH"],
    ["L", "LOW"],
    ["Low", "LOW"],
    ["Target Band Width", "BAND"],
    ["N/A", "INFORMATION"],
  ])("aim %s", (printed, value) =>
    expect(parsePrintedAim(printed)).toEqual({ value, legible: true, doubts: [] }),
  );

  it.each([
    ["R", "RED"],
    ["A", "AMBER"],
    ["G", "GREEN"],
    ["N/A", null],
  ])("rating %s", (printed, value) =>
    expect(parsePrintedRating(printed)).toEqual({ value, legible: true, doubts: [] }),
  );

  it.each([
    ["Top", "TOP"],
    ["Second", "SECOND"],
    ["Third", "THIRD"],
    ["Bottom", "BOTTOM"],
    ["N/A", null],
  ])("quartile %s", (printed, value) => {
    expect(parsePrintedQuartile(printed)).toEqual({ value, legible: true, doubts: [] });
  });

  it.each([
    ["▲", "BETTER"],
    ["◀▶", "SIMILAR"],
    ["▼", "WORSE"],
    ["N/A", null],
  ])("progress %s", (printed, value) => {
    expect(parsePrintedProgress(printed)).toEqual({ value, legible: true, doubts: [] });
  });

  it("a colour or arrow that was lost is not the same as “not rated”", () => {
    expect(parsePrintedRating(null)).toEqual({ value: null, legible: false, doubts: [] });
    expect(parsePrintedProgress(null)).toEqual({ value: null, legible: false, doubts: [] });
  });

  it("what is no mark is kept and reported", () => {
    expect(parsePrintedRating("Purple")).toEqual({
      value: null,
      legible: false,
      doubts: [{ kind: "UNREADABLE", text: "“Purple” can't be read as a rating" }],
    });
    expect(kinds(parsePrintedQuartile("constructor"))).toEqual(["UNREADABLE"]);
  });
});

describe("look-alike letters", () => {
  it.each([
    ["Н", "HIGH"],
    ["н", "HIGH"],
  ])("aim %s (Cyrillic) is read, with a doubt", (printed, value) => {
    const mark = parsePrintedAim(printed);
    expect([mark.value, kinds(mark)]).toEqual([value, ["LOOK_ALIKE"]]);
  });

  it("“Тор” is Top and “А” is Amber, each with a doubt", () => {
    const [quartile, rating] = [parsePrintedQuartile("Тор"), parsePrintedRating("А")];
    expect([quartile.value, kinds(quartile)]).toEqual(["TOP", ["LOOK_ALIKE"]]);
    expect([rating.value, kinds(rating)]).toEqual(["AMBER", ["LOOK_ALIKE"]]);
  });

  it.each(["п", "П"])("“%s” looks like no Latin letter: not guessed", (printed) => {
    const mark = parsePrintedAim(printed);
    expect([mark.value, mark.legible, kinds(mark)]).toEqual([null, false, ["FOREIGN_LETTER", "UNREADABLE"]]);
  });

  it.each([
    ["11 pt 1", "1I pt 1"],
    ["1l pt 2", "1I pt 2"],
  ])("code %s is %s, with a doubt", (printed, code) => {
    const mark = parsePrintedCode(printed);
    expect([mark.value, kinds(mark)]).toEqual([code, ["LOOK_ALIKE"]]);
  });
});

describe("codes and ranks", () => {
  it.each([
    ["1C pt 2a", "1C pt 2a"],
    ["2D", "2D"],
    ["1I", "1I"],
    ["1Cia", "1C pt 1a"],
    ["1Cib", "1C pt 1b"],
    ["2Ai", "2A pt 1"],
    ["2Aii", "2A pt 2"],
    ["2Ciii", "2C pt 3"],
  ])("code %s is %s", (printed, code) => {
    expect(parsePrintedCode(printed)).toEqual({ value: code, legible: true, doubts: [] });
  });

  it.each(["Local", "9Z", "11", "1C pt 9", ""])("“%s” is no ASCOF code", (printed) => {
    expect([parsePrintedCode(printed).value, kinds(parsePrintedCode(printed))]).toEqual([
      null,
      ["UNREADABLE"],
    ]);
  });

  it.each([
    ["126/150 (=)", { rank: 126, of: 150, tied: true }],
    ["7/152", { rank: 7, of: 152, tied: false }],
    ["From 147/150", { rank: 147, of: 150, tied: false }],
    ["N/A", null],
    ["No national data published", null],
    [null, null],
  ])("rank %s", (printed, value) =>
    expect(parsePrintedRank(printed)).toEqual({ value, legible: true, doubts: [] }),
  );

  it.each(["153/152", "0/152", "seventh"])("“%s” is no rank", (printed) => {
    expect([parsePrintedRank(printed).value, parsePrintedRank(printed).legible]).toEqual([null, false]);
  });
});
