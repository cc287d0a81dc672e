import type { Block, Cell, Row } from "@due-regard/document/document";
import { isWritten, type PinnedEvidence } from "@due-regard/domain/ehria/content";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { periodOf } from "@due-regard/domain/metrics/period";
import { heading, type Layout, paragraph } from "./open-layout.ts";
import { dateWords, dayOf, paragraphsOf } from "./words.ts";

/** Everything cited, fixed as it stood when it was cited, and whether it has changed since. */
export const layOutEvidence = (layout: Layout): Block[] => {
  if (layout.evidence.length === 0) return [heading(2, "Evidence cited"), paragraph("None.")];
  return [
    heading(2, "Evidence cited"),
    paragraph("Each is shown as it stood on the day on which it was cited."),
    {
      kind: "table",
      caption: "Evidence as it was cited",
      columns: [
        { heading: "No.", share: 0.5, rowHeading: true },
        { heading: "What is cited", share: 3.2 },
        { heading: "As it stood", share: 1.6 },
        { heading: "Where and when", share: 1.7 },
      ],
      rows: layout.evidence.map((each, index) => evidenceRow(layout, each, index + 1)),
    },
  ];
};

const quietly = (text: string | null): Cell => (text === null ? [] : [{ text, quiet: true }]);

const evidenceRow = (layout: Layout, each: PinnedEvidence, number: number): Row => ({
  cells: [
    [{ text: String(number) }],
    [
      { text: each.title },
      ...(isWritten(each.note) ? paragraphsOf(each.note).map((text) => ({ text })) : []),
      ...quietly(each.source && `Source: ${each.source}`),
      ...quietly(each.url),
    ],
    [
      ...(each.display === null || each.display === each.title ? [] : linesOf(each.display)),
      ...quietly(each.period && periodOf(each.period).label),
      ...each.groups.map(({ category, display }) => ({ text: `${category}: ${display}`, quiet: true })),
      ...quietly(each.file && `SHA-256 ${each.file.sha256}`),
      ...(each.period === null && each.asOf !== null ? quietly(`Of ${dateWords(each.asOf)}`) : []),
      ...changed(layout, each),
    ],
    [{ text: citedFor(layout, each) }, ...quietly(`Cited on ${dayOf(each.pinnedAt)}`)],
  ],
});

/** What a plan says of one thing stands on a line of its own. */
const linesOf = (display: string): Cell => display.split("\n").map((text) => ({ text }));

const changed = ({ record }: Layout, { id }: PinnedEvidence): Cell => {
  const now = record.changedEvidence.get(id);
  if (now === undefined) return [];
  return [
    { text: now === null ? "Changed since cited." : `Changed since cited: now ${now}.`, weight: "bold" },
  ];
};

const citedFor = ({ record: { template } }: Layout, { question: key, part }: PinnedEvidence): string => {
  const question = key === null ? null : questionByKey(template, key);
  if (question === null) return "For the assessment as a whole";
  const name = question.number === null ? `“${question.label}”` : `question ${question.number}`;
  const row = question.parts.find((each) => each.key === part);
  return row === undefined ? `For ${name}` : `For ${name}: ${row.label}`;
};
