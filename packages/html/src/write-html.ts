import type { Block, BlockDocument, Facts, Heading, HeadingLevel, List } from "@due-regard/document/document";
import { escapeHtml, escapeLines } from "./escape.ts";
import { writeTable } from "./write-table.ts";

/**
 * A document as what stands within a page, under that page's `h1`: the document's own title is left out, because the page says it,
 * and what is repeated on sheets of paper as well. GOV.UK classes, no script, no style, no address; every text is escaped.
 * Headings of level 2 carry an id, "part-1" and so on, for the page's list of contents ({@link readParts}). The same document gives
 * the same text.
 */
export const writeHtml = ({ language, blocks: own, annexes = [] }: BlockDocument): string => {
  const blocks = [...own, ...annexes.flatMap((annex) => annex.blocks)];
  const [first] = blocks;
  const isTitle = first?.kind === "heading" && first.level === 1;
  const counter = { parts: 0 };
  const written = blocks.slice(isTitle ? 1 : 0).map((block) => WRITERS[block.kind](block as never, counter));
  return `<div class="app-document" lang="${escapeHtml(language)}">\n${written.join("\n")}\n</div>\n`;
};

interface Counter {
  /** Headings of level 2 so far. */
  parts: number;
}

type Writers = {
  [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>, counter: Counter) => string;
};

const WRITERS: Writers = {
  heading: (heading, counter) => writeHeading(heading, counter),
  paragraph: ({ text, lead, weight, quiet }) => {
    const look = lead ? "govuk-body-l" : quiet ? "govuk-body-s" : "govuk-body";
    const bold = weight === "bold" ? " govuk-!-font-weight-bold" : "";
    return `<p class="${look}${bold}">${escapeLines(text)}</p>`;
  },
  list: (list) => writeList(list),
  facts: (facts) => writeFacts(facts),
  table: writeTable,
};

const LOOKS: Record<HeadingLevel, string> = { 1: "l", 2: "l", 3: "m", 4: "s" };

/** Level 1 is the page's: another one of a document stands beneath it. */
const writeHeading = ({ level, text }: Heading, counter: Counter): string => {
  const tag = `h${Math.max(level, 2)}`;
  if (tag === "h2") counter.parts += 1;
  const id = tag === "h2" ? ` id="part-${counter.parts}"` : "";
  return `<${tag}${id} class="govuk-heading-${LOOKS[level]}">${escapeLines(text)}</${tag}>`;
};

const writeList = ({ numbered, items }: List): string => {
  if (items.length === 0) return "";
  const [tag, look] = numbered ? ["ol", "number"] : ["ul", "bullet"];
  const written = items.map((item) => `<li>${escapeLines(item)}</li>`).join("\n");
  return `<${tag} class="govuk-list govuk-list--${look}">\n${written}\n</${tag}>`;
};

const writeFacts = ({ facts }: Facts): string => {
  if (facts.length === 0) return "";
  const rows = facts.map(
    ({ term, details }) =>
      `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${escapeLines(term)}</dt>` +
      `<dd class="govuk-summary-list__value">${details.map((detail) => `<p class="govuk-body">${escapeLines(detail)}</p>`).join("")}</dd></div>`,
  );
  return `<dl class="govuk-summary-list">\n${rows.join("\n")}\n</dl>`;
};

/** A heading of level 2: where it is, and what it says, as HTML. */
export interface DocumentPart {
  id: string;
  /** Escaped already. */
  html: string;
}

const PART = /<h2 id="(part-\d+)" class="[^"]*">(.*?)<\/h2>/g;

/** The parts of what {@link writeHtml} wrote, for a list of contents. A text can't pass for one: its brackets are escaped. */
export const readParts = (html: string): DocumentPart[] =>
  [...html.matchAll(PART)].map(([, id = "", text = ""]) => ({ id, html: text.replaceAll("<br>", " ") }));
