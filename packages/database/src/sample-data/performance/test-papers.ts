import { buildPerformanceRecords } from "./build-performance-records.ts";
import { readPapers } from "./read-papers.ts";
import type { DashboardRowRecord, FigureKey, RevisionTimes } from "./records.ts";

/* What the tests of this folder share: the papers, their records, and a look at what was in force when a row was reported. */

export const papers = await readPapers();
export const records = buildPerformanceRecords(papers);
export const catalogue = new Map(papers.metrics.map((metric) => [metric.code, metric]));

export const countyRows = papers.county.flatMap((paper) => paper.rows.map((row) => ({ ...row, paper })));
const dashboardRow = new Map(records.rows.map((row) => [row.paperRow, row]));
export const rowOf = (id: string): DashboardRowRecord => {
  const row = dashboardRow.get(id);
  if (!row) throw new Error(`No dashboard row for ${id}`);
  return row;
};
const reportedOn = (row: DashboardRowRecord) =>
  records.editions.find(
    (one) => one.organisationCode === row.organisationCode && one.period === row.editionPeriod,
  )?.reportedOn ?? "";

/** The one figure that was in force at the end of the day on which the row was reported. */
export function inForce<Figure extends FigureKey & RevisionTimes>(
  figures: Figure[],
  row: DashboardRowRecord,
  period: string | null,
) {
  const asAt = `${reportedOn(row)}T23:59:59Z`;
  const found = figures.filter(
    (one) =>
      one.metricCode === row.metricCode &&
      one.organisationCode === row.organisationCode &&
      one.period === period &&
      one.recordedAt <= asAt &&
      (one.supersededAt === null || one.supersededAt > asAt),
  );
  if (found.length > 1) throw new Error(`Two figures in force for ${row.paperRow}`);
  return found[0];
}

export const observed = (row: DashboardRowRecord, period: string | null, forecast: boolean) =>
  inForce(
    records.observations.filter((one) => (one.status === "FORECAST") === forecast),
    row,
    period,
  );
