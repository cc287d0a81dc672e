import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { locateDataDirectory } from "../embedded/data-directory.ts";

export interface TestDirectory {
  /** A DATA_DIR that does not exist yet, with a space in its path, below a directory that only we may enter. */
  dataDir: string;
  remove: () => Promise<void>;
}

export async function makeTestDirectory(): Promise<TestDirectory> {
  const parent = await mkdtemp(join(tmpdir(), "due-regard-data-"));
  return { dataDir: join(parent, "the data"), remove: () => rm(parent, { recursive: true, force: true }) };
}

/** Process id of the Postgres that last started on this DATA_DIR. */
export async function readPostmasterPid(dataDir: string): Promise<number> {
  const text = await readFile(join(locateDataDirectory(dataDir).cluster, "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}
