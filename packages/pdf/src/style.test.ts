import { TONES } from "@due-regard/document/document";
import { describe, expect, it } from "vitest";
import { HEADING_ROW, PAPER, STYLES, TONE_COLOURS } from "./style.ts";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
};

describe("contrast", () => {
  it.each(Object.entries(STYLES))("%s is readable on paper", (_name, { colour }) => {
    expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(4.5);
  });

  it("column headings are readable on their ground", () => {
    expect(contrast(STYLES.columnHeading.colour, HEADING_ROW)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TONES)("a mark that is %s stands out", (tone) => {
    expect(contrast(TONE_COLOURS[tone], PAPER)).toBeGreaterThanOrEqual(4.5);
  });
});
