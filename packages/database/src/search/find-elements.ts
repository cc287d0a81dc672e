import type { Match } from "@due-regard/domain/search/pair-figures";
import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { elementWords, planWords } from "../schema/search-words.ts";
import { strategies, strategyElements, strategyOrganisations } from "../schema/strategies.ts";
import { anyOf, inPeriods, misspelt, type SearchWord, withSpelling, wordQuery } from "./match-words.ts";

export interface ElementQuestion {
  words: readonly SearchWord[];
  /** Organisations that the words name. */
  organisations: readonly Match[];
  periods: readonly SoughtPeriod[];
  /** Only of plans of this organisation. Null: of any. */
  organisationId: string | null;
}

const MOST_ELEMENTS = 500;

/** As an array and not as a set, here and below: only so can an index look them up beside the words. */
const plansOf = (organisationIds: readonly string[]): SQL =>
  sql`any(array(select ${strategyOrganisations.strategyId} from ${strategyOrganisations}
    where ${strategyOrganisations.organisationId} in (select jsonb_array_elements_text(${JSON.stringify(organisationIds)}::jsonb)::uuid)))`;

/** The element says the word, or its plan does, or it names an organisation whose plan it is. */
const saysWord = (one: SearchWord, named: readonly string[]): SQL => {
  const query = wordQuery(one.word);
  const plan = named.length === 0 ? sql`false` : sql`${strategies.id} = ${plansOf(named)}`;
  return sql`(${elementWords(strategyElements)} @@ ${query} or ${misspelt(one, strategyElements.title)}
    or ${planWords(strategies)} @@ ${query} or ${plan})`;
};

/** What narrows the search by an index: whatever says all the words says one of them. */
const saysAny = (words: readonly SearchWord[], named: readonly string[]): SQL => {
  const anyWord = words
    .map(({ word }) => wordQuery(word))
    .reduce((all, one) => sql`${all} || ${one}`, sql`''::tsquery`);
  return anyOf([
    sql`${elementWords(strategyElements)} @@ (${anyWord})`,
    ...words.map((word) => misspelt(word, strategyElements.title)),
    sql`${strategyElements.strategyId} = any(array(select ${strategies.id} from ${strategies} where ${planWords(strategies)} @@ (${anyWord})))`,
    ...(named.length === 0 ? [] : [sql`${strategyElements.strategyId} = ${plansOf(named)}`]),
  ]);
};

/** Ids of the elements of plans that every word names and whose plan was in force in a period, best match first. */
export const findElements = async (db: Executor, question: ElementQuestion): Promise<string[]> => {
  const { words, organisations, periods, organisationId } = question;
  const namedBy = (index: number) => organisations.filter(({ covers }) => covers[index]).map(({ id }) => id);
  const named = organisations.map(({ id }) => id);
  const says = words.map((word, index) => saysWord(word, namedBy(index)));
  const inForce = periods.map((period) => ({ ...period, match: "OVERLAPS" as const }));
  // Without words nothing comes before the rest. A bare 0 would be read as the place of a column to order by.
  const rank = words
    .map(({ word }) => sql`ts_rank(${elementWords(strategyElements)}, ${wordQuery(word)})`)
    .reduce((all, one) => sql`${all} + ${one}`, sql`0::real`);
  const rows = await withSpelling(
    db,
    words,
    async (tx) =>
      await tx
        .select({ id: strategyElements.id })
        .from(strategyElements)
        .innerJoin(strategies, eq(strategies.id, strategyElements.strategyId))
        .where(
          and(
            words.length === 0 ? undefined : saysAny(words, named),
            ...says,
            inPeriods(inForce, strategies.startsOn, strategies.endsOn),
            organisationId === null ? undefined : sql`${strategies.id} = ${plansOf([organisationId])}`,
          ),
        )
        .orderBy(
          desc(rank),
          desc(strategies.startsOn),
          asc(strategyElements.position),
          asc(strategyElements.id),
        )
        .limit(MOST_ELEMENTS),
  );
  return rows.map(({ id }) => id);
};
