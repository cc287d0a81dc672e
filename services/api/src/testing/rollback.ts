import type { Database, DatabaseConnection } from "@due-regard/database/connection";
import type { Scope } from "@due-regard/domain/access/roles";
import type { Answered, TestApi } from "./test-api.ts";

interface Request {
  email: string | null;
  scopes: readonly Scope[];
  text: string;
  variables: Record<string, unknown>;
}

class RolledBack extends Error {}

/** Asks within a transaction that is undone afterwards, so that every cell of a matrix starts from the same state. */
export const askAndRollBack = async (api: TestApi, request: Request): Promise<Answered> => {
  const { email, scopes, text, variables } = request;
  let answered: Answered | undefined;
  const undone = api.database.db.transaction(async (tx) => {
    // The verbs' own transactions become savepoints of this one.
    answered = await api.as(email, scopes, tx as unknown as Database)(text, variables);
    throw new RolledBack();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  if (answered === undefined) throw new Error("Nothing was answered");
  return answered;
};

/** Every table, but for some, with its rows as one hash: equal before and after means that nothing at all was changed. */
export const fingerprintDatabase = async (
  { sql }: DatabaseConnection,
  except: readonly string[] = [],
): Promise<Record<string, string>> => {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const watched = tables.filter(({ name }) => !except.includes(name));
  const parts = watched.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t`,
  );
  const rows = await sql.unsafe<{ name: string; hash: string }[]>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
};
