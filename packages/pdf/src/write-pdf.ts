import { setImmediate } from "node:timers/promises";
import type { Block, BlockDocument, Table } from "@due-regard/document/document";
import { divideWidth, measureColumns } from "./column-widths.ts";
import { drawFacts } from "./draw-facts.ts";
import { drawTable, tableStart } from "./draw-table.ts";
import { type Bookmarks, drawHeading, drawList, drawParagraph, headingHeight } from "./draw-text.ts";
import { makeDrawable } from "./fonts.ts";
import { bookmarksOf, closePdf, openPdf, type Pdf } from "./open-pdf.ts";
import { cutText, drawArtifact, drawLine, measureText, type Pen, takePen, turnOver } from "./pen.ts";
import { PAGE, SIDES, STYLES } from "./style.ts";

/**
 * A tagged PDF (PDF/UA-1): every heading, paragraph, list and cell is named for what it is, in reading order; what
 * repeats or decorates is left out of it. The same document gives the same bytes.
 */
export async function writePdf(document: BlockDocument): Promise<Uint8Array> {
  const pdf = openPdf(document);
  const annexes = document.annexes ?? [];
  const widths = prepareWidths(
    pdf,
    [document, ...annexes].flatMap(({ blocks }) => blocks),
  );
  const pen = takePen(pdf, document.orientation, widths);
  const bookmarks: Bookmarks = { open: [{ level: 0, bookmark: bookmarksOf(pdf) }] };
  await takeTurns(drawBlocks(pen, document.blocks, bookmarks));
  const parts = [{ firstPage: 0, running: document.running }];
  for (const { orientation, running, blocks } of annexes) {
    turnOver(pen, orientation, widths);
    parts.push({ firstPage: pdf.bufferedPageRange().count - 1, running });
    await takeTurns(drawBlocks(pen, blocks, bookmarks));
  }
  pen.root.end();
  drawRunning(pdf, parts);
  return await closePdf(pdf);
}

/** Columns under the same headings are as wide in every table, so that the eye can run down the pages. */
function prepareWidths(
  pdf: Pdf,
  blocks: readonly Block[],
): (table: Table, width: number) => readonly number[] {
  const headings = ({ columns }: Table): string => columns.map(({ heading }) => heading).join("\n");
  const tables = Map.groupBy(
    blocks.filter((block) => block.kind === "table"),
    headings,
  );
  const known = new Map<string, number[]>();
  return (table, width) => {
    const key = `${width}\n${headings(table)}`;
    const shares = table.columns.map(({ share }) => share);
    const widths =
      known.get(key) ??
      divideWidth(width, shares, measureColumns(pdf, tables.get(headings(table)) ?? [], width));
    known.set(key, widths);
    return widths;
  };
}

/** So long a document may keep the process to itself. */
const TURN_MS = 20;

/** Does the steps, and lets others have a turn whenever these had theirs. */
async function takeTurns(steps: Iterator<void>): Promise<void> {
  let since = performance.now();
  while (!steps.next().done) {
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

function* drawBlocks(pen: Pen, blocks: readonly Block[], bookmarks: Bookmarks): Generator<void> {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading")
      drawHeading(pen, block, startHeight(pen, blocks.slice(index + 1)), bookmarks);
    else if (block.kind === "paragraph") drawParagraph(pen, block);
    else if (block.kind === "list") drawList(pen, block);
    else if (block.kind === "facts") drawFacts(pen, block);
    else yield* drawTable(pen, block);
    yield;
  }
}

/** Between the running footer and the number of the page. */
const RUNNING_GAP = 16;

/** Lines of text that stand with the heading above them. */
const LINES_AT_START = 2;

/** What a heading must keep with it: the start of what it is the heading of. */
function startHeight(pen: Pen, [next, ...after]: readonly Block[]): number {
  const lines = LINES_AT_START * STYLES.body.leading;
  if (next === undefined) return 0;
  if (next.kind === "heading") return headingHeight(pen, next) + startHeight(pen, after);
  if (next.kind === "table") return tableStart(pen, next);
  // A paragraph stays with what it introduces.
  const introduces = next.kind === "paragraph" && INTRODUCED.includes(after[0]?.kind ?? "");
  return introduces ? lines + startHeight(pen, after) : lines;
}

const INTRODUCED: readonly string[] = ["table", "list", "facts"];

interface RunningPart {
  /** From 0. */
  firstPage: number;
  running: BlockDocument["running"];
}

/** On each page the lines of the part that it belongs to, within that part's sides. */
function drawRunning(pdf: Pdf, parts: readonly RunningPart[]): void {
  const { start, count } = pdf.bufferedPageRange();
  const style = STYLES.running;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const part = parts.findLast(({ firstPage }) => firstPage <= index);
    if (part === undefined) throw new Error("A page belongs to no part");
    const { header, footer } = part.running;
    const left = SIDES[pdf.page.width > pdf.page.height ? "landscape" : "portrait"];
    const width = pdf.page.width - 2 * left;
    const below = pdf.page.height - PAGE.runningFooter;
    const number = `Page ${index + 1} of ${count}`;
    const numberWidth = measureText(pdf, number, style);
    const cut = (text: string, room: number): string => cutText(pdf, makeDrawable(text).text, style, room);
    drawArtifact(pdf, "Pagination", () => {
      drawLine(pdf, cut(header, width), left, PAGE.runningHeader, style);
      drawLine(pdf, cut(footer, width - numberWidth - RUNNING_GAP), left, below, style);
      drawLine(pdf, number, left + width - numberWidth, below, style);
    });
  }
}
