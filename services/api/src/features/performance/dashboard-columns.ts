import type { DashboardReadModel, DashboardRow } from "@due-regard/database/read-models/dashboard";
import { columnsOf, type DashboardColumn } from "@due-regard/domain/metrics/dashboard-columns";
import { periodOf } from "@due-regard/domain/metrics/period";
import { earlierThisYear } from "../../derive/result.ts";
import { rankRow } from "./rank-figures.ts";

type Filled = (row: DashboardRow, dashboard: DashboardReadModel) => boolean;

/** Columns that are there only where a row has something to say in them. */
const FILLED: Partial<Record<DashboardColumn, Filled>> = {
  NEXT_TARGET: (row) => row.nextTarget !== null,
  EARLIER_THIS_YEAR: (row) => earlierThisYear(row).length > 0,
  BENCHMARK: (row) => row.benchmark !== null,
  QUARTILE: (row) => (row.standing?.quartile ?? null) !== null,
  RANK: (row, { organisationId }) => rankRow(row, organisationId) !== null,
  EARLIER_RANK: (row) => row.earlierStanding !== null,
  COMMENTS: (row) => row.commentary.length > 0,
};

/** The columns that this dashboard has: its paper's, or its own. */
export const dashboardColumns = (dashboard: DashboardReadModel): DashboardColumn[] => {
  const { rows, period } = dashboard;
  const cells = new Set(rows.flatMap(({ printed }) => Object.keys(printed)));
  const filled = (Object.entries(FILLED) as [DashboardColumn, Filled][])
    .filter(([, isFilled]) => rows.some((row) => isFilled(row, dashboard)))
    .map(([column]) => column);
  return columnsOf({
    periodKind: periodOf(period).kind,
    printed: cells.size === 0 ? null : cells,
    filled: new Set(filled),
  });
};
