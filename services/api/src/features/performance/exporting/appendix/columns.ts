import type { DashboardReadModel, DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { Cell, CellText } from "@due-regard/document/document";
import type { DashboardColumn } from "@due-regard/domain/metrics/dashboard-columns";
import { periodOf } from "@due-regard/domain/metrics/period";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import type { Aim } from "@due-regard/domain/metrics/vocabulary";
import { progressOf } from "../../../../derive/progress.ts";
import { earlierThisYear, ratingOf, revisedSince } from "../../../../derive/result.ts";
import { dashboardColumns } from "../../dashboard-columns.ts";
import { type RankingView, rankPrinted, rankRow } from "../../rank-figures.ts";
import { judgedOrSuggested, quartileCell, type RowInDashboard } from "../figure-context.ts";
import { headingOf, quarterEnds } from "./headings.ts";
import { progressText, ratingText } from "./marks.ts";

/** A row with what stands elsewhere in the appendix about it. */
export interface AppendixRow extends RowInDashboard {
  /** What the committee saw, and not what was known on some other day. */
  asReported: boolean;
  /** "Note 3. See commentary." */
  pointer: string | null;
}

export interface AppendixColumn {
  /** What it shows: one of the dashboard's columns, or several under each other. */
  shows: readonly DashboardColumn[];
  heading: string;
  /** Of the table's width. On a landscape page nine columns of 86 fill it. */
  share: number;
  rowHeading: boolean;
  cell: (row: AppendixRow) => Cell;
}

/** The columns that a dashboard's paper has, in its order; what they are is the domain's rule (dashboard-columns.ts). */
export const appendixColumns = (dashboard: DashboardReadModel): AppendixColumn[] => {
  const columns = dashboardColumns(dashboard).flatMap((column) =>
    column === "EARLIER_THIS_YEAR"
      ? earlierColumns(dashboard)
      : [
          {
            shows: [column],
            heading: headingOf(column, dashboard),
            share: SHARES[column],
            rowHeading: column === "MEASURE",
            cell: CELLS[column],
          },
        ],
  );
  return columns.length > MOST_COLUMNS ? joinColumns(columns) : columns;
};

/** A page is not wider than this. */
const MOST_COLUMNS = 10;

interface Joining {
  host: DashboardColumn;
  /** Says beneath the host's words what these are. */
  label: string;
  quiet?: true;
  /** What the host's column gains in width. */
  share: number;
}

/** Where columns are too many, these stand with another, as they do in the City's quarterly return. */
const JOINED: Partial<Record<DashboardColumn, Joining>> = {
  CODE: { host: "MEASURE", label: "", share: 20 },
  PROGRESS: { host: "RATING", label: "Progress: ", share: 24 },
  EARLIER_RANK: { host: "RANK", label: "From ", quiet: true, share: 34 },
};

const joiningOf = ({ shows: [column] }: AppendixColumn): Joining | undefined => column && JOINED[column];

const joinColumns = (columns: readonly AppendixColumn[]): AppendixColumn[] => {
  const hostOf = (column: AppendixColumn): AppendixColumn | undefined => {
    const host = joiningOf(column)?.host;
    return columns.find(({ shows }) => host !== undefined && shows.includes(host));
  };
  return columns
    .filter((column) => hostOf(column) === undefined)
    .map((host) => {
      const members = columns.filter((column) => column === host || hostOf(column) === host);
      return members.length === 1 ? host : joinMembers(host, members);
    });
};

const joinMembers = (host: AppendixColumn, members: readonly AppendixColumn[]): AppendixColumn => ({
  ...host,
  shows: members.flatMap(({ shows }) => shows),
  heading: members
    .map(({ heading }, index) => (index === 0 ? heading : heading.charAt(0).toLowerCase() + heading.slice(1)))
    .join(" and "),
  share: members.reduce((sum, member) => sum + (joiningOf(member)?.share ?? 0), host.share),
  cell: (row) => members.flatMap((member) => (member === host ? host.cell(row) : joinedCell(member, row))),
});

/** What a column has nothing to say of, it does not say in another's place. */
const joinedCell = (member: AppendixColumn, row: AppendixRow): Cell => {
  const [first, ...others] = member.cell(row);
  const joining = joiningOf(member);
  if (first === undefined || first.quiet || joining === undefined) return [];
  return [{ ...first, text: joining.label + first.text, quiet: joining.quiet ?? false }, ...others];
};

const SHARES: Record<DashboardColumn, number> = {
  CODE: 74,
  MEASURE: 186,
  AIM: 64,
  RATING: 86,
  PROGRESS: 80,
  TARGET: 84,
  NEXT_TARGET: 76,
  EARLIER_THIS_YEAR: 92,
  CURRENT: 104,
  PREVIOUS: 92,
  BENCHMARK: 62,
  QUARTILE: 58,
  RANK: 62,
  EARLIER_RANK: 62,
  COMMENTS: 140,
};

/** One for each stretch of the year that the rows have figures for. */
const earlierColumns = (dashboard: DashboardReadModel): AppendixColumn[] =>
  quarterEnds(dashboard).map(({ end, heading }) => ({
    shows: ["EARLIER_THIS_YEAR"],
    heading,
    share: SHARES.EARLIER_THIS_YEAR,
    rowHeading: false,
    cell: ({ row }) => {
      const found = earlierThisYear(row).find(({ period }) => periodOf(period).end === end);
      return figure(found?.display, "No figure");
    },
  }));

const quiet = (text: string): CellText => ({ text, quiet: true });
const figure = (text: string | null | undefined, absent: string): Cell => [text ? { text } : quiet(absent)];

const AIM_WORDS: Record<Aim, string> = {
  HIGH: "High",
  LOW: "Low",
  BAND: "Target band",
  INFORMATION: "For information",
};

const CELLS: Record<Exclude<DashboardColumn, "EARLIER_THIS_YEAR">, AppendixColumn["cell"]> = {
  CODE: codeCell,
  MEASURE: ({ row, pointer }) => [{ text: row.title }, ...(pointer ? [quiet(pointer)] : [])],
  AIM: ({ row }) => [{ text: AIM_WORDS[row.metric.aim] }],
  RATING: ratingCell,
  PROGRESS: ({ row }) => [progressText(progressOf(row)?.comparison ?? null)],
  TARGET: (row) => figure(wordsOf(row, "target"), "None"),
  NEXT_TARGET: (row) => figure(wordsOf(row, "nextTarget"), "None yet"),
  CURRENT: (row) => {
    const since = revisedSince(row.row);
    return [
      ...figure(wordsOf(row, "current"), "No figure"),
      ...(since ? [quiet(`Revised since: ${since.display}`)] : []),
    ];
  },
  PREVIOUS: (row) => figure(wordsOf(row, "previous"), "No figure"),
  BENCHMARK: ({ row }) => figure(row.benchmark?.display, "None"),
  QUARTILE: (row) => figure(quartileCell(row), "None"),
  RANK: ({ row, organisationId }) => figure(rankWords(rankRow(row, organisationId)), "None"),
  EARLIER_RANK: ({ row }) => figure(rankWords(rankPrinted(row.earlierStanding)), "None"),
  COMMENTS: ({ row }) => (row.printed.comments ? [{ text: row.printed.comments }] : []),
};

/**
 * The paper's own cell where the committee's view is shown: a figure that stood in an earlier paper too keeps the words
 * of that one ("1,373k" for "1,373.0k"). As known on another day, the figure's.
 */
const wordsOf = (
  { row, asReported }: AppendixRow,
  place: "current" | "previous" | "target" | "nextTarget",
): string | undefined => {
  const printed = asReported ? row.printed[place] : null;
  return printed ? normaliseWhiteSpace(printed) : row[place]?.display;
};

const rankWords = (ranking: Pick<RankingView, "rank" | "of" | "tied"> | null): string | null =>
  ranking && `${ranking.rank} of${NO_BREAK}${ranking.of}${ranking.tied ? `${NO_BREAK}(=)` : ""}`;

const NO_BREAK = "\u00a0";
const LOCAL = /^LOCAL\b/;

/** "ASCOF 2B pt 1" or "Local". A local measure has a code only where its paper gives it one. */
export const measureName = ({ metric, printed }: DashboardRow): string => {
  const local = LOCAL.test(metric.framework);
  const code = local && !printed.code ? "" : metric.officialCode;
  return `${local ? "Local" : metric.framework.replace(/-.*/, "")} ${code}`.trim();
};

function codeCell({ row }: AppendixRow): Cell {
  const { metric, printed, betterCareFund } = row;
  // A paper that prints codes prints "Local" where there is none.
  const asPrinted = printed.code === null ? "Local" : printed.code;
  const known = [metric.officialCode, measureName(row)];
  return [
    // The parts of the code stay on one line.
    { text: measureName(row).replace(/(?<= .*) /g, NO_BREAK) },
    ...(asPrinted && !known.includes(asPrinted) ? [quiet(`Printed: ${asPrinted}`)] : []),
    ...(betterCareFund ? [quiet("Better Care Fund")] : []),
  ];
}

function ratingCell(appendixRow: AppendixRow): Cell {
  const { effective } = ratingOf(appendixRow.row, appendixRow.scheme);
  const rated = ratingText(effective);
  const suggested = judgedOrSuggested(appendixRow) === "Suggested";
  return [
    effective === null ? rated : { ...rated, weight: "bold" },
    ...(suggested ? [quiet("Suggested")] : []),
  ];
}
