import type { Cell, Column, Mark, Row, Table } from "@due-regard/document/document";
import type { Pdf } from "./open-pdf.ts";
import { type SetText, setText } from "./pen.ts";
import { CELL, cellStyle, MARK_GAP, markSide, STYLES, type TextStyle } from "./style.ts";

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
  /** Sets one of the rows. They are set when they are drawn: a table may have thousands. */
  setRow: (row: Row) => SetRow;
}

export function setTable(
  pdf: Pdf,
  { caption, columns }: Table,
  { left, widths }: { left: number; widths: readonly number[] },
): SetTable {
  const places = placeColumns(left, widths);
  const width = widths.reduce((sum, each) => sum + each, 0);
  return {
    caption: setText(pdf, caption, STYLES.caption, width),
    heading: setRow(pdf, places, columns.map(headingCell), false),
    setRow: (row) => setRow(pdf, places, cellsOf(row), row.total ?? false),
  };
}

interface Place {
  x: number;
  width: number;
}

function placeColumns(left: number, widths: readonly number[]): Place[] {
  let x = left;
  return widths.map((width) => {
    const place = { x, width };
    x += width;
    return place;
  });
}

const headingCell = ({ heading }: Column): Cell => [{ text: heading, weight: "bold" }];

/** A row's cells as they look: totals are bold. */
export const cellsOf = ({ cells, total = false }: Row): Cell[] =>
  total ? cells.map((cell) => cell.map((text) => ({ ...text, weight: "bold" as const }))) : cells;

function setRow(pdf: Pdf, places: Place[], cells: Cell[], total: boolean): SetRow {
  const set = places.map((place, index) => setCell(pdf, place, cells[index] ?? []));
  const tallest = Math.max(0, ...set.map(({ lines }) => heightOfLines(lines)));
  return { cells: set, height: CELL.above + tallest + CELL.below, total };
}

function setCell(pdf: Pdf, { x, width }: Place, cell: Cell): SetCell {
  const room = width - 2 * CELL.sides;
  const paragraphs = cell.map(({ text, mark = null, ...look }) => {
    const style = cellStyle(look);
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
