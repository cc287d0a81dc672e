import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  makeTestDirectory,
  readPostmasterPid,
  type TestDirectory,
} from "../test-support/data-directories.ts";
import { isAlive, stopPostgres } from "./postgres-process.ts";
import { findRunningDatabase } from "./running-database.ts";
import { startEmbeddedDatabase } from "./start-embedded-database.ts";

const WRITER = fileURLToPath(new URL("../test-support/write-until-killed.ts", import.meta.url));
const ROUNDS = 3;
const WRITE_FOR_MS = 300;

interface Writer {
  process: ChildProcess;
  /** Numbers that Postgres had acknowledged. */
  acknowledged: number[];
  waitFor: (condition: () => boolean) => Promise<void>;
  exited: Promise<void>;
}

let directory: TestDirectory;
let writers: Writer[];

beforeEach(async () => {
  directory = await makeTestDirectory();
  writers = [];
});

afterEach(async () => {
  for (const writer of writers) writer.process.kill("SIGKILL");
  const leftover = await readPostmasterPid(directory.dataDir).catch(() => null);
  if (leftover !== null && isAlive(leftover)) await stopPostgres(leftover);
  await directory.remove();
});

async function startWriter(): Promise<Writer> {
  const child = spawn(process.execPath, [WRITER, directory.dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const acknowledged: number[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    if (line !== "ready") acknowledged.push(Number(line));
  });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const waitFor = async (condition: () => boolean): Promise<void> => {
    const deadline = Date.now() + 20_000;
    while (!condition()) {
      if (Date.now() > deadline)
        throw new Error(`the writer did not get there: ${lines.slice(-3).join(" ")}`);
      await sleep(10);
    }
  };
  const writer = { process: child, acknowledged, waitFor, exited };
  writers.push(writer);
  await waitFor(() => lines.includes("ready"));
  return writer;
}

async function readWritten(url: string): Promise<Set<number>> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ number: number }[]>`select number from written`.finally(() => sql.end());
  return new Set(rows.map((row) => row.number));
}

const missing = (acknowledged: number[], written: Set<number>): number[] =>
  acknowledged.filter((number) => !written.has(number));

describe("kill -9 during writes", () => {
  it("of the server: the next start takes over at once and every acknowledged row is there", async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const writer = await startWriter();
      await sleep(WRITE_FOR_MS);
      writer.process.kill("SIGKILL");
      await writer.exited;
      acknowledged.push(...writer.acknowledged);
      expect(isAlive(await readPostmasterPid(directory.dataDir)), "Postgres outlives its server").toBe(true);
      const startedAt = Date.now();
      const database = await startEmbeddedDatabase({ dataDir: directory.dataDir, onLog: () => undefined });
      expect(Date.now() - startedAt).toBeLessThan(10_000);
      expect(missing(acknowledged, await readWritten(database.url))).toEqual([]);
      await database.stop();
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 10);
  });

  it("of Postgres: it is brought back on the same address and every acknowledged row is there", async () => {
    const writer = await startWriter();
    const url = (await findRunningDatabase(directory.dataDir)) ?? "";
    for (let round = 0; round < ROUNDS; round += 1) {
      await sleep(WRITE_FOR_MS);
      const pid = await readPostmasterPid(directory.dataDir);
      process.kill(pid, "SIGKILL");
      await vi.waitFor(async () => expect(await readPostmasterPid(directory.dataDir)).not.toBe(pid), {
        timeout: 10_000,
      });
      // What was on its way when Postgres died has arrived by now: the writer goes on against the new one.
      const before = writer.acknowledged.length;
      await writer.waitFor(() => writer.acknowledged.length > before + 10);
      expect(missing([...writer.acknowledged], await readWritten(url))).toEqual([]);
    }
    expect(await findRunningDatabase(directory.dataDir)).toBe(url);
  });

  it("of both together: the next start recovers", async () => {
    const writer = await startWriter();
    await sleep(WRITE_FOR_MS);
    process.kill(await readPostmasterPid(directory.dataDir), "SIGKILL");
    writer.process.kill("SIGKILL");
    await writer.exited;
    expect(await findRunningDatabase(directory.dataDir)).toBeNull();
    const database = await startEmbeddedDatabase({ dataDir: directory.dataDir, onLog: () => undefined });
    expect(missing(writer.acknowledged, await readWritten(database.url))).toEqual([]);
    await database.stop();
  });

  it("refuses a second start while the server lives, and not after", async () => {
    const writer = await startWriter();
    const second = startEmbeddedDatabase({ dataDir: directory.dataDir, onLog: () => undefined });
    await expect(second).rejects.toThrow(`(process ${writer.process.pid})`);
    writer.process.kill("SIGKILL");
    await writer.exited;
    const database = await startEmbeddedDatabase({ dataDir: directory.dataDir, onLog: () => undefined });
    await database.stop();
  });
});
