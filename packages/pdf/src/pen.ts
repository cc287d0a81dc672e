import type { BlockDocument, Table } from "@due-regard/document/document";
import { type DrawableText, makeDrawable, withPlainSpaces } from "./fonts.ts";
import { addTag, type Pdf, type Tag } from "./open-pdf.ts";
import { PAGE, SIDES, type TextStyle } from "./style.ts";
import { wrapText } from "./wrap-text.ts";

/** Where on which page the next thing goes, and under which tag. */
export interface Pen {
  pdf: Pdf;
  /** The tag of the whole document. */
  root: Tag;
  /** Distance from the top of the page. */
  y: number;
  left: number;
  width: number;
  /** Nothing but the running footer goes below it. */
  bottom: number;
  /** Height of an empty page. */
  height: number;
  /** Widths of a table's columns: the same for all tables of the document with the same headings. */
  widthsOf: (table: Table) => readonly number[];
  orientation: Orientation;
}

type Orientation = BlockDocument["orientation"];
type Widths = (table: Table, width: number) => readonly number[];

const addPage = (pdf: Pdf, layout: Orientation): void => {
  pdf.addPage({ size: PAGE.size, layout, margin: 0 });
};

/** Measures of the page that the pen stands on. */
const measuresOf = (pdf: Pdf, orientation: Orientation, widthsOf: Widths) => {
  const bottom = pdf.page.height - PAGE.bottom;
  const left = SIDES[orientation];
  const width = pdf.page.width - 2 * left;
  const widths = (table: Table) => widthsOf(table, width);
  return { y: PAGE.top, left, width, bottom, height: bottom - PAGE.top, orientation, widthsOf: widths };
};

export function takePen(pdf: Pdf, orientation: Orientation, widthsOf: Widths): Pen {
  addPage(pdf, orientation);
  return { pdf, root: addTag(pdf, null, "Document"), ...measuresOf(pdf, orientation, widthsOf) };
}

/** Goes on on a new page, which may be turned the other way. */
export function turnOver(pen: Pen, orientation: Orientation, widthsOf: Widths): void {
  addPage(pen.pdf, orientation);
  Object.assign(pen, measuresOf(pen.pdf, orientation, widthsOf));
}

export function turnPage(pen: Pen): void {
  addPage(pen.pdf, pen.orientation);
  pen.y = PAGE.top;
}

export const roomOf = (pen: Pen): number => pen.bottom - pen.y;

/** Turns the page unless so much still fits. What no page holds is not helped by a new one, unless this one is used. */
export function needRoom(pen: Pen, height: number): void {
  if (height > roomOf(pen) && pen.y > PAGE.top) turnPage(pen);
}

/** Leaves a gap, except at the top of a page. */
export function leaveGap(pen: Pen, height: number): void {
  if (pen.y > PAGE.top) pen.y += height;
}

/** Lines of a text in a style, and what a screen reader should read where the font lacks a character. */
export interface SetText {
  style: TextStyle;
  lines: string[];
  actual: string | null;
}

export function setText(pdf: Pdf, text: string, style: TextStyle, width: number): SetText {
  const drawable: DrawableText = makeDrawable(text);
  const lines = wrapText(drawable.text, width, (piece) => measureText(pdf, piece, style));
  return { style, lines, actual: drawable.actual };
}

export function measureText(pdf: Pdf, text: string, { font, size }: TextStyle): number {
  return pdf.font(font).fontSize(size).widthOfString(text);
}

/** As much of a line as fits, and an ellipsis for the rest. */
export function cutText(pdf: Pdf, text: string, style: TextStyle, width: number): string {
  if (measureText(pdf, text, style) <= width) return text;
  let kept = text;
  while (kept !== "" && measureText(pdf, `${kept.trimEnd()}…`, style) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

export const heightOf = ({ lines, style }: SetText): number => lines.length * style.leading;

/** Draws one line with its top at `y`. Say what it is first: {@link drawTagged} or {@link drawArtifact}. */
export function drawLine(pdf: Pdf, line: string, x: number, y: number, style: TextStyle): void {
  const text = withPlainSpaces(line);
  pdf.font(style.font).fontSize(style.size).fillColor(style.colour).text(text, x, y, { lineBreak: false });
}

/** What is drawn belongs to the tag, and is read in its place. Once for each page that it stands on. */
export function drawTagged(pdf: Pdf, tag: Tag, name: string, draw: () => void): void {
  const content = pdf.markStructureContent(name);
  draw();
  pdf.endMarkedContent();
  tag.add(content);
}

/** What is drawn is decoration (Layout), or repeated on each page (Pagination): a screen reader leaves it out. */
export function drawArtifact(pdf: Pdf, type: "Layout" | "Pagination", draw: () => void): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}
