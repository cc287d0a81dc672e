import type { Mark, Shape, Tone } from "@due-regard/document/document";

/** How a Word document looks: sizes in half-points, lengths in twentieths of a point, colours as hex without the sign. */

export const FONT = "Arial";
export const TEXT = "0b0c0c";
export const QUIET = "505a5f";
export const RULE = "b1b4b6";
export const HEADING_ROW = "e4edee";

export const SIZES = {
  heading1: 36,
  heading2: 28,
  heading3: 24,
  heading4: 22,
  body: 22,
  lead: 26,
  quiet: 19,
  cell: 20,
  cellQuiet: 18,
  running: 17,
} as const;

/** A4 with margins of two centimetres. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134, running: 567 } as const;

/** Room for text between the margins. */
export const textWidth = (orientation: "portrait" | "landscape"): number =>
  (orientation === "portrait" ? PAGE.width : PAGE.height) - 2 * PAGE.margin;

const TONES: Record<Tone, string> = { good: "00703c", middle: "b45c00", bad: "b10e1e", neutral: QUIET };

const SHAPES: Record<Shape, string> = {
  circle: "●",
  diamond: "◆",
  triangle: "▲",
  dash: "–",
  up: "▲",
  level: "◆",
  down: "▼",
};

/** A mark as a sign before its text, which says the same. */
export const markOf = ({ shape, tone }: Mark): { sign: string; colour: string } => ({
  sign: SHAPES[shape],
  colour: TONES[tone],
});
