import { sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { metrics } from "../schema/metrics.ts";
import { organisations } from "../schema/organisations.ts";
import {
  deliveryActionWords,
  elementWords,
  metricWords,
  organisationWords,
  planWords,
} from "../schema/search-words.ts";
import { deliveryActions, strategies, strategyElements } from "../schema/strategies.ts";
import { each, type SearchWord, wordOrCodeQuery, wordQuery } from "./match-words.ts";

/** The words of a search that mean something by themselves, without “the” and “of”, and whether each occurs anywhere. */
export const readWords = async (db: Executor, words: readonly string[]): Promise<SearchWord[]> => {
  if (words.length === 0) return [];
  const meant = words.map((word) => sql`numnode(${wordQuery(word)}) > 0`);
  const known = words.map(
    (word) => sql`(exists (select from ${metrics} where ${metricWords(metrics)} @@ ${wordOrCodeQuery(word)})
      or exists (select from ${strategyElements} where ${elementWords(strategyElements)} @@ ${wordQuery(word)})
      or exists (select from ${deliveryActions} where ${deliveryActionWords(deliveryActions)} @@ ${wordQuery(word)})
      or exists (select from ${strategies} where ${planWords(strategies)} @@ ${wordQuery(word)})
      or exists (select from ${organisations} where ${organisationWords(organisations)} @@ ${wordQuery(word)}))`,
  );
  const [row] = await db.execute<{ meant: boolean[]; known: boolean[] }>(
    sql`select ${each(meant)} as meant, ${each(known)} as known`,
  );
  return words
    .map((word, index) => ({ word, known: row?.known[index] === true, meant: row?.meant[index] === true }))
    .filter(({ meant: says }) => says)
    .map(({ word, known: occurs }) => ({ word, known: occurs }));
};
