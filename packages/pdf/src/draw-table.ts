import type { Column, Table } from "@due-regard/document/document";
import { drawMark } from "./draw-mark.ts";
import { addTag, type Pdf, type Tag } from "./open-pdf.ts";
import {
  drawArtifact,
  drawLine,
  drawTagged,
  heightOf,
  needRoom,
  type Pen,
  roomOf,
  type SetText,
  turnPage,
} from "./pen.ts";
import {
  countFitting,
  heightOfLines,
  type SetCell,
  type SetLine,
  type SetRow,
  setTable,
} from "./set-table.ts";
import { CELL, HEADING_ROW, markSide, RULE, STRONG_RULE } from "./style.ts";

const AFTER_CAPTION = 3;
const AFTER_TABLE = 8;

/** So many rows stand with the headings on the page where a table begins: one alone would look like all. */
const ROWS_AT_START = 2;

/** What has to stand on one page at the table's start: caption, headings and the first rows. */
export function tableStart(pen: Pen, table: Table): number {
  const rows = table.whole ? table.rows : table.rows.slice(0, ROWS_AT_START);
  const { caption, heading, setRow } = setTable(pen.pdf, table, placeTable(pen, table));
  const height = rows.reduce((sum, row) => sum + setRow(row).height, heading.height);
  return Math.min(heightOf(caption) + AFTER_CAPTION + height, pen.height);
}

const placeTable = ({ left, widthsOf }: Pen, table: Table) => ({ left, widths: widthsOf(table) });

/** One step a row, so that others get their turn while a long table is drawn. */
export function* drawTable(pen: Pen, table: Table): Generator<void> {
  const { pdf } = pen;
  const { caption, heading, setRow } = setTable(pdf, table, placeTable(pen, table));
  needRoom(pen, tableStart(pen, table));
  const tag = addTag(pdf, pen.root, "Table");
  drawCaption(pen, caption, tag);
  const head = addTag(pdf, tag, "THead");
  drawHeadingRow(pen, heading, head);
  head.end();
  const body = addTag(pdf, tag, "TBody");
  for (const row of table.rows) {
    drawRow(pen, setRow(row), { body, heading, columns: table.columns });
    yield;
  }
  body.end();
  tag.end();
  pen.y += AFTER_TABLE;
}

function drawCaption(pen: Pen, caption: SetText, table: Tag): void {
  const tag = addTag(pen.pdf, table, "Caption", { actual: caption.actual });
  drawTagged(pen.pdf, tag, "Caption", () => {
    for (const line of caption.lines) {
      drawLine(pen.pdf, line, pen.left, pen.y, caption.style);
      pen.y += caption.style.leading;
    }
  });
  tag.end();
  pen.y += AFTER_CAPTION;
}

function drawHeadingRow(pen: Pen, row: SetRow, head: Tag): void {
  drawArtifact(pen.pdf, "Layout", () => drawHeadingGround(pen, row));
  const tag = addTag(pen.pdf, head, "TR");
  for (const cell of row.cells) {
    const cellTag = addTag(pen.pdf, tag, "TH", {
      scope: "Column",
      actual: cell.paragraphs[0]?.actual ?? null,
    });
    drawTagged(pen.pdf, cellTag, "TH", () => drawLines(pen.pdf, cell, cell.lines, pen.y + CELL.above));
    cellTag.end();
  }
  tag.end();
  pen.y += row.height;
}

/** On later pages the headings are there for the eye: a screen reader has them from the first page. */
function repeatHeadings(pen: Pen, row: SetRow): void {
  drawArtifact(pen.pdf, "Pagination", () => {
    drawHeadingGround(pen, row);
    for (const cell of row.cells) drawLines(pen.pdf, cell, cell.lines, pen.y + CELL.above);
  });
  pen.y += row.height;
}

function drawHeadingGround({ pdf, left, width, y }: Pen, { height }: SetRow): void {
  pdf.rect(left, y, width, height).fill(HEADING_ROW);
  drawRule(pdf, left, y + height, width, STRONG_RULE, 1);
}

function drawRule(pdf: Pdf, x: number, y: number, width: number, colour: string, weight: number): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(weight)
    .stroke(colour);
}

interface Surroundings {
  body: Tag;
  heading: SetRow;
  columns: readonly Column[];
}

/** A row is moved to the next page whole. One that no page holds is divided between its lines. */
function drawRow(pen: Pen, row: SetRow, { body, heading, columns }: Surroundings): void {
  const turn = (): void => {
    turnPage(pen);
    if (heading.height < pen.height / 2) repeatHeadings(pen, heading);
  };
  const freshPage = pen.height - heading.height;
  if (row.height > roomOf(pen) && (row.height <= freshPage || roomOf(pen) < freshPage / 2)) turn();
  const tag = addTag(pen.pdf, body, "TR");
  const cells = row.cells.map((cell, index) => tagCell(pen.pdf, tag, cell, columns[index]));
  if (row.total) drawRuleAcross(pen, STRONG_RULE, 1);
  let rest = drawSlice(
    pen,
    cells,
    row.cells.map(({ lines }) => lines),
  );
  while (rest.some((lines) => lines.length > 0)) {
    turn();
    rest = drawSlice(pen, cells, rest);
  }
  for (const cell of cells) cell.end();
  tag.end();
}

/** Draws of each cell what fits here; hands back what does not. */
function drawSlice(pen: Pen, cells: readonly TaggedCell[], rest: readonly SetLine[][]): SetLine[][] {
  const room = roomOf(pen) - CELL.above - CELL.below;
  const counts = rest.map((lines) => countFitting(lines, room));
  const here = rest.map((lines, index) => lines.slice(0, counts[index]));
  for (const [index, cell] of cells.entries()) drawCellLines(pen, cell, here[index] ?? []);
  pen.y += CELL.above + Math.max(0, ...here.map(heightOfLines)) + CELL.below;
  drawRuleAcross(pen, RULE, 0.5);
  return rest.map((lines, index) => lines.slice(counts[index]));
}

function drawRuleAcross({ pdf, left, y, width }: Pen, colour: string, weight: number): void {
  drawArtifact(pdf, "Layout", () => drawRule(pdf, left, y, width, colour, weight));
}

interface TaggedCell {
  cell: SetCell;
  /** One tag for each paragraph. */
  paragraphs: Tag[];
  end: () => void;
}

function tagCell(pdf: Pdf, row: Tag, cell: SetCell, column: Column | undefined): TaggedCell {
  const tag = column?.rowHeading ? addTag(pdf, row, "TH", { scope: "Row" }) : addTag(pdf, row, "TD");
  const paragraphs = cell.paragraphs.map(({ actual }) => addTag(pdf, tag, "P", { actual }));
  return {
    cell,
    paragraphs,
    end: () => {
      for (const paragraph of paragraphs) paragraph.end();
      tag.end();
    },
  };
}

function drawCellLines(pen: Pen, tagged: TaggedCell, lines: readonly SetLine[]): void {
  let y = pen.y + CELL.above;
  for (const [index, tag] of tagged.paragraphs.entries()) {
    const own = lines.filter(({ paragraph }) => paragraph === index);
    const [first] = own;
    if (first === undefined) continue;
    if (first.mark) drawMarkBeside(pen.pdf, tagged.cell, first, y);
    drawTagged(pen.pdf, tag, "P", () => drawLines(pen.pdf, tagged.cell, own, y));
    y += heightOfLines(own);
  }
}

function drawMarkBeside(pdf: Pdf, { x }: SetCell, { mark, style, above }: SetLine, y: number): void {
  if (mark === null) return;
  const side = markSide(style);
  drawMark(pdf, mark, x + CELL.sides, y + above + (style.size * 1.02 - side), side);
}

function drawLines(pdf: Pdf, { x }: SetCell, lines: readonly SetLine[], top: number): void {
  let y = top;
  for (const { text, style, indent, above } of lines) {
    y += above;
    drawLine(pdf, text, x + CELL.sides + indent, y, style);
    y += style.leading;
  }
}
