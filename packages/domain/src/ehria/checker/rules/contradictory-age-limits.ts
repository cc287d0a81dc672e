import type { CheckRule } from "../finding.ts";
import { countingTexts, finding, type PlacedText, placeName } from "../places.ts";
import { type AgeLimit, parseAgeLimits } from "../text/age-limits.ts";

type PlacedLimit = AgeLimit & Pick<PlacedText, "place">;

/** Ages this close are one limit written two ways; ages further apart may well be two groups of people. */
const CLOSE = 2;

const contradicts = (one: PlacedLimit, other: PlacedLimit): boolean => {
  if (one.bound !== other.bound || one.age === other.age) return false;
  if (Math.abs(one.age - other.age) <= CLOSE) return true;
  return one.isScope && other.isScope && one.isSpan === other.isSpan;
};

/**
 * One answer says "over 18", another "aged 19 and over": whom the policy is for is then unclear, and somebody is left
 * out by accident. Both occur in the home care paper (questions 1 and 3).
 */
export const contradictoryAgeLimits: CheckRule = (input) => {
  const limits = countingTexts(input).flatMap(({ place, text }) =>
    parseAgeLimits(text).map((limit): PlacedLimit => ({ ...limit, place })),
  );
  const reported = new Set<PlacedLimit>();
  return limits.flatMap((limit) => {
    if (reported.has(limit)) return [];
    const others = limits.filter((other) => contradicts(limit, other));
    if (others.length === 0) return [];
    const sameAge = limits.filter((other) => other.bound === limit.bound && other.age === limit.age);
    for (const each of [...others, ...sameAge]) reported.add(each);
    const isClose = others.some((other) => Math.abs(other.age - limit.age) <= CLOSE);
    const quoted = others.map((other) => `"${other.phrase}" in ${placeName(input, other.place)}`);
    return [
      finding({
        rule: "contradictory-age-limits",
        weight: isClose ? "WARNS" : "SUGGESTS",
        place: limit.place,
        otherPlaces: others.map(({ place }) => place),
        message: `Age limits differ: "${limit.phrase}" in ${placeName(input, limit.place)}, but ${quoted.join(" and ")}. Somebody may be left out by accident.`,
        remedy: "Find out which age is right and use the same words everywhere.",
      }),
    ];
  });
};
