import type { Column } from "../../../ui/table.tsx";
import type { Dashboard, Row } from "../words.ts";
import { CELLS, type CellContext } from "./cells.tsx";
import { type DashboardColumn, headingOf } from "./column-headings.ts";
import { Trend } from "./trend.tsx";

/** Shares of the table's width; what is left over goes to all of them alike. */
const WIDTHS: Record<DashboardColumn, number> = {
  CODE: 8,
  MEASURE: 20,
  AIM: 6,
  RATING: 9,
  PROGRESS: 9,
  TARGET: 10,
  NEXT_TARGET: 9,
  EARLIER_THIS_YEAR: 10,
  CURRENT: 12,
  PREVIOUS: 11,
  BENCHMARK: 8,
  QUARTILE: 8,
  RANK: 8,
  EARLIER_RANK: 8,
  COMMENTS: 16,
};
const TREND_WIDTH = 10;

const quarterEnds = ({ groups }: Dashboard): { end: string; label: string }[] => {
  const ends = new Map<string, string>();
  for (const row of groups.flatMap(({ rows }) => rows)) {
    for (const { period } of row.earlierThisYear) ends.set(period.end, endWords(period.end));
  }
  return [...ends]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([end, label]) => ({ end, label }));
};

const QUARTERS: Record<string, string> = { "06-30": "Quarter 1", "09-30": "Quarter 2", "12-31": "Quarter 3" };

/** A quarter's column holds the quarter or the year to its end, as the measure goes. */
const endWords = (end: string): string =>
  QUARTERS[end.slice(5)] ??
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${end}T00:00:00Z`))
    .replace(/^/, "To ");

interface Sized {
  share: number;
  column: Column<Row>;
}

const earlierColumns = (dashboard: Dashboard): Sized[] =>
  quarterEnds(dashboard).map(({ end, label }) => ({
    share: WIDTHS.EARLIER_THIS_YEAR,
    column: {
      key: `EARLIER_${end}`,
      heading: label,
      cell: (row) => {
        const figure = row.earlierThisYear.find(({ period }) => period.end === end);
        return figure ? (
          <span className="app-value">{figure.display}</span>
        ) : (
          <span className="app-quiet">No figure</span>
        );
      },
    },
  }));

const columnsFor = (column: DashboardColumn, context: CellContext): Sized[] => {
  if (column === "EARLIER_THIS_YEAR") return earlierColumns(context.dashboard);
  return [
    {
      share: WIDTHS[column],
      column: {
        key: column,
        heading: headingOf(column, context.dashboard),
        rowHeading: column === "MEASURE",
        cell: (row) => CELLS[column](row, context),
      },
    },
  ];
};

/** The columns that the year's appendix has, and the figures over the years as a line. */
export const dashboardColumns = (context: CellContext): Column<Row>[] => {
  const sized: Sized[] = [
    ...context.dashboard.columns.flatMap((column) => columnsFor(column, context)),
    {
      share: TREND_WIDTH,
      column: {
        key: "TREND",
        heading: "Trend",
        screenOnly: true,
        cell: (row) => <Trend row={row} />,
      },
    },
  ];
  const total = sized.reduce((sum, { share }) => sum + share, 0);
  return sized.map(({ share, column }) => ({ ...column, width: `${((share / total) * 100).toFixed(2)}%` }));
};
