import { sql as drizzleSql } from "drizzle-orm";
import { fromDrizzle, type JobWithMetadata, PgBoss } from "pg-boss";
import postgres from "postgres";
import { type Transaction, waitBeforeReconnecting } from "../connection.ts";
import { queueDriver } from "./queue-driver.ts";
import { QUEUE, QUEUE_SCHEMA } from "./queue-terms.ts";
import { WORKER_NAMES } from "./workers.ts";

/** A job as the queue hands it out: `attempt` counts from 1. */
export interface ClaimedJob {
  id: string;
  /** What was enqueued: the kind of job and its input. */
  data: unknown;
  attempt: number;
  /** True when a failure would be its last: nobody tries again. */
  isLast: boolean;
  /** Aborted when the job has taken too long, or when this process must end. */
  signal: AbortSignal;
  /**
   * Marks the job as done, in the transaction of what it did: both are kept or neither is. Throws when the job has been given
   * to another worker meanwhile, and so undoes what was done here.
   */
  complete: (tx: Transaction) => Promise<void>;
}

export interface QueueOptions {
  /** Jobs that run at the same time in this process. */
  concurrency: number;
  /** Whether this process could send email: it says so in the queue's register, for whoever asks. */
  sendsEmail: boolean;
  /** Told of what goes wrong with the queue itself, such as a lost connection. It goes on by itself. */
  onTrouble: (error: Error) => void;
}

/** A job that the clock enqueues. `cron` is read in London, where the councils are. */
export interface Schedule {
  job: string;
  cron: string;
}

export interface Queue {
  /** Begins to hand out jobs, each to one worker among all processes. */
  work: (run: (job: ClaimedJob) => Promise<void>) => Promise<void>;
  /** Makes these the jobs that the clock enqueues: others are forgotten. A time that nobody was there for is made up for, once. */
  keepSchedules: (schedules: readonly Schedule[]) => Promise<void>;
  /** Hands out no more jobs, and waits for those under way; what isn't done in time is given back, to be tried again. */
  close: (graceMs: number) => Promise<void>;
}

/** Statements of the queue's own: handing out, heartbeats, tidying. Jobs use the pool of the process. */
const CONNECTIONS = 2;

/** Reaches the queue for working on it. Enqueuing needs none of this: see enqueue-jobs.ts. */
export const openQueue = async (url: string, options: QueueOptions): Promise<Queue> => {
  const { concurrency, sendsEmail, onTrouble } = options;
  // A client without Drizzle over it, which changes how the driver reads and writes instants.
  const client = postgres(url, {
    max: CONNECTIONS,
    connect_timeout: 10,
    backoff: waitBeforeReconnecting,
    onnotice: () => {},
    connection: { application_name: "due-regard-jobs" },
  });
  const boss = new PgBoss({
    db: queueDriver(client),
    schema: QUEUE_SCHEMA,
    useListenNotify: true,
    instanceName: sendsEmail ? WORKER_NAMES.withEmail : WORKER_NAMES.withoutEmail,
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
  });
  boss.on("error", onTrouble);
  const close = async (graceMs: number): Promise<void> => {
    await boss.stop({ graceful: true, timeout: graceMs });
    await client.end({ timeout: 2 });
  };
  await boss.start().catch(async (error: unknown) => {
    await close(0);
    throw error;
  });
  return {
    close,
    work: async (run) => {
      for (let started = 0; started < concurrency; started += 1) await addWorker(boss, run);
    },
    keepSchedules: (schedules) => keepSchedules(boss, schedules),
  };
};

/** One job at a time; as long as there was one, it looks for the next at once instead of waiting to be woken. */
const addWorker = async (boss: PgBoss, run: (job: ClaimedJob) => Promise<void>): Promise<void> => {
  const worker = await boss.work(
    QUEUE,
    { includeMetadata: true },
    async (claimed: JobWithMetadata<unknown>[]) => {
      try {
        for (const job of claimed) await run(describeClaim(boss, job));
      } finally {
        boss.notifyWorker(worker);
      }
    },
  );
};

const describeClaim = (boss: PgBoss, job: JobWithMetadata<unknown>): ClaimedJob => ({
  id: job.id,
  data: job.data,
  attempt: job.retryCount + 1,
  isLast: job.retryCount >= job.retryLimit,
  signal: job.signal,
  complete: async (tx) => {
    const attempt = { id: job.id, retryCount: job.retryCount };
    const { affected } = (await boss.complete(QUEUE, attempt, null, {
      db: fromDrizzle(tx, drizzleSql),
    })) as { affected: number };
    if (affected !== 1) throw new Error("This job has been given to another worker meanwhile");
  },
});

const keepSchedules = async (boss: PgBoss, schedules: readonly Schedule[]): Promise<void> => {
  const wanted = new Set(schedules.map(({ job }) => job));
  for (const { key } of await boss.getSchedules(QUEUE))
    if (!wanted.has(key)) await boss.unschedule(QUEUE, key);
  for (const { job, cron } of schedules)
    await boss.schedule(QUEUE, cron, { job, input: {} }, { tz: "Europe/London", key: job, missed: "once" });
};
