import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

/** Databases of one's own in a Postgres that runs: for tests, and for whoever measures. */

export interface TestDatabase {
  url: string;
  /** Drops it, closing what is still connected. */
  drop: () => Promise<void>;
}

/** An empty database in the Postgres at an address, whose account may create databases. `kind` begins its name. */
export const createEmptyDatabase = async (server: string, kind?: string): Promise<TestDatabase> =>
  await cloneDatabase(new URL("/template1", server), kind);

/** A database of the caller's own that begins as a copy of another, to which nobody may be connected meanwhile. */
export async function cloneDatabase(template: URL, kind = "test"): Promise<TestDatabase> {
  const name = `${kind}_${randomBytes(8).toString("hex")}`;
  await administer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(template, name) };
}

/** "permission denied to terminate process": an autovacuum worker is in there, and only a superuser may end it. */
const WORKER_IN_THERE = "42501";
const TRIES = 40;

/** Drops it once autovacuum has left, which it does by itself: for at most ten seconds. */
async function dropDatabase(template: URL, name: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await administer(template, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    } catch (error) {
      const isWorker = error instanceof postgres.PostgresError && error.code === WORKER_IN_THERE;
      if (!isWorker || tried === TRIES) throw error;
      await sleep(250);
    }
  }
}

/** From the maintenance database: nobody may be connected to a template while it is copied. */
export async function withMaintenance(
  template: URL,
  work: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const maintenance = new URL(template);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

const administer = (template: URL, statement: string): Promise<void> =>
  withMaintenance(template, (sql) => sql.unsafe(statement));
