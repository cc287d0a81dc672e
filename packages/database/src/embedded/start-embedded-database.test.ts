import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  makeTestDirectory,
  readPostmasterPid,
  type TestDirectory,
} from "../test-support/data-directories.ts";
import { locateDataDirectory } from "./data-directory.ts";
import { findRunningDatabase } from "./running-database.ts";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./start-embedded-database.ts";

const SETTINGS = [
  ["fsync", "on"],
  ["full_page_writes", "on"],
  ["synchronous_commit", "on"],
  ["data_checksums", "on"],
  ["listen_addresses", "127.0.0.1"],
  ["server_encoding", "UTF8"],
  ["TimeZone", "UTC"],
  ["is_superuser", "off"],
];

let directory: TestDirectory;
let database: EmbeddedDatabase | undefined;

const start = async (): Promise<EmbeddedDatabase> => {
  database = await startEmbeddedDatabase({ dataDir: directory.dataDir, onLog: () => undefined });
  return database;
};

const query = async (url: string, statement: string): Promise<unknown> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const rows = await sql.unsafe(statement).finally(() => sql.end());
  return rows[0] === undefined ? undefined : Object.values(rows[0])[0];
};

beforeEach(async () => {
  directory = await makeTestDirectory();
});

afterEach(async () => {
  await database?.stop();
  database = undefined;
  await directory.remove();
});

describe("startEmbeddedDatabase", () => {
  it("keeps what was written, and is found while it runs", async () => {
    const first = await start();
    await query(first.url, "create table kept as select 42 as answer");
    expect(await findRunningDatabase(directory.dataDir)).toBe(first.url);
    await first.stop();
    expect(await findRunningDatabase(directory.dataDir)).toBeNull();
    const second = await start();
    expect(await query(second.url, "select answer from kept")).toBe(42);
  });

  it("runs durably, on loopback, without superuser rights", async () => {
    const { url } = await start();
    for (const [setting, value] of SETTINGS)
      expect([setting, await query(url, `show ${setting}`)]).toEqual([setting, value]);
  });

  it("lets nobody in without the password, and only its owner read that", async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    wrong.username = "postgres";
    await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28000" });
    const places = locateDataDirectory(directory.dataDir);
    const modes = await Promise.all([places.root, places.password, places.running].map(modeOf));
    expect(modes).toEqual(["700", "600", "600"]);
  });

  it("refuses a second start on one directory, in one sentence", async () => {
    await start();
    const second = startEmbeddedDatabase({ dataDir: directory.dataDir, onLog: () => undefined });
    await expect(second).rejects.toMatchObject({
      name: "StartFailure",
      message: `Due Regard is already running on the data directory ${directory.dataDir} (process ${process.pid}): stop it first, or set another DATA_DIR.`,
    });
  });

  it("waits for the directory when asked to", async () => {
    const first = await start();
    const second = startEmbeddedDatabase({
      dataDir: directory.dataDir,
      onLog: () => undefined,
      waitMs: 20_000,
    });
    await first.stop();
    database = await second;
    expect(await query(database.url, "select 1")).toBe(1);
  });

  it("starts anew where an earlier first start was interrupted", async () => {
    const { root, unfinishedPrefix } = locateDataDirectory(directory.dataDir);
    await mkdir(`${unfinishedPrefix}abcdef`, { recursive: true });
    await writeFile(join(`${unfinishedPrefix}abcdef`, "PG_VERSION"), "18\n");
    const { url } = await start();
    expect(await query(url, "select 1")).toBe(1);
    expect((await readdir(root)).filter((name) => name.startsWith("postgres.unfinished"))).toEqual([]);
  });

  it("sets a new password where the file was lost", async () => {
    const first = await start();
    await query(first.url, "create table kept as select 42 as answer");
    await first.stop();
    await rm(locateDataDirectory(directory.dataDir).password);
    const second = await start();
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
    expect(await query(second.url, "select answer from kept")).toBe(42);
  });

  it("is not misled by a process id that a stranger now has", async () => {
    await (await start()).stop();
    const pidFile = join(locateDataDirectory(directory.dataDir).cluster, "postmaster.pid");
    await writeFile(pidFile, `${process.pid}\n/somewhere/else\n1700000000\n1\n\n127.0.0.1\n\nready\n`);
    expect(await query((await start()).url, "select 1")).toBe(1);
    expect(await readPostmasterPid(directory.dataDir)).not.toBe(process.pid);
  });

  it("says why when the cluster can't be started", async () => {
    await (await start()).stop();
    const versionFile = join(locateDataDirectory(directory.dataDir).cluster, "PG_VERSION");
    expect(await readFile(versionFile, "utf8")).toBe("18\n");
    await chmod(versionFile, 0o600);
    await writeFile(versionFile, "14\n");
    await expect(start()).rejects.toMatchObject({
      name: "StartFailure",
      message: "The built-in database did not start (database files are incompatible with server).",
    });
  });
});

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
