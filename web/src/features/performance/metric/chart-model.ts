import { containsPeriod, type Period } from "@due-regard/domain/metrics/period";
import type { Figure, Metric } from "../words.ts";
import { axisEnds, roundTicks } from "./round-ticks.ts";
import { axisLabel, type Series } from "./series.ts";
import type { Benchmark, Ranks, Target } from "./types.ts";

/** Whose line it is; the first is the page's own organisation. */
export interface Contender {
  code: string;
  name: string;
  figures: readonly Figure[];
}

/** One organisation's figure in one place of the chart. */
export interface Reading {
  /** Null: a blank, which `display` gives in words. */
  value: number | null;
  display: string;
}

export interface Yardstick {
  display: string;
  /** The period that it is for, where that is another one: the whole year's. */
  of: string | null;
}

/** One place on the chart's axis. */
export interface ChartPoint {
  code: string;
  label: string;
  axis: string;
  actual: Record<string, Reading>;
  forecast: Record<string, Reading>;
  target: (Yardstick & { line: number | null; band: [low: number, high: number] | null }) | null;
  benchmark: (Yardstick & { value: number; group: string }) | null;
  quarters: { top: number; middle: number; bottom: number } | null;
  /** How many definitions had begun by then: figures of one number may be compared. */
  era: number;
}

/** What one organisation drew under one definition: a new one begins a line of its own. */
export interface ChartLine {
  key: string;
  organisation: string;
  name: string;
  era: number;
  /** Its place among the organisations: how it looks follows from it. */
  place: number;
}

export interface ChartBreak {
  /** The first period counted in the new way. */
  code: string;
  label: string;
  note: string;
}

export interface ChartModel {
  points: ChartPoint[];
  lines: ChartLine[];
  breaks: ChartBreak[];
  axis: { ends: [low: number, high: number]; ticks: number[] };
}

interface ChartInput {
  series: Series;
  contenders: readonly Contender[];
  /** With the targets in force alone. */
  metric: Pick<Metric, "accumulation" | "definitions" | "targets" | "benchmarks">;
  ranks: Ranks | null;
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

/**
 * The yardstick of a period: its own, else the whole year's. Of a count that grows through the year only its own: it never
 * meets the target of another stretch (domain.md §1).
 */
export const yardstickFor = <Row extends { period: Period }>(
  period: Period,
  rows: readonly Row[],
  accumulation: Metric["accumulation"],
): { row: Row; of: string | null } | null => {
  const own = rows.find((row) => row.period.code === period.code);
  if (own) return { row: own, of: null };
  if (accumulation === "CUMULATIVE") return null;
  const year = rows.find((row) => row.period.kind === "FINANCIAL_YEAR" && containsPeriod(row.period, period));
  return year ? { row: year, of: year.period.label } : null;
};

const targetOn = (period: Period, { targets, accumulation }: ChartInput["metric"]): ChartPoint["target"] => {
  const found = yardstickFor<Target>(period, targets, accumulation);
  if (found === null) return null;
  const { display, operator, low, high } = found.row;
  const [from, to] = [numberOf(low), numberOf(high)];
  const band: [number, number] | null =
    operator === "BETWEEN" && from !== null && to !== null ? [from, to] : null;
  return { display, of: found.of, line: band ? null : (from ?? to), band };
};

/** One line can be followed: England's where papers give it, else that of the first group that they give. */
export const benchmarkGroup = (benchmarks: readonly Benchmark[]): string | null =>
  benchmarks.find(({ group }) => group === "England")?.group ?? benchmarks[0]?.group ?? null;

const benchmarkOn = (
  period: Period,
  { benchmarks, accumulation }: ChartInput["metric"],
): ChartPoint["benchmark"] => {
  const group = benchmarkGroup(benchmarks);
  const own = benchmarks.filter((benchmark) => benchmark.group === group);
  const found = yardstickFor<Benchmark>(period, own, accumulation);
  if (found === null) return null;
  const { display, value } = found.row;
  return { display, of: found.of, value: Number(value), group: found.row.group };
};

const quartersOn = (period: Period, ranks: Ranks | null): ChartPoint["quarters"] => {
  const thresholds = ranks?.series.find((ranking) => ranking.period.code === period.code)?.thresholds;
  if (!thresholds) return null;
  const { top, middle, bottom } = thresholds;
  return { top: Number(top), middle: Number(middle), bottom: Number(bottom) };
};

const readings = (
  period: Period,
  contenders: readonly Contender[],
  wanted: (figure: Figure) => boolean,
): Record<string, Reading> =>
  Object.fromEntries(
    contenders.flatMap(({ code, figures }) => {
      const figure = figures.find((each) => each.period.code === period.code && wanted(each));
      return figure ? [[code, { value: numberOf(figure.value), display: figure.display }]] : [];
    }),
  );

const isForecast = ({ status }: Figure): boolean => status === "FORECAST";

const eraOf = (period: Period, definitions: ChartInput["metric"]["definitions"]): number =>
  definitions.filter(({ validFrom }) => validFrom !== null && validFrom <= period.end).length;

const pointOf = (period: Period, input: ChartInput): ChartPoint => ({
  code: period.code,
  label: period.label,
  axis: axisLabel(period),
  actual: readings(period, input.contenders, (figure) => !isForecast(figure)),
  forecast: readings(period, input.contenders, isForecast),
  target: targetOn(period, input.metric),
  benchmark: benchmarkOn(period, input.metric),
  quarters: quartersOn(period, input.ranks),
  era: eraOf(period, input.metric.definitions),
});

const lineKey = (organisation: string, era: number): string => `${organisation} ${era}`;

const linesOf = (points: readonly ChartPoint[], contenders: readonly Contender[]): ChartLine[] =>
  contenders.flatMap(({ code, name }, place) => {
    const drawn = points.filter(({ actual }) => typeof actual[code]?.value === "number");
    return [...new Set(drawn.map(({ era }) => era))].map((era) => ({
      key: lineKey(code, era),
      organisation: code,
      name,
      era,
      place,
    }));
  });

/** A new definition is a break where there is a figure before it and one after. */
const breaksOf = (points: readonly ChartPoint[], { definitions }: ChartInput["metric"]): ChartBreak[] => {
  const dated = definitions
    .filter(({ validFrom }) => validFrom !== null)
    .toSorted((left, right) => (left.validFrom ?? "").localeCompare(right.validFrom ?? ""));
  const drawn = points.filter(({ actual }) => Object.values(actual).some(({ value }) => value !== null));
  return points.flatMap(({ code, label, era }, index) => {
    const before = points[index - 1];
    if (before === undefined || before.era === era) return [];
    if (!drawn.some((point) => point.era < era) || !drawn.some((point) => point.era >= era)) return [];
    const started = dated[era - 1];
    return [{ code, label, note: started?.breakNote ?? started?.text ?? "" }];
  });
};

/** Every number that stands somewhere in the chart. */
const numbersOn = ({ actual, forecast, target, benchmark, quarters }: ChartPoint): number[] =>
  [
    ...[...Object.values(actual), ...Object.values(forecast)].map(({ value }) => value),
    ...(target ? [target.line, ...(target.band ?? [])] : []),
    benchmark?.value,
    ...(quarters ? Object.values(quarters) : []),
  ].filter((value) => typeof value === "number");

const axisOf = (points: readonly ChartPoint[]): ChartModel["axis"] => {
  const numbers = points.flatMap(numbersOn);
  const ends = axisEnds(numbers.length > 0 ? numbers : [0]);
  return { ends, ticks: roundTicks(...ends) };
};

/** Puts figures of like periods in the shape that the chart draws. Blanks leave gaps: no value is not zero. */
export const chartModel = (input: ChartInput): ChartModel => {
  const points = input.series.periods.map((period) => pointOf(period, input));
  return {
    points,
    lines: linesOf(points, input.contenders),
    breaks: breaksOf(points, input.metric),
    axis: axisOf(points),
  };
};

/** A line's number in a place; undefined where it has none, or where another definition held. */
export const valueOn = (point: ChartPoint, line: ChartLine): number | undefined =>
  point.era === line.era ? (point.actual[line.organisation]?.value ?? undefined) : undefined;
