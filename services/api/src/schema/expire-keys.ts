import type { Executor } from "@due-regard/database/connection";
import { idempotencyKeys } from "@due-regard/database/schema/audit";
import { lt, sql } from "drizzle-orm";

/** How long a call may be sent again under its key: a laptop may stay closed over a long leave. */
export const KEY_DAYS = 90;

/** Forgets what calls of long ago answered. A retry after that is judged by versions alone, and so still loses nothing. */
export const expireKeys = async (db: Executor): Promise<void> => {
  await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`now() - make_interval(days => ${KEY_DAYS})`));
};
