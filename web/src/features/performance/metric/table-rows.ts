import type { Period } from "@due-regard/domain/metrics/period";
import type { Figure, Metric } from "../words.ts";
import { type Contender, yardstickFor } from "./chart-model.ts";
import type { Series } from "./series.ts";
import type { Benchmark, GroupRanking, Ranks, ReportedStanding, Target } from "./types.ts";

/** A yardstick in the table: the whole year's is named as such, also where the chart may not draw it. */
export interface TableYardstick<Row> {
  row: Row;
  /** The period that it is for, where that is another one. */
  of: string | null;
}

/** One period of the series in the table beside the chart. */
export interface TableRow {
  period: Period;
  /** By organisation: the actual figure and the forecast, in that order. None: nothing was recorded. */
  figures: Record<string, Figure[]>;
  target: TableYardstick<Target> | null;
  benchmarks: Benchmark[];
  ranking: GroupRanking | undefined;
  printed: ReportedStanding[];
}

const actualFirst = (left: Figure, right: Figure): number =>
  Number(left.status === "FORECAST") - Number(right.status === "FORECAST");

interface TableInput {
  series: Series;
  contenders: readonly Contender[];
  /** With the targets in force alone. */
  metric: Pick<Metric, "targets" | "benchmarks" | "reportedStandings">;
  ranks: Ranks | null;
}

const rowOf = (period: Period, { contenders, metric, ranks }: TableInput): TableRow => {
  const isOwn = (other: { period: { code: string } }) => other.period.code === period.code;
  return {
    period,
    figures: Object.fromEntries(
      contenders.map(({ code, figures }) => [code, figures.filter(isOwn).sort(actualFirst)]),
    ),
    target: yardstickFor<Target>(period, metric.targets, "PERIOD"),
    benchmarks: metric.benchmarks.filter(isOwn),
    ranking: ranks?.series.find(isOwn),
    printed: metric.reportedStandings.filter(isOwn),
  };
};

/** The table beside the chart: every period of the series, newest first, also those without a figure. */
export const tableRows = (input: TableInput): TableRow[] =>
  input.series.periods.map((period) => rowOf(period, input)).reverse();
