import type { Figure, Metric } from "./words.ts";

type Target = Metric["targets"][number];

/** One place on the chart's axis: a financial year, with a number for each kind of period, and its yardstick. */
export interface ChartPoint {
  year: string;
  values: Record<string, number>;
  target: number | null;
  band: [low: number, high: number] | null;
}

export interface ChartSeries {
  points: ChartPoint[];
  /** Like is drawn with like: full years on one line, April to November on another. */
  lines: string[];
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

const yardstick = (target: Target | undefined): Pick<ChartPoint, "target" | "band"> => {
  const [low, high] = [numberOf(target?.low ?? null), numberOf(target?.high ?? null)];
  if (low !== null && high !== null && low !== high) return { target: null, band: [low, high] };
  return { target: low ?? high, band: null };
};

/** Puts a metric's figures in the shape that the chart draws. Blanks leave gaps: no value is not zero. */
export const chartSeries = (
  figures: readonly Figure[],
  targets: readonly Target[],
  definitions: Metric["definitions"],
): ChartSeries => {
  const drawn = figures.filter((figure) => figure.value !== null);
  const years = [...new Set(drawn.map(({ period }) => financialYearOf(period.end)))].sort();
  const points = years.map((year) => {
    const own = drawn.filter(({ period }) => financialYearOf(period.end) === year);
    return {
      year,
      values: Object.fromEntries(own.map((figure) => [lineOf(figure.period), Number(figure.value)])),
      ...yardstick(targets.find(({ period }) => financialYearOf(period.end) === year)),
    };
  });
  const breaks = definitions.flatMap(({ validFrom, breakNote, text }) =>
    validFrom && (breakNote || definitions.length > 1)
      ? [{ year: financialYearOf(validFrom), note: breakNote ?? text }]
      : [],
  );
  const lines = [...new Set(drawn.map(({ period }) => lineOf(period)))];
  return { points, lines, breaks: breaks.filter(({ year }) => years.includes(year)) };
};
