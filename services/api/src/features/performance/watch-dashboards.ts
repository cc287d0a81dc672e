import type { Transaction } from "@due-regard/database/connection";
import {
  type DashboardReadModel,
  type DashboardRow,
  LATEST,
  readDashboardsShowing,
} from "@due-regard/database/read-models/dashboard";
import { forecastOf } from "../../derive/outlook.ts";
import { progressOf } from "../../derive/progress.ts";
import { ratingOf } from "../../derive/result.ts";
import type { FigureSubject } from "./figure-subjects.ts";
import { rankRow } from "./rank-figures.ts";

/** A row as it stood and as it stands after a write. */
export interface RowChange {
  before: DashboardRow;
  after: DashboardRow;
}

/** A dashboard of which a write changes something, with everything as known then: before it and after it. */
export interface DashboardChange {
  before: DashboardReadModel;
  after: DashboardReadModel;
  rows: RowChange[];
}

/**
 * Reads the dashboards that show these metrics, and hands out what reads them again and says what has changed: rows by
 * what they show, so that a figure in a period that no row shows changes none.
 */
export const watchDashboards = async (
  tx: Transaction,
  subjects: readonly FigureSubject[],
  { withRanks }: { withRanks: boolean },
): Promise<() => Promise<DashboardChange[]>> => {
  const byOrganisation = Map.groupBy(subjects, ({ organisation }) => organisation.code);
  const read = async () => {
    const found: DashboardReadModel[] = [];
    for (const [organisation, about] of byOrganisation) {
      const metricIds = [...new Set(about.map(({ metric }) => metric.id))];
      found.push(...(await readDashboardsShowing(tx, { organisation, metricIds, asAt: LATEST, withRanks })));
    }
    return found;
  };
  const before = await read();
  return async () => {
    const after = new Map((await read()).map((dashboard) => [dashboard.id, dashboard]));
    return before.flatMap((dashboard) => compare(dashboard, after.get(dashboard.id)));
  };
};

const compare = (before: DashboardReadModel, after: DashboardReadModel | undefined): DashboardChange[] => {
  if (after === undefined) throw new Error("A dashboard went away while figures were written");
  const rowAt = new Map(after.rows.map((row) => [row.position, row]));
  const rows = before.rows.flatMap((row): RowChange[] => {
    const next = rowAt.get(row.position);
    return next === undefined || shown(row, before) === shown(next, after)
      ? []
      : [{ before: row, after: next }];
  });
  return rows.length === 0 ? [] : [{ before, after, rows }];
};

/** What a row shows. What only stands elsewhere in its series is left out. */
const shown = (row: DashboardRow, { scheme, organisationId }: DashboardReadModel): string => {
  const { current, previous, target, commentary } = row;
  const derived = [ratingOf(row, scheme), progressOf(row), forecastOf(row), rankRow(row, organisationId)];
  return JSON.stringify([current, previous, target, commentary, ...derived]);
};
