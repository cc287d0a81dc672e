import { sql } from "drizzle-orm";
import type { Executor, Transaction } from "../connection.ts";
import { enqueueJobs } from "./enqueue-jobs.ts";
import { DEAD_QUEUE, QUEUE, QUEUE_SCHEMA } from "./queue-terms.ts";

/** A job that failed for good, and waits for an administrator. */
export interface DeadJob {
  id: string;
  job: string;
  input: Record<string, unknown>;
  /** What went wrong the last time, without anybody's texts. */
  error: string;
  attempts: number;
  enqueuedAt: string;
  failedAt: string;
}

const TABLE = sql.raw(`${QUEUE_SCHEMA}.job`);

const DEAD = sql`
  select id, data->>'job' as job, coalesce(data->'input', '{}') as input,
    coalesce(source_output->>'message', 'It never came back: the process that ran it ended') as error,
    coalesce(source_retry_count, 0) + 1 as attempts,
    to_json(coalesce(source_created_on, created_on))#>>'{}' as "enqueuedAt", to_json(created_on)#>>'{}' as "failedAt"
  from ${TABLE} where name = ${DEAD_QUEUE} and state = 'created'`;

/** The jobs that failed for good, latest first, up to `limit`. */
export const listDeadJobs = async (db: Executor, limit = 200): Promise<DeadJob[]> => [
  ...(await db.execute<DeadJob & Record<string, unknown>>(
    sql`${DEAD} order by created_on desc, id limit ${limit}`,
  )),
];

/** Takes a dead job out of those that wait. Null: it isn't there, or is no longer. */
export const takeDeadJob = async (
  tx: Transaction,
  id: string,
): Promise<{ job: string; input: Record<string, unknown> } | null> => {
  const [taken] = await tx.execute<{ job: string; input: Record<string, unknown> }>(sql`
    delete from ${TABLE} where name = ${DEAD_QUEUE} and state = 'created' and id = ${id}::uuid
    returning data->>'job' as job, coalesce(data->'input', '{}') as input`);
  return taken ?? null;
};

/** Lets a dead job be tried anew, as if it had just been enqueued. False: it isn't there, or is no longer. */
export const retryDeadJob = async (tx: Transaction, id: string): Promise<boolean> => {
  const taken = await takeDeadJob(tx, id);
  if (taken === null) return false;
  await enqueueJobs(tx, [taken]);
  return true;
};

export interface QueueCounts {
  waiting: number;
  active: number;
  dead: number;
  /** When the job that has waited longest could have run. Null: none waits. */
  oldestWaitingSince: string | null;
}

/** How the queue stands: for the administrator's page. */
export const countJobs = async (db: Executor): Promise<QueueCounts> => {
  const [counts] = await db.execute<QueueCounts & Record<string, unknown>>(sql`
    select
      count(*) filter (where name = ${QUEUE} and state in ('created', 'retry'))::int as waiting,
      count(*) filter (where name = ${QUEUE} and state = 'active')::int as active,
      count(*) filter (where name = ${DEAD_QUEUE} and state = 'created')::int as dead,
      to_json(min(start_after) filter (where name = ${QUEUE} and state in ('created', 'retry') and start_after <= now()))#>>'{}'
        as "oldestWaitingSince"
    from ${TABLE} where name in (${QUEUE}, ${DEAD_QUEUE})`);
  return counts ?? { waiting: 0, active: 0, dead: 0, oldestWaitingSince: null };
};
