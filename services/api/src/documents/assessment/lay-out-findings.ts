import type { Block } from "@due-regard/document/document";
import type { Finding, FindingWeight } from "@due-regard/domain/ehria/checker/finding";
import type { Place } from "@due-regard/domain/ehria/form/completeness";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { questionName } from "./lay-out-form.ts";
import { heading, type Layout, paragraph } from "./open-layout.ts";

const WEIGHTS: readonly { weight: FindingWeight; title: string }[] = [
  { weight: "BLOCKS", title: "Must be put right before it is signed" },
  { weight: "WARNS", title: "To look at" },
  { weight: "SUGGESTS", title: "Suggestions" },
];

/** What the checker found, where that was asked for and the reader may see it. */
export const layOutFindings = (layout: Layout): Block[] => {
  const { findings } = layout.record;
  if (findings === null || !layout.shows.workings) return [];
  return [
    heading(2, "What the checker found"),
    ...(findings.length === 0 ? [paragraph("Nothing to mention.")] : []),
    ...WEIGHTS.flatMap(({ weight, title }) =>
      layOutWeight(
        layout,
        title,
        findings.filter((each) => each.weight === weight),
      ),
    ),
  ];
};

const layOutWeight = (layout: Layout, title: string, findings: readonly Finding[]): Block[] =>
  findings.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: `${title} (${findings.length})`,
          columns: [
            { heading: "Where", share: 1.6, rowHeading: true },
            { heading: "What was found, and why it matters", share: 3 },
            { heading: "What to do", share: 2.4 },
          ],
          rows: findings.map(({ place, message, remedy }) => ({
            cells: [[{ text: placeName(layout, place) }], [{ text: message }], [{ text: remedy }]],
          })),
        },
      ];

const placeName = ({ record: { template } }: Layout, { section, question: key, part }: Place): string => {
  const question = key === null ? null : questionByKey(template, key);
  if (question === null)
    return template.sections.find((each) => each.key === section)?.title ?? "The whole assessment";
  const row = question.parts.find((each) => each.key === part);
  return row === undefined ? questionName(question) : `${questionName(question)}: ${row.label}`;
};
