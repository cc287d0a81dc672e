import { describe, expect, it } from "vitest";
import { wrapText } from "./wrap-text.ts";

/** Every character is one wide. */
const measure = (text: string): number => [...text].length;

describe("text is broken into lines", () => {
  it.each([
    ["fits on one line", "one two", 7, ["one two"]],
    ["at a space, which stays with its line", "one two three", 8, ["one two ", "three"]],
    ["with its spaces made single", " one  two ", 20, ["one two"]],
    ["not at a no-break space", "one\u00a0two three", 8, ["one\u00a0two ", "three"]],
    ["where a new line is asked for", "one\ntwo", 20, ["one", "two"]],
    ["inside a word that no line holds", "abcdefgh ij", 3, ["abc", "def", "gh ", "ij"]],
    ["one character at a time where not even that fits", "ab", 0, ["a", "b"]],
    ["by characters, not by halves of them", "😀😀😀", 2, ["😀😀", "😀"]],
    ["when there is none", "", 10, [""]],
  ])("%s", (_case, text, width, lines) => {
    expect(wrapText(text, width, measure)).toEqual(lines);
  });

  it("gives the text again when the lines are joined", () => {
    const text = "Permanent admissions to care (aged 18-64) per 100,000 population";
    for (let width = 1; width < 70; width += 1) expect(wrapText(text, width, measure).join("")).toBe(text);
  });
});
