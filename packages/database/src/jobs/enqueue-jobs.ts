import { hashContent } from "@due-regard/domain/seal/hash-content";
import { sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";
import { QUEUE, QUEUE_SCHEMA } from "./queue-terms.ts";

/** A job to be done after what is being written: it exists exactly when the write does. */
export interface NewJob {
  /** Which kind, by its name in services/worker/src/registry.ts. */
  job: string;
  /** JSON, with ids in place of texts: administrators may read it when the job fails. */
  input: Record<string, unknown>;
  /** Two jobs of a kind with the same key are one. Left out: every call counts. */
  key?: string;
}

/**
 * Enqueues jobs in the transaction of the write that they follow from: one statement, and nothing when there are none. Rows
 * are inserted as the queue's documentation lays them out, so that whoever writes needs no connection to the queue.
 */
export const enqueueJobs = async (tx: Transaction, jobs: readonly NewJob[]): Promise<void> => {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ job, input, key }) => ({
    id: key === undefined ? null : idOf(job, key),
    data: { job, input },
  }));
  await tx.execute(sql`
    with added as (
      insert into ${TABLE} (id, name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
        deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
      select coalesce(new.id, gen_random_uuid()), ${QUEUE}, new.data, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
        q.retry_delay_max, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second',
        q.dead_letter, q.heartbeat_seconds
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as new (id uuid, data jsonb)
        left join ${QUEUES} q on q.name = ${QUEUE}
      on conflict do nothing
      returning 1
    )
    select pg_notify(${CHANNEL}, ${QUEUE}) from added limit 1`);
};

const TABLE = sql.raw(`${QUEUE_SCHEMA}.job`);
const QUEUES = sql.raw(`${QUEUE_SCHEMA}.queue`);
/** Where workers listen. Should the library choose another name one day, they still look every two seconds. */
const CHANNEL = sql.raw(`('pgboss_' || left(encode(sha224('${QUEUE_SCHEMA}'::bytea), 'hex'), 24))`);

/** The same id for the same key: the queue's primary key then holds that it is there once, for as long as it is kept. */
const idOf = (job: string, key: string): string => {
  const hash = hashContent({ job, key });
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
};
