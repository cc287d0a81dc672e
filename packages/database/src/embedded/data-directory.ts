import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartFailure } from "../start-failure.ts";

/** Where everything lies inside one DATA_DIR. All paths are absolute. */
export interface DataDirectory {
  root: string;
  /** The finished Postgres cluster: it carries this name only once it is whole. */
  cluster: string;
  /** How the name of a cluster in the making begins: an interrupted first start leaves one, the next throws it away. */
  unfinishedPrefix: string;
  /** Held by the kernel for as long as the owning process lives. */
  lock: string;
  /** The database role's password, readable by the owner only. */
  password: string;
  /** What Postgres has to say: no statements and no values. */
  log: string;
  /** How to reach the running database, for the operator's commands. Readable by the owner only. */
  running: string;
}

/** Names the places inside a DATA_DIR; touches nothing. */
export function locateDataDirectory(dataDir: string): DataDirectory {
  const root = resolve(dataDir);
  return {
    root,
    cluster: join(root, "postgres"),
    unfinishedPrefix: join(root, "postgres.unfinished-"),
    lock: join(root, "in-use.lock"),
    password: join(root, "postgres.password"),
    log: join(root, "postgres.log"),
    running: join(root, "postgres.running.json"),
  };
}

/** Makes the directory, for its owner only, where it is missing. Throws StartFailure where that can't be done. */
export async function makeDataDirectory(dataDir: string): Promise<DataDirectory> {
  const directory = locateDataDirectory(dataDir);
  try {
    await mkdir(directory.root, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new StartFailure(`The data directory ${directory.root} can't be made or used (${code}).`);
  }
  return directory;
}
