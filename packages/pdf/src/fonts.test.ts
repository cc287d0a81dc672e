import { describe, expect, it } from "vitest";
import { makeDrawable } from "./fonts.ts";

describe("text as the font can draw it", () => {
  it.each([
    [
      "the signs of the papers",
      "≥ ≤ < > – — £ % “ ” ‘ ’ … ▲ ▼ ● ◆ ½ ×",
      "≥ ≤ < > – — £ % “ ” ‘ ’ … ▲ ▼ ● ◆ ½ ×",
    ],
    ["Welsh, Polish and Turkish names", "Ŵyn Łódź Işık", "Ŵyn Łódź Işık"],
    ["look-alike letters of other alphabets", "Н Χ", "Н Χ"],
    ["a letter and its accent as one letter", "e\u0301", "é"],
    ["what shares a glyph, as the plainest of its characters", "a\u2011b µ\u03bc", "a-b µµ"],
    ["white space as spaces, but for the no-break space", "a\tb\u2003c\u00a0d", "a b c\u00a0d"],
    ["without what can't be seen", "soft\u00adhyphen\u200b\u0007", "softhyphen"],
    ["with its new lines", "one\r\ntwo", "one \ntwo"],
  ])("%s", (_case, text, drawn) => {
    expect(makeDrawable(text)).toEqual({ text: drawn, actual: null });
  });

  it("shows a box for what the font lacks, and keeps the text for the tags", () => {
    expect(makeDrawable("日本 😀 ok")).toEqual({ text: "□□ □ ok", actual: "日本 😀 ok" });
  });
});
