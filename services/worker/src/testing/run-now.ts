import type { Database } from "@due-regard/database/connection";
import { pino } from "pino";
import type { AnyJob, JobContext } from "../job.ts";

export interface RunNow {
  db: Database;
  job: AnyJob;
  input?: unknown;
  context?: Partial<JobContext>;
  isLast?: boolean;
}

/** One attempt at a job, without the queue: what it writes is kept, what it throws is thrown. */
export const runNow = async ({ db, job, input = {}, context, isLast = false }: RunNow): Promise<void> => {
  const whole: JobContext = {
    db,
    now: () => new Date(),
    logger: pino({ level: "silent" }),
    mailer: null,
    scanner: null,
    baseUrl: "https://due-regard.example.org",
    ...context,
  };
  const write = await job.begin(whole, input, { isLast, signal: new AbortController().signal });
  await db.transaction(write);
};
