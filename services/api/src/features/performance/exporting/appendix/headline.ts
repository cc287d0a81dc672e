import type { Row, Table } from "@due-regard/document/document";
import type { HeadlineCounts } from "@due-regard/domain/metrics/headline-counts";
import { RATINGS } from "./key.ts";
import { ratingText } from "./marks.ts";

const PLACES = ["good", "near", "poor", "noJudgement"] as const;

/** How many measures have which rating. The rows add up to the last one, and to the tables beneath. */
export function headlineTable(counts: HeadlineCounts, suggested: HeadlineCounts): Table {
  const anySuggested = suggested.total > suggested.noJudgement;
  const cells = (count: number, ofWhich: number): Row["cells"] => [
    [{ text: String(count) }],
    ...(anySuggested ? [[{ text: String(ofWhich) }]] : []),
  ];
  return {
    kind: "table",
    whole: true,
    caption: "Measures by rating",
    columns: [
      { heading: "Rating", share: 2, rowHeading: true },
      { heading: "Meaning", share: 5 },
      { heading: "Measures", share: 1.2 },
      ...(anySuggested ? [{ heading: "Of which suggested", share: 1.8 }] : []),
    ],
    rows: [
      ...RATINGS[counts.scheme].map(([rating, meaning], index): Row => {
        const place = PLACES[index] ?? "noJudgement";
        const ofWhich = rating === null ? 0 : suggested[place];
        return { cells: [[ratingText(rating)], [{ text: meaning }], ...cells(counts[place], ofWhich)] };
      }),
      {
        cells: [
          [{ text: "All measures" }],
          [],
          ...cells(counts.total, suggested.total - suggested.noJudgement),
        ],
        total: true,
      },
    ],
  };
}
