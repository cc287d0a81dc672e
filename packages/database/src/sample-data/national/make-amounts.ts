import type { Decimal } from "@due-regard/domain/metrics/decimal";
import type { NationalMetric } from "./national-metrics.ts";

/** A figure's numbers, each that is printed worked out from its parts, so that none contradicts another. */
export interface Amounts {
  value: Decimal | null;
  numerator: Decimal | null;
  denominator: Decimal | null;
  count: Decimal | null;
  countOf: string | null;
}

/** One adult in so many has support: whom the shares are of. */
const ONE_IN = 90;
const FEWEST_PEOPLE = 20;
/** The population for which levels of counts and hours are given. */
const STANDARD = 500_000;
const AGED_65 = 0.24;

type Maker = (metric: NationalMetric, level: number, factor: number, population: number) => Amounts;

const NONE: Amounts = { value: null, numerator: null, denominator: null, count: null, countOf: null };

/** Half up, in whole numbers: what the domain's check of a printed percentage works out too. */
const tenthsOf = (part: number, times: number, whole: number): number =>
  Math.floor((2 * part * times + whole) / (2 * whole));

const oneDecimal = (tenths: number): Decimal => `${Math.floor(tenths / 10)}.${tenths % 10}`;

const share: Maker = (_metric, level, factor, population) => {
  // Above a half the gap to 100 varies instead, so that nobody has more than all.
  const wanted =
    level > 50 ? 100 - (100 - level) * Math.max(0.02, 2 - factor) : level * Math.max(0.05, factor);
  const percent = Math.min(99.5, Math.max(0.3, wanted));
  const whole = Math.max(FEWEST_PEOPLE, Math.round(population / ONE_IN));
  const part = Math.round((whole * percent) / 100);
  return {
    ...NONE,
    value: oneDecimal(tenthsOf(part, 1_000, whole)),
    numerator: String(part),
    denominator: String(whole),
  };
};

const rate: Maker = ({ title }, level, factor, population) => {
  const people = Math.round(population * (title.includes("65+") ? AGED_65 : 1 - AGED_65));
  const events = Math.max(0, Math.round((level * Math.max(0.05, factor) * people) / 100_000));
  return {
    ...NONE,
    value: oneDecimal(tenthsOf(events, 1_000_000, people)),
    count: String(events),
    countOf: title.toLowerCase().includes("admissions") ? "admissions" : "delays",
  };
};

const amount: Maker = (_metric, level, factor, population) => ({
  ...NONE,
  value: String(Math.max(0, Math.round((level * Math.max(0.05, factor) * population) / STANDARD))),
});

const score: Maker = (_metric, level, factor) => ({
  ...NONE,
  value: (level * factor).toFixed(level < 1 ? 3 : 1),
});

const MAKERS: Partial<Record<NationalMetric["unit"], Maker>> = {
  PERCENT: share,
  RATE_PER_100K: rate,
  COUNT: amount,
  HOURS: amount,
  SCORE: score,
};

export const amountsOf: Maker = (metric, level, factor, population) => {
  const make = MAKERS[metric.unit];
  if (make === undefined) throw new Error(`The national set makes no figures in ${metric.unit}`);
  return make(metric, level, factor, population);
};
