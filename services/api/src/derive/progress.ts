import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { ObservationRow, TargetRow } from "@due-regard/database/read-models/figures";
import { monthsIn, periodOf } from "@due-regard/domain/metrics/period";
import { measureProgress, type Progress } from "@due-regard/domain/metrics/progress";
import type { NoValueReason } from "@due-regard/domain/metrics/vocabulary";
import { shapeOf } from "./result.ts";

const bandOf = (target: TargetRow | null) =>
  target?.operator === "BETWEEN" && target.low !== null && target.high !== null
    ? { low: target.low, high: target.high }
    : null;

/** What is compared with what, and how the basis says so. */
interface Pair {
  current: ObservationRow;
  previous: ObservationRow;
  basis: string;
}

/** Blanks in place of which a survey's last two results are compared (design/domain.md §1, "No value is not zero"). */
const AWAITED: readonly (NoValueReason | null)[] = ["RESULTS_DUE", "SURVEY_BIENNIAL", "SURVEY_NOT_RUN"];

/** The newest earlier figure for the same stretch of another year. The series is newest first. */
const earlierLike = (row: DashboardRow, than: ObservationRow): ObservationRow | undefined => {
  const period = periodOf(than.period);
  return row.series.find((each) => {
    const other = periodOf(each.period);
    return each.value !== null && shapeOf(other) === shapeOf(period) && other.end < period.end;
  });
};

const pairOf = (row: DashboardRow): Pair | null => {
  const { current, previous } = row;
  if (current === null || previous === null) return null;
  const [now, before] = [periodOf(current.period), periodOf(previous.period)];
  if (current.value === null && AWAITED.includes(current.noValueReason)) {
    const earlier = earlierLike(row, previous);
    if (earlier === undefined) return null;
    const basis = `${before.label} against ${periodOf(earlier.period).label}, while ${now.label} is awaited`;
    return { current: previous, previous: earlier, basis };
  }
  if (current.status === "FORECAST")
    return { current, previous, basis: `full-year forecast against ${before.label}` };
  // What grows through the year meets the same months a year before, never a whole year (design/domain.md §1).
  if (row.metric.accumulation === "CUMULATIVE" && monthsIn(now) !== monthsIn(before)) {
    const like = earlierLike(row, current);
    return like === undefined
      ? null
      : { current, previous: like, basis: `against ${periodOf(like.period).label}` };
  }
  return { current, previous, basis: `against ${before.label}` };
};

/** Improvement by the metric's aim. Null when a figure is missing, or when the two are not in the same unit. */
export const progressOf = (row: DashboardRow): Progress | null => {
  const pair = pairOf(row);
  if (pair === null || pair.current.unit !== pair.previous.unit) return null;
  return measureProgress({
    current: pair.current.value,
    previous: pair.previous.value,
    aim: row.metric.aim,
    band: bandOf(row.target),
    similarWithin: row.metric.similarWithin ?? "0",
    basis: pair.basis,
  });
};
