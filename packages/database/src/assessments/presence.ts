import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { assessmentPresence } from "../schema/presence.ts";

/** Where changes of presence, and the record (announce_record, a trigger), are announced to every process. */
export const ANNOUNCEMENTS = "due_regard";

/** How long a row lasts that nobody keeps alive, in seconds. */
export const PRESENCE_SECONDS = 45;

const EXPIRY = sql.raw(`now() + interval '${PRESENCE_SECONDS} seconds'`);

/** One tab of one person on one draft. */
export interface PresenceKey {
  assessmentId: string;
  userId: string;
  /** Made up by the client, up to 100 characters. */
  tab: string;
}

const announce = (source: string) =>
  sql.raw(
    `select count(pg_notify('${ANNOUNCEMENTS}', json_build_object('presence', assessment_id)::text)) from (select distinct assessment_id from ${source}) changed`,
  );

/** Says where a tab is; null: nowhere in particular. It shows until it runs out, or for as long as a stream keeps it alive. */
export const showPlace = async (
  db: Executor,
  { assessmentId, userId, tab }: PresenceKey,
  place: string | null,
): Promise<void> => {
  await db.execute(sql`
    with shown as (
      insert into assessment_presence (assessment_id, user_id, tab, place, expires_at)
      values (${assessmentId}, ${userId}, ${tab}, ${place}, ${EXPIRY})
      on conflict (assessment_id, user_id, tab) do update set place = excluded.place, expires_at = excluded.expires_at
      returning assessment_id
    ) ${announce("shown")}`);
};

/**
 * Keeps a tab's row alive in the name of its stream, making it where there is none. Announced only when it is new: a tab that
 * is still there is no news.
 */
export const keepPresence = async (
  db: Executor,
  { assessmentId, userId, tab }: PresenceKey,
  streamId: string,
): Promise<void> => {
  await db.execute(sql`
    with kept as (
      insert into assessment_presence (assessment_id, user_id, tab, stream_id, expires_at)
      values (${assessmentId}, ${userId}, ${tab}, ${streamId}, ${EXPIRY})
      on conflict (assessment_id, user_id, tab) do update set stream_id = excluded.stream_id, expires_at = excluded.expires_at
      returning assessment_id, xmax = 0 as is_new
    ), fresh as (select assessment_id from kept where is_new) ${announce("fresh")}`);
};

/** Takes a tab away with its stream; not one that another stream has taken over meanwhile. */
export const endPresence = async (
  db: Executor,
  { assessmentId, userId, tab }: PresenceKey,
  streamId: string,
): Promise<void> => {
  await db.execute(sql`
    with ended as (
      delete from assessment_presence where assessment_id = ${assessmentId} and user_id = ${userId} and tab = ${tab}
        and stream_id = ${streamId} returning assessment_id
    ) ${announce("ended")}`);
};

/** Clears away what has run out, wherever its process went, and says so. */
export const clearExpiredPresence = async (db: Executor): Promise<void> => {
  await db.execute(sql`
    with ended as (delete from assessment_presence where expires_at < now() returning assessment_id) ${announce("ended")}`);
};

export interface PresenceRow {
  userId: string;
  tab: string;
  place: string | null;
  /** ISO instant. */
  since: string;
}

/** Who is there now, in the order in which they came. */
export const readPresence = async (db: Executor, assessmentId: string): Promise<PresenceRow[]> =>
  await db
    .select({
      userId: assessmentPresence.userId,
      tab: assessmentPresence.tab,
      place: assessmentPresence.place,
      since: assessmentPresence.since,
    })
    .from(assessmentPresence)
    .where(
      and(eq(assessmentPresence.assessmentId, assessmentId), gt(assessmentPresence.expiresAt, sql`now()`)),
    )
    .orderBy(asc(assessmentPresence.since), asc(assessmentPresence.tab));
