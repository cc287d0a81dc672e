import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { type ConnectionLimits, type Database, WITHOUT_JIT, waitBeforeReconnecting } from "./connection.ts";
import { StartFailure } from "./start-failure.ts";

/** The role that reads the schema `published` and nothing else: docs/adr/0034-public-register-apart.md. */
export const PUBLIC_ROLE = "due_regard_public";

/** What the public may read: a pool of its own, whose connections can see no private table. Hand it nothing but the register's queries. */
export interface PublicRegister {
  readonly role: typeof PUBLIC_ROLE;
  db: Database;
  /** Lets what is under way finish, for at most five seconds. */
  close: () => Promise<void>;
}

export interface PublicRegisterOptions extends ConnectionLimits {
  /** A login of its own, which is a member of the public role (PUBLIC_DATABASE_URL). Null: the application's login, in that role. */
  ownUrl?: string | null;
}

/**
 * Opens a small pool on `url` for the public's reads alone. Every connection begins in the public role, or is that of a login which
 * has no other rights; it reads only, and gives up sooner than the application's.
 */
export const connectPublicRegister = (url: string, options: PublicRegisterOptions = {}): PublicRegister => {
  const sql = openPublicPool(url, options);
  return { role: PUBLIC_ROLE, db: drizzle({ client: sql }), close: () => sql.end({ timeout: 5 }) };
};

const openPublicPool = (url: string, { ownUrl = null, ...limits }: PublicRegisterOptions): Sql => {
  const { max = 4, statementTimeout = 5_000, onStatement } = limits;
  return postgres(ownUrl ?? url, {
    max,
    connect_timeout: 10,
    backoff: waitBeforeReconnecting,
    onnotice: () => {},
    connection: {
      statement_timeout: statementTimeout,
      application_name: "due-regard-public",
      default_transaction_read_only: true,
      ...WITHOUT_JIT,
      ...(ownUrl === null ? { role: PUBLIC_ROLE } : {}),
    },
    ...(onStatement ? { debug: (_connection, statement) => onStatement(statement) } : {}),
  });
};

/** Tables that this connection may touch though it should not, and rights on the register's own beyond reading. */
const excessRights = (sql: Sql) => sql<{ name: string }[]>`
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    and has_schema_privilege(n.oid, 'usage')
    and (case when n.nspname = 'published' then has_table_privilege(c.oid, 'insert, update, delete, truncate')
         else has_table_privilege(c.oid, 'select, insert, update, delete, truncate') or has_any_column_privilege(c.oid, 'select, insert, update') end)
  order by name`;

/**
 * Makes sure that the public's connection reads the register, and can do nothing else: before anybody is served by it.
 *
 * @throws StartFailure, in sentences that say what to do, without a password
 */
export const checkPublicRegister = async (url: string, ownUrl: string | null): Promise<void> => {
  const sql = openPublicPool(url, { ownUrl, max: 1 });
  const whose = ownUrl === null ? `The role ${PUBLIC_ROLE}` : "The login of PUBLIC_DATABASE_URL";
  try {
    await sql`select from published.entries, published.editions, published.files limit 0`;
    const excess = await excessRights(sql);
    if (excess.length === 0) return;
    throw new StartFailure(
      `${whose} may do more than read what is published: it has rights on ${excess.length} tables, ${excess[0]?.name} among them. Take them away, so that nothing private can reach the public register.`,
    );
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`${whose} can't read the public register: ${reasonOf(error)}.`);
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
};

const MEND = `as a database administrator, run: create role ${PUBLIC_ROLE} nologin; grant usage on schema published to ${PUBLIC_ROLE}; grant select on all tables in schema published to ${PUBLIC_ROLE}; and grant ${PUBLIC_ROLE} to the application's login`;

const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens at that address",
  ENOTFOUND: "the host's name is not known",
  CONNECT_TIMEOUT: "the database did not answer in 10 seconds",
  "28P01": "the database did not accept the user and password",
  "28000": "the database did not accept the user",
  "3D000": "there is no database of that name",
  "22023": `the role is not there, or not granted to the application; ${MEND}`,
  "42501": `it lacks the right to; ${MEND}`,
};

const reasonOf = (error: unknown): string => {
  const code = String((error as { code?: unknown }).code ?? "");
  return REASONS[code] ?? `the connection failed${code ? ` (${code})` : ""}`;
};
