import type { Fact, Facts } from "@due-regard/document/document";
import { drawLines } from "./draw-text.ts";
import { addTag, setListNumbering, type Tag } from "./open-pdf.ts";
import { heightOf, measureText, needRoom, type Pen, type SetText, setText } from "./pen.ts";
import { STYLES } from "./style.ts";

/** Terms longer than this share of the width stand above what is said about them, not beside it. */
const WIDEST_BESIDE = 0.32;
const TERM_GAP = 12;
const BETWEEN_FACTS = 3;
const AFTER_FACTS = 6;

/** A list whose labels are its terms, as PDF has it for glossaries. */
export function drawFacts(pen: Pen, { facts }: Facts): void {
  const { pdf } = pen;
  const list = addTag(pdf, pen.root, "L");
  setListNumbering(list, "None");
  const widest = Math.max(0, ...facts.map(({ term }) => measureText(pdf, term, STYLES.bodyBold)));
  const indent = widest <= pen.width * WIDEST_BESIDE ? widest + TERM_GAP : 0;
  for (const fact of facts) drawFact(pen, list, fact, indent);
  list.end();
  pen.y += AFTER_FACTS;
}

function drawFact(pen: Pen, list: Tag, { term, details }: Fact, indent: number): void {
  const label = setText(pen.pdf, term, STYLES.bodyBold, indent === 0 ? pen.width : indent);
  // A term is not left behind at the foot of a page.
  needRoom(pen, heightOf(label) + (indent === 0 ? STYLES.body.leading : 0));
  const item = addTag(pen.pdf, list, "LI");
  const top = pen.y;
  drawTerm(pen, item, label);
  if (indent > 0) pen.y = top;
  const body = addTag(pen.pdf, item, "LBody");
  for (const detail of details) drawDetail(pen, body, detail, indent);
  body.end();
  item.end();
  pen.y += BETWEEN_FACTS;
}

function drawTerm(pen: Pen, item: Tag, label: SetText): void {
  const tag = addTag(pen.pdf, item, "Lbl", { actual: label.actual });
  drawLines(pen, label, pen.left, tag, "Lbl");
  tag.end();
}

function drawDetail(pen: Pen, body: Tag, detail: string, indent: number): void {
  const text = setText(pen.pdf, detail, STYLES.body, pen.width - indent);
  const tag = addTag(pen.pdf, body, "P", { actual: text.actual });
  drawLines(pen, text, pen.left + indent, tag, "P");
  tag.end();
}
