import { QUARTILE } from "../words.ts";
import type { GroupRanking, ReportedStanding } from "./types.ts";

interface Place {
  rank: number;
  of: number;
  tied: boolean;
}

/** "34 of 151", "34 of 151 (=)" where others share the rank. */
export const rankWords = ({ rank, of, tied }: Place): string => `${rank} of ${of}${tied ? " (=)" : ""}`;

type Quartile = keyof typeof QUARTILE;

export const quartileWords = (quartile: Quartile | null): string | null =>
  quartile === null ? null : `${QUARTILE[quartile]} quartile`;

/** A place among one is no place. */
export const FEWEST_TO_RANK = 2;

/** One organisation's place in a period as worked out here. Null: it did not report, nobody else did, or nobody is ranked. */
export const computedPlace = (ranking: GroupRanking | undefined, organisation: string): string | null => {
  const own = ranking?.standings.find((standing) => standing.organisation.code === organisation);
  if (!ranking || !own || ranking.of < FEWEST_TO_RANK) return null;
  return [rankWords({ ...own, of: ranking.of }), quartileWords(own.quartile)].filter(Boolean).join(", ");
};

/** A place as a paper prints it: "33 of 151 (=), Top quartile". */
export const printedPlace = ({ rank, of, tied, quartile, display }: ReportedStanding): string => {
  const place = rank !== null && of !== null ? rankWords({ rank, of, tied: tied ?? false }) : null;
  return [place, quartileWords(quartile)].filter(Boolean).join(", ") || display;
};
