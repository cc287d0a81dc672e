import { loadEnvironmentFile, readConfig } from "@due-regard/api/config";
import { createLogger } from "@due-regard/api/server/logger";
import { prepareShutdown } from "@due-regard/api/start/shutdown";
import { checkDatabase } from "@due-regard/database/check-database";
import { connectDatabase } from "@due-regard/database/connection";
import { findRunningDatabase } from "@due-regard/database/embedded/running-database";
import { migrateDatabase } from "@due-regard/database/migrate";
import { StartFailure } from "@due-regard/database/start-failure";
import { startWorker } from "./start-worker.ts";

// `npm run worker`: a process that does jobs and nothing else, beside servers that were told JOBS=false.

const NOT_RUNNING =
  "Due Regard's own Postgres runs only while Due Regard does: start it first (npm start), or set DATABASE_URL.";

const shutdown = prepareShutdown();

async function findDatabase({ databaseUrl, dataDir }: ReturnType<typeof readConfig>): Promise<string> {
  const url = databaseUrl ?? (await findRunningDatabase(dataDir));
  if (url === null) throw new StartFailure(NOT_RUNNING);
  await checkDatabase(url);
  return url;
}

try {
  loadEnvironmentFile();
  const config = readConfig(process.env);
  const url = await shutdown.step(() => findDatabase(config));
  await shutdown.step(() => migrateDatabase(url));
  const database = await shutdown.step(
    async () => connectDatabase(url),
    (connection) => connection.close(),
  );
  const { baseUrl, logLevel, mail, clamav } = config;
  const logger = createLogger({ level: logLevel });
  await shutdown.step(
    () => startWorker({ db: database.db, databaseUrl: url, logger, mail, clamav, baseUrl }),
    (worker) => worker.stop(),
  );
  console.log("The worker is ready. Ctrl-C stops it.");
} catch (error) {
  if (!shutdown.begun) console.error(error instanceof StartFailure ? error.message : error);
  await shutdown.end(1);
}
