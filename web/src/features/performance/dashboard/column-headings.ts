import { financialYearOf, previousPeriod, shiftPeriod } from "@due-regard/domain/metrics/period";
import type { Dashboard, Row } from "../words.ts";

export type DashboardColumn = Dashboard["columns"][number];

const rowsOf = ({ groups }: Dashboard): Row[] => groups.flatMap(({ rows }) => rows);

const yearOf = ({ period }: Dashboard) => financialYearOf(period.start);

/** A year whose yardsticks are called milestones calls its column so. */
const isMilestones = (dashboard: Dashboard): boolean => {
  const kinds = rowsOf(dashboard).map(({ target }) => target?.kind);
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  return count("MILESTONE") > count("TARGET");
};

const targetWords = (dashboard: Dashboard): string => {
  if (dashboard.scheme === "BENCHMARK") return "National average or local target";
  return `${yearOf(dashboard).label} ${isMilestones(dashboard) ? "milestone" : "target"}`;
};

/** What each column is called on a dashboard, in the words of its year's paper. */
const HEADINGS: Record<DashboardColumn, (dashboard: Dashboard) => string> = {
  CODE: () => "Measure",
  MEASURE: () => "Description",
  AIM: () => "Aim",
  RATING: ({ scheme }) => (scheme === "RAG" ? "RAG" : "Rating"),
  PROGRESS: () => "Progress",
  TARGET: targetWords,
  NEXT_TARGET: (dashboard) => `${shiftPeriod(yearOf(dashboard), 1).label} target`,
  EARLIER_THIS_YEAR: () => "Earlier this year",
  CURRENT: (dashboard) =>
    dashboard.period.kind === "QUARTER" ? dashboard.period.label : `${yearOf(dashboard).label} performance`,
  PREVIOUS: (dashboard) => `${previousPeriod(yearOf(dashboard)).label} performance`,
  BENCHMARK: () => "England average",
  QUARTILE: () => "Quartile",
  RANK: () => "England rank",
  EARLIER_RANK: () => "Earlier rank",
  COMMENTS: () => "Comments",
};

export const headingOf = (column: DashboardColumn, dashboard: Dashboard): string =>
  HEADINGS[column](dashboard);

/** What the columns mean, for the key beneath the table: what a reader can't tell from a heading. */
const MEANINGS: Partial<Record<DashboardColumn, readonly [term: string, meaning: string][]>> = {
  CODE: [
    ["ASCOF", "A metric of the national Adult Social Care Outcomes Framework"],
    ["Local", "A measure defined and calculated for this council only"],
    ["BCF", "A measure of the Better Care Fund"],
  ],
  AIM: [
    ["High", "The aim is for performance to be high"],
    ["Low", "The aim is for performance to be low"],
    ["Target band", "The aim is to be inside the band; both its ends are inside"],
    ["N/A", "Shown for information and never rated"],
  ],
  PROGRESS: [
    ["Better, similar, worse", "Improvement by the aim, not direction: admissions that rise are worse"],
  ],
  QUARTILE: [["Top to bottom", "Place among the authorities that reported the measure, best first"]],
  RANK: [["126 of 150 (=)", "Place among that many authorities; (=) where it is shared"]],
  TARGET: [
    ["TBC", "To be confirmed"],
    ["N/A", "There is none"],
  ],
};

const RATING_MEANINGS: Record<Dashboard["scheme"], readonly [term: string, meaning: string][]> = {
  RAG: [
    ["Green", "Meeting the target, or on track to meet it: no action is needed"],
    ["Amber", "Missing the target, or set to miss it, by a narrow margin: light monitoring"],
    ["Red", "Missing the target, or set to miss it, by far: close monitoring or action"],
    ["Suggested", "Worked out from the target and its own tolerance; no officer has judged yet"],
  ],
  BENCHMARK: [
    ["Better", "Better than the latest national average or local target"],
    ["Similar", "About the same as it"],
    ["Worse", "Below it"],
    ["Suggested", "Worked out from the yardstick and the metric's tolerance; no officer has judged yet"],
  ],
};

export interface KeyEntry {
  heading: string;
  terms: readonly [term: string, meaning: string][];
}

/** The key to a dashboard's columns, in their order. */
export const columnKey = (dashboard: Dashboard): KeyEntry[] =>
  dashboard.columns.flatMap((column) => {
    const terms = column === "RATING" ? RATING_MEANINGS[dashboard.scheme] : MEANINGS[column];
    return terms ? [{ heading: headingOf(column, dashboard), terms }] : [];
  });
