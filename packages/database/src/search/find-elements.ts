import type { Match } from "@due-regard/domain/search/pair-figures";
import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { deliveryActionWords, elementWords, planWords } from "../schema/search-words.ts";
import {
  deliveryActions,
  strategies,
  strategyElements,
  strategyOrganisations,
} from "../schema/strategies.ts";
import { anyOf, inPeriods, misspelt, type SearchWord, withSpelling, wordQuery } from "./match-words.ts";

export interface ElementQuestion {
  words: readonly SearchWord[];
  /** Organisations that the words name. */
  organisations: readonly Match[];
  periods: readonly SoughtPeriod[];
  /** Only of plans of this organisation. Null: of any. */
  organisationId: string | null;
}

const MOST_PARTS = 500;

/** What belongs to a plan and can be found by words: where it stands, what it says, and in which order. */
interface PlanPart {
  table: typeof strategyElements | typeof deliveryActions;
  words: SQL;
  order: SQL;
}

const ELEMENTS: PlanPart = {
  table: strategyElements,
  words: elementWords(strategyElements),
  order: asc(strategyElements.position),
};

const ACTIONS: PlanPart = {
  table: deliveryActions,
  words: deliveryActionWords(deliveryActions),
  order: asc(deliveryActions.reference),
};

/** As an array and not as a set, here and below: only so can an index look them up beside the words. */
const plansOf = (organisationIds: readonly string[]): SQL =>
  sql`any(array(select ${strategyOrganisations.strategyId} from ${strategyOrganisations}
    where ${strategyOrganisations.organisationId} in (select jsonb_array_elements_text(${JSON.stringify(organisationIds)}::jsonb)::uuid)))`;

/** It says the word, or its plan does, or it names an organisation whose plan it is. */
const saysWord = ({ table, words }: PlanPart, one: SearchWord, named: readonly string[]): SQL => {
  const query = wordQuery(one.word);
  const plan = named.length === 0 ? sql`false` : sql`${strategies.id} = ${plansOf(named)}`;
  return sql`(${words} @@ ${query} or ${misspelt(one, table.title)}
    or ${planWords(strategies)} @@ ${query} or ${plan})`;
};

/** What narrows the search by an index: whatever says all the words says one of them. */
const saysAny = (part: PlanPart, words: readonly SearchWord[], named: readonly string[]): SQL => {
  const { table } = part;
  const anyWord = words
    .map(({ word }) => wordQuery(word))
    .reduce((all, one) => sql`${all} || ${one}`, sql`''::tsquery`);
  return anyOf([
    sql`${part.words} @@ (${anyWord})`,
    ...words.map((word) => misspelt(word, table.title)),
    sql`${table.strategyId} = any(array(select ${strategies.id} from ${strategies} where ${planWords(strategies)} @@ (${anyWord})))`,
    ...(named.length === 0 ? [] : [sql`${table.strategyId} = ${plansOf(named)}`]),
  ]);
};

/** Ids of the elements of plans that every word names and whose plan was in force in a period, best match first. */
export const findElements = (db: Executor, question: ElementQuestion): Promise<string[]> =>
  findParts(db, ELEMENTS, question);

/** The same of their delivery actions. */
export const findDeliveryActions = (db: Executor, question: ElementQuestion): Promise<string[]> =>
  findParts(db, ACTIONS, question);

const findParts = async (db: Executor, part: PlanPart, question: ElementQuestion): Promise<string[]> => {
  const { words, organisations, periods, organisationId } = question;
  const { table } = part;
  const namedBy = (index: number) => organisations.filter(({ covers }) => covers[index]).map(({ id }) => id);
  const named = organisations.map(({ id }) => id);
  const says = words.map((word, index) => saysWord(part, word, namedBy(index)));
  const inForce = periods.map((period) => ({ ...period, match: "OVERLAPS" as const }));
  // Without words nothing comes before the rest. A bare 0 would be read as the place of a column to order by.
  const rank = words
    .map(({ word }) => sql`ts_rank(${part.words}, ${wordQuery(word)})`)
    .reduce((all, one) => sql`${all} + ${one}`, sql`0::real`);
  const rows = await withSpelling(
    db,
    words,
    async (tx) =>
      await tx
        .select({ id: table.id })
        .from(table)
        .innerJoin(strategies, eq(strategies.id, table.strategyId))
        .where(
          and(
            words.length === 0 ? undefined : saysAny(part, words, named),
            ...says,
            inPeriods(inForce, strategies.startsOn, strategies.endsOn),
            organisationId === null ? undefined : sql`${strategies.id} = ${plansOf([organisationId])}`,
          ),
        )
        .orderBy(desc(rank), desc(strategies.startsOn), part.order, asc(table.id))
        .limit(MOST_PARTS),
  );
  return rows.map(({ id }) => id);
};
