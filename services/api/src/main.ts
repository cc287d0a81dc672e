import { connectDatabase, type DatabaseConnection } from "@due-regard/database/connection";
import { migrateDatabase } from "@due-regard/database/migrate";
import {
  checkPublicRegister,
  connectPublicRegister,
  type PublicRegister,
} from "@due-regard/database/public-register";
import { storeAuthorities } from "@due-regard/database/reference/store-authorities";
import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { loadSampleData } from "@due-regard/database/sample-data/load-sample-data";
import { StartFailure } from "@due-regard/database/start-failure";
import { startWorker } from "@due-regard/worker/start-worker";
import { checkpointFile } from "./audit/checkpoint-file.ts";
import { keepCheckpoints } from "./audit/keep-checkpoints.ts";
import { type Config, loadEnvironmentFile, ROOT, readConfig } from "./config.ts";
import { loadDemoAssessments } from "./demo/load-demo-assessments.ts";
import { tidyImports } from "./features/performance/importing/expire-imports.ts";
import { expireKeys } from "./schema/expire-keys.ts";
import { openSealKeys, type SealKeys } from "./seal/seal-keys.ts";
import { createLogger } from "./server/logger.ts";
import { startServer } from "./server/start-server.ts";
import { buildClient } from "./start/build-client.ts";
import { checkPort, explainListenError } from "./start/check-port.ts";
import { openDatabase } from "./start/open-database.ts";
import { prepareShutdown, type Shutdown } from "./start/shutdown.ts";

const say = (message: string): void => console.log(message);

/** Starts everything in the order in which it depends on each other; a failure or a signal undoes what was done. */
async function start(config: Config, shutdown: Shutdown): Promise<void> {
  await shutdown.step(() => checkPort(config.host, config.port));
  const client = shutdown.step(async () => {
    if (config.buildClient) await buildClient({ root: ROOT, onProgress: say });
  });
  const seals = await shutdown.step(async () => openSealKeys(config.keys, { mayCreate: config.demo }));
  const [{ url, database, register }] = await Promise.all([startDatabase(config, shutdown, seals), client]);
  const { host, port } = config;
  await shutdown.step(
    () =>
      startServer({ config, database, register, seals }).catch((error: unknown) =>
        Promise.reject(explainListenError(error, host, port)),
      ),
    (server) => server.close(),
  );
  await shutdown.step(
    () =>
      keepCheckpoints({
        db: database.db,
        keys: seals,
        path: checkpointFile(config.dataDir),
        logger: createLogger({ level: config.logLevel }),
      }),
    (kept) => kept.stop(),
  );
  if (config.runJobs) await startJobs(config, shutdown, { url, database });
  announce(config);
}

/** Works on the queue in this process, so that one command is enough. */
async function startJobs(
  config: Config,
  shutdown: Shutdown,
  { url, database }: Omit<Store, "register">,
): Promise<void> {
  const { baseUrl, logLevel, mail, clamav } = config;
  const logger = createLogger({ level: logLevel });
  await shutdown.step(
    () => startWorker({ db: database.db, databaseUrl: url, logger, mail, clamav, baseUrl }),
    (worker) => worker.stop(),
  );
}

interface Store {
  /** With its password: never log it. */
  url: string;
  database: DatabaseConnection;
  register: PublicRegister;
}

async function startDatabase(config: Config, shutdown: Shutdown, seals: SealKeys): Promise<Store> {
  const giveUp = (message: string): void => {
    console.error(message);
    void shutdown.end(1);
  };
  const { url } = await shutdown.step(
    () => openDatabase(config, giveUp),
    (opened) => opened.stop(),
  );
  await shutdown.step(() => migrateDatabase(url));
  const database = await shutdown.step(
    async () => connectDatabase(url),
    (connection) => connection.close(),
  );
  await shutdown.step(() => storeAuthorities(database.db));
  await shutdown.step(() => tidyImports(database.db));
  await shutdown.step(() => expireKeys(database.db));
  if (config.demo) {
    const { loaded } = await shutdown.step(() => loadSampleData(database.db));
    if (loaded) say("Loaded the sample data.");
    const logger = createLogger({ level: config.logLevel });
    const made = await shutdown.step(() => loadDemoAssessments(database.db, { seals, logger }));
    if (made.loaded)
      say("Loaded two made-up assessments, signed and sealed with the key of this installation.");
  }
  await shutdown.step(() => checkPublicRegister(url, config.publicDatabaseUrl));
  const register = await shutdown.step(
    async () => connectPublicRegister(url, { ownUrl: config.publicDatabaseUrl }),
    (connection) => connection.close(),
  );
  return { url, database, register };
}

function announce(config: Config): void {
  say(`\nDue Regard is ready at ${config.baseUrl}\n`);
  if (!config.demo) return;
  say("Demo accounts, each with one click at the sign-in page:");
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length));
  for (const { email, does } of DEMO_ACCOUNTS) say(`  ${email.padEnd(width)}  ${does}`);
  say("\nCtrl-C stops it.");
}

const shutdown = prepareShutdown();
try {
  loadEnvironmentFile();
  await start(readConfig(process.env), shutdown);
} catch (error) {
  // What breaks because we are ending already is no news.
  if (!shutdown.begun) console.error(error instanceof StartFailure ? error.message : error);
  await shutdown.end(1);
}
