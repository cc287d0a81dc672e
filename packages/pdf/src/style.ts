import type { CellText, Paragraph, Tone } from "@due-regard/document/document";

/** How things look: sizes in points, colours as hex. All text holds 4.5 to 1 against what lies behind it (style.test.ts). */

export type FontName = "regular" | "bold";

export interface TextStyle {
  font: FontName;
  size: number;
  colour: string;
  /** From one line to the next, in points. */
  leading: number;
}

const TEXT = "#0b0c0c";
const QUIET = "#505a5f";

const style = (font: FontName, size: number, colour = TEXT): TextStyle => ({
  font,
  size,
  colour,
  leading: size * 1.28,
});

export const STYLES = {
  heading1: style("bold", 20),
  heading2: style("bold", 15),
  heading3: style("bold", 12),
  heading4: style("bold", 10.5),
  body: style("regular", 10.5),
  bodyBold: style("bold", 10.5),
  bodyQuiet: style("regular", 9.5, QUIET),
  lead: style("regular", 12),
  caption: style("regular", 10.5),
  columnHeading: style("bold", 9.5),
  cell: style("regular", 9.5),
  cellBold: style("bold", 9.5),
  cellQuiet: style("regular", 8.5, QUIET),
  running: style("regular", 8.5, QUIET),
} as const satisfies Record<string, TextStyle>;

export const TONE_COLOURS: Record<Tone, string> = {
  good: "#00703c",
  middle: "#b45c00",
  bad: "#b10e1e",
  neutral: QUIET,
};

export const PAPER = "#ffffff";
export const HEADING_ROW = "#e4edee";
export const RULE = "#b1b4b6";
export const STRONG_RULE = "#0b4f57";

/** Left and right of the text. Lines of running text must not grow too long to follow; tables need the width. */
export const SIDES = { portrait: 58, landscape: 34 } as const;

export const PAGE = {
  size: "A4",
  /** Where text begins and ends; the running header and footer lie outside. */
  top: 50,
  bottom: 46,
  runningHeader: 24,
  runningFooter: 26,
} as const;

export function paragraphStyle({ lead, weight, quiet }: Paragraph): TextStyle {
  if (lead) return STYLES.lead;
  if (quiet) return STYLES.bodyQuiet;
  return weight === "bold" ? STYLES.bodyBold : STYLES.body;
}

export const CELL = { sides: 4, above: 4, below: 5, between: 1.5 } as const;

export function cellStyle({ weight, quiet }: Pick<CellText, "weight" | "quiet">): TextStyle {
  if (quiet) return STYLES.cellQuiet;
  return weight === "bold" ? STYLES.cellBold : STYLES.cell;
}

export const MARK_GAP = 3;
/** A mark is as high as the capital letters beside it, and a little more. */
export const markSide = ({ size }: TextStyle): number => size * 0.76;
