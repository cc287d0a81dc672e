import type { Executor } from "@due-regard/database/connection";
import { apiTokens } from "@due-regard/database/schema/people";
import { eq } from "drizzle-orm";

/** Notes that the token is in use. */
export const touchToken = async (db: Executor, id: string, now: Date): Promise<void> => {
  await db.update(apiTokens).set({ lastUsedAt: now.toISOString() }).where(eq(apiTokens.id, id));
};
