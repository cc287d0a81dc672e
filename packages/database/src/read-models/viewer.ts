import type { Database } from "../connection.ts";
import { users } from "../schema/people.ts";
import { rowJson } from "./row-json.ts";

type UserRow = typeof users.$inferSelect;

/** Who a token or a session speaks for: one prepared statement, since every request begins with it. */
export interface Holder {
  user: UserRow;
  roles: { role: string; departmentId: string | null }[];
  /** True when it was last noted to be in use so long ago that it is time to note it again. */
  noteUse: boolean;
}

export interface TokenHolder extends Holder {
  tokenId: string;
  scopes: string[];
}

export interface SessionHolder extends Holder {
  authenticatedAt: string;
}

const PERSON = `${rowJson(users, "u")} as user,
  coalesce((select json_agg(json_build_object('role', g.role, 'departmentId', g.department_id))
    from role_grants g where g.user_id = u.id and g.revoked_at is null), '[]') as roles`;

const TOKEN = `
select t.id as "tokenId", t.scopes, coalesce(t.last_used_at < $3::timestamptz, true) as "noteUse", ${PERSON}
from api_tokens t join users u on u.id = t.user_id
where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2::timestamptz and u.disabled_at is null`;

const SESSION = `
select to_json(s.authenticated_at)#>>'{}' as "authenticatedAt", s.last_seen_at < $4::timestamptz as "noteUse", ${PERSON}
from sessions s join users u on u.id = s.user_id
where s.id_hash = $1 and s.expires_at > $2::timestamptz and s.last_seen_at > $3::timestamptz and u.disabled_at is null`;

/** Instants as ISO strings. Null: unknown, run out, revoked, or its person is disabled. */
export const readTokenHolder = async (
  db: Database,
  question: { tokenHash: string; now: string; notedBefore: string },
): Promise<TokenHolder | null> => {
  const { tokenHash, now, notedBefore } = question;
  const parameters = [tokenHash, now, notedBefore];
  const [row] = await db.$client.unsafe<TokenHolder[]>(TOKEN, parameters, { prepare: true });
  return row ?? null;
};

/** As {@link readTokenHolder}; `seenAfter`: one that nobody used since then has run out. */
export const readSessionHolder = async (
  db: Database,
  question: { sessionHash: string; now: string; seenAfter: string; notedBefore: string },
): Promise<SessionHolder | null> => {
  const { sessionHash, now, seenAfter, notedBefore } = question;
  const parameters = [sessionHash, now, seenAfter, notedBefore];
  const [row] = await db.$client.unsafe<SessionHolder[]>(SESSION, parameters, { prepare: true });
  return row ?? null;
};
