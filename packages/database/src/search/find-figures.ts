import type { SoughtFigures } from "@due-regard/domain/search/pair-figures";
import type { SoughtPeriod } from "@due-regard/domain/search/read-search";
import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { observations } from "../schema/metrics.ts";
import { inPeriods, wordQuery } from "./match-words.ts";

export interface FigureQuestion {
  sought: readonly SoughtFigures[];
  periods: readonly SoughtPeriod[];
  /** Whose figures are meant where no word names an organisation. Null: everybody's. */
  ownOrganisationId: string | null;
  /** True: only figures of groups. False: only everybody's. Null: both. */
  ofGroups: boolean | null;
}

interface Arm {
  group: readonly string[];
  ofOne: boolean;
  sought: { metric_id: string; organisation_id: string | null; place: number }[];
}

/** Those that ask the same way are asked together: each way has its own index. */
const armsOf = ({ sought, ownOrganisationId }: FigureQuestion): Arm[] => {
  const rows = sought.map(({ metricId, organisationId, group }, place) => {
    const organisation_id = organisationId ?? ownOrganisationId;
    return { group, ofOne: organisation_id !== null, row: { metric_id: metricId, organisation_id, place } };
  });
  const alike = Map.groupBy(rows, ({ group, ofOne }) => JSON.stringify([ofOne, group]));
  return [...alike.values()].map((all) => ({
    group: all[0]?.group ?? [],
    ofOne: all[0]?.ofOne ?? false,
    sought: all.map(({ row }) => row),
  }));
};

const ofGroup = (group: readonly string[]): SQL => {
  const { breakdownCategory } = observations;
  const words = group.map((word) => sql`to_tsvector('english', ${breakdownCategory}) @@ ${wordQuery(word)}`);
  return words.length === 0
    ? sql`true`
    : sql`(${breakdownCategory} is not null and ${sql.join(words, sql` and `)})`;
};

const ofWhom = (ofGroups: boolean | null): SQL => {
  if (ofGroups === null) return sql`true`;
  return ofGroups
    ? sql`${observations.breakdownCategory} is not null`
    : sql`${observations.breakdownCategory} is null`;
};

const selectArm = ({ sought, ofOne, group }: Arm, { periods, ofGroups }: FigureQuestion): SQL => sql`
  select ${observations.id} as id, ${observations.metricId} as metric_id, ${observations.periodEnd} as ended,
    ${observations.breakdownCategory} as category, s.place
  from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as s(metric_id uuid, organisation_id uuid, place int)
  join ${observations} on ${observations.metricId} = s.metric_id
    ${ofOne ? sql`and ${observations.organisationId} = s.organisation_id` : sql``}
  where ${observations.supersededAt} is null
    and ${inPeriods(periods, observations.periodStart, observations.periodEnd)}
    and ${ofGroup(group)} and ${ofWhom(ofGroups)}`;

const selectAll = (question: FigureQuestion): SQL =>
  sql.join(
    armsOf(question).map((arm) => selectArm(arm, question)),
    sql` union all `,
  );

/**
 * Ids of the figures that are asked for and stand, by metric in the order asked, newest period first, everybody's before
 * groups'. What they say is not looked at: a value that is hidden from a reader must not be found by it.
 */
export const findFigures = async (
  db: Executor,
  question: FigureQuestion,
  { limit, offset }: { limit: number; offset: number },
): Promise<string[]> => {
  if (question.sought.length === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`
    select found.id from (${selectAll(question)}) found
    order by found.place, found.ended desc, found.category nulls first, found.id limit ${limit} offset ${offset}`);
  return rows.map(({ id }) => id);
};

export const countFigures = async (db: Executor, question: FigureQuestion): Promise<number> => {
  if (question.sought.length === 0) return 0;
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (${selectAll(question)}) found`,
  );
  return row?.n ?? 0;
};

/** Ids of the metrics of which any such figure stands. */
export const metricsWithFigures = async (db: Executor, question: FigureQuestion): Promise<Set<string>> => {
  if (question.sought.length === 0) return new Set();
  const rows = await db.execute<{ id: string }>(
    sql`select distinct found.metric_id as id from (${selectAll(question)}) found`,
  );
  return new Set(rows.map(({ id }) => id));
};
