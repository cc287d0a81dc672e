import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { installQueue } from "./jobs/install-queue.ts";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** Any number that no other program locks on this database: one process migrates at a time. */
const MIGRATION_LOCK = 4_011_889;

/**
 * Brings the database at `url` up to the newest migration, and the job queue beside it. Safe to call at every start, and by
 * two processes at once.
 */
export const migrateDatabase = async (url: string): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS });
    await installQueue(url);
  } finally {
    await client.end({ timeout: 5 });
  }
};
