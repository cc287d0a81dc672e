import type { Authority } from "../../reference/authorities.ts";
import { fraction, hashText } from "./hash.ts";

/** Adults, in thousands: about what councils of a kind have. Round numbers, not any council's own. */
const ADULTS: Record<Authority["kind"], readonly [least: number, most: number]> = {
  COUNTY: [380, 1_150],
  UNITARY: [90, 330],
  LONDON_BOROUGH: [120, 290],
  METROPOLITAN_DISTRICT: [120, 620],
};

/** City of London, Isles of Scilly, Rutland: where small numbers come from. */
const SMALL: Record<string, number> = { E09000001: 8, E06000053: 2, E06000017: 31 };

export const populationOf = ({ code, kind }: Authority, seed: number): number => {
  const [least, most] = ADULTS[kind];
  const drawn = Math.round(least + (most - least) * fraction(seed, hashText(code)));
  return (SMALL[code] ?? drawn) * 1_000;
};
