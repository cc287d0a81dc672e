import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { observations } from "@due-regard/database/schema/metrics";
import { may } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { formatNoValue, formatValue } from "@due-regard/domain/metrics/format-value";
import { type ProtectedFigure, protectBreakdown } from "@due-regard/domain/metrics/protect-breakdown";
import { and, eq, isNotNull, isNull, or } from "drizzle-orm";

/**
 * Disclosure control at every door through which a breakdown leaves: lists, node, revisions, citations. Only who holds
 * the analyst's permission sees breakdowns as recorded.
 */

export const seesBreakdownsAsRecorded = (viewer: Viewer | null): boolean =>
  may(viewer, "performance.analyse");

const isBreakdown = (row: ObservationRow): boolean => row.breakdownCharacteristic != null;

/** Categories that add up to one total are protected together. */
const groupOf = (row: ObservationRow): string =>
  JSON.stringify([
    row.metricId,
    row.organisationId,
    row.period,
    row.breakdownCharacteristic,
    row.status === "FORECAST",
  ]);

/** Protects rows that hold every category of each breakdown in them. Totals pass as they are. */
export const protectWholeBreakdowns = (rows: readonly ObservationRow[]): ObservationRow[] => {
  const shown = new Map<string, ObservationRow>();
  for (const group of Map.groupBy(rows.filter(isBreakdown), groupOf).values()) {
    const figures = protectBreakdown(group.map((row) => ({ ...row, key: row.id })));
    group.forEach((row, index) => {
      shown.set(row.id, showProtected(row, figures[index]));
    });
  }
  return rows.map((row) => shown.get(row.id) ?? row);
};

/** Notes and doubts may tell what the figure no longer does. */
const showProtected = (row: ObservationRow, figure: ProtectedFigure | undefined): ObservationRow => {
  if (figure === undefined || figure.suppressed) {
    return {
      ...row,
      status: "NOT_AVAILABLE",
      value: null,
      numerator: null,
      denominator: null,
      count: null,
      countOf: null,
      noValueReason: "SUPPRESSED",
      expectedOn: null,
      display: formatNoValue("SUPPRESSED"),
      note: null,
      doubts: [],
    };
  }
  const { value, numerator, denominator, count } = figure;
  const shown = { ...row, value, numerator, denominator, count, note: null, doubts: [] };
  return { ...shown, display: formatValue(shown) };
};

/**
 * Rows as this viewer may see them. Categories of a breakdown are protected with all that stand beside them now. A
 * superseded one is null: what stood beside it depends on the instant, which a list knows and an id does not.
 */
export const protectObservations = async (
  db: Executor,
  viewer: Viewer | null,
  rows: readonly (ObservationRow | null)[],
): Promise<(ObservationRow | null)[]> => {
  const breakdowns = rows.filter((row) => row !== null).filter(isBreakdown);
  if (breakdowns.length === 0 || seesBreakdownsAsRecorded(viewer)) return [...rows];
  const beside = breakdowns.map((row) =>
    and(
      eq(observations.metricId, row.metricId),
      eq(observations.organisationId, row.organisationId),
      eq(observations.period, row.period),
    ),
  );
  const current = await db
    .select()
    .from(observations)
    .where(
      and(isNull(observations.supersededAt), isNotNull(observations.breakdownCharacteristic), or(...beside)),
    );
  const shown = new Map(protectWholeBreakdowns(current).map((row) => [row.id, row]));
  return rows.map((row) => (row === null || !isBreakdown(row) ? row : (shown.get(row.id) ?? null)));
};
