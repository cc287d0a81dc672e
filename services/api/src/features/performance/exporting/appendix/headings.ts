import type { DashboardReadModel } from "@due-regard/database/read-models/dashboard";
import type { DashboardColumn } from "@due-regard/domain/metrics/dashboard-columns";
import { financialYearOf, periodOf, previousPeriod, shiftPeriod } from "@due-regard/domain/metrics/period";
import { earlierThisYear } from "../../../../derive/result.ts";

/** What each column is called, in the words of its year's paper. */

const yearOf = ({ period }: DashboardReadModel) => financialYearOf(periodOf(period).start);

const ofYear = (words: string, periods: readonly (string | undefined)[]): string => {
  const [period, ...others] = new Set(periods.filter((each) => each !== undefined));
  return period === undefined || others.length > 0 ? words : `${words} ${periodOf(period).label}`;
};

const targetHeading = (dashboard: DashboardReadModel): string => {
  if (dashboard.scheme === "BENCHMARK") return "National average or local target";
  const milestones = dashboard.rows.some(({ target }) => target?.kind === "MILESTONE");
  return `${yearOf(dashboard).label} ${milestones ? "milestone" : "target"}`;
};

const HEADINGS: Record<
  Exclude<DashboardColumn, "EARLIER_THIS_YEAR">,
  (dashboard: DashboardReadModel) => string
> = {
  CODE: () => "Measure",
  MEASURE: () => "Description",
  AIM: () => "Aim",
  RATING: ({ scheme }) => (scheme === "RAG" ? "RAG rating" : "Rating"),
  PROGRESS: () => "Progress",
  TARGET: targetHeading,
  NEXT_TARGET: (dashboard) => `${shiftPeriod(yearOf(dashboard), 1).label} target`,
  // Months of a year stand under the year's name, as in the papers; the title says which months.
  CURRENT: (dashboard) => {
    const period = periodOf(dashboard.period);
    return period.kind === "QUARTER" ? period.label : `${yearOf(dashboard).label} performance`;
  },
  PREVIOUS: (dashboard) => `${previousPeriod(yearOf(dashboard)).label} performance`,
  BENCHMARK: ({ rows }) =>
    ofYear(
      "England average",
      rows.map(({ benchmark }) => benchmark?.period),
    ),
  QUARTILE: ({ rows }) =>
    ofYear(
      "Quartile",
      rows.map(({ standing }) => standing?.period),
    ),
  RANK: ({ rows }) =>
    ofYear(
      "England rank",
      rows.map(({ standing }) => standing?.period),
    ),
  EARLIER_RANK: () => "Earlier rank",
  COMMENTS: () => "Comments",
};

export const headingOf = (
  column: Exclude<DashboardColumn, "EARLIER_THIS_YEAR">,
  dashboard: DashboardReadModel,
): string => HEADINGS[column](dashboard);

const QUARTERS: Record<string, string> = { "06-30": "Quarter 1", "09-30": "Quarter 2", "12-31": "Quarter 3" };

/** Ends of the stretches of the year that rows have figures for, oldest first: a quarter, or the year to its end. */
export const quarterEnds = ({ rows }: DashboardReadModel): { end: string; heading: string }[] => {
  const ends = new Set(rows.flatMap((row) => earlierThisYear(row).map(({ period }) => periodOf(period).end)));
  return [...ends].sort().map((end) => ({
    end,
    heading: QUARTERS[end.slice(5)] ?? `To ${periodOf(end).label}`,
  }));
};
