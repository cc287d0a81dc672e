import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

/** Drizzle over the driver; `$client` is for the read models of this package alone. */
export type Database = PostgresJsDatabase & { $client: Sql };
/** A transaction, or the database itself: what a read or a write needs to run in. */
export type Executor = Database | Transaction;
export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

export interface DatabaseConnection {
  db: Database;
  sql: Sql;
  /** Lets what is under way finish, for at most five seconds. */
  close: () => Promise<void>;
}

export interface ConnectionLimits {
  /** Connections in the pool. */
  max?: number;
  /** Longest time that one statement may take, in milliseconds. */
  statementTimeout?: number;
  /** Told of every statement that is sent: tests count them. */
  onStatement?: (statement: string) => void;
}

const LONGEST_WAIT_SECONDS = 0.5;

/**
 * The driver's own wait grows to 20 seconds, counted over the whole pool: with ten connections a restart of Postgres that
 * took one second was noticed after fifteen.
 */
export const waitBeforeReconnecting = (tries: number): number => Math.min(0.05 * tries, LONGEST_WAIT_SECONDS);

/**
 * A read model is one large statement of many expressions. A Postgres that was built to compile them, as those of Linux distributions are
 * and npm's is not, took 20 to 30 seconds over a metric page that it answers in a third of one without.
 */
export const WITHOUT_JIT = { jit: "off" } as const;

/** Opens a bounded pool on one Postgres. Nothing is sent until the first statement. */
export const connectDatabase = (url: string, limits: ConnectionLimits = {}): DatabaseConnection => {
  const { max = 10, statementTimeout = 10_000, onStatement } = limits;
  const sql = postgres(url, {
    max,
    connect_timeout: 10,
    backoff: waitBeforeReconnecting,
    onnotice: () => {},
    connection: { statement_timeout: statementTimeout, application_name: "due-regard", ...WITHOUT_JIT },
    ...(onStatement ? { debug: (_connection, statement) => onStatement(statement) } : {}),
  });
  return {
    db: drizzle({ client: sql }),
    sql,
    close: () => sql.end({ timeout: 5 }),
  };
};
