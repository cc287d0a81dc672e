import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartFailure } from "../start-failure.ts";
import type { DataDirectory } from "./data-directory.ts";
import type { PostgresAccount } from "./postgres-account.ts";
import { POSTGRES_ENVIRONMENT, pointAtCluster } from "./postgres-process.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";

/** Name of the application's role and of its database. */
export const DATABASE_NAME = "due_regard";

/**
 * The bootstrap superuser has no line here and no password: nobody can sign in as it, and it is reached only by
 * single-user mode while the server is down.
 */
const HOST_ACCESS = `# Written by Due Regard. Loopback only, and only with the password.
host all ${DATABASE_NAME} 127.0.0.1/32 scram-sha-256
`;

/** C.UTF-8 from Postgres itself: the order of indexes can't shift with the machine's C library. */
const INITDB_OPTIONS = [
  "--username=postgres",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--auth=reject",
  "--no-instructions",
];

export interface ClusterTools {
  programs: PostgresPrograms;
  account: PostgresAccount;
  fsync: boolean;
}

/**
 * Makes the cluster where there is none and returns the role's password. The cluster is made under another name and
 * renamed when whole, so that an interrupted first start leaves nothing that looks finished.
 *
 * @throws StartFailure when initdb fails
 */
export async function initialiseCluster(directory: DataDirectory, tools: ClusterTools): Promise<string> {
  await removeUnfinished(directory);
  if (await isThere(directory.cluster)) return await ensurePassword(directory, tools);
  // A fresh name each time: an initdb that outlived a killed start can't write into this one.
  const unfinished = await mkdtemp(directory.unfinishedPrefix);
  await own(unfinished, tools.account);
  await runInitdb(unfinished, tools);
  await writeFile(join(unfinished, "pg_hba.conf"), HOST_ACCESS);
  const password = await setPassword(directory, unfinished, tools);
  await rename(unfinished, directory.cluster);
  await syncDirectory(directory.root);
  return password;
}

async function removeUnfinished({ root, unfinishedPrefix }: DataDirectory): Promise<void> {
  const names = await readdir(root);
  for (const path of names
    .map((name) => join(root, name))
    .filter((each) => each.startsWith(unfinishedPrefix))) {
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** A lost password file is no lost database: a new password is set. */
async function ensurePassword(directory: DataDirectory, tools: ClusterTools): Promise<string> {
  const password = await readFile(directory.password, "utf8").catch(() => "");
  return password.trim() || (await setPassword(directory, directory.cluster, tools));
}

/** Single-user mode reads one statement a line. The role owns its database and may make others, but is no superuser. */
async function setPassword(directory: DataDirectory, cluster: string, tools: ClusterTools): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  const isNew = cluster !== directory.cluster;
  const statements = isNew
    ? [
        `CREATE ROLE ${DATABASE_NAME} LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`,
        `CREATE DATABASE ${DATABASE_NAME} OWNER ${DATABASE_NAME}`,
      ]
    : [`ALTER ROLE ${DATABASE_NAME} PASSWORD '${password}'`];
  const { dataArgument, cwd } = pointAtCluster(cluster, tools.account);
  const options = tools.fsync ? [] : ["-c", "fsync=off"];
  await runProgram(tools.programs.postgres, ["--single", ...options, "-D", dataArgument, "postgres"], {
    cwd,
    account: tools.account,
    input: `${statements.join("\n")}\n`,
  });
  await writeFile(directory.password, `${password}\n`, { mode: 0o600 });
  return password;
}

async function runInitdb(cluster: string, tools: ClusterTools): Promise<void> {
  const { dataArgument, cwd } = pointAtCluster(cluster, tools.account);
  const options = tools.fsync ? INITDB_OPTIONS : [...INITDB_OPTIONS, "--no-sync"];
  await runProgram(tools.programs.initdb, [`--pgdata=${dataArgument}`, ...options], {
    cwd,
    account: tools.account,
    input: "",
  });
}

interface Run {
  cwd: string;
  account: PostgresAccount;
  input: string;
}

async function runProgram(program: string, args: string[], { cwd, account, input }: Run): Promise<void> {
  const child = spawn(program, args, {
    ...account,
    cwd,
    // Out of reach of a terminal's Ctrl-C, which the server answers when this is done.
    detached: true,
    env: POSTGRES_ENVIRONMENT,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const problem = await new Promise<string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) =>
      resolve(code === 0 && !/\b(ERROR|FATAL|PANIC): /.test(output) ? null : lastLine(output)),
    );
  });
  if (problem !== null) throw new StartFailure(`The built-in database could not be set up (${problem}).`);
}

const lastLine = (output: string): string => output.trim().split("\n").at(-1) ?? "no reason given";

async function own(path: string, account: PostgresAccount): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}

/** A rename is durable only when the directory that holds the name has been written out. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
