import type { ObservationRow, TargetRow } from "@due-regard/database/read-models/figures";
import type { MetricAnswers, MetricQuestions } from "@due-regard/database/read-models/metric";
import type { Viewer } from "@due-regard/domain/access/roles";
import { protectWholeBreakdowns, seesBreakdownsAsRecorded } from "../../access/protect-observations.ts";

/** Revisions of one figure have all but their text in common. */
const figureOf = (row: ObservationRow): string =>
  JSON.stringify([row.organisationId, row.period, row.breakdownCategory ?? null, row.status === "FORECAST"]);

const byTime = (left: ObservationRow, right: ObservationRow): number =>
  Date.parse(left.recordedAt) - Date.parse(right.recordedAt);

/**
 * What stood at the instant asked for, as this viewer may see it: groups of people come whole, so they are protected
 * together. Totals bring their revisions along where those were asked for; a group's are for its own field to show, which
 * knows who may see them.
 */
export const observationsShown = (
  viewer: Viewer | null,
  { asks }: { asks: MetricQuestions["observations"] },
  rows: MetricAnswers["observations"],
): ObservationRow[] => {
  const known = rows.filter((row) => row.known);
  if (asks.characteristic !== null) return breakdownShown(viewer, known);
  if (!asks.revisions) return known;
  const revisions = Map.groupBy(rows.toSorted(byTime), figureOf);
  return known.map((row) => ({ ...row, revisions: revisions.get(figureOf(row)) ?? [row] }));
};

/** The groups of a characteristic as this viewer may see them. All of them: they are protected together. */
export const breakdownShown = (viewer: Viewer | null, rows: readonly ObservationRow[]): ObservationRow[] =>
  seesBreakdownsAsRecorded(viewer) ? [...rows] : protectWholeBreakdowns(rows);

/** Targets, each with every version of itself, oldest first. */
export const withVersions = <Row extends TargetRow>(
  rows: readonly Row[],
): (Row & { revisions: TargetRow[] })[] => {
  const versions = Map.groupBy(rows.toReversed(), ({ period }) => period);
  return rows.map((row) => ({ ...row, revisions: versions.get(row.period) ?? [row] }));
};
