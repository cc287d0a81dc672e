import type { Executor } from "@due-regard/database/connection";
import { apiTokens } from "@due-regard/database/schema/people";
import { SCOPES, type Scope } from "@due-regard/domain/access/roles";
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import { hashSecret } from "./secrets.ts";
import { TOKEN_PREFIX } from "./tokens.ts";

/** How far "last used" may lag behind, so that not every request writes. */
const USED_EVERY_MS = 60_000;

/** The live token with this secret; null when it is unknown, expired or revoked. */
export const findToken = async (
  db: Executor,
  token: string,
  now: Date,
): Promise<{ id: string; userId: string; scopes: Scope[] } | null> => {
  if (!token.startsWith(TOKEN_PREFIX)) return null;
  const [found] = await db
    .select({ id: apiTokens.id, userId: apiTokens.userId, scopes: apiTokens.scopes })
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.tokenHash, hashSecret(token)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, now.toISOString()),
      ),
    );
  // A scope that the program no longer knows grants nothing.
  return found ? { ...found, scopes: SCOPES.filter((scope) => found.scopes.includes(scope)) } : null;
};

/** Notes that the token is in use, at most once a minute. */
export const touchToken = async (db: Executor, id: string, now: Date): Promise<void> => {
  const lately = new Date(now.getTime() - USED_EVERY_MS).toISOString();
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now.toISOString() })
    .where(and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, lately))));
};
