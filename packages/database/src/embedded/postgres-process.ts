import { type ChildProcess, spawn } from "node:child_process";
import { totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { PostgresAccount } from "./postgres-account.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";

const MEGABYTE = 1024 * 1024;
const READY_WITHIN_MS = 120_000;
const PROBE_EVERY_MS = 40;
/** What our own probes are answered until it is ready; not worth a line each. */
const NOT_READY_YET = /the database system is (starting up|not yet accepting connections)/;
const KEPT_LOG_LINES = 20;
/** Fast shutdown, then without waiting for clients, then by force: a fast one takes 0.2 s. */
const STOP_STEPS: { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: "SIGINT", waitMs: 20_000 },
  { signal: "SIGQUIT", waitMs: 5_000 },
  { signal: "SIGKILL", waitMs: 5_000 },
];

export interface PostgresLaunch {
  programs: PostgresPrograms;
  account: PostgresAccount;
  cluster: string;
  port: number;
  /** Written to disk before a commit is acknowledged. Off only for throw-away test servers. */
  fsync: boolean;
  onLog: (line: string) => void;
}

export interface PostgresProcess {
  pid: number;
  /** Resolves when the process has ended, for whatever reason; never rejects. */
  ended: Promise<void>;
  /** The last lines that it wrote, for when it fails to start. */
  lastLines: () => string[];
}

/**
 * How a program is pointed at a cluster. As root the account may not pass through the directories above the cluster
 * (0700 parents, /root): Node enters it while still root, and Linux lets a process name the directory that it is in.
 */
export function pointAtCluster(
  cluster: string,
  account: PostgresAccount,
): { dataArgument: string; cwd: string } {
  return { dataArgument: account === null ? cluster : "/proc/self/cwd", cwd: cluster };
}

/** Nothing of ours may leak in: PGPORT, PGDATA and LC_ALL would each change what Postgres does. */
export const POSTGRES_ENVIRONMENT = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * Starts Postgres on loopback only, in a process group of its own, so that a terminal's Ctrl-C reaches us and not it:
 * the server drains first. Its log names no values: no statements, no details.
 */
export function launchPostgres(launch: PostgresLaunch): PostgresProcess {
  const { dataArgument, cwd } = pointAtCluster(launch.cluster, launch.account);
  const child = spawn(launch.programs.postgres, ["-D", dataArgument, ...settings(launch)], {
    ...launch.account,
    cwd,
    detached: true,
    env: POSTGRES_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines = keepLastLines(child, launch.onLog);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => {
      lines.push(error.message);
      resolve();
    });
  });
  return { pid: child.pid ?? -1, ended, lastLines: () => lines };
}

/** Data that nobody will miss need not reach the disk, nor be tidied: autovacuum would keep a test from dropping its database. */
const FOR_TESTS_ALONE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
};

/**
 * Pages that Postgres holds itself. With its own default of 128 MB an import of some 100,000 figures pushes out pages that it needs again
 * at once, each to be written, and its log before it. An eighth of the machine, or of what a container
 * may have, as far as that goes; taken up only as it is used.
 */
const sharedBuffers = (): string => {
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const eighth = Math.floor(Math.min(totalmem(), allowed) / 8 / MEGABYTE);
  return `${Math.min(Math.max(eighth, 128), 512)}MB`;
};

function settings({ port, fsync }: PostgresLaunch): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    max_connections: "200",
    ...(fsync ? { shared_buffers: sharedBuffers() } : FOR_TESTS_ALONE),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function keepLastLines(child: ChildProcess, onLog: (line: string) => void): string[] {
  const lines: string[] = [];
  child.stderr?.setEncoding("utf8");
  child.stderr?.on("data", (text: string) => {
    for (const line of text.split("\n").filter(isWorthKeeping)) {
      onLog(line);
      lines.push(line);
    }
    lines.splice(0, lines.length - KEPT_LOG_LINES);
  });
  return lines;
}

const isWorthKeeping = (line: string): boolean => line.trim() !== "" && !NOT_READY_YET.test(line);

/**
 * Waits until the database answers a query, through crash recovery if need be.
 *
 * @returns false when Postgres ended first, or did not answer within two minutes
 */
export async function waitUntilReady(running: PostgresProcess, url: string): Promise<boolean> {
  let ended = false;
  void running.ended.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < deadline) {
    if (await answers(url)) return true;
    await Promise.race([sleep(PROBE_EVERY_MS), running.ended]);
  }
  return false;
}

/** Whether a database answers a query at this address with this password. */
export async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

/** Stops a Postgres by its postmaster's id: in order first, by force only when it will not go. */
export async function stopPostgres(pid: number): Promise<void> {
  for (const { signal, waitMs } of STOP_STEPS) {
    if (!sendSignal(pid, signal)) return;
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
}

export const isAlive = (pid: number): boolean => sendSignal(pid, 0);

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
