import type { Annex, Block, BlockDocument } from "@due-regard/document/document";
import {
  IMPLICATIONS_TITLE,
  type Implications,
} from "@due-regard/domain/ehria/implications/write-implications";
import { minuteOf } from "../assessment/words.ts";

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, text });

/** The document's own headings stand under its title; those of the appendix under the appendix's. */
const lowered = (block: Block): Block =>
  block.kind === "heading" && block.level < 4
    ? { ...block, level: (block.level + 1) as typeof block.level }
    : block;

/** A document of its own as an appendix of another. */
export const asAnnex = ({ orientation, running, blocks }: BlockDocument): Annex => ({
  orientation,
  running,
  blocks: blocks.map(lowered),
});

/**
 * What a committee report takes over: the paragraphs on equality and human rights, the signed assessments that they rest on, and as
 * appendices whatever else is given. Pure. `asAt`: ISO instant.
 */
export const layOutPack = (
  { parts, references }: Implications,
  { asAt, annexes }: { asAt: string; annexes: readonly Annex[] },
): BlockDocument => ({
  title: IMPLICATIONS_TITLE,
  language: "en-GB",
  date: new Date(asAt),
  orientation: "portrait",
  running: { header: IMPLICATIONS_TITLE, footer: `As at ${minuteOf(asAt)}` },
  blocks: [
    heading(1, IMPLICATIONS_TITLE),
    {
      kind: "paragraph",
      text: `Drawn up from signed assessments, as they stood on ${minuteOf(asAt)}.`,
      quiet: true,
    },
    ...parts.flatMap(({ heading: words, paragraphs }) => [
      ...(words === null ? [] : [heading(2, words)]),
      ...paragraphs.map((text): Block => ({ kind: "paragraph", text })),
    ]),
    ...(references.length === 0
      ? []
      : [
          heading(2, "Signed assessments"),
          {
            kind: "facts" as const,
            facts: references.map(({ reference, title, details }) => ({
              term: `${reference}: ${title}`,
              details: [...details],
            })),
          },
        ]),
  ],
  annexes,
});
