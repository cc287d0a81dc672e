import type { PlaceConflict } from "../../data/outcome.ts";
import type { Department } from "./queries.ts";

/** What the form about a person holds. */
export interface Details {
  name: string;
  email: string;
  jobTitle: string;
  /** Its id; empty: no one department. */
  department: string;
}

/** The lines that can be changed, in the order of the form. */
const LINES = ["name", "jobTitle", "department"] as const;
type Line = (typeof LINES)[number];

/** A line that somebody else changed since the form was opened. */
export interface StaleLine {
  path: Line;
  /** What stands now, as the form would hold it. */
  theirs: string;
  /** True: whoever writes had left it alone, so the form holds what stands now. */
  taken: boolean;
}

/** What stands now in the places of a conflict, as the form would hold it: a department by its id. */
export const theirsIn = (
  conflicts: readonly PlaceConflict[],
  departments: readonly Department[],
): Partial<Record<Line, string>> =>
  Object.fromEntries(
    LINES.flatMap((line) => {
      const found = conflicts.find(({ path }) => path === line);
      if (found === undefined) return [];
      const theirs = found.theirs ?? "";
      const id = departments.find(({ name }) => name === theirs)?.id ?? "";
      return [[line, line === "department" ? id : theirs]];
    }),
  );

/**
 * What the form holds once somebody else has saved in between: what whoever writes had left alone becomes theirs, and what they
 * changed stays as they typed it. Nothing typed is lost.
 */
export const settleStale = (
  start: Details,
  mine: Details,
  theirs: Partial<Record<Line, string>>,
): { details: Details; lines: StaleLine[] } => {
  const lines = LINES.flatMap((path): StaleLine[] => {
    const now = theirs[path];
    return now === undefined || now === start[path]
      ? []
      : [{ path, theirs: now, taken: mine[path] === start[path] }];
  });
  const taken = lines.filter((line) => line.taken).map(({ path, theirs: now }) => [path, now] as const);
  return { details: { ...mine, ...Object.fromEntries(taken) }, lines };
};
