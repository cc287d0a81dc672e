import type { Database } from "@due-regard/database/connection";
import { sql } from "drizzle-orm";
import type { JobContext } from "../job.ts";
import { JOBS } from "../registry.ts";
import { runNow } from "./run-now.ts";

const MOST_ROUNDS = 20;

/**
 * Does the jobs that wait, and those that they enqueue, one after another and without a worker. Returns their kinds.
 * `rounds: 1`: not those that they enqueue.
 */
export const runWaiting = async (
  db: Database,
  context: Partial<JobContext> = {},
  { isLast = false, rounds = MOST_ROUNDS }: { isLast?: boolean; rounds?: number } = {},
): Promise<string[]> => {
  const done: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const waiting = await db.execute<{ data: { job: string; input: unknown } }>(sql`
      with next as (select name, id from jobs.job where name = 'jobs' and state = 'created' order by created_on, id)
      update jobs.job j set state = 'completed', completed_on = now() from next
      where j.name = next.name and j.id = next.id returning j.data`);
    if (waiting.length === 0) return done;
    for (const { data } of waiting) {
      const job = JOBS[data.job];
      if (job === undefined) throw new Error(`There is no job of the kind ${data.job}`);
      await runNow({ db, job, input: data.input, context, isLast });
      done.push(data.job);
    }
  }
  if (rounds === MOST_ROUNDS) throw new Error("The jobs enqueue each other without end");
  return done;
};
