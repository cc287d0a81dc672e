import type { Mark, Shape } from "@due-regard/document/document";
import type { Pdf } from "./open-pdf.ts";
import { drawArtifact } from "./pen.ts";
import { TONE_COLOURS } from "./style.ts";

type Point = [x: number, y: number];

/** Corners in a square of side 1, from its top left. The circle has none. */
const CORNERS: Record<Exclude<Shape, "circle">, Point[]> = {
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  triangle: [
    [0.5, 0.04],
    [1, 0.94],
    [0, 0.94],
  ],
  dash: [
    [0.08, 0.4],
    [0.92, 0.4],
    [0.92, 0.6],
    [0.08, 0.6],
  ],
  up: [
    [0.5, 0],
    [0.95, 0.5],
    [0.65, 0.5],
    [0.65, 1],
    [0.35, 1],
    [0.35, 0.5],
    [0.05, 0.5],
  ],
  level: [
    [0, 0.5],
    [0.3, 0.15],
    [0.3, 0.38],
    [0.7, 0.38],
    [0.7, 0.15],
    [1, 0.5],
    [0.7, 0.85],
    [0.7, 0.62],
    [0.3, 0.62],
    [0.3, 0.85],
  ],
  down: [
    [0.5, 1],
    [0.95, 0.5],
    [0.65, 0.5],
    [0.65, 0],
    [0.35, 0],
    [0.35, 0.5],
    [0.05, 0.5],
  ],
};

/** Decoration: the text beside it says the same. */
export function drawMark(pdf: Pdf, { shape, tone }: Mark, x: number, y: number, side: number): void {
  drawArtifact(pdf, "Layout", () => {
    if (shape === "circle") pdf.circle(x + side / 2, y + side / 2, side / 2);
    else pdf.polygon(...CORNERS[shape].map(([across, down]) => [x + across * side, y + down * side]));
    pdf.fill(TONE_COLOURS[tone]);
  });
}
