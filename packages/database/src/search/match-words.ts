import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import { type Column, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";

/** A word, or the beginning of one: “carer” finds carers and “carers’”. Quoted, so that no sign in it means anything. */
const beginsWith = (word: string): string => `'${word.replaceAll("'", "''")}':*`;

/** What a word looks for in plain text, by its English stem. */
export const wordQuery = (word: string): SQL => sql`to_tsquery('english', ${beginsWith(word)})`;

/** As {@link wordQuery}, and as it is typed, which is how codes are kept. */
export const wordOrCodeQuery = (word: string): SQL =>
  sql`(${wordQuery(word)} || to_tsquery('simple', ${beginsWith(word)}))`;

/** A word of a search. One that is not `known` occurs nowhere as it is spelt: it may be spelt wrong. */
export interface SearchWord {
  word: string;
  known: boolean;
}

/** Words that are shorter are spelt right, or mean something else. */
const SHORTEST_MISSPELT = 4;
/** Share of a word's trigrams that must occur. “Hertiage” shares 5 of 13 with “Heritage”; “women” 2 of 6 with “work”. */
const LEAST_ALIKE = "0.36";

/** Whether a word occurs in a title spelt a little differently. */
export const misspelt = ({ word, known }: SearchWord, title: Column): SQL =>
  known || word.length < SHORTEST_MISSPELT ? sql`false` : sql`${title} %> ${word}`;

/** Runs statements that ask {@link misspelt}: how alike is alike is a setting, here of their own transaction. */
export const withSpelling = async <Answer>(
  db: Executor,
  words: readonly SearchWord[],
  work: (db: Executor) => Promise<Answer>,
): Promise<Answer> =>
  words.every(({ known }) => known)
    ? await work(db)
    : await db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${LEAST_ALIKE}, true)`);
        return await work(tx);
      });

/** Runs statements that ask with `%` which titles are alike: how alike is alike is a setting, here of their own transaction. */
export const withLikeness = async <Answer>(
  db: Executor,
  least: string,
  work: (db: Executor) => Promise<Answer>,
): Promise<Answer> =>
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${least}, true)`);
    return await work(tx);
  });

export const anyOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` or `)})`;

/** One answer for each condition, in order. */
export const each = (conditions: readonly SQL[]): SQL<boolean[]> =>
  conditions.length === 0 ? sql`array[]::boolean[]` : sql`array[${sql.join([...conditions], sql`, `)}]`;

/** Whether something that lasts from `start` to `end` belongs to one of the periods. No periods: it does. */
export const inPeriods = (periods: readonly SoughtPeriod[], start: Column | SQL, end: Column | SQL): SQL =>
  anyOf(
    periods.map((period) =>
      period.match === "WITHIN"
        ? sql`(${start} >= ${period.start} and ${end} <= ${period.end})`
        : sql`(${start} <= ${period.end} and ${end} >= ${period.start})`,
    ),
  );
