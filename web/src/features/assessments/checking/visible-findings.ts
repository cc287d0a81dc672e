import type { Finding } from "../types.ts";

/** What happened at a place in this visit: nobody was there, somebody writes there now, or has left it again. */
export type Visit = "UNVISITED" | "INSIDE" | "LEFT";

export const findingKey = ({ rule, place, field, message }: Finding): string =>
  [rule, place, field, message].join("\n");

/** What concerns a place: found there, or the other half of what was found elsewhere. */
export const findingsAt = (findings: readonly Finding[], place: string): Finding[] =>
  findings.filter((finding) => finding.place === place || finding.otherPlaces.includes(place));

interface Watch {
  visit: Visit;
  /** What was written last is not checked yet. */
  stale: boolean;
  /** Whether it was ever left in this visit. */
  wasLeft: boolean;
  /** Keys of what stood there when the person came: while they write, nothing is added to it. */
  known: ReadonlySet<string>;
}

/**
 * What is said beside a field. What is missing is said only once the person has left it, and nothing new while they are
 * writing in it: a reviewer who speaks up at every key is switched off. What they put right goes away at once.
 */
export const visibleFindings = (
  findings: readonly Finding[],
  { visit, stale, wasLeft, known }: Watch,
): Finding[] => {
  const due = findings.filter(({ weight }) => weight !== "BLOCKS" || wasLeft);
  return visit === "INSIDE" || stale ? due.filter((finding) => known.has(findingKey(finding))) : due;
};
