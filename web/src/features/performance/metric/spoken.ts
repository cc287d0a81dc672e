import { formatDecimal } from "@due-regard/domain/metrics/format-value";
import type { Metric } from "../words.ts";
import type { ChartPoint, Contender, Yardstick } from "./chart-model.ts";

type Unit = Metric["unit"];

export interface SpokenLine {
  name: string;
  words: string;
}

const yardstick = (name: string, found: Yardstick | null): SpokenLine[] =>
  found ? [{ name, words: found.of ? `${found.display} for ${found.of}` : found.display }] : [];

/** Thresholds as a person reads them: at most one decimal more than a screen needs. */
export const roundForPeople = (value: number, unit: Unit): string =>
  formatDecimal(String(Number(value.toFixed(2))), unit);

const quartileWords = ({ top, middle, bottom }: NonNullable<ChartPoint["quarters"]>, unit: Unit): string =>
  `top ${roundForPeople(top, unit)}, median ${roundForPeople(middle, unit)}, bottom ${roundForPeople(bottom, unit)}`;

/** What the chart shows in one place, line by line, as its box shows it and a screen reader says it. */
export const readPoint = (
  point: ChartPoint,
  contenders: readonly Pick<Contender, "code" | "name">[],
  unit: Unit,
): SpokenLine[] => {
  const figures = contenders.flatMap(({ code, name }) => {
    const forecast = point.forecast[code];
    const actual = point.actual[code];
    const expected = forecast ? [{ name: `${name}, forecast`, words: forecast.display }] : [];
    if (!actual && forecast) return expected;
    return [{ name, words: actual?.display ?? "no figure" }, ...expected];
  });
  const { target, benchmark, quarters } = point;
  return [
    ...figures,
    ...yardstick("Target", target),
    ...yardstick(benchmark?.group ?? "", benchmark),
    ...(quarters ? [{ name: "Quartiles", words: quartileWords(quarters, unit) }] : []),
  ];
};

export const speakPoint = (point: ChartPoint, lines: readonly SpokenLine[]): string =>
  [point.label, ...lines.map(({ name, words }) => `${name}: ${words}`)].join(". ");
