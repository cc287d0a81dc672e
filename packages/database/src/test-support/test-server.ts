import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { checkDatabase } from "../check-database.ts";
import { type DataDirectory, locateDataDirectory } from "../embedded/data-directory.ts";
import { lockDirectory } from "../embedded/directory-lock.ts";
import { stopLeftoverPostgres } from "../embedded/leftover-postgres.ts";
import { startEmbeddedDatabase } from "../embedded/start-embedded-database.ts";
import { migrateDatabase } from "../migrate.ts";
import { createEmptyDatabase, type TestDatabase } from "./clone-database.ts";
import type {} from "./test-database.ts";

const DIRECTORY_PREFIX = "due-regard-test-";
/** A directory younger than this may belong to a run that has not taken its lock yet. */
const SETTLED_AFTER_MS = 60_000;
/**
 * A Postgres to test on in place of the application's own, by an account that may create databases and is no superuser: a test looks
 * at what superusers alone may do.
 */
const OTHER_SERVER = process.env.TEST_DATABASE_URL;
/** Vitest calls the set-up once for each project; the first call of a run starts the server for all of them. */
const ADDRESS_VARIABLE = "DUE_REGARD_TEST_DATABASE";

/**
 * Vitest globalSetup: one real Postgres for the whole run, in a directory of its own, with a migrated template database.
 * It throws, and so fails the run, when the database can't be started or migrated. Returns the teardown.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = process.env[ADDRESS_VARIABLE];
  if (started !== undefined) {
    project.provide("templateDatabaseUrl", started);
    return async () => undefined;
  }
  const { url, drop } = await (OTHER_SERVER ? createTemplateAt(OTHER_SERVER) : startServer());
  process.env[ADDRESS_VARIABLE] = url;
  project.provide("templateDatabaseUrl", url);
  const teardown = async (): Promise<void> => {
    delete process.env[ADDRESS_VARIABLE];
    await drop();
  };
  await migrateDatabase(url).catch(async (error: unknown) => {
    await teardown();
    throw error;
  });
  return teardown;
}

const createTemplateAt = async (server: string): Promise<TestDatabase> => {
  await checkDatabase(server);
  return await createEmptyDatabase(server, "template");
};

const startServer = async (): Promise<TestDatabase> => {
  await clearLeftovers();
  const directory = await mkdtemp(join(tmpdir(), DIRECTORY_PREFIX));
  const { url, stop } = await startEmbeddedDatabase({
    dataDir: directory,
    onLog: () => undefined,
    fsync: false,
  });
  const drop = async (): Promise<void> => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  };
  return { url, drop };
};

/** A run that was killed leaves its server behind: whoever can take the directory's lock knows that its run is dead. */
async function clearLeftovers(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((each) => each.startsWith(DIRECTORY_PREFIX))) {
    const directory = locateDataDirectory(join(tmpdir(), name));
    const age = Date.now() - ((await stat(directory.root).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > SETTLED_AFTER_MS) await removeUnlessInUse(directory);
  }
}

async function removeUnlessInUse(directory: DataDirectory): Promise<void> {
  const lock = await lockDirectory(directory).catch(() => null);
  if (lock === null) return;
  await stopLeftoverPostgres(directory, () => undefined);
  lock.release();
  await rm(directory.root, { recursive: true, force: true });
}
