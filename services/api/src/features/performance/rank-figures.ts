import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { StandingRow } from "@due-regard/database/read-models/figures";
import type { ReportedPeriod } from "@due-regard/database/read-models/metric";
import { type ReportedFigure, WHOLE_COUNTRY } from "@due-regard/database/read-models/ranking";
import { compareDecimals } from "@due-regard/domain/metrics/decimal";
import { periodOf } from "@due-regard/domain/metrics/period";
import {
  FEWEST_FOR_QUARTERS,
  placeAmong,
  type QuartileThresholds,
  quartersOf,
} from "@due-regard/domain/metrics/ranking";
import type { Aim, Quartile } from "@due-regard/domain/metrics/vocabulary";

/** An organisation's place among authorities: worked out here, or as a paper prints it. */
export interface RankingView {
  group: string;
  rank: number;
  of: number;
  tied: boolean;
  quartile: Quartile | null;
  /** Null: a printed place comes without its figures. */
  thresholds: QuartileThresholds | null;
  groupMedian: string | null;
  basis: string;
  /** Everybody's place, best first; empty for a printed place. */
  readonly standings: StandingView[];
}

export interface StandingView {
  organisationId: string;
  value: string;
  rank: number;
  tied: boolean;
  /** Null: too few reported to make quarters. */
  quartile: Quartile | null;
}

/** How the authorities of a group stand in a period. */
export interface GroupRankingView {
  group: string;
  period: string;
  of: number;
  thresholds: QuartileThresholds | null;
  groupMedian: string;
  standings: StandingView[];
}

/** A place among one is no place. */
const FEWEST = 2;

interface RankQuestion {
  organisationId: string;
  aim: Aim;
  group: string;
  period: string;
}

/** Everybody's values, lowest first, and the figures of those whose places are wanted: the organisation's among them. */
type Reported = Pick<ReportedPeriod, "values"> & { named: readonly ReportedFigure[] };

/** The organisation's place among those that reported; null when fewer than two did, or it did not. */
export const rankAmong = (
  { values, named }: Reported,
  { organisationId, aim, group, period }: RankQuestion,
): RankingView | null => {
  const own = named.find((figure) => figure.organisationId === organisationId);
  const thresholds = quartersOf(values, aim);
  if (values.length < FEWEST || own === undefined || thresholds === null) return null;
  const place = placeAmong(values, own.value, aim, thresholds);
  if (place === null) return null;
  const { rank, of, tied, quartile } = place;
  const quarters = of >= FEWEST_FOR_QUARTERS;
  return {
    group,
    rank,
    of,
    tied,
    quartile: quarters ? quartile : null,
    thresholds: quarters ? thresholds : null,
    groupMedian: thresholds.middle,
    basis: `Worked out from the ${of} authorities of ${group} with a figure for ${periodOf(period).label}`,
    // Worked out when it is asked for: most want one place, not 152.
    get standings() {
      return standingsAmong({ values, named }, aim, thresholds);
    },
  };
};

/** As {@link rankAmong}, where everybody's figures come in any order. */
export const rankReported = (
  reported: readonly ReportedFigure[],
  question: RankQuestion,
): RankingView | null => {
  const values = reported.map((figure) => figure.value).sort(compareDecimals);
  return rankAmong({ values, named: reported }, question);
};

/** The places of those who are named, best first. */
const standingsAmong = (
  { values, named }: Reported,
  aim: Aim,
  thresholds: QuartileThresholds,
): StandingView[] => {
  const quarters = values.length >= FEWEST_FOR_QUARTERS;
  return named
    .flatMap(({ organisationId, value }) => {
      const place = placeAmong(values, value, aim, thresholds);
      if (place === null) return [];
      const { rank, tied, quartile } = place;
      return [{ organisationId, value, rank, tied, quartile: quarters ? quartile : null }];
    })
    .sort((left, right) => left.rank - right.rank);
};

/** The quarters of a group in a period, with the places of those who were named. Null: no end is better. */
export const rankGroup = (
  { period, values, named }: ReportedPeriod,
  { group, aim }: { group: string; aim: Aim },
): GroupRankingView | null => {
  const thresholds = quartersOf(values, aim);
  if (thresholds === null) return null;
  return {
    group,
    period,
    of: values.length,
    thresholds: values.length >= FEWEST_FOR_QUARTERS ? thresholds : null,
    groupMedian: thresholds.middle,
    standings: standingsAmong({ values, named }, aim, thresholds),
  };
};

/** The place that a paper prints; null when it prints none. */
export const rankPrinted = (standing: StandingRow | null): RankingView | null => {
  if (standing === null || standing.rank === null || standing.of === null) return null;
  const { group, rank, of, tied, quartile, display, period } = standing;
  return {
    group,
    rank,
    of,
    tied: tied ?? false,
    quartile,
    thresholds: null,
    groupMedian: null,
    basis: `Printed as “${display}” for ${group}, ${periodOf(period).label}`,
    standings: [],
  };
};

/**
 * A row's place: worked out where at least two authorities reported, unless its paper counted more of them. Three
 * neighbours that happen to be loaded here do not replace a place among 151.
 */
export const rankRow = (row: DashboardRow, organisationId: string): RankingView | null => {
  const printed = rankPrinted(row.standing);
  const computed = rankReported(row.reported ?? [], {
    organisationId,
    aim: row.metric.aim,
    group: WHOLE_COUNTRY,
    period: row.currentPeriod,
  });
  return computed !== null && computed.of >= (printed?.of ?? 0) ? computed : printed;
};
