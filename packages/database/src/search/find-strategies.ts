import { and, asc, desc, eq, exists, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { planWords } from "../schema/search-words.ts";
import { strategies, strategyOrganisations } from "../schema/strategies.ts";
import type { ElementQuestion } from "./find-elements.ts";
import { anyOf, inPeriods, misspelt, withSpelling, wordQuery } from "./match-words.ts";

const MOST_STRATEGIES = 500;

/** Ids of the plans that every word names and that were in force in a period, best match first. */
export const findStrategies = async (db: Executor, question: ElementQuestion): Promise<string[]> => {
  const { words, organisations, periods, organisationId } = question;
  const isOf = (ids: readonly string[]) =>
    exists(
      db
        .select({ id: strategyOrganisations.strategyId })
        .from(strategyOrganisations)
        .where(
          and(
            eq(strategyOrganisations.strategyId, strategies.id),
            sql`${strategyOrganisations.organisationId} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`,
          ),
        ),
    );
  const says = words.map((one, index) => {
    const named = organisations.filter(({ covers }) => covers[index]).map(({ id }) => id);
    return anyOf([
      sql`${planWords(strategies)} @@ ${wordQuery(one.word)}`,
      misspelt(one, strategies.title),
      ...(named.length === 0 ? [] : [isOf(named)]),
    ]);
  });
  const inForce = periods.map((period) => ({ ...period, match: "OVERLAPS" as const }));
  // Without words nothing comes before the rest. A bare 0 would be read as the place of a column to order by.
  const rank = words
    .map(({ word }) => sql`ts_rank(${planWords(strategies)}, ${wordQuery(word)})`)
    .reduce((all, one) => sql`${all} + ${one}`, sql`0::real`);
  const rows = await withSpelling(
    db,
    words,
    async (tx) =>
      await tx
        .select({ id: strategies.id })
        .from(strategies)
        .where(
          and(
            ...says,
            inPeriods(inForce, strategies.startsOn, strategies.endsOn),
            organisationId === null ? undefined : isOf([organisationId]),
          ),
        )
        .orderBy(desc(rank), desc(strategies.startsOn), asc(strategies.slug))
        .limit(MOST_STRATEGIES),
  );
  return rows.map(({ id }) => id);
};
