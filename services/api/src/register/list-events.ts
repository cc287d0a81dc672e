import type { PublicRegister } from "@due-regard/database/public-register";
import {
  publishedEditions as editions,
  publishedEntries as entries,
} from "@due-regard/database/schema/published";
import { desc, eq, ne, sql } from "drizzle-orm";
import { current } from "./find-entries.ts";
import type { PublishedState } from "./register-question.ts";

export type EventKind = "PUBLISHED" | "NEW_EDITION" | "SUPERSEDED" | "WITHDRAWN";

/** Something that happened in the register. */
export interface RegisterEvent {
  kind: EventKind;
  reference: string;
  /** The edition that was published, or stood when the entry was superseded or withdrawn. */
  edition: number;
  /** ISO instant. */
  at: string;
  /** When what is said of it last changed: later than `at` where the entry was withdrawn since. */
  updatedAt: string;
  organisation: string;
  department: string;
  /** Null: it was withdrawn, and nothing that it said is told. */
  title: string | null;
  /** Words for the public on why it was superseded or withdrawn. Null: it was published. */
  notice: string | null;
}

/** A new edition leaves its entry in the state that it was in. */
const lastChanged = sql<string>`greatest(${entries.changedAt}, ${editions.publishedAt})`;

const iso = (instant: string): string => new Date(instant).toISOString();

/** The latest events of the register, newest first: each edition is one, and so is each end of an entry. */
export const listEvents = async ({ db }: PublicRegister, most: number): Promise<RegisterEvent[]> => {
  const entry = {
    reference: entries.reference,
    state: entries.state,
    current: entries.edition,
    organisation: entries.organisation,
    department: entries.department,
    changedAt: entries.changedAt,
    notice: entries.notice,
  };
  const [published, ended] = await Promise.all([
    db
      .select({
        ...entry,
        edition: editions.edition,
        title: editions.title,
        publishedAt: editions.publishedAt,
      })
      .from(editions)
      .innerJoin(entries, eq(entries.reference, editions.reference))
      .orderBy(desc(editions.publishedAt), desc(editions.reference), desc(editions.edition))
      .limit(most),
    db
      .select({ ...entry, title: editions.title })
      .from(entries)
      .innerJoin(editions, current)
      .where(ne(entries.state, "PUBLISHED"))
      .orderBy(desc(entries.changedAt))
      .limit(most),
  ]);
  return [
    ...published.map((row): RegisterEvent => {
      const isWithdrawn = row.state === "WITHDRAWN";
      return {
        ...of(row),
        kind: row.edition === 1 ? "PUBLISHED" : "NEW_EDITION",
        edition: row.edition,
        at: iso(row.publishedAt),
        updatedAt: iso(isWithdrawn ? row.changedAt : row.publishedAt),
        title: isWithdrawn ? null : row.title,
        notice: null,
      };
    }),
    ...ended.map(
      (row): RegisterEvent => ({
        ...of(row),
        kind: row.state as Exclude<PublishedState, "PUBLISHED">,
        edition: row.current,
        at: iso(row.changedAt),
        updatedAt: iso(row.changedAt),
        title: row.state === "WITHDRAWN" ? null : row.title,
        notice: row.notice,
      }),
    ),
  ]
    .sort(
      (a, b) => b.at.localeCompare(a.at) || b.reference.localeCompare(a.reference) || b.edition - a.edition,
    )
    .slice(0, most);
};

const of = ({
  reference,
  organisation,
  department,
}: Pick<RegisterEvent, "reference" | "organisation" | "department">) => ({
  reference,
  organisation,
  department,
});

/** Every address of the register that has something to read, with its last change: for search engines. */
export const listAddresses = async (
  { db }: PublicRegister,
  most: number,
): Promise<{ reference: string; changedAt: string }[]> => {
  const rows = await db
    .select({ reference: entries.reference, changedAt: lastChanged })
    .from(entries)
    .innerJoin(editions, current)
    .where(ne(entries.state, "WITHDRAWN"))
    .orderBy(desc(lastChanged), desc(entries.reference))
    .limit(most);
  return rows.map(({ reference, changedAt }) => ({ reference, changedAt: iso(changedAt) }));
};

/** When the register last changed. Null: it is empty. */
export const lastChange = async ({ db }: PublicRegister): Promise<string | null> => {
  const [row] = await db
    .select({ at: sql<string | null>`max(${lastChanged})` })
    .from(entries)
    .innerJoin(editions, current);
  return row?.at == null ? null : iso(row.at);
};
