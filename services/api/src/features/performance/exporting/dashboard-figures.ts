import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import type { Column } from "../../../downloads/sheet.ts";
import type { DashboardContent } from "./dashboard-content.ts";
import {
  benchmarkCell,
  forecastCell,
  judgedOrSuggested,
  meetingCell,
  progressCell,
  quartileCell,
  type RowInDashboard,
  rankCell,
  ratingCell,
  reasonCell,
  sourceCell,
  targetCell,
} from "./figure-context.ts";
import { type FigureRow, figureColumns, figureRow } from "./own-columns.ts";
import { AIM_WORDS, SCHEME_WORDS } from "./words.ts";

/** A figure that a dashboard shows, with the row that shows it. */
export interface ShownFigure extends FigureRow, RowInDashboard {
  shownAs: "Current" | "Previous";
  sources: DashboardContent["sources"];
}

/** Every figure of a dashboard once, in the order of the paper: the current one of a row, then the previous one. */
export const figuresOfDashboard = (content: DashboardContent): ShownFigure[] => {
  const seen = new Set<string>();
  return content.dashboard.rows
    .flatMap((row) => [
      ...shown(content, row, row.current, "Current"),
      ...shown(content, row, row.previous, "Previous"),
    ])
    .filter(({ figure }) => !seen.has(figure.id) && seen.add(figure.id));
};

const shown = (
  { dashboard, organisation, sources }: DashboardContent,
  row: DashboardRow,
  figure: ObservationRow | null,
  shownAs: ShownFigure["shownAs"],
): ShownFigure[] =>
  figure === null
    ? []
    : [
        {
          ...figureRow(figure, { metric: row.metric.code, organisation: organisation.code }),
          row,
          scheme: dashboard.scheme,
          organisationId: dashboard.organisationId,
          shownAs,
          sources,
        },
      ];

/** A rating, target or rank is about the current figure: beside the previous one it would be counted twice. */
const ofCurrent =
  (cell: (row: ShownFigure) => string) =>
  (row: ShownFigure): string =>
    row.shownAs === "Current" ? cell(row) : "";

const CONTEXT: readonly Column<ShownFigure>[] = [
  {
    header: "shown as",
    width: 12,
    means: "Whether the dashboard shows it as the current or the previous figure",
    cell: ({ shownAs }) => shownAs,
  },
  {
    header: "layer",
    width: 18,
    means: "The department’s layer: prevent, reduce, delay, meet need",
    cell: ({ row }) => row.layer?.title ?? "",
  },
  {
    header: "outcome",
    width: 24,
    means: "The plan’s outcome that the measure stands under",
    cell: ({ row }) => row.outcome?.title ?? "",
  },
  {
    header: "supporting outcome",
    width: 24,
    means: "The supporting outcome beneath it",
    cell: ({ row }) => row.supportingOutcome?.title ?? "",
  },
  {
    header: "code",
    width: 12,
    means: "The measure’s code in its framework",
    cell: ({ row }) => row.metric.officialCode,
  },
  {
    header: "measure",
    width: 48,
    means: "The measure’s name on this dashboard",
    cell: ({ row }) => row.title,
  },
  { header: "aim", width: 16, means: "Which way is good", cell: ({ row }) => AIM_WORDS[row.metric.aim] },
  { header: "rating", width: 14, means: "The rating that stands", cell: ofCurrent(ratingCell) },
  {
    header: "rating scheme",
    width: 20,
    means: "How this dashboard rates",
    cell: ofCurrent(({ scheme }) => SCHEME_WORDS[scheme]),
  },
  {
    header: "judged or suggested",
    width: 12,
    means:
      "Judged by an officer (or printed in the paper), or suggested by the software from the target’s own tolerance",
    cell: ofCurrent(judgedOrSuggested),
  },
  { header: "reason for the rating", width: 40, means: "Why it is rated so", cell: ofCurrent(reasonCell) },
  {
    header: "target",
    width: 18,
    means: "What the current figure is held against",
    cell: ofCurrent(targetCell),
  },
  {
    header: "benchmark",
    width: 24,
    means: "The nation’s figure, where the paper gives it",
    cell: ofCurrent(benchmarkCell),
  },
  {
    header: "progress",
    width: 24,
    means: "Whether it improved, by the measure’s aim, and against what",
    cell: ofCurrent(progressCell),
  },
  { header: "quartile", width: 10, means: "Quartile among authorities", cell: ofCurrent(quartileCell) },
  {
    header: "rank",
    width: 12,
    means: "Place among authorities; (=) is a shared place",
    cell: ofCurrent(rankCell),
  },
  {
    header: "forecast",
    width: 20,
    means: "Where the year is heading, and how that was worked out. Never an actual",
    cell: ofCurrent(forecastCell),
  },
  {
    header: "source paper",
    width: 40,
    means: "The paper that the figure comes from. Blank: entered by hand",
    cell: ({ figure, sources }) => sourceCell(figure, sources),
  },
  {
    header: "meeting date",
    width: 12,
    means: "When that paper’s committee met",
    cell: ({ figure, sources }) => meetingCell(figure, sources),
  },
];

/** A figure in our own format, and beside it what the dashboard says of it. */
export const dashboardFigureColumns: readonly Column<ShownFigure>[] = figureColumns(CONTEXT);
