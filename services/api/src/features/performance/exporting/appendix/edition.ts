import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { PrintedCells } from "@due-regard/database/schema/dashboards";
import {
  financialYearOf,
  type Period,
  periodOf,
  previousPeriod,
  shiftPeriod,
} from "@due-regard/domain/metrics/period";
import type { RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import type { DashboardContent } from "../dashboard-content.ts";

/** What decides the columns of an appendix and their headings: read off the rows, never off the year. */
export interface Edition {
  scheme: RatingScheme;
  /** "2019/20 performance", or "Quarter 3, 2017/18". */
  currentHeading: string;
  previousYear: string;
  year: string;
  nextYear: string;
  /** Columns that the paper printed, whether their cells survived or not. None: the dashboard was made here. */
  printed: ReadonlySet<keyof PrintedCells>;
  /** Milestones, a benchmark beside local targets, or plain targets. */
  heldAgainst: "TARGET" | "MILESTONE" | "BENCHMARK";
  /** Of the quartiles or ranks on the rows. */
  standingYear: string | null;
  benchmarkYear: string | null;
}

export function describeEdition({ dashboard }: DashboardContent): Edition {
  const { rows, scheme } = dashboard;
  const period = periodOf(dashboard.period);
  const year = financialYearOf(period.start);
  return {
    scheme,
    currentHeading: headCurrent(period, year),
    year: year.label,
    previousYear: previousPeriod(year).label,
    nextYear: shiftPeriod(year, 1).label,
    printed: new Set(rows.flatMap((row) => Object.keys(row.printed) as (keyof PrintedCells)[])),
    heldAgainst: heldAgainst(rows, scheme),
    standingYear: labelOf(rows.map(({ standing }) => standing?.period)),
    benchmarkYear: labelOf(rows.map(({ benchmark }) => benchmark?.period)),
  };
}

/** Months of a year stand under the year's name, as in the papers; the title says which months. */
const headCurrent = (period: Period, year: Period): string =>
  period.kind === "QUARTER" ? period.label : `${year.label} performance`;

function heldAgainst(rows: readonly DashboardRow[], scheme: RatingScheme): Edition["heldAgainst"] {
  if (scheme === "BENCHMARK") return "BENCHMARK";
  return rows.some(({ target }) => target?.kind === "MILESTONE") ? "MILESTONE" : "TARGET";
}

/** The one period of all that have one; null where there is none, or several. */
function labelOf(periods: readonly (string | undefined)[]): string | null {
  const [period, ...others] = new Set(periods.filter((each) => each !== undefined));
  return period === undefined || others.length > 0 ? null : periodOf(period).label;
}
