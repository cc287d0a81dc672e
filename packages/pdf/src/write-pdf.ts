import type { Block, PdfDocument } from "./document.ts";
import { drawTable, tableStart } from "./draw-table.ts";
import { type Bookmarks, drawHeading, drawList, drawParagraph, headingHeight } from "./draw-text.ts";
import { makeDrawable } from "./fonts.ts";
import { bookmarksOf, closePdf, openPdf, type Pdf } from "./open-pdf.ts";
import { drawArtifact, drawLine, measureText, type Pen, takePen } from "./pen.ts";
import { PAGE, STYLES } from "./style.ts";

/**
 * A tagged PDF (PDF/UA-1): every heading, paragraph, list and cell is named for what it is, in reading order; what
 * repeats or decorates is left out of it. The same document gives the same bytes.
 */
export async function writePdf(document: PdfDocument): Promise<Uint8Array> {
  const pdf = openPdf(document);
  const pen = takePen(pdf);
  const bookmarks: Bookmarks = { open: [{ level: 0, bookmark: bookmarksOf(pdf) }] };
  for (const [index, block] of document.blocks.entries()) {
    drawBlock(pen, block, document.blocks.slice(index + 1), bookmarks);
  }
  pen.root.end();
  drawRunning(pdf, pen, document.running);
  return await closePdf(pdf);
}

function drawBlock(pen: Pen, block: Block, after: readonly Block[], bookmarks: Bookmarks): void {
  if (block.kind === "heading") drawHeading(pen, block, startHeight(pen, after), bookmarks);
  else if (block.kind === "paragraph") drawParagraph(pen, block);
  else if (block.kind === "list") drawList(pen, block);
  else drawTable(pen, block);
}

/** What a heading must keep with it: the start of what it is the heading of. */
function startHeight(pen: Pen, [next, ...after]: readonly Block[]): number {
  if (next === undefined) return 0;
  if (next.kind === "heading") return headingHeight(pen, next) + startHeight(pen, after);
  if (next.kind === "table") return tableStart(pen, next);
  // A paragraph that introduces a table stays with it.
  if (next.kind === "paragraph" && after[0]?.kind === "table") {
    return 2 * STYLES.body.leading + tableStart(pen, after[0]);
  }
  return 2 * STYLES.body.leading;
}

function drawRunning(pdf: Pdf, pen: Pen, { header, footer }: PdfDocument["running"]): void {
  const { start, count } = pdf.bufferedPageRange();
  const style = STYLES.running;
  const below = pdf.page.height - PAGE.runningFooter;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const number = `Page ${index + 1} of ${count}`;
    const right = pen.left + pen.width - measureText(pdf, number, style);
    drawArtifact(pdf, "Pagination", () => {
      drawLine(pdf, makeDrawable(header).text, pen.left, PAGE.runningHeader, style);
      drawLine(pdf, makeDrawable(footer).text, pen.left, below, style);
      drawLine(pdf, number, right, below, style);
    });
  }
}
