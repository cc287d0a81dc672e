import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { locateDataDirectory } from "./data-directory.ts";
import { DATABASE_NAME } from "./initialise-cluster.ts";
import { answers, isAlive } from "./postgres-process.ts";

/** What the operator's commands need to reach the database of a running server. */
export interface RunningDatabase {
  port: number;
  /** Process id of Postgres. */
  pid: number;
  password: string;
}

/** The address of the embedded database: always loopback. */
export const embeddedUrl = ({ port, password }: Omit<RunningDatabase, "pid">): string =>
  `postgres://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;

/** Written whole or not at all, and readable by the owner only: it holds the password. Null: nobody is to find it. */
export async function recordRunningDatabase(path: string | null, running: RunningDatabase): Promise<void> {
  if (path === null) return;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  await rename(draft, path);
}

export async function forgetRunningDatabase(path: string): Promise<void> {
  await rm(path, { force: true });
}

/**
 * Finds the embedded database of a server that runs on this DATA_DIR.
 *
 * @returns its URL, password included, or null when none runs there (a record that a kill -9 left behind counts as none)
 */
export async function findRunningDatabase(dataDir: string): Promise<string | null> {
  const running = await readRecord(locateDataDirectory(dataDir).running);
  if (running === null || !isAlive(running.pid)) return null;
  const url = embeddedUrl(running);
  return (await answers(url)) ? url : null;
}

async function readRecord(path: string): Promise<RunningDatabase | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as RunningDatabase;
  } catch {
    return null;
  }
}
