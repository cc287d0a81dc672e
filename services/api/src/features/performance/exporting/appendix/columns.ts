import { parsePrintedProgress } from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import type { Aim } from "@due-regard/domain/metrics/vocabulary";
import type { Cell, CellText } from "@due-regard/pdf/document";
import { progressOf, ratingOf, revisedSince } from "../../derive-result.ts";
import { judgedOrSuggested, quartileCell, type RowInDashboard, rankCell } from "../figure-context.ts";
import type { Edition } from "./edition.ts";
import { progressText, ratingText } from "./marks.ts";

/** A row with what stands elsewhere in the appendix about it. */
export interface AppendixRow extends RowInDashboard {
  /** What the committee saw, and not what was known on some other day. */
  asReported: boolean;
  /** Next year's target, as known at the same instant as the rest. */
  nextTarget: string | null;
  /** "Note 3. See commentary." */
  pointer: string | null;
}

export interface AppendixColumn {
  key: string;
  heading: (edition: Edition) => string;
  /** Of the table's width: points on a landscape page where all columns of an edition add up to about 770. */
  share: number;
  rowHeading?: true;
  shown: (edition: Edition) => boolean;
  cell: (row: AppendixRow) => Cell;
}

const always = (): boolean => true;
/** A column that some papers have and others have not. A dashboard that was made here has it. */
const printedOrOurs =
  (column: "aim" | "progress" | "quartile") =>
  ({ printed }: Edition): boolean =>
    printed.has(column) || printed.size === 0;

const quiet = (text: string): CellText => ({ text, quiet: true });
const missing = (text: string): Cell => [quiet(text)];

/**
 * The paper's own cell where the committee's view is shown: a figure that stood in an earlier paper too keeps the words
 * of that one ("1,373k" for "1,373.0k"). As known on another day, the figure's.
 */
const figureCell = (
  { row, asReported }: AppendixRow,
  place: "current" | "previous" | "target",
  absent: string,
): Cell => {
  const printed = asReported && row.printed[place] ? normaliseWhiteSpace(row.printed[place]) : null;
  const text = printed ?? row[place]?.display;
  return text ? [{ text }] : missing(absent);
};

const AIM_WORDS: Record<Aim, string> = {
  HIGH: "High",
  LOW: "Low",
  BAND: "Target band",
  INFORMATION: "For information",
};

const TARGET_HEADINGS: Record<Edition["heldAgainst"], (edition: Edition) => string> = {
  TARGET: ({ year }) => `${year} target`,
  MILESTONE: ({ year }) => `${year} milestone`,
  BENCHMARK: () => "National average or local target",
};

const ofYear = (words: string, year: string | null): string => (year === null ? words : `${words} ${year}`);

/**
 * The columns of Appendix A, in its order. Which of them an edition has follows from what its paper printed, so that the
 * four years of the County's keep their own shape, and the City's too.
 */
export const APPENDIX_COLUMNS: readonly AppendixColumn[] = [
  { key: "measure", heading: () => "Measure", share: 74, shown: always, cell: measureCell },
  {
    key: "description",
    heading: () => "Description",
    share: 186,
    rowHeading: true,
    shown: always,
    cell: ({ row, pointer }) => [{ text: row.title }, ...(pointer ? [quiet(pointer)] : [])],
  },
  {
    key: "aim",
    heading: () => "Aim",
    share: 64,
    shown: printedOrOurs("aim"),
    cell: ({ row }) => [{ text: AIM_WORDS[row.metric.aim] }],
  },
  {
    key: "rating",
    heading: ({ scheme }) => (scheme === "RAG" ? "RAG rating" : "Rating"),
    share: 86,
    shown: always,
    cell: ratingCell,
  },
  {
    key: "progress",
    heading: () => "Progress",
    share: 80,
    shown: printedOrOurs("progress"),
    cell: progressCell,
  },
  {
    key: "target",
    heading: (edition) => TARGET_HEADINGS[edition.heldAgainst](edition),
    share: 84,
    shown: always,
    cell: (row) => figureCell(row, "target", "None"),
  },
  {
    key: "current",
    heading: ({ currentHeading }) => currentHeading,
    share: 104,
    shown: always,
    cell: (row) => {
      const since = revisedSince(row.row);
      return [
        ...figureCell(row, "current", "No figure"),
        ...(since ? [quiet(`Revised since: ${since.display}`)] : []),
      ];
    },
  },
  {
    key: "nextTarget",
    heading: ({ nextYear }) => `${nextYear} target`,
    share: 76,
    shown: ({ printed }) => printed.has("nextTarget"),
    cell: ({ nextTarget }) => (nextTarget === null ? missing("None") : [{ text: nextTarget }]),
  },
  {
    key: "previous",
    heading: ({ previousYear }) => `${previousYear} performance`,
    share: 92,
    shown: always,
    cell: (row) => figureCell(row, "previous", "No figure"),
  },
  {
    key: "benchmark",
    heading: ({ benchmarkYear }) => ofYear("England average", benchmarkYear),
    share: 56,
    shown: ({ printed }) => printed.has("rank"),
    cell: ({ row }) => (row.benchmark ? [{ text: row.benchmark.display }] : missing("None")),
  },
  {
    key: "rank",
    heading: ({ standingYear }) => ofYear("England rank", standingYear),
    share: 62,
    shown: ({ printed }) => printed.has("rank"),
    cell: (row) => orNone(rankCell(row)),
  },
  {
    key: "quartile",
    heading: ({ standingYear }) => ofYear("Quartile", standingYear),
    share: 58,
    shown: printedOrOurs("quartile"),
    cell: (row) => orNone(quartileCell(row)),
  },
  {
    key: "comments",
    heading: () => "Comments",
    share: 150,
    shown: ({ printed }) => printed.has("comments"),
    cell: ({ row }) => (row.printed.comments ? [{ text: row.printed.comments }] : []),
  },
];

const orNone = (text: string): Cell => (text === "" ? missing("None") : [{ text }]);

const NO_BREAK = "\u00a0";

const LOCAL = /^LOCAL\b/;

/** "ASCOF 2B pt 1" or "Local". A local measure has a code only where its paper gives it one. */
export const measureName = ({ row: { metric, printed } }: RowInDashboard): string => {
  const local = LOCAL.test(metric.framework);
  const code = local && !printed.code ? "" : metric.officialCode;
  return `${local ? "Local" : metric.framework.replace(/-.*/, "")} ${code}`.trim();
};

function measureCell(appendixRow: AppendixRow): Cell {
  const { metric, printed, betterCareFund } = appendixRow.row;
  const printedOtherwise = printed.code && printed.code !== metric.officialCode;
  return [
    // The code's parts stay on one line.
    { text: measureName(appendixRow).replaceAll(/ (?=pt|\d\w?$)/g, NO_BREAK) },
    ...(printedOtherwise ? [quiet(`Printed: ${printed.code}`)] : []),
    ...(betterCareFund ? [quiet("Better Care Fund")] : []),
  ];
}

function ratingCell(appendixRow: AppendixRow): Cell {
  const { effective } = ratingOf(appendixRow.row, appendixRow.scheme);
  const suggested = judgedOrSuggested(appendixRow) === "Suggested";
  const rated = ratingText(effective);
  return [
    effective === null ? rated : { ...rated, weight: "bold" },
    ...(suggested ? [quiet("Suggested")] : []),
  ];
}

/** Where a figure is awaited, the paper may still compare the two before it: its own arrow then stands, and says so. */
function progressCell({ row }: AppendixRow): Cell {
  const progress = progressOf(row);
  if (progress !== null) return [progressText(progress.comparison)];
  const printed = parsePrintedProgress(row.printed.progress ?? null).value;
  return printed === null ? [progressText(null)] : [progressText(printed), quiet("As printed")];
}
