import { execFile } from "node:child_process";
import { readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { DataDirectory } from "./data-directory.ts";
import { isAlive, stopPostgres } from "./postgres-process.ts";

/**
 * Clears the way after a kill -9 of the server, whose Postgres runs on in its own process group.
 *
 * It is stopped, not adopted: a clean stop takes a fifth of a second, and afterwards Postgres is our own child again, with
 * our settings, whose end we notice. What it had acknowledged is on disk either way. Call only while holding the
 * directory's lock: nobody else's Postgres can then be meant.
 */
export async function stopLeftoverPostgres(
  directory: DataDirectory,
  onLog: (line: string) => void,
): Promise<void> {
  const pidFile = join(directory.cluster, "postmaster.pid");
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  if (await runsOn(pid, directory.cluster)) {
    onLog(`stopping the Postgres (process ${pid}) that an earlier run left behind`);
    await stopPostgres(pid);
  } else {
    // The id now belongs to a stranger, which Postgres would take for a running server and refuse to start.
    await rm(pidFile, { force: true });
  }
}

/** Postgres works inside its cluster's directory; where there is no /proc, its command line names it. */
async function runsOn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "linux") return (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === cluster;
  const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.includes(cluster);
}
