import { checkDatabase } from "@due-regard/database/check-database";
import { connectDatabase, type Database } from "@due-regard/database/connection";
import { locateDataDirectory } from "@due-regard/database/embedded/data-directory";
import { findRunningDatabase } from "@due-regard/database/embedded/running-database";
import { startEmbeddedDatabase } from "@due-regard/database/embedded/start-embedded-database";
import { migrateDatabase } from "@due-regard/database/migrate";
import { type DatabaseConfig, readDatabaseConfig } from "../config.ts";
import { logTo } from "../start/open-database.ts";

/** Two commands given at once take turns. */
const WAIT_FOR_OTHERS_MS = 15_000;

/**
 * Runs a command on the database: DATABASE_URL's, or that of the running server, or, when none runs, the embedded one,
 * started for as long as the command takes.
 *
 * @throws StartFailure when there is no way to it
 */
export async function withDatabase<Answer>(run: (db: Database) => Promise<Answer>): Promise<Answer> {
  const { url, stop } = await findDatabase(readDatabaseConfig(process.env));
  const connection = connectDatabase(url);
  try {
    return await run(connection.db);
  } finally {
    await connection.close();
    await stop();
  }
}

async function findDatabase(config: DatabaseConfig): Promise<{ url: string; stop: () => Promise<void> }> {
  const nothingToStop = async (): Promise<void> => undefined;
  if (config.databaseUrl !== null) {
    await checkDatabase(config.databaseUrl);
    return { url: config.databaseUrl, stop: nothingToStop };
  }
  const running = await findRunningDatabase(config.dataDir);
  if (running !== null) return { url: running, stop: nothingToStop };
  const database = await startEmbeddedDatabase({
    dataDir: config.dataDir,
    onLog: logTo(locateDataDirectory(config.dataDir).log),
    waitMs: WAIT_FOR_OTHERS_MS,
    announce: false,
  });
  await migrateDatabase(database.url).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  return database;
}
