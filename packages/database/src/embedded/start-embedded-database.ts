import { realpath } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "../start-failure.ts";
import { type DataDirectory, locateDataDirectory, makeDataDirectory } from "./data-directory.ts";
import { lockDirectory } from "./directory-lock.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { stopLeftoverPostgres } from "./leftover-postgres.ts";
import { findPostgresAccount } from "./postgres-account.ts";
import {
  launchPostgres,
  type PostgresLaunch,
  type PostgresProcess,
  stopPostgres,
  waitUntilReady,
} from "./postgres-process.ts";
import { findPostgresPrograms } from "./postgres-programs.ts";
import { embeddedUrl, forgetRunningDatabase, recordRunningDatabase } from "./running-database.ts";
import { type Supervisor, supervise } from "./supervise.ts";

/** Waits before each further try; what passes by itself (memory of a killed Postgres, a port just taken) passes by then. */
const START_RETRIES_MS = [200, 500, 1000, 2000, 4000];
const PASSES_BY_ITSELF = /shared memory block|could not bind|could not create any TCP/;

export interface EmbeddedDatabaseOptions {
  dataDir: string;
  /** Each line that Postgres writes, and what is done about it. Holds no statements and no values. */
  onLog: (line: string) => void;
  /** Postgres ended and could not be started again: the process should say so and end. */
  onLost?: (message: string) => void;
  /** Whether findRunningDatabase may find it: not where it runs for one command only. Yes, when not told. */
  announce?: boolean;
  /** How long to wait for another process to let go of the directory; 0 (the default) refuses at once. */
  waitMs?: number;
  /** Off only for throw-away test servers. */
  fsync?: boolean;
}

export interface EmbeddedDatabase {
  /** Loopback address with its password; it stays the same when Postgres is restarted underneath. */
  url: string;
  /** Stops Postgres in order and lets go of the directory. May be called twice. */
  stop: () => Promise<void>;
}

/**
 * Starts a real Postgres on DATA_DIR, making it at the first start, and keeps it running.
 *
 * @throws StartFailure, one clear sentence, when the directory is in use or Postgres can't be started
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const directory = await resolveDirectory(options.dataDir);
  const lock = await lockDirectory(directory, options.waitMs);
  try {
    await stopLeftoverPostgres(directory, options.onLog);
    const { launch, password } = await prepare(directory, options);
    const { running, port } = await startFirst(launch, password);
    const record = options.announce === false ? null : directory.running;
    await recordRunningDatabase(record, { port, pid: running.pid, password });
    const supervisor = watch(running, { ...launch, port }, password, record, options);
    return { url: embeddedUrl({ port, password }), stop: stopOnce(supervisor, directory, lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Symbolic links are resolved, so that the cluster's path can be compared with where a Postgres runs. */
async function resolveDirectory(dataDir: string): Promise<DataDirectory> {
  const { root } = await makeDataDirectory(dataDir);
  return locateDataDirectory(await realpath(root));
}

type Launch = Omit<PostgresLaunch, "port">;

async function prepare(
  directory: DataDirectory,
  options: EmbeddedDatabaseOptions,
): Promise<{ launch: Launch; password: string }> {
  const account = await findPostgresAccount(directory);
  const programs = await findPostgresPrograms(account);
  const fsync = options.fsync ?? true;
  const password = await initialiseCluster(directory, { programs, account, fsync });
  return { launch: { programs, account, cluster: directory.cluster, fsync, onLog: options.onLog }, password };
}

/** Tries a fresh port each time: another program may take one between our asking and Postgres's binding. */
async function startFirst(
  launch: Launch,
  password: string,
): Promise<{ running: PostgresProcess; port: number }> {
  for (const wait of [...START_RETRIES_MS, null]) {
    const port = await findFreePort();
    const running = launchPostgres({ ...launch, port });
    if (await waitUntilReady(running, embeddedUrl({ port, password }))) return { running, port };
    await stopPostgres(running.pid);
    const lines = running.lastLines().join("\n");
    if (wait === null || !PASSES_BY_ITSELF.test(lines)) throw new StartFailure(describeFailure(running));
    await sleep(wait);
  }
  throw new StartFailure("The built-in database did not start.");
}

function describeFailure(running: PostgresProcess): string {
  const lines = running.lastLines();
  const reason = lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "it gave no reason";
  return `The built-in database did not start (${reason.replace(/^\w+:\s*/, "")}).`;
}

function watch(
  first: PostgresProcess,
  launch: PostgresLaunch,
  password: string,
  record: string | null,
  options: EmbeddedDatabaseOptions,
): Supervisor {
  return supervise(first, {
    onLog: options.onLog,
    onLost: options.onLost ?? (() => undefined),
    restart: async () => {
      const running = launchPostgres(launch);
      if (await waitUntilReady(running, embeddedUrl({ port: launch.port, password }))) {
        await recordRunningDatabase(record, { port: launch.port, pid: running.pid, password });
        return running;
      }
      await stopPostgres(running.pid);
      return null;
    },
  });
}

/** The lock goes last: whoever takes it next finds no Postgres and no record. */
function stopOnce(
  supervisor: Supervisor,
  directory: DataDirectory,
  release: () => void,
): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= (async () => {
      await supervisor.stop();
      await forgetRunningDatabase(directory.running);
      release();
    })();
    return stopped;
  };
}

async function findFreePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
  });
}
