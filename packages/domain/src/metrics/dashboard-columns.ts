import type { PeriodKind } from "./vocabulary.ts";

/** What a column of a dashboard shows. Each year's appendix has its own choice of them. */
export const DASHBOARD_COLUMNS = [
  "CODE",
  "MEASURE",
  "AIM",
  "RATING",
  "PROGRESS",
  "TARGET",
  "NEXT_TARGET",
  "EARLIER_THIS_YEAR",
  "CURRENT",
  "PREVIOUS",
  "BENCHMARK",
  "QUARTILE",
  "RANK",
  "EARLIER_RANK",
  "COMMENTS",
] as const;
export type DashboardColumn = (typeof DASHBOARD_COLUMNS)[number];

/** The order of the County's appendices: the year to date beside its target, then last year. */
const YEAR_TO_DATE: readonly DashboardColumn[] = [
  "CODE",
  "MEASURE",
  "AIM",
  "RATING",
  "PROGRESS",
  "TARGET",
  "CURRENT",
  "NEXT_TARGET",
  "PREVIOUS",
  "QUARTILE",
  "RANK",
  "COMMENTS",
];

/** The order of the City's quarterly return: last year and the nation first, then the quarters. */
const QUARTERLY: readonly DashboardColumn[] = [
  "CODE",
  "MEASURE",
  "AIM",
  "PREVIOUS",
  "BENCHMARK",
  "RANK",
  "EARLIER_RANK",
  "EARLIER_THIS_YEAR",
  "CURRENT",
  "TARGET",
  "RATING",
  "PROGRESS",
  "QUARTILE",
  "COMMENTS",
];

const ALWAYS: readonly DashboardColumn[] = ["CODE", "MEASURE", "RATING", "TARGET", "CURRENT", "PREVIOUS"];

/** The printed cell that shows that a paper has the column. Columns without one are there when a row fills them. */
const PRINTED_CELL: Partial<Record<DashboardColumn, string>> = {
  AIM: "aim",
  PROGRESS: "progress",
  NEXT_TARGET: "nextTarget",
  QUARTILE: "quartile",
  RANK: "rank",
  COMMENTS: "comments",
};

/** Worked out for every row, so that a dashboard of our own has them from the start. */
const WORKED_OUT: readonly DashboardColumn[] = ["AIM", "PROGRESS"];

export interface ColumnsQuestion {
  periodKind: PeriodKind;
  /** Names of the cells that its paper prints; null: it was prepared here. */
  printed: ReadonlySet<string> | null;
  /** Columns that at least one row has something to say in. */
  filled: ReadonlySet<DashboardColumn>;
}

/** The columns of a dashboard, in order: those of its paper, or those that it has something to say in. */
export function columnsOf({ periodKind, printed, filled }: ColumnsQuestion): DashboardColumn[] {
  const order = periodKind === "QUARTER" ? QUARTERLY : YEAR_TO_DATE;
  return order.filter((column) => {
    if (ALWAYS.includes(column)) return true;
    const cell = PRINTED_CELL[column];
    if (printed !== null && cell !== undefined) return printed.has(cell);
    return filled.has(column) || (printed === null && WORKED_OUT.includes(column));
  });
}
