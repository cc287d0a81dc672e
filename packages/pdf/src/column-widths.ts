import type { CellText, Table } from "@due-regard/document/document";
import { makeDrawable } from "./fonts.ts";
import type { Pdf } from "./open-pdf.ts";
import { measureText } from "./pen.ts";
import { cellsOf } from "./set-table.ts";
import { CELL, cellStyle, MARK_GAP, markSide, STYLES } from "./style.ts";

/** No column is widened beyond this share of the table for the sake of one long word. */
const WIDEST_FOR_A_WORD = 0.25;

/** What each column needs so that no word of these tables is broken, its sides included. */
export function measureColumns(pdf: Pdf, tables: readonly Table[], width: number): number[] {
  const [first] = tables;
  const most = width * WIDEST_FOR_A_WORD;
  return (first?.columns ?? []).map(({ heading }, index) => {
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => cellsOf(row)[index] ?? []));
    const widest = Math.max(
      widestWord(pdf, heading, STYLES.columnHeading),
      ...cells.map((text) => widestOfText(pdf, text)),
    );
    return Math.min(widest + 2 * CELL.sides, most);
  });
}

function widestOfText(pdf: Pdf, { text, mark, ...look }: CellText): number {
  const style = cellStyle(look);
  return widestWord(pdf, text, style) + (mark ? markSide(style) + MARK_GAP : 0);
}

/** A little more than the word itself: widths are added up in another order when lines are broken. */
const widestWord = (pdf: Pdf, text: string, style: Parameters<typeof measureText>[2]): number =>
  0.01 +
  Math.max(
    0,
    ...makeDrawable(text)
      .text.split(/[ \n]+/)
      .map((word) => measureText(pdf, word, style)),
  );

/**
 * Divides a width by shares, but gives no column less than it needs, as long as the others can spare it. Where the needs
 * alone are too wide, everybody goes short alike.
 */
export function divideWidth(width: number, shares: readonly number[], needs: readonly number[]): number[] {
  const needed = needs.reduce((sum, need) => sum + need, 0);
  if (needed >= width) return needs.map((need) => (need * width) / needed);
  const fixed = new Set<number>();
  for (;;) {
    const isFree = (_value: number, index: number): boolean => !fixed.has(index);
    const taken = needs.filter((need, index) => !isFree(need, index)).reduce((sum, need) => sum + need, 0);
    const free = shares.filter(isFree).reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share, index) =>
      fixed.has(index) ? (needs[index] ?? 0) : (share * (width - taken)) / free,
    );
    const short = widths.findIndex((each, index) => !fixed.has(index) && each < (needs[index] ?? 0));
    if (short === -1) return widths;
    fixed.add(short);
  }
}
