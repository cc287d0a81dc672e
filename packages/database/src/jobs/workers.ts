import { sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { QUEUE_SCHEMA } from "./queue-terms.ts";

/** How a process that works on the queue names itself in the queue's register: whether it could send email. */
export const WORKER_NAMES = { withEmail: "worker with email", withoutEmail: "worker without email" } as const;

/** After that long without a sign of life a process is taken for gone: three of the register's half minutes. */
const SILENCE_SECONDS = 90;

export interface WorkersNow {
  /** Processes that work on the queue. */
  running: number;
  /** Those of them that have a server to send email by. */
  sendingEmail: number;
}

export const countWorkers = async (db: Executor): Promise<WorkersNow> => {
  const [counted] = await db.execute<WorkersNow & Record<string, unknown>>(sql`
    select count(*)::int as running,
      count(*) filter (where name = ${WORKER_NAMES.withEmail})::int as "sendingEmail"
    from ${sql.raw(`${QUEUE_SCHEMA}.instance`)}
    where name in (${WORKER_NAMES.withEmail}, ${WORKER_NAMES.withoutEmail}) and stopped_on is null
      and heartbeat_on > now() - make_interval(secs => ${SILENCE_SECONDS})`);
  return counted ?? { running: 0, sendingEmail: 0 };
};

export const sendsEmail = async (db: Executor): Promise<boolean> => (await countWorkers(db)).sendingEmail > 0;
