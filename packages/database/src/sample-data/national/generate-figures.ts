import { monthRange, type Period } from "@due-regard/domain/metrics/period";
import type { NoValueReason, ObservationStatus } from "@due-regard/domain/metrics/vocabulary";
import { type Authority, authoritiesOn } from "../../reference/authorities.ts";
import { deviation, fraction, hash, hashText } from "./hash.ts";
import { type Amounts, amountsOf } from "./make-amounts.ts";
import type { NationalMetric } from "./national-metrics.ts";
import { populationOf } from "./populations.ts";
import { profileOf, seasonOf } from "./profiles.ts";

/** On every figure: whoever meets one out of its file must see what it is. */
export const SYNTHETIC = "Synthetic: invented for tests; no council’s figure";

export interface NationalSet {
  authorities: readonly Authority[];
  metrics: readonly NationalMetric[];
  /** The same seed makes the same set, to the byte. */
  seed: number;
  /** First month, "2011-04". */
  from: string;
  months: number;
}

/** The eight years in which England had 152 authorities throughout: 152 × 60 × 96 = 875,520 figures. */
export const WHOLE_SET = { seed: 1, from: "2011-04", months: 96 } as const;

export interface NationalFigure extends Amounts {
  metric: NationalMetric;
  organisation: string;
  period: Period;
  status: ObservationStatus;
  noValueReason: NoValueReason | null;
  expectedOn: string | null;
  note: string;
}

/**
 * Every figure of the set, month by month and metric by metric, one at a time: nothing is kept. A month's numbers are the
 * same in whatever set it stands.
 */
export function* generateFigures(set: NationalSet): Generator<NationalFigure> {
  const places = new Map(set.authorities.map((authority) => [authority.code, placeOf(authority, set.seed)]));
  for (let count = 0; count < set.months; count += 1) {
    const month = addMonths(set.from, count);
    const index = monthNumber(month) - monthNumber(WHOLE_SET.from);
    const period = monthRange(month, month);
    const there = authoritiesOn(set.authorities, period.start).map(({ code }) => places.get(code) as Place);
    const status = count >= set.months - PROVISIONAL_MONTHS ? "PROVISIONAL" : "ACTUAL";
    for (const metric of set.metrics) yield* figuresOf({ set, metric, period, index, status }, there);
  }
}

/** The newest months are not final yet. */
const PROVISIONAL_MONTHS = 3;

interface Place {
  code: string;
  key: number;
  region: number;
  population: number;
}

const placeOf = (authority: Authority, seed: number): Place => ({
  code: authority.code,
  key: hashText(authority.code),
  region: hashText(authority.region),
  population: populationOf(authority, seed),
});

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export const addMonths = (from: string, count: number): string => {
  const total = monthNumber(from) + count;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}`;
};

interface Moment {
  set: NationalSet;
  metric: NationalMetric;
  period: Period;
  /** Months since the whole set begins. */
  index: number;
  status: ObservationStatus;
}

function* figuresOf(moment: Moment, places: readonly Place[]): Generator<NationalFigure> {
  const { set, metric, period, index, status } = moment;
  const key = hashText(metric.code);
  const profile = profileOf(metric.code);
  const silent = silentPlaces(moment, key, places);
  const season = profile.season * seasonOf(metric.code, Number(period.start.slice(5, 7)));
  const trend = (profile.trend * index) / 12;
  for (const place of places) {
    const base = { metric, organisation: place.code, period, note: SYNTHETIC };
    const reason = silent.get(place.code);
    if (reason !== undefined) {
      const expectedOn = reason === "RESULTS_DUE" ? addMonths(set.from, set.months + 2) : null;
      yield { ...base, ...NO_AMOUNTS, status: "NOT_AVAILABLE", noValueReason: reason, expectedOn };
      continue;
    }
    const own = profile.spread * deviation(set.seed, key, place.key);
    const region = profile.spread * 0.3 * deviation(set.seed, key, place.region);
    const noise = profile.spread * 0.15 * deviation(set.seed, key, place.key, index);
    const factor = 1 + own + region + season + trend + noise;
    const amounts = amountsOf(metric, profile.level, factor, place.population);
    yield { ...base, ...amounts, status, noValueReason: null, expectedOn: null };
  }
}

const NO_AMOUNTS: Amounts = { value: null, numerator: null, denominator: null, count: null, countOf: null };

const MOST_SILENT = 5;
const SURVEY_REASONS: readonly NoValueReason[] = ["SURVEY_NOT_RUN", "DATA_QUALITY"];
const OTHER_REASONS: readonly NoValueReason[] = [
  "NOT_COLLECTED",
  "DATA_QUALITY",
  "SUPPRESSED",
  "TO_BE_CONFIRMED",
  "PUBLICATION_SUSPENDED",
];

/** Up to five do not report a metric for a quarter of a year: 147 to 152 of them do, as in the papers. */
const silentPlaces = (
  { set, metric, index, status }: Moment,
  key: number,
  places: readonly Place[],
): Map<string, NoValueReason> => {
  const quarter = Math.floor(index / 3);
  const silent = new Map<string, NoValueReason>();
  const reasons = metric.reporting.startsWith("SURVEY") ? SURVEY_REASONS : OTHER_REASONS;
  const howMany = hash(set.seed, key, quarter) % (MOST_SILENT + 1);
  for (let tried = 0; silent.size < howMany; tried += 1) {
    const drawn = places[Math.floor(fraction(set.seed, key, quarter, tried) * places.length)];
    const reason = reasons[hash(set.seed, key, quarter, tried, 1) % reasons.length];
    if (drawn && reason) silent.set(drawn.code, status === "PROVISIONAL" ? "RESULTS_DUE" : reason);
  }
  return silent;
};
