import type { Match } from "@due-regard/domain/search/pair-figures";
import { asc, desc, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { metrics } from "../schema/metrics.ts";
import { organisations } from "../schema/organisations.ts";
import { codeKey, metricWords, organisationWords } from "../schema/search-words.ts";
import {
  anyOf,
  each,
  misspelt,
  type SearchWord,
  withSpelling,
  wordOrCodeQuery,
  wordQuery,
} from "./match-words.ts";

const MOST_METRICS = 500;

/**
 * Metrics that any of the words names, by title, description or code, best match first. One whose code the whole text is
 * comes before all, and every word counts as naming it.
 *
 * @param search `code`: the whole text, as {@link codeKey} makes one of a code
 */
export const matchMetrics = async (
  db: Executor,
  { words, code }: { words: readonly SearchWord[]; code: string },
): Promise<Match[]> => {
  const text = metricWords(metrics);
  const named = words.map(
    (one) => sql`(${text} @@ ${wordOrCodeQuery(one.word)} or ${misspelt(one, metrics.title)})`,
  );
  const isCode = sql`(${codeKey(metrics.code)} = ${code} or ${codeKey(metrics.officialCode)} = ${code})`;
  const anyWord = words
    .map(({ word }) => wordOrCodeQuery(word))
    .reduce((all, one) => sql`${all} || ${one}`, sql`''::tsquery`);
  const typed = words.map(({ word }) => word).join(" ");
  const rank = sql`ts_rank(${text}, ${anyWord}) + word_similarity(${typed}, ${metrics.title})`;
  return await withSpelling(
    db,
    words,
    async (tx) =>
      await tx
        .select({ id: metrics.id, covers: each(named.map((one) => sql`(${one} or ${isCode})`)) })
        .from(metrics)
        .where(anyOf([...named, isCode]))
        .orderBy(desc(isCode), desc(rank), asc(metrics.code))
        .limit(MOST_METRICS),
  );
};

/** Every metric, for a search that names an organisation or a period alone. */
export const everyMetric = async (db: Executor, words: readonly SearchWord[]): Promise<Match[]> => {
  const rows = await db
    .select({ id: metrics.id })
    .from(metrics)
    .orderBy(asc(metrics.code))
    .limit(MOST_METRICS);
  return rows.map(({ id }) => ({ id, covers: words.map(() => false) }));
};

/** Organisations that any of the words names. */
export const matchOrganisations = async (db: Executor, words: readonly SearchWord[]): Promise<Match[]> => {
  if (words.length === 0) return [];
  const named = words.map(({ word }) => sql`${organisationWords(organisations)} @@ ${wordQuery(word)}`);
  return await db
    .select({ id: organisations.id, covers: each(named) })
    .from(organisations)
    .where(anyOf(named))
    .orderBy(asc(organisations.code));
};
