import { setTimeout as sleep } from "node:timers/promises";
import { connectDatabase, type DatabaseConnection } from "@due-regard/database/connection";
import { listDeadJobs, retryDeadJob } from "@due-regard/database/jobs/dead-jobs";
import { enqueueJobs, type NewJob } from "@due-regard/database/jobs/enqueue-jobs";
import { createTestDatabase, type TestDatabase } from "@due-regard/database/test-support/test-database";
import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type AnyJob, defineJob } from "./job.ts";
import { startWorker, type Worker } from "./start-worker.ts";

/** Each test's jobs write a row, so that what was done can be counted. */
let testDatabase: TestDatabase;
let database: DatabaseConnection;
let workers: Worker[] = [];
let log: { msg: string; job?: string; isLast?: boolean }[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = connectDatabase(testDatabase.url, { max: 6 });
  await database.sql`create table done (what text not null)`;
});
beforeEach(async () => {
  await database.sql`truncate done`;
  await database.sql`delete from jobs.job where name in ('jobs', 'dead-jobs')`;
  log = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const start = async (jobs: Record<string, AnyJob>): Promise<Worker> => {
  const destination = { write: (line: string) => void log.push(JSON.parse(line)) };
  const worker = await startWorker({
    db: database.db,
    databaseUrl: testDatabase.url,
    logger: pino({ level: "info" }, destination),
    mail: null,
    baseUrl: "http://localhost",
    jobs,
  });
  workers.push(worker);
  return worker;
};

const enqueue = (...jobs: NewJob[]): Promise<void> => database.db.transaction((tx) => enqueueJobs(tx, jobs));
const done = async (): Promise<string[]> =>
  (await database.sql`select what from done order by what`).map(({ what }) => what);
const until = async (condition: () => Promise<boolean> | boolean, ms = 10_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("It never came about");
    await sleep(20);
  }
};
/** The wait before another try is half a minute: tests cut it short. */
const hurry = async (): Promise<void> => {
  await database.sql`update jobs.job set start_after = now() where name = 'jobs' and state = 'retry'`;
  await database.sql`select pg_notify('pgboss_' || left(encode(sha224('jobs'::bytea), 'hex'), 24), 'jobs')`;
};

const NOTE = z.object({ what: z.string() });
const note = defineJob({
  input: NOTE,
  run: async (tx, { what }) => void (await tx.execute(sql`insert into done values (${what})`)),
});

describe("the job queue", () => {
  it("has a job exactly when the write that it follows from was kept, and does it at once", async () => {
    await start({ note });
    const undone = database.db.transaction(async (tx) => {
      await enqueueJobs(tx, [{ job: "note", input: { what: "never" } }]);
      throw new Error("rolled back");
    });
    await expect(undone).rejects.toThrow("rolled back");
    await enqueue({ job: "note", input: { what: "kept" } });
    await until(async () => (await done()).length > 0, 1_500);
    expect(await done()).toEqual(["kept"]);
  });

  it("takes two jobs with one key for one, also after it was done", async () => {
    const twice = { job: "note", input: { what: "once" }, key: "k" };
    await enqueue(twice, twice);
    await start({ note });
    await until(async () => (await done()).length > 0);
    await enqueue(twice, { ...twice, key: "other" });
    await until(async () => (await done()).length > 1);
    expect(await done()).toEqual(["once", "once"]);
  });

  it("gives each job to one of two workers", async () => {
    await start({ note });
    await start({ note });
    const names = Array.from({ length: 40 }, (_, index) => `job ${String(index).padStart(2, "0")}`);
    await enqueue(...names.map((what) => ({ job: "note", input: { what } })));
    await until(async () => (await done()).length >= names.length);
    expect(await done()).toEqual(names);
  });

  it("undoes the writes of an attempt that failed, tries again, and says what went wrong without anybody's words", async () => {
    let attempts = 0;
    const failing = defineJob({
      input: NOTE,
      run: async (tx, { what }) => {
        attempts += 1;
        await tx.execute(sql`insert into done values (${what})`);
        if (attempts < 3) throw new Error(`could not write to someone@example.org`);
      },
    });
    await start({ failing });
    await enqueue({ job: "failing", input: { what: "third time" } });
    await until(() => attempts === 1);
    await until(async () => (await retries()).length === 1);
    const [first] = await retries();
    expect(first).toMatchObject({ retry: 0, waits: true });
    expect(first?.output).toBe("Error: could not write to [email]");
    for (const attempt of [2, 3]) {
      await until(async () => {
        await hurry();
        return attempts === attempt;
      });
    }
    await until(async () => (await done()).length > 0);
    expect(await done()).toEqual(["third time"]);
    expect(log.filter(({ msg }) => msg === "job failed")).toHaveLength(2);
  });

  const retries = async () =>
    await database.sql`
      select retry_count as retry, start_after > now() + interval '10 seconds' as waits, output->>'message' as output
      from jobs.job where name = 'jobs' and state = 'retry'`;

  it("lays a job that failed for good before the administrator, who may have it tried anew", async () => {
    let works = false;
    const stubborn = defineJob({
      input: NOTE,
      run: async (tx, { what }) => {
        if (!works) throw new Error("not yet");
        await tx.execute(sql`insert into done values (${what})`);
      },
    });
    await enqueue({ job: "stubborn", input: { what: "at last" } });
    await database.sql`update jobs.job set retry_count = retry_limit where name = 'jobs'`;
    await start({ stubborn });
    await until(async () => (await listDeadJobs(database.db)).length === 1);
    const [dead] = await listDeadJobs(database.db);
    expect(dead).toMatchObject({ job: "stubborn", input: { what: "at last" }, error: "Error: not yet" });
    expect(log.at(-1)).toMatchObject({ msg: "job failed", isLast: true });
    works = true;
    const retry = () => database.db.transaction((tx) => retryDeadJob(tx, dead?.id ?? ""));
    expect([await retry(), await retry()]).toEqual([true, false]);
    await until(async () => (await done()).length > 0);
    expect([await done(), await listDeadJobs(database.db)]).toEqual([["at last"], []]);
  });

  it("shows jobs of an unknown kind and with an input that does not read, instead of losing them", async () => {
    await start({ note });
    await enqueue({ job: "nothing", input: {} }, { job: "note", input: { what: 1 } });
    await until(async () => (await retries()).length === 2);
    const said = (await retries()).map(({ output }) => output).sort();
    expect(said[0]).toBe("Error: There is no job of the kind nothing");
    expect(said[1]).toMatch(/^ZodError: /);
  });

  it("writes nothing for a worker that was taken for dead meanwhile", async () => {
    let resume = (): void => undefined;
    let began = 0;
    const slow = defineJob({
      input: NOTE,
      prepare: () => {
        began += 1;
        return began === 1 ? new Promise<void>((resolve) => (resume = resolve)) : Promise.resolve();
      },
      run: async (tx, { what }) => void (await tx.execute(sql`insert into done values (${what})`)),
    });
    await start({ slow });
    await enqueue({ job: "slow", input: { what: "once" } });
    await until(() => began === 1);
    // As the queue does with a job whose worker was not heard of for a minute.
    await database.sql`update jobs.job set state = 'retry', retry_count = 1, start_after = now() where name = 'jobs'`;
    await hurry();
    await until(async () => (await done()).length === 1);
    resume();
    await until(() => log.some(({ msg }) => msg === "job failed"));
    expect(await done()).toEqual(["once"]);
  });

  it("waits for a job under way when it is stopped, and takes no further one", async () => {
    let release = (): void => undefined;
    let began = false;
    const slow = defineJob({
      input: NOTE,
      prepare: () => {
        began = true;
        return new Promise<void>((resolve) => (release = resolve));
      },
      run: async (tx, { what }) => void (await tx.execute(sql`insert into done values (${what})`)),
    });
    const worker = await start({ slow, note });
    await enqueue({ job: "slow", input: { what: "under way" } });
    await until(() => began);
    const stopped = worker.stop();
    await sleep(50);
    await enqueue({ job: "note", input: { what: "later" } });
    release();
    await stopped;
    expect(await done()).toEqual(["under way"]);
    await start({ slow, note });
    await until(async () => (await done()).length > 1);
    expect(await done()).toEqual(["later", "under way"]);
  });

  it("goes on by itself when Postgres has ended all its connections", async () => {
    await start({ note });
    const admin = connectDatabase(testDatabase.url, { max: 1 });
    await admin.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await admin.close();
    await until(() =>
      enqueue({ job: "note", input: { what: "after" } }).then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await done().catch(() => [])).length > 0);
    expect(new Set(await done())).toEqual(new Set(["after"]));
  });

  it("keeps the times of the clock's jobs as they stand in the code, in London", async () => {
    const daily = { ...note, cron: "30 7 * * *" };
    await (await start({ daily, old: { ...note, cron: "0 3 * * *" } })).stop();
    await start({ daily, note });
    const kept =
      await database.sql`select key, cron, timezone, options->>'missed' as missed, data from jobs.schedule`;
    expect([...kept]).toEqual([
      {
        key: "daily",
        cron: "30 7 * * *",
        timezone: "Europe/London",
        missed: "once",
        data: { job: "daily", input: {} },
      },
    ]);
  });
});
