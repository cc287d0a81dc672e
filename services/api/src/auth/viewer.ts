import type { Database } from "@due-regard/database/connection";
import { type Holder, readSessionHolder, readTokenHolder } from "@due-regard/database/read-models/viewer";
import type { users } from "@due-regard/database/schema/people";
import { type RoleGrant, SCOPES, type Viewer } from "@due-regard/domain/access/roles";
import type { Credentials } from "./credentials.ts";
import { hashSecret } from "./secrets.ts";
import { IDLE_SECONDS, touchSession } from "./sessions.ts";
import { TOKEN_PREFIX } from "./tokens.ts";
import { touchToken } from "./touch-token.ts";

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
  db: Database,
  credentials: Credentials,
  now = new Date(),
  use: Use = "NOTED",
): Promise<ApiViewer | null> => {
  if (credentials.kind === "SESSION") return findSessionViewer(db, credentials.secret, now, use);
  if (credentials.kind === "TOKEN") return findTokenViewer(db, credentials.token, now, use);
  return null;
};

/** Whether asking counts as using the session or token. A page that is merely open must not keep a session alive. */
export type Use = "NOTED" | "UNNOTED";

/** How far "last used" and "last seen" may lag behind, so that not every request writes. */
const NOTE_EVERY_SECONDS = 60;

const before = (now: Date, seconds: number): string => new Date(now.getTime() - seconds * 1000).toISOString();

const findSessionViewer = async (
  db: Database,
  secret: string,
  now: Date,
  use: Use,
): Promise<ApiViewer | null> => {
  const holder = await readSessionHolder(db, {
    sessionHash: hashSecret(secret),
    now: now.toISOString(),
    seenAfter: before(now, IDLE_SECONDS),
    notedBefore: before(now, NOTE_EVERY_SECONDS),
  });
  if (holder === null) return null;
  if (holder.noteUse && use === "NOTED") await touchSession(db, secret, now);
  const authenticatedAt = new Date(holder.authenticatedAt).toISOString();
  return { ...describePerson(holder), scopes: SCOPES, via: "SESSION", authenticatedAt };
};

/** Who a personal access token speaks for, limited to the token's scopes; null when it is unknown, expired or revoked. */
export const findTokenViewer = async (
  db: Database,
  token: string,
  now = new Date(),
  use: Use = "NOTED",
): Promise<ApiViewer | null> => {
  if (!token.startsWith(TOKEN_PREFIX)) return null;
  const holder = await readTokenHolder(db, {
    tokenHash: hashSecret(token),
    now: now.toISOString(),
    notedBefore: before(now, NOTE_EVERY_SECONDS),
  });
  if (holder === null) return null;
  if (holder.noteUse && use === "NOTED") await touchToken(db, holder.tokenId, now);
  // A scope that the program no longer knows grants nothing.
  const scopes = SCOPES.filter((scope) => holder.scopes.includes(scope));
  return { ...describePerson(holder), scopes, via: "TOKEN", authenticatedAt: null };
};

const describePerson = ({ user, roles }: Holder) => ({
  userId: user.id,
  departmentId: user.departmentId,
  roles: roles as RoleGrant[],
  user,
});
