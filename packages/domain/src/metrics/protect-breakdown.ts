import { addDecimals, type Decimal, divideDecimals, multiplyDecimals } from "./decimal.ts";
import { type ProtectedCell, type ProtectedRate, protectCounts, protectRates } from "./disclosure.ts";
import type { Unit } from "./vocabulary.ts";

/** One category of a breakdown, as recorded. All categories of one characteristic, period and metric go in together. */
export interface BreakdownFigure {
  key: string;
  unit: Unit;
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  /** People counted beside a rate. */
  count: Decimal | null;
}

/** As it may be shown to anybody but an analyst. Suppressed: no number at all, so that it can't be taken for nought. */
export interface ProtectedFigure {
  key: string;
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  count: Decimal | null;
  suppressed: boolean;
}

const PEOPLE_IN_RATE: Partial<Record<Unit, string>> = { RATE_PER_100K: "100000", RATE_PER_1000: "1000" };

/**
 * Disclosure control over one breakdown (domain.md §1): counts under five are hidden, with a second cell where the first
 * could be found by subtraction; the rest are rounded to five; percentages lose their decimals; a rate is worked out
 * again from its rounded parts, since a rate and its population give the exact count away.
 */
export function protectBreakdown(figures: readonly BreakdownFigure[]): ProtectedFigure[] {
  const percentages = figures.every((figure) => figure.unit === "PERCENT");
  return percentages ? protectPercentages(figures) : protectAmounts(figures);
}

const numberOf = (decimal: Decimal | null): number | null => (decimal === null ? null : Number(decimal));
const decimalOf = (number: number | null): Decimal | null => (number === null ? null : String(number));

function protectPercentages(figures: readonly BreakdownFigure[]): ProtectedFigure[] {
  const rates = protectRates(
    figures.map(({ key, value, numerator, denominator, count }) => ({
      key,
      value,
      numerator: numberOf(numerator ?? count),
      denominator: numberOf(denominator),
    })),
  );
  return figures.map((figure, index) => shownRate(figure, rates[index]));
}

function shownRate(figure: BreakdownFigure, rate: ProtectedRate | undefined): ProtectedFigure {
  if (rate === undefined || rate.suppressed) return hidden(figure.key);
  const people = decimalOf(rate.numerator);
  return {
    key: figure.key,
    value: rate.value,
    numerator: figure.numerator === null ? null : people,
    denominator: decimalOf(rate.denominator),
    count: figure.count === null ? null : people,
    suppressed: false,
  };
}

/** Counts themselves, and rates or scores with the people behind them. */
function protectAmounts(figures: readonly BreakdownFigure[]): ProtectedFigure[] {
  const people = protectCounts(
    figures.map((figure) => ({ key: figure.key, count: numberOf(peopleIn(figure)) })),
  );
  const groups = protectCounts(
    figures.map(({ key, denominator }) => ({ key, count: numberOf(denominator) })),
  );
  return figures.map((figure, index) => shownAmount(figure, people[index], groups[index]));
}

const peopleIn = ({ unit, value, numerator, count }: BreakdownFigure): Decimal | null =>
  unit === "COUNT" ? value : (numerator ?? count);

function shownAmount(
  figure: BreakdownFigure,
  people?: ProtectedCell,
  group?: ProtectedCell,
): ProtectedFigure {
  if (people === undefined || people.suppressed || group?.suppressed) return hidden(figure.key);
  const count = decimalOf(people.count);
  const denominator = decimalOf(group?.count ?? null);
  const value = figure.unit === "COUNT" ? count : safeRate(figure, count, denominator);
  if (value === null && figure.value !== null) return hidden(figure.key);
  return {
    key: figure.key,
    value,
    numerator: figure.numerator === null ? null : figure.unit === "COUNT" ? null : count,
    denominator,
    count: figure.count === null || figure.unit === "COUNT" ? null : count,
    suppressed: false,
  };
}

/** A score or a length of time counts nobody and stays; a rate of people follows its rounded parts, else it is hidden. */
function safeRate(
  figure: BreakdownFigure,
  count: Decimal | null,
  denominator: Decimal | null,
): Decimal | null {
  const base = PEOPLE_IN_RATE[figure.unit];
  if (base === undefined) return figure.value;
  if (count === null || denominator === null) return null;
  return divideDecimals(multiplyDecimals(count, base), denominator, 0);
}

const hidden = (key: string): ProtectedFigure => ({
  key,
  value: null,
  numerator: null,
  denominator: null,
  count: null,
  suppressed: true,
});

/** Everybody but one group: what a group is held against when no other is named. */
export function sumOfOthers(
  figures: readonly { key: string; numerator: Decimal | null; denominator: Decimal | null }[],
  key: string,
): { numerator: Decimal; denominator: Decimal } {
  return figures
    .filter((figure) => figure.key !== key && figure.numerator !== null && figure.denominator !== null)
    .reduce(
      (sum, figure) => ({
        numerator: addDecimals(sum.numerator, figure.numerator ?? "0"),
        denominator: addDecimals(sum.denominator, figure.denominator ?? "0"),
      }),
      { numerator: "0", denominator: "0" },
    );
}
