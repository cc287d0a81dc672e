import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { StartFailure } from "../start-failure.ts";
import type { DataDirectory } from "./data-directory.ts";

const run = promisify(execFile);
const ACCOUNT = "postgres";

/** The account that Postgres runs as; null: our own. */
export type PostgresAccount = { uid: number; gid: number } | null;

/**
 * Postgres refuses to run as root. So as root it runs as whoever owns the cluster already, else as the machine's account
 * "postgres", which is made where it is missing; otherwise it runs as ourselves.
 *
 * @throws StartFailure where no account can be found or made
 */
export async function findPostgresAccount(directory: DataDirectory): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return null;
  if (process.platform !== "linux") {
    throw new StartFailure(
      "The built-in database doesn't run as root on this system: start Due Regard as an ordinary user.",
    );
  }
  return (await ownerOf(directory.cluster)) ?? (await lookUpAccount()) ?? (await makeAccount());
}

async function ownerOf(path: string): Promise<PostgresAccount> {
  const owner = await stat(path).catch(() => null);
  return owner === null || owner.uid === 0 ? null : { uid: owner.uid, gid: owner.gid };
}

async function lookUpAccount(): Promise<PostgresAccount> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", ACCOUNT]), run("id", ["-g", ACCOUNT])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeAccount(): Promise<PostgresAccount> {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  await run("useradd", [...options, ACCOUNT]).catch(() => null);
  const account = await lookUpAccount();
  if (account !== null) return account;
  throw new StartFailure(
    `Postgres can't run as root and no account "${ACCOUNT}" could be made: start Due Regard as an ordinary user, or set DATABASE_URL.`,
  );
}
