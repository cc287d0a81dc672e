import type { DashboardReadModel, DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { TargetRow } from "@due-regard/database/read-models/figures";
import { isSameFigure } from "@due-regard/domain/metrics/check-figure";
import type { EffectiveRating } from "@due-regard/domain/metrics/headline-counts";
import { financialYearOf, monthsIn, type Period, periodOf } from "@due-regard/domain/metrics/period";
import { compareWithBenchmark, type RatingInput, suggestRag } from "@due-regard/domain/metrics/rating";
import type { Tolerance } from "@due-regard/domain/metrics/target";
import type { Comparison, RagRating, RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import { forecastOf } from "./outlook.ts";

/** One row of a dashboard with what the domain's rules say about it. Nothing here reads or writes. */

export interface RatingView {
  scheme: RatingScheme;
  suggested: RagRating | null;
  suggestedComparison: Comparison | null;
  suggestedReason: string;
  judged: RagRating | null;
  comparison: Comparison | null;
  effective: EffectiveRating;
  reason: string;
  judgedById: string | null;
  judgedAt: string | null;
}

const toleranceOf = (target: TargetRow): Tolerance | null =>
  target.toleranceKind === null ? null : { kind: target.toleranceKind, amount: target.tolerance ?? "0" };

const ratingInput = (row: DashboardRow): RatingInput | null => {
  const { current, metric, previous, target } = row;
  if (current === null) return null;
  return {
    value: current.value,
    status: current.status,
    unit: current.unit,
    aim: metric.aim,
    accumulation: metric.accumulation,
    period: periodOf(current.period),
    target: target && { ...target, period: periodOf(target.period), tolerance: toleranceOf(target) },
    maintained: previous?.value ?? null,
    forecast: current.status === "FORECAST" ? null : forecastOf(row),
  };
};

const suggest = (row: DashboardRow, scheme: RatingScheme) => {
  const input = ratingInput(row);
  if (input === null) return { suggested: null, suggestedComparison: null, reason: "There is no figure yet" };
  if (scheme === "RAG") return { suggestedComparison: null, ...suggestRag(input) };
  const { comparison, reason } = compareWithBenchmark({
    ...input,
    similarWithin: row.metric.similarWithin ?? "0",
  });
  return { suggested: null, suggestedComparison: comparison, reason };
};

/**
 * The suggestion and the judgement, both kept. What stands is the officer's judgement, which may be that there is none
 * to make; only where nobody judged does the suggestion stand (design/domain.md §1).
 */
export const ratingOf = (row: DashboardRow, scheme: RatingScheme): RatingView => {
  const { suggested, suggestedComparison, reason } = suggest(row, scheme);
  const { rating } = row;
  return {
    scheme,
    suggested,
    suggestedComparison,
    suggestedReason: reason,
    judged: rating?.judged ?? null,
    comparison: rating?.comparison ?? null,
    effective: rating ? (rating.judged ?? rating.comparison) : (suggested ?? suggestedComparison),
    reason: rating?.reason ?? reason,
    judgedById: rating?.judgedById ?? null,
    judgedAt: rating?.recordedAt ?? null,
  };
};

/** The newest figure, when it says another thing than the one shown: an import that was undone leaves a new row alike. */
export const revisedSince = ({ current, latest }: DashboardRow) => {
  if (latest === null || latest.id === current?.id) return null;
  const alike =
    current !== null &&
    isSameFigure(current, latest) &&
    current.unit === latest.unit &&
    current.display === latest.display;
  return alike ? null : latest;
};

/** The series that the current figure belongs to: periods of the same kind and length, oldest first. */
export const seriesOf = (row: DashboardRow, last: number) => {
  if (row.current === null) return [];
  const shape = shapeOf(periodOf(row.current.period));
  const alike = row.series.filter((observation) => shapeOf(periodOf(observation.period)) === shape);
  return alike.slice(0, last).reverse();
};

/** Figures of the current one's year that end before it, oldest first: its first quarters, or the year to their ends. */
export const earlierThisYear = (row: DashboardRow) => {
  if (row.current === null) return [];
  const current = periodOf(row.current.period);
  const year = financialYearOf(current.start).code;
  const isEarlier = (period: Period): boolean =>
    period.kind === current.kind &&
    period.end < current.end &&
    financialYearOf(period.start).code === year &&
    (period.kind !== "MONTH_RANGE" || period.start === current.start);
  return row.series.filter(({ period }) => isEarlier(periodOf(period))).reverse();
};

/** Figures of the same shape are like: the same months, or days, of whichever year. */
export const shapeOf = (period: Period): string =>
  `${period.kind} ${period.start.slice(5)} ${monthsIn(period)}`;

export interface GroupOfRows {
  layer: DashboardRow["layer"];
  outcome: DashboardRow["outcome"];
  supportingOutcome: DashboardRow["supportingOutcome"];
  rows: DashboardRow[];
}

/** Rows under one heading each time the heading changes, in the order of the paper. */
export const groupRows = (dashboard: DashboardReadModel): GroupOfRows[] => {
  const groups: GroupOfRows[] = [];
  for (const row of dashboard.rows) {
    const group = groups.at(-1);
    if (group !== undefined && headingOf(group) === headingOf(row)) group.rows.push(row);
    else
      groups.push({
        layer: row.layer,
        outcome: row.outcome,
        supportingOutcome: row.supportingOutcome,
        rows: [row],
      });
  }
  return groups;
};

const headingOf = (under: Pick<GroupOfRows, "layer" | "outcome" | "supportingOutcome">): string =>
  [under.layer, under.outcome, under.supportingOutcome].map((element) => element?.id ?? "").join();
