import type { Figure, Metric } from "../words.ts";

type Target = Metric["targets"][number];

/** One place on the chart's axis: a financial year, with a number for each line that has one. */
export interface ChartPoint {
  year: string;
  values: Record<string, number>;
  targets: Record<string, number>;
  band: [low: number, high: number] | null;
}

export interface ChartSeries {
  points: ChartPoint[];
  /**
   * Like is drawn with like: full years on one line, April to November on another, and each starts anew where a
   * definition changes.
   */
  lines: string[];
  /** One for each kind of period that has a target of its own. */
  targetLines: string[];
  /** Years in which a new definition starts: the series breaks there. */
  breaks: { year: string; note: string }[];
}

interface Span {
  start: string;
  end: string;
}

/** The financial year, April to March, in which a date lies: "2019/20". */
export const financialYearOf = (date: string): string => {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const first = month >= 4 ? year : year - 1;
  return `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
};

const monthName = (date: string) =>
  new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(
    new Date(`${date.slice(0, 7)}-01T00:00:00Z`),
  );

/** What kind of period this is, without its year: "Full year", "April to November", "Position in March". */
export const lineOf = ({ kind, start, end }: Span & { kind: Figure["period"]["kind"] }): string => {
  if (kind === "FINANCIAL_YEAR") return "Full year";
  if (kind === "ACADEMIC_YEAR") return "Academic year";
  if (kind === "SNAPSHOT") return `Position in ${monthName(end)}`;
  if (start.slice(0, 7) === end.slice(0, 7)) return monthName(end);
  return `${monthName(start)} to ${monthName(end)}`;
};

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

const breaksOf = (definitions: Metric["definitions"]): ChartSeries["breaks"] =>
  definitions.flatMap(({ validFrom, breakNote, text }) =>
    validFrom && (breakNote || definitions.length > 1)
      ? [{ year: financialYearOf(validFrom), note: breakNote ?? text }]
      : [],
  );

/** The line that a figure belongs to: its kind of period, and the definition that it was counted by. */
const lineFor = ({ period }: Figure, breaks: ChartSeries["breaks"]): string => {
  const era = breaks.filter(({ year }) => year <= financialYearOf(period.end)).at(-1);
  return era ? `${lineOf(period)}, definition from ${era.year}` : lineOf(period);
};

/** A count that adds up through the year never meets the target of another stretch of it (design/domain.md §1). */
const isComparable = (
  target: Target,
  figures: readonly Figure[],
  accumulation: Metric["accumulation"],
): boolean =>
  accumulation !== "CUMULATIVE" || figures.some(({ period }) => lineOf(period) === lineOf(target.period));

const yardsticks = (targets: readonly Target[]): Pick<ChartPoint, "targets" | "band"> => {
  const read = targets.map((target) => ({
    name: `Target, ${lineOf(target.period).replace(/^[FP]/, (letter) => letter.toLowerCase())}`,
    low: numberOf(target.low),
    high: numberOf(target.high),
  }));
  const band = read.find(({ low, high }) => low !== null && high !== null && low !== high);
  const single = read.flatMap(({ name, low, high }) => {
    const value = low ?? high;
    return value === null || (low !== null && high !== null && low !== high) ? [] : [[name, value] as const];
  });
  return {
    targets: Object.fromEntries(single),
    band: band && band.low !== null && band.high !== null ? [band.low, band.high] : null,
  };
};

const namesIn = (records: readonly Record<string, number>[]): string[] => [
  ...new Set(records.flatMap(Object.keys)),
];

type ChartedMetric = Pick<Metric, "targets" | "definitions" | "accumulation">;

/** Puts a metric's figures in the shape that the chart draws. Blanks leave gaps: no value is not zero. */
export const chartSeries = (figures: readonly Figure[], metric: ChartedMetric): ChartSeries => {
  const drawn = figures.filter((figure) => figure.value !== null);
  const breaks = breaksOf(metric.definitions);
  const years = [...new Set(drawn.map(({ period }) => financialYearOf(period.end)))].sort();
  const points = years.map((year) => {
    const isOwn = ({ period }: { period: Span }) => financialYearOf(period.end) === year;
    const own = drawn.filter(isOwn);
    const targets = metric.targets.filter(
      (target) => isOwn(target) && isComparable(target, own, metric.accumulation),
    );
    return {
      year,
      values: Object.fromEntries(own.map((figure) => [lineFor(figure, breaks), Number(figure.value)])),
      ...yardsticks(targets),
    };
  });
  return {
    points,
    lines: namesIn(points.map(({ values }) => values)),
    targetLines: namesIn(points.map(({ targets }) => targets)),
    breaks: breaks.filter(({ year }) => years.includes(year)),
  };
};
