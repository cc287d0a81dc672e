import type { Executor } from "@due-regard/database/connection";
import { roleGrants, sessions, users } from "@due-regard/database/schema/people";
import { type RoleGrant, SCOPES, type Viewer } from "@due-regard/domain/access/roles";
import { and, eq, isNull } from "drizzle-orm";
import type { Credentials } from "./credentials.ts";
import { findToken, touchToken } from "./find-token.ts";
import { sessionIsLive, touchSession } from "./sessions.ts";

export type UserRow = typeof users.$inferSelect;

/** Who is asking, as the policy sees them, with their row and how they proved who they are. */
export interface ApiViewer extends Viewer {
  user: UserRow;
  via: "SESSION" | "TOKEN";
  /** When they last proved who they are at the issuer (an ISO instant); null for a token. */
  authenticatedAt: string | null;
}

/**
 * Who is asking; null when nobody is signed in, the session or token is unknown or has run out, or the person is
 * disabled. A session carries every scope; a token carries its own and nothing of the cookie's.
 */
export const loadViewer = async (
  db: Executor,
  credentials: Credentials,
  now = new Date(),
): Promise<ApiViewer | null> => {
  if (credentials.kind === "SESSION") return findSessionViewer(db, credentials.secret, now);
  if (credentials.kind === "TOKEN") return findTokenViewer(db, credentials.token, now);
  return null;
};

const grantColumns = { role: roleGrants.role, departmentId: roleGrants.departmentId };
const grantIsCurrent = and(eq(roleGrants.userId, users.id), isNull(roleGrants.revokedAt));

const findSessionViewer = async (db: Executor, secret: string, now: Date): Promise<ApiViewer | null> => {
  const rows = await db
    .select({ user: users, grant: grantColumns, authenticatedAt: sessions.authenticatedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(roleGrants, grantIsCurrent)
    .where(and(sessionIsLive(secret, now), isNull(users.disabledAt)));
  const [first] = rows;
  if (!first) return null;
  await touchSession(db, secret, now);
  const authenticatedAt = new Date(first.authenticatedAt).toISOString();
  return { ...describePerson(rows, first.user), scopes: SCOPES, via: "SESSION", authenticatedAt };
};

/** Who a personal access token speaks for, limited to the token's scopes; null when it is unknown, expired or revoked. */
export const findTokenViewer = async (
  db: Executor,
  token: string,
  now = new Date(),
): Promise<ApiViewer | null> => {
  const found = await findToken(db, token, now);
  if (!found) return null;
  const rows = await db
    .select({ user: users, grant: grantColumns })
    .from(users)
    .leftJoin(roleGrants, grantIsCurrent)
    .where(and(eq(users.id, found.userId), isNull(users.disabledAt)));
  const [first] = rows;
  if (!first) return null;
  await touchToken(db, found.id, now);
  return { ...describePerson(rows, first.user), scopes: found.scopes, via: "TOKEN", authenticatedAt: null };
};

/** One row came back for each role that the person holds, or one without a role. */
const describePerson = (rows: readonly { grant: RoleGrant | null }[], user: UserRow) => ({
  userId: user.id,
  departmentId: user.departmentId,
  roles: rows.flatMap((row) => (row.grant ? [row.grant] : [])),
  user,
});
