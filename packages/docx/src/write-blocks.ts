import type { Block, Facts, HeadingLevel, List } from "@due-regard/document/document";
import { type FileChild, Paragraph, HeadingLevel as WordLevel } from "docx";
import { runsOf } from "./text.ts";
import { writeTable } from "./write-table.ts";

const LEVELS = {
  1: WordLevel.HEADING_1,
  2: WordLevel.HEADING_2,
  3: WordLevel.HEADING_3,
  4: WordLevel.HEADING_4,
} as const satisfies Record<HeadingLevel, string>;

interface Place {
  /** Of the text, in twentieths of a point. */
  width: number;
  /** Where the block stands among all: each list counts from 1 again. */
  index: number;
}

type Writers = {
  [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>, place: Place) => FileChild[];
};

/** Each block as what Word has for it, so that its navigation, its screen reader and its comments know what is what. */
const WRITERS: Writers = {
  heading: ({ level, text }) => [new Paragraph({ heading: LEVELS[level], children: runsOf(text) })],
  paragraph: ({ text, weight, lead, quiet }) => [
    new Paragraph({
      style: lead ? "Lead" : quiet ? "Quiet" : "Normal",
      children: runsOf(text, { bold: weight === "bold" }),
    }),
  ],
  list: (list, { index }) => writeList(list, index),
  facts: (facts) => writeFacts(facts),
  table: (table, { width }) => writeTable(table, width),
};

/** @param before how many blocks of the document stand before these */
export const writeBlocks = (blocks: readonly Block[], width: number, before = 0): FileChild[] =>
  blocks.flatMap((block, index) => WRITERS[block.kind](block as never, { width, index: before + index }));

/** Names of the two ways of counting: see write-docx.ts. */
export const COUNTING = { numbered: "numbered", plain: "plain" } as const;

const writeList = ({ numbered, items }: List, instance: number): Paragraph[] =>
  items.map(
    (item) =>
      new Paragraph({
        style: "ListParagraph",
        numbering: { reference: numbered ? COUNTING.numbered : COUNTING.plain, level: 0, instance },
        children: runsOf(item),
      }),
  );

/** Terms longer than this stand above what is said about them. */
const LONGEST_BESIDE = 40;

/** A short term and its first detail share a paragraph: one thing to hear, and one to comment on. */
const writeFacts = ({ facts }: Facts): Paragraph[] =>
  facts.flatMap(({ term, details }) => {
    const isShort = term.length <= LONGEST_BESIDE && details.length > 0;
    const beside = isShort ? details.slice(0, 1) : [];
    const first = [
      ...runsOf(isShort ? `${term}: ` : term, { bold: true }),
      ...beside.flatMap((detail) => runsOf(detail)),
    ];
    return [
      new Paragraph({ style: "Fact", keepNext: !isShort, children: first }),
      ...details
        .slice(beside.length)
        .map((detail) => new Paragraph({ style: "FactMore", children: runsOf(detail) })),
    ];
  });
