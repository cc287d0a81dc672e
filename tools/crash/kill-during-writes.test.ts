import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAlive, stopPostgres } from "../../packages/database/src/embedded/postgres-process.ts";
import {
  makeTestDirectory,
  readPostmasterPid,
  type TestDirectory,
} from "../../packages/database/src/test-support/data-directories.ts";
import { type AnswerWriter, countEvents, createAnswerWriter } from "./answer-writer.ts";
import {
  type Application,
  createToken,
  freePort,
  type Place,
  startApplication,
  untilReady,
} from "./application.ts";

/** Of each kind. `CRASH_ROUNDS=100` makes the figure of design/security.md, in about ten minutes. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const TIMEOUT = 60_000 + ROUNDS * 20_000;
const READY_LIMIT_MS = 10_000;
const QUESTIONS = ["policy-change", "related-policies", "target-groups"];

let directory: TestDirectory;
let place: Place;
let application: Application;
let token: string;
let writers: AnswerWriter[];

beforeAll(async () => {
  directory = await makeTestDirectory();
  place = { dataDir: directory.dataDir, port: await freePort() };
  application = await startApplication(place);
  token = await createToken(place, "lead.officer@example.org");
  writers = QUESTIONS.map((question) => createAnswerWriter(place, token, question));
}, TIMEOUT);

afterAll(async () => {
  application?.process.kill("SIGKILL");
  await application?.exited;
  const leftover = await readPostmasterPid(directory.dataDir).catch(() => null);
  if (leftover !== null && isAlive(leftover)) await stopPostgres(leftover);
  await directory.remove();
}, TIMEOUT);

const acknowledged = (): number => writers.reduce((sum, writer) => sum + writer.acknowledged(), 0);

/** Some moment after writing has begun, in a save or between two, and after Postgres counts as steady again (supervise.ts). */
const anyMoment = (): Promise<void> => sleep(700 + Math.random() * 500);

/** Writes, brings the disaster about, waits until all is well again, and looks for everything that was acknowledged. */
const writeThrough = async (disaster: () => Promise<number>): Promise<number> => {
  const before = acknowledged();
  for (const writer of writers) writer.start();
  while (acknowledged() === before) await sleep(10);
  await anyMoment();
  const readyMs = await disaster();
  const after = acknowledged();
  while (acknowledged() < after + QUESTIONS.length) await sleep(10);
  for (const writer of writers) await writer.stop();
  for (const writer of writers) await writer.check();
  return readyMs;
};

const killServer = async (): Promise<number> => {
  application.process.kill("SIGKILL");
  await application.exited;
  application = await startApplication(place);
  return application.readyMs;
};

const killPostgres = async (): Promise<number> => {
  const pid = await readPostmasterPid(place.dataDir);
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await sleep(5);
  return await untilReady(place);
};

describe("kill -9 during writes through the API", () => {
  it.each([
    ["the server", killServer],
    ["Postgres", killPostgres],
  ])(
    "of %s: every acknowledged answer is there with its version, and it is ready again in time",
    { timeout: TIMEOUT },
    async (name, kill) => {
      const times: number[] = [];
      const savedBefore = acknowledged();
      const eventsBefore = await countEvents(place, token);
      for (let round = 0; round < ROUNDS; round += 1) times.push(await writeThrough(kill));
      const slowest = Math.max(...times);
      expect(slowest).toBeLessThan(READY_LIMIT_MS);
      const saved = acknowledged() - savedBefore;
      expect(saved).toBeGreaterThan(ROUNDS * QUESTIONS.length);
      // Each save is in the record; so may be those of which nobody was told.
      const recorded = (await countEvents(place, token)) - eventsBefore;
      expect(recorded).toBeGreaterThanOrEqual(saved);
      expect(recorded).toBeLessThanOrEqual(saved + ROUNDS * QUESTIONS.length);
      console.log(
        `${name}: ${ROUNDS} kills, ${saved} answers acknowledged, 0 lost, ready again in ${Math.round(slowest)} ms at most`,
      );
    },
  );
});
