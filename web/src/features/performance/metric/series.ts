import { comparePeriods, type Period } from "@due-regard/domain/metrics/period";
import { fillSeries, type Stretch, stretchOf } from "@due-regard/domain/metrics/series";
import type { Figure } from "../words.ts";

/** As much of a figure as a series of like periods follows from. */
type InSeries = Pick<Figure, "value" | "period" | "status">;

export interface Series extends Stretch {
  /** Periods with a value in them. */
  values: number;
  /** From the first that has a figure to the last, with those that nobody reported between them. */
  periods: Period[];
}

/** The series that an organisation's figures make: first the one to show where nobody asks for another. */
export const seriesIn = (figures: readonly InSeries[]): Series[] => {
  const byKey = Map.groupBy(figures, ({ period }) => stretchOf(period).key);
  return [...byKey.values()]
    .map((own) => {
      const periods = own.map(({ period }) => period);
      const withValue = own.filter(({ value }) => value !== null).map(({ period }) => period.code);
      const stretch = periods[0] && stretchOf(periods[0]);
      return {
        key: stretch?.key ?? "",
        label: stretch?.label ?? "",
        values: new Set(withValue).size,
        periods: fillSeries(periods),
      };
    })
    .sort(bestFirst);
};

/** More than one full year says most; then what has most values; then what is newest. */
const bestFirst = (left: Series, right: Series): number => {
  const years = ({ key, values }: Series) => (key === "years" && values > 1 ? 1 : 0);
  const [last, other] = [left.periods.at(-1), right.periods.at(-1)];
  return (
    years(right) - years(left) ||
    right.values - left.values ||
    (last && other ? comparePeriods(other, last) : 0)
  );
};

/** The series that an address asks for, else the first. Null: there are no figures. */
export const chooseSeries = (series: readonly Series[], asked: string | null): Series | null =>
  series.find(({ key }) => key === asked) ?? series[0] ?? null;

/** The newest period of a series that has a value: where ranks are shown unless another is asked for. */
export const newestWithValue = (series: Series | null, figures: readonly InSeries[]): Period | null =>
  series?.periods.findLast(({ code }) =>
    figures.some(
      ({ period, value, status }) => period.code === code && value !== null && status !== "FORECAST",
    ),
  ) ?? null;

const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const shortYears = (code: string): string => code.replace("AY", "").slice(0, 7).replace("-", "/");

/** A period's name on an axis, where the series' own name says the rest: "2019/20", "Q3 2019/20", "Nov 19", "2019". */
export const axisLabel = ({ kind, code, start, end }: Period): string => {
  if (kind === "FINANCIAL_YEAR" || kind === "ACADEMIC_YEAR") return shortYears(code);
  if (kind === "QUARTER") return `${code.slice(-2)} ${shortYears(code)}`;
  if (kind === "MONTH") return `${SHORT_MONTHS[Number(start.slice(5, 7)) - 1]} ${start.slice(2, 4)}`;
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  return from === to ? to : `${from}/${to.slice(2)}`;
};
