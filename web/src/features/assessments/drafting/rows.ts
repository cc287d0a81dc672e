import type { CharacteristicImpact, RightImpact } from "../types.ts";
import { DIRECTION } from "../words.ts";

/** "GENDER_REASSIGNMENT" ↔ "gender-reassignment" */
export const toSlug = (name: string): string => name.toLowerCase().replaceAll("_", "-");
export const fromSlug = (slug: string): string => slug.toUpperCase().replaceAll("-", "_");

/** "CONVENTION-8": how a right is named as a part of its question. */
export const rightKey = ({ part, article }: Pick<RightImpact, "part" | "article">): string =>
  `${part}-${article}`;

/** "convention-8", "first-protocol-1" */
export const rightSlug = (right: Pick<RightImpact, "part" | "article">): string => toSlug(rightKey(right));

/** What a row says so far, in a few words. */
export const describeCharacteristic = ({
  affected,
  direction,
}: Pick<CharacteristicImpact, "affected" | "direction">): string => {
  if (affected === null) return "Not answered yet";
  if (!affected) return "Not affected";
  return direction ? `Affected: ${DIRECTION[direction].toLowerCase()}` : "Affected: which way?";
};

export const describeRight = ({ affected }: Pick<RightImpact, "affected">): string => {
  if (affected === null) return "Not answered yet";
  return affected ? "Affected" : "Not affected";
};
