import type { Cell, CellText, Column, Mark, Row, Table } from "./document.ts";
import type { Pdf } from "./open-pdf.ts";
import { type SetText, setText } from "./pen.ts";
import { CELL, STYLES, type TextStyle } from "./style.ts";

/** A table with its text broken into lines: every height is known, and nothing is drawn yet. */

export interface SetCell {
  x: number;
  width: number;
  paragraphs: SetParagraph[];
  /** Of all paragraphs, under each other: the unit in which a row that no page holds is divided. */
  lines: SetLine[];
}

interface SetParagraph extends SetText {
  mark: Mark | null;
}

export interface SetLine {
  paragraph: number;
  text: string;
  style: TextStyle;
  /** From the cell's left edge: text beside a mark is indented. */
  indent: number;
  /** Space above it: between paragraphs. */
  above: number;
  /** Drawn before the paragraph's first line. */
  mark: Mark | null;
}

export interface SetRow {
  cells: SetCell[];
  height: number;
  total: boolean;
}

export interface SetTable {
  caption: SetText;
  heading: SetRow;
  rows: SetRow[];
}

export const MARK_GAP = 3;
/** A mark is as high as the capital letters beside it, and a little more. */
export const markSide = ({ size }: TextStyle): number => size * 0.76;

export function setTable(pdf: Pdf, { caption, columns, rows }: Table, left: number, width: number): SetTable {
  const places = placeColumns(columns, left, width);
  return {
    caption: setText(pdf, caption, STYLES.caption, width),
    heading: setRow(pdf, places, columns.map(headingCell), false),
    rows: rows.map(({ cells, total = false }: Row) =>
      setRow(pdf, places, total ? cells.map(embolden) : cells, total),
    ),
  };
}

interface Place {
  x: number;
  width: number;
  style: TextStyle | null;
}

function placeColumns(columns: Column[], left: number, width: number): Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = left;
  return columns.map(({ share }) => {
    const place = { x, width: (width * share) / shares, style: null };
    x += place.width;
    return place;
  });
}

const headingCell = ({ heading }: Column): Cell => [{ text: heading, weight: "bold" }];
const embolden = (cell: Cell): Cell => cell.map((text) => ({ ...text, weight: "bold" as const }));

function setRow(pdf: Pdf, places: Place[], cells: Cell[], total: boolean): SetRow {
  const set = places.map((place, index) => setCell(pdf, place, cells[index] ?? []));
  const tallest = Math.max(0, ...set.map(({ lines }) => heightOfLines(lines)));
  return { cells: set, height: CELL.above + tallest + CELL.below, total };
}

function setCell(pdf: Pdf, { x, width }: Place, cell: Cell): SetCell {
  const room = width - 2 * CELL.sides;
  const paragraphs = cell.map(({ text, mark = null, ...look }) => {
    const style = styleOf(look);
    return { mark, ...setText(pdf, text, style, room - (mark ? markSide(style) + MARK_GAP : 0)) };
  });
  return { x, width, paragraphs, lines: paragraphs.flatMap(setLines) };
}

function setLines({ lines, style, mark }: SetParagraph, paragraph: number): SetLine[] {
  return lines.map((text, index) => ({
    paragraph,
    text,
    style,
    indent: mark ? markSide(style) + MARK_GAP : 0,
    above: index === 0 && paragraph > 0 ? CELL.between : 0,
    mark: index === 0 ? mark : null,
  }));
}

function styleOf({ weight, quiet }: Pick<CellText, "weight" | "quiet">): TextStyle {
  if (quiet) return STYLES.cellQuiet;
  return weight === "bold" ? STYLES.cellBold : STYLES.cell;
}

export const heightOfLines = (lines: readonly SetLine[]): number =>
  lines.reduce((sum, { above, style }) => sum + above + style.leading, 0);

/** How many of these lines fit into a height. */
export function countFitting(lines: readonly SetLine[], height: number): number {
  let used = 0;
  const beyond = lines.findIndex(({ above, style }) => {
    used += above + style.leading;
    return used > height;
  });
  return beyond === -1 ? lines.length : beyond;
}
