import type { Heading, List, Paragraph } from "@due-regard/document/document";
import { addTag, type Bookmark, setListNumbering, type Tag } from "./open-pdf.ts";
import {
  drawLine,
  drawTagged,
  heightOf,
  leaveGap,
  measureText,
  needRoom,
  type Pen,
  roomOf,
  type SetText,
  setText,
  turnPage,
} from "./pen.ts";
import { PAGE, paragraphStyle, STYLES, type TextStyle } from "./style.ts";

const HEADINGS: Record<Heading["level"], { style: TextStyle; before: number; after: number }> = {
  1: { style: STYLES.heading1, before: 0, after: 6 },
  2: { style: STYLES.heading2, before: 16, after: 5 },
  3: { style: STYLES.heading3, before: 11, after: 3 },
  4: { style: STYLES.heading4, before: 9, after: 2 },
};

const AFTER_PARAGRAPH = 6;
const BETWEEN_ITEMS = 2;
/** From a list's label to its text. */
const LABEL_GAP = 6;

/** Height of a heading with the gap that follows it: what must fit together with the block below. */
export function headingHeight(pen: Pen, { level, text }: Heading): number {
  const { style, before, after } = HEADINGS[level];
  return before + heightOf(setText(pen.pdf, text, style, pen.width)) + after;
}

/** Open bookmarks, one a level: a heading goes under the nearest one above its own level. */
export interface Bookmarks {
  open: { level: number; bookmark: Bookmark }[];
}

/** `below` is the height that must stand beneath it on the same page. */
export function drawHeading(pen: Pen, heading: Heading, below: number, bookmarks: Bookmarks): void {
  const { style, before, after } = HEADINGS[heading.level];
  const text = setText(pen.pdf, heading.text, style, pen.width);
  needRoom(pen, before + heightOf(text) + after + below);
  leaveGap(pen, before);
  addBookmark(pen, heading, bookmarks);
  const name = `H${heading.level}`;
  const tag = addTag(pen.pdf, pen.root, name, { actual: text.actual });
  drawLines(pen, text, pen.left, tag, name);
  tag.end();
  pen.y += after;
}

function addBookmark({ pdf, y }: Pen, { level, text }: Heading, bookmarks: Bookmarks): void {
  const above = bookmarks.open.filter((each) => each.level < level);
  const parent = above.at(-1);
  if (parent === undefined) return;
  // pdfkit counts `left` from the right-hand edge.
  const place = { top: Math.max(0, y - 8), left: pdf.page.width, expanded: level < 2 };
  bookmarks.open = [...above, { level, bookmark: parent.bookmark.addItem(text, place) }];
}

export function drawParagraph(pen: Pen, paragraph: Paragraph): void {
  const lines = setText(pen.pdf, paragraph.text, paragraphStyle(paragraph), pen.width);
  const tag = addTag(pen.pdf, pen.root, "P", { actual: lines.actual });
  drawLines(pen, lines, pen.left, tag, "P");
  tag.end();
  pen.y += AFTER_PARAGRAPH;
}

export function drawList(pen: Pen, { numbered, items }: List): void {
  const list = addTag(pen.pdf, pen.root, "L");
  setListNumbering(list, numbered ? "Decimal" : "Disc");
  const labels = items.map((_item, index) => (numbered ? `${index + 1}.` : "•"));
  const indent = LABEL_GAP + Math.max(0, ...labels.map((label) => measureText(pen.pdf, label, STYLES.body)));
  for (const [index, item] of items.entries()) drawItem(pen, list, labels[index] ?? "", item, indent);
  list.end();
  pen.y += AFTER_PARAGRAPH;
}

function drawItem(pen: Pen, list: Tag, label: string, text: string, indent: number): void {
  const { pdf } = pen;
  const style = STYLES.body;
  const lines = setText(pdf, text, style, pen.width - indent);
  needRoom(pen, style.leading);
  const item = addTag(pdf, list, "LI");
  const labelTag = addTag(pdf, item, "Lbl");
  drawTagged(pdf, labelTag, "Lbl", () => drawLine(pdf, label, pen.left, pen.y, style));
  labelTag.end();
  const body = addTag(pdf, item, "LBody", { actual: lines.actual });
  drawLines(pen, lines, pen.left + indent, body, "LBody");
  body.end();
  item.end();
  pen.y += BETWEEN_ITEMS;
}

/** Draws lines under each other, over as many pages as they need, all under one tag. */
export function drawLines(pen: Pen, { lines, style }: SetText, x: number, tag: Tag, name: string): void {
  let rest = lines;
  while (rest.length > 0) {
    const fitting = Math.floor(roomOf(pen) / style.leading);
    if (fitting < 1 && pen.y > PAGE.top) {
      turnPage(pen);
      continue;
    }
    const here = rest.slice(0, Math.max(1, fitting));
    drawTagged(pen.pdf, tag, name, () => {
      for (const line of here) {
        drawLine(pen.pdf, line, x, pen.y, style);
        pen.y += style.leading;
      }
    });
    rest = rest.slice(here.length);
  }
}
