import type { Metric } from "../words.ts";
import type { Contender } from "./chart-model.ts";
import { FEWEST_TO_RANK, rankWords } from "./place-words.ts";
import { axisEnds, roundTicks } from "./round-ticks.ts";
import type { GroupRanking, Standing } from "./types.ts";

/** One authority on the strip. */
export interface StripPoint {
  code: string;
  name: string;
  value: number;
  /** Its place among those that the page is about; null: one of the others. */
  contender: number | null;
}

/** A stretch of the strip that one quartile takes up. */
export interface StripBand {
  label: string;
  from: number;
  to: number;
}

export interface StripModel {
  points: StripPoint[];
  bands: StripBand[];
  median: number;
  /** Ends of the axis: the better one stands at the right. */
  ends: [worst: number, best: number];
  ticks: number[];
}

const bandsOf = (thresholds: GroupRanking["thresholds"], [worst, best]: StripModel["ends"]): StripBand[] => {
  if (!thresholds) return [];
  const [top, middle, bottom] = [thresholds.top, thresholds.middle, thresholds.bottom].map(Number);
  const edges = [worst, bottom, middle, top, best];
  return ["Bottom", "Third", "Second", "Top"].map((label, index) => ({
    label,
    from: edges[index] ?? worst,
    to: edges[index + 1] ?? best,
  }));
};

/** Everybody's figures on one line, the better end at the right. */
export const stripModel = (
  ranking: GroupRanking,
  contenders: readonly Pick<Contender, "code">[],
  aim: Metric["aim"],
): StripModel => {
  const values = ranking.standings.map(({ value }) => Number(value));
  const [low, high] = axisEnds(values);
  const ends: StripModel["ends"] = aim === "LOW" ? [high, low] : [low, high];
  const placeOf = (code: string) => {
    const place = contenders.findIndex((contender) => contender.code === code);
    return place === -1 ? null : place;
  };
  return {
    points: ranking.standings.map(({ organisation, value }) => ({
      code: organisation.code,
      name: organisation.name,
      value: Number(value),
      contender: placeOf(organisation.code),
    })),
    bands: bandsOf(ranking.thresholds, ends),
    median: Number(ranking.groupMedian),
    ends,
    ticks: roundTicks(low, high),
  };
};

const authorities = (count: number, group: string): string =>
  `${count === 1 ? "1 authority" : `${count} authorities`} of ${group} reported`;

export interface RankStory {
  /** How many reported, and what that allows. */
  reported: string;
  /** Where each of the page's organisations stands, or why it has no place. */
  places: string[];
}

/** What there is to say about a ranking, also when there is none. */
export const rankStory = (
  ranking: GroupRanking | undefined,
  {
    contenders,
    group,
    period,
    aim,
  }: {
    contenders: readonly Pick<Contender, "code" | "name">[];
    group: string;
    period: string;
    aim: Metric["aim"];
  },
): RankStory => {
  if (aim === "BAND" || aim === "INFORMATION")
    return {
      reported: "Authorities are not ranked here: no end of this measure is the better one.",
      places: [],
    };
  if (!ranking) return { reported: `No authority of ${group} has a figure here for ${period}.`, places: [] };
  if (ranking.of < FEWEST_TO_RANK)
    return {
      reported: `${authorities(ranking.of, group)} for ${period}: there is nobody to rank.`,
      places: [],
    };
  const few = ranking.thresholds === null ? ", too few for quartiles" : "";
  return {
    reported: `${authorities(ranking.of, group)} for ${period}${few}.`,
    places: contenders.map(({ code, name }) => {
      const own = ranking.standings.find(({ organisation }) => organisation.code === code);
      return own
        ? `${name}: ${rankWords({ ...own, of: ranking.of })}.`
        : `${name} has no place: it reported no figure, or is not one of ${group}.`;
    }),
  };
};

/** Those of the page first, each once, for the short table; the long one has everybody. */
export const ownStandings = (
  ranking: GroupRanking,
  contenders: readonly Pick<Contender, "code">[],
): Standing[] =>
  contenders.flatMap(
    ({ code }) => ranking.standings.find(({ organisation }) => organisation.code === code) ?? [],
  );
