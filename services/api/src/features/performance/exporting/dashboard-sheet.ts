import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import { countHeadlines } from "@due-regard/domain/metrics/headline-counts";
import { periodOf } from "@due-regard/domain/metrics/period";
import { type GroupOfRows, groupRows, ratingOf, revisedSince } from "../../../derive/result.ts";
import type { Column, Sheet, SheetRow } from "../../../downloads/sheet.ts";
import type { DashboardContent } from "./dashboard-content.ts";
import {
  benchmarkCell,
  forecastCell,
  judgedOrSuggested,
  progressCell,
  quartileCell,
  type RowInDashboard,
  rankCell,
  ratingCell,
  targetCell,
} from "./figure-context.ts";
import { AIM_WORDS, dayWords, instantWords, SCHEME_WORDS } from "./words.ts";

/** The dashboard as a person reads it: a row a measure, in the order of the paper, under the paper's headings. */

const ratingAndWhose = (row: RowInDashboard): string =>
  judgedOrSuggested(row) === "Suggested" ? `${ratingCell(row)} (suggested)` : ratingCell(row);

const notes = ({ row }: RowInDashboard): string => {
  const since = revisedSince(row);
  return [
    row.betterCareFund ? "Better Care Fund measure" : null,
    row.current?.note ?? null,
    since === null ? null : `Since revised to ${since.display}`,
  ]
    .filter((note) => note !== null)
    .join("\n");
};

export const DASHBOARD_COLUMNS: readonly Column<RowInDashboard>[] = [
  {
    header: "Code",
    width: 11,
    means: "The measure’s code in its framework",
    cell: ({ row }) => row.metric.officialCode,
  },
  {
    header: "Measure",
    width: 44,
    means: "The measure’s name on this dashboard",
    cell: ({ row }) => row.title,
  },
  { header: "Aim", width: 13, means: "Which way is good", cell: ({ row }) => AIM_WORDS[row.metric.aim] },
  {
    header: "Rating",
    width: 14,
    means: "The officer’s judgement; where nobody judged, what the software suggests",
    cell: ratingAndWhose,
  },
  { header: "Target", width: 16, means: "What the current figure is held against", cell: targetCell },
  {
    header: "Benchmark",
    width: 20,
    means: "The nation’s figure, where the paper gives it",
    cell: benchmarkCell,
  },
  {
    header: "Current",
    width: 22,
    means: "This period’s figure as printed, or why there is none",
    cell: ({ row }) => row.current?.display ?? "Not recorded yet",
  },
  {
    header: "Previous",
    width: 22,
    means: "The figure that it is compared with",
    cell: ({ row }) => row.previous?.display ?? "",
  },
  {
    header: "Progress",
    width: 18,
    means: "Whether it improved, by the measure’s aim, and against what",
    cell: progressCell,
  },
  { header: "Quartile", width: 10, means: "Quartile among authorities", cell: quartileCell },
  { header: "Rank", width: 12, means: "Place among authorities; (=) is a shared place", cell: rankCell },
  { header: "Forecast", width: 18, means: "Where the year is heading. Never an actual", cell: forecastCell },
  {
    header: "Notes",
    width: 30,
    means: "What the source adds, and what is known now where it has been revised",
    cell: notes,
  },
  {
    header: "Doubts",
    width: 26,
    means: "What a careful reader noticed about the printed row. The source is never corrected",
    cell: ({ row }) => row.doubts.join("\n"),
  },
];

/** Whose knowledge the figures show: “As reported on 20 January 2020 to the … Committee”. */
export const knownWords = ({ dashboard, sources, asAtAsked }: DashboardContent): string => {
  if (asAtAsked !== null) return `Figures as they were known on ${instantWords(asAtAsked)}`;
  if (dashboard.reportedOn === null)
    return `Not reported yet: figures as known on ${instantWords(dashboard.asAt)}`;
  const committee = sources.get(dashboard.sourceId ?? "")?.committee;
  return `Figures as reported on ${dayWords(dashboard.reportedOn)}${committee ? ` to the ${committee}` : ""}`;
};

export const dashboardTitle = ({ dashboard, organisation }: DashboardContent): string =>
  `Performance: ${organisation.name}, ${periodOf(dashboard.period).label}`;

const one = (style: SheetRow["style"], words: string): SheetRow => ({ style, cells: [words] });

const headlines = ({ dashboard }: DashboardContent): string => {
  const ratings = dashboard.rows.map((row) => ratingOf(row, dashboard.scheme).effective);
  return countHeadlines(ratings, dashboard.scheme).sentence;
};

/** Only what changes from one group to the next is said again. */
const headings = (group: GroupOfRows, before: GroupOfRows | undefined): SheetRow[] => {
  const layer = group.layer?.id === before?.layer?.id ? null : group.layer;
  const under = [group.outcome, group.supportingOutcome].filter((element) => element !== null);
  return [
    ...(layer ? [one("HEADING", layer.title)] : []),
    ...(under.length > 0 ? [one("SUBHEADING", under.map(({ title }) => title).join(" – "))] : []),
  ];
};

const measureRow = ({ dashboard }: DashboardContent, row: DashboardRow): SheetRow => {
  const { scheme, organisationId } = dashboard;
  return { style: "BODY", cells: DASHBOARD_COLUMNS.map(({ cell }) => cell({ row, scheme, organisationId })) };
};

export const dashboardSheet = (content: DashboardContent): Sheet => {
  const { dashboard } = content;
  const groups = groupRows(dashboard);
  const top = [
    one("TITLE", dashboardTitle(content)),
    one("SUBHEADING", dashboard.title),
    one("SUBHEADING", knownWords(content)),
    one("SUBHEADING", headlines(content)),
    one(
      "SUBHEADING",
      `Rating: ${SCHEME_WORDS[dashboard.scheme].toLowerCase()}. The sheet About says what each column means.`,
    ),
  ];
  const body = groups.flatMap((group, index) => [
    ...headings(group, groups[index - 1]),
    ...group.rows.map((row) => measureRow(content, row)),
  ]);
  return {
    name: "Dashboard",
    widths: DASHBOARD_COLUMNS.map(({ width }) => width),
    rows: [...top, { style: "HEADER", cells: DASHBOARD_COLUMNS.map(({ header }) => header) }, ...body],
    headerRow: top.length,
    landscape: true,
  };
};
