import { describe, expect, it } from "vitest";
import { divideWidth } from "./column-widths.ts";

describe("a table's width is divided", () => {
  it.each([
    ["by shares", 100, [1, 3], [0, 0], [25, 75]],
    ["by shares where all have what they need", 100, [1, 3], [25, 75 - 1], [25, 75]],
    ["with what one needs, taken from the others", 100, [1, 3], [40, 10], [40, 60]],
    ["with what several need, one after the other", 100, [1, 1, 8], [20, 12, 10], [20, 12, 68]],
    ["by needs alone where they are all there is", 100, [1, 1], [30, 70], [30, 70]],
    ["short for everybody alike where needs are too wide", 100, [1, 1], [100, 300], [25, 75]],
  ])("%s", (_case, width, shares, needs, widths) => {
    expect(divideWidth(width, shares, needs)).toEqual(widths);
  });
});
