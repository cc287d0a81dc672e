import type { CharacteristicImpact, RightImpact } from "./content.ts";
import type { ImpactDirection, LikelyImpact, RightKind, RightPart } from "./vocabulary.ts";

/** Words of the vocabulary as people read them, on pages and in documents alike. */

export const DIRECTION_WORDS: Readonly<Record<ImpactDirection, string>> = {
  POSITIVE: "Positive",
  NEUTRAL: "Neutral",
  NEGATIVE: "Negative",
  MIXED: "Positive and negative",
  UNKNOWN: "Not known",
};

export const LIKELY_IMPACT_WORDS: Readonly<Record<LikelyImpact, string>> = {
  NO_IMPACT: "No impact",
  POSITIVE: "Positive",
  NEUTRAL: "Neutral",
  NEGATIVE: "Negative",
  UNKNOWN: "Not known",
};

export const RIGHT_KIND_WORDS: Readonly<Record<RightKind, string>> = {
  ABSOLUTE: "Absolute",
  LIMITED: "Limited",
  QUALIFIED: "Qualified",
  ANCILLARY: "Ancillary",
};

export const RIGHT_PART_WORDS: Readonly<Record<RightPart, string>> = {
  CONVENTION: "The Convention",
  FIRST_PROTOCOL: "The First Protocol",
};

/** What a row says so far, in a few words. Affected doesn't mean harmed: the direction is said apart. */
export const describeCharacteristic = ({
  affected,
  direction,
}: Pick<CharacteristicImpact, "affected" | "direction">): string => {
  if (affected === null) return "Not answered yet";
  if (!affected) return "Not affected";
  return direction ? `Affected: ${DIRECTION_WORDS[direction].toLowerCase()}` : "Affected: which way?";
};

export const describeRight = ({ affected }: Pick<RightImpact, "affected">): string => {
  if (affected === null) return "Not answered yet";
  return affected ? "Affected" : "Not affected";
};
