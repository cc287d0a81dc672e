import type { PublicRegister } from "@due-regard/database/public-register";
import {
  publishedEditions as editions,
  publishedEntries as entries,
} from "@due-regard/database/schema/published";
import { asc, count, desc, eq, max } from "drizzle-orm";
import { current, yearOf } from "./find-entries.ts";
import type { PublishedState } from "./register-question.ts";

/** A value of a filter, and what it is called. */
export interface Choice {
  value: string;
  words: string;
}

/** What can be chosen among the register's entries in a state, and how many entries it has in each. */
export interface RegisterChoices {
  departments: Choice[];
  years: Choice[];
  /** One: the register is that council's alone. */
  councils: Choice[];
  counts: Record<PublishedState, number>;
}

export const loadChoices = async (
  { db }: PublicRegister,
  state: PublishedState,
): Promise<RegisterChoices> => {
  const inState = eq(entries.state, state);
  const [departments, councils, years, counts] = await Promise.all([
    db
      .select({ value: entries.departmentSlug, words: max(entries.department) })
      .from(entries)
      .where(inState)
      .groupBy(entries.departmentSlug)
      .orderBy(asc(max(entries.department))),
    db
      .select({ value: entries.organisationCode, words: max(entries.organisation) })
      .from(entries)
      .groupBy(entries.organisationCode)
      .orderBy(asc(max(entries.organisation))),
    db
      .selectDistinct({ year: yearOf })
      .from(entries)
      .innerJoin(editions, current)
      .where(inState)
      .orderBy(desc(yearOf)),
    db.select({ state: entries.state, n: count() }).from(entries).groupBy(entries.state),
  ]);
  const howMany = (each: PublishedState): number => counts.find((row) => row.state === each)?.n ?? 0;
  const named = (rows: { value: string; words: string | null }[]): Choice[] =>
    rows.map(({ value, words }) => ({ value, words: words ?? value }));
  return {
    departments: named(departments),
    councils: named(councils),
    years: years.map(({ year }) => ({ value: String(year), words: String(year) })),
    counts: {
      PUBLISHED: howMany("PUBLISHED"),
      SUPERSEDED: howMany("SUPERSEDED"),
      WITHDRAWN: howMany("WITHDRAWN"),
    },
  };
};
