import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "../start-failure.ts";
import type { DataDirectory } from "./data-directory.ts";

const SQLITE_BUSY = 5;
const RETRY_EVERY_MS = 200;

export interface DirectoryLock {
  release: () => void;
}

/**
 * Makes this process the only user of a DATA_DIR, until it releases the lock or dies.
 *
 * Node has no file locks of its own and a file with a process id goes stale after kill -9 (and lies when ids are used
 * again, as in containers). SQLite, which Node carries, takes a real lock from the kernel: it vanishes with the process,
 * however that ends. Nothing is ever stored in the file.
 *
 * @param waitMs how long to wait for another user to finish; 0 refuses at once
 * @throws StartFailure when somebody else has the directory
 */
export async function lockDirectory(directory: DataDirectory, waitMs = 0): Promise<DirectoryLock> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const lock = tryLock(directory.lock);
    if (lock !== null) {
      noteOwner(directory);
      return lock;
    }
    if (Date.now() >= deadline) throw new StartFailure(describeOwner(directory));
    await sleep(RETRY_EVERY_MS);
  }
}

function tryLock(path: string): DirectoryLock | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw new StartFailure(`The data directory can't be locked at ${path} (${(error as Error).message}).`);
  }
  const held = database;
  return { release: () => held.isOpen && held.close() };
}

/** The id is for the message alone; the lock itself never depends on it. */
function noteOwner(directory: DataDirectory): void {
  writeFileSync(ownerPath(directory), `${process.pid}\n`, { mode: 0o600 });
}

function describeOwner(directory: DataDirectory): string {
  let owner = "another process";
  try {
    owner = `process ${readFileSync(ownerPath(directory), "utf8").trim()}`;
  } catch {
    // The owner has taken the lock but not yet written its id.
  }
  return `Due Regard is already running on the data directory ${directory.root} (${owner}): stop it first, or set another DATA_DIR.`;
}

const ownerPath = (directory: DataDirectory): string => `${directory.lock}.pid`;
