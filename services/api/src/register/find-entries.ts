import type { PublicRegister } from "@due-regard/database/public-register";
import {
  publishedEditions as editions,
  publishedEntries as entries,
} from "@due-regard/database/schema/published";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { PublishedState, RegisterFilter } from "./register-question.ts";

/** An assessment in a list of the register. */
export interface ListedEntry {
  reference: string;
  state: PublishedState;
  edition: number;
  title: string;
  organisation: string;
  department: string;
  completedOn: string;
  /** When the edition that stands was published. */
  publishedAt: string;
  /** When it came into its state. */
  changedAt: string;
  characteristics: ProtectedCharacteristic[];
  /** A demonstration record. */
  demo: boolean;
  /** A passage around what was searched for, cut at MARK_START and MARK_END. Null: nothing was. */
  passage: string | null;
}

/** Stand around the words that were found. Private characters of Unicode: a text that holds them only gets odd marks. */
export const MARK_START = "\ue000";
export const MARK_END = "\ue001";

const queryOf = (text: string): SQL => sql`websearch_to_tsquery('english', ${text})`;

export const yearOf = sql<number>`extract(year from ${editions.publishedAt} at time zone 'Europe/London')::int`;

/** The edition that stands. */
export const current = and(eq(editions.reference, entries.reference), eq(editions.edition, entries.edition));

const says = (text: string | null): SQL | undefined =>
  text === null
    ? undefined
    : sql`(${editions.searched} @@ ${queryOf(text)} or ${editions.reference} = upper(${text}))`;

/** A withdrawn text answers no question about what it said: who asks for words or a characteristic finds none of them. */
const whereOf = (filter: RegisterFilter): SQL | undefined => {
  const { text, department, characteristic, year, organisation, state } = filter;
  const asksForText = text !== null || characteristic !== null;
  return and(
    eq(entries.state, state),
    state === "WITHDRAWN" && asksForText ? sql`false` : says(text),
    department === null ? undefined : eq(entries.departmentSlug, department),
    characteristic === null ? undefined : sql`${characteristic} = any(${editions.characteristics}::text[])`,
    year === null ? undefined : eq(yearOf, year),
    organisation === null ? undefined : eq(entries.organisationCode, organisation),
  );
};

const orderOf = ({ text, state }: RegisterFilter): SQL[] => [
  ...(text === null ? [] : [desc(sql`ts_rank(${editions.searched}, ${queryOf(text)})`)]),
  desc(state === "PUBLISHED" ? editions.publishedAt : entries.changedAt),
  desc(entries.reference),
];

interface Slice {
  limit: number;
  offset: number;
}

/** References of what a filter finds: the best match first where words are searched for, else the newest. */
export const findReferences = async (
  { db }: PublicRegister,
  filter: RegisterFilter,
  { limit, offset }: Slice,
): Promise<string[]> => {
  const rows = await db
    .select({ reference: entries.reference })
    .from(entries)
    .innerJoin(editions, current)
    .where(whereOf(filter))
    .orderBy(...orderOf(filter))
    .limit(limit)
    .offset(offset);
  return rows.map(({ reference }) => reference);
};

const LOOK = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxFragments=2, MinWords=8, MaxWords=22, FragmentDelimiter=" … "`;

/** The same with what a list shows of each, and a passage around the words that are searched for. */
export const findEntries = async (
  { db }: PublicRegister,
  filter: RegisterFilter,
  { limit, offset }: Slice,
): Promise<ListedEntry[]> => {
  const { text } = filter;
  return await db
    .select({
      reference: entries.reference,
      state: entries.state,
      edition: entries.edition,
      title: editions.title,
      organisation: entries.organisation,
      department: entries.department,
      completedOn: editions.completedOn,
      publishedAt: editions.publishedAt,
      changedAt: entries.changedAt,
      characteristics: editions.characteristics,
      demo: sql<boolean>`coalesce((${editions.content}::jsonb ->> 'demo')::boolean, false)`,
      passage:
        text === null
          ? sql<string | null>`null`
          : sql<string | null>`ts_headline('english', ${editions.words}, ${queryOf(text)}, ${LOOK})`,
    })
    .from(entries)
    .innerJoin(editions, current)
    .where(whereOf(filter))
    .orderBy(...orderOf(filter))
    .limit(limit)
    .offset(offset);
};

export const countEntries = async ({ db }: PublicRegister, filter: RegisterFilter): Promise<number> => {
  const [row] = await db
    .select({ n: count() })
    .from(entries)
    .innerJoin(editions, current)
    .where(whereOf(filter));
  return row?.n ?? 0;
};

/** Whether a search has a word in it that can be looked for: “the”, or a question mark, has none. */
export const hasWords = async ({ db }: PublicRegister, text: string): Promise<boolean> => {
  const [row] = await db.execute<{ n: number }>(sql`select numnode(${queryOf(text)}) as n`);
  return (row?.n ?? 0) > 0;
};
