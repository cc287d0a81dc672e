import type { MailSettings } from "@due-regard/api/config";
import { type ClamavAddress, openScanner } from "@due-regard/api/receiving/clamav";
import { openQueue } from "@due-regard/database/jobs/open-queue";
import type { JobContext } from "./job.ts";
import { openMailer } from "./mail/mailer.ts";
import { JOBS } from "./registry.ts";
import { runJob } from "./run-job.ts";

/** Jobs that one process runs at the same time: more would take processor and connections from answering people. */
const CONCURRENCY = 2;
/** What a job under way may still take when the process must end. */
const GRACE_MS = 8_000;

export interface WorkerOptions extends Pick<JobContext, "db" | "logger" | "baseUrl"> {
  /** Where the queue is: the address of the same database. With its password: never log it. */
  databaseUrl: string;
  /** The server that email leaves by; null: nothing is sent. */
  mail: MailSettings | null;
  /** Where clamd looks into files; null or left out: nowhere. */
  clamav?: ClamavAddress | null;
  now?: () => Date;
  jobs?: typeof JOBS;
}

export interface Worker {
  /** Takes no more jobs and waits for those under way; what isn't done in eight seconds is tried again by another. */
  stop: () => Promise<void>;
}

/** Works on the queue, in this process, until it is told to stop. */
export const startWorker = async (options: WorkerOptions): Promise<Worker> => {
  const { databaseUrl, mail, clamav, now = () => new Date(), jobs = JOBS, ...shared } = options;
  const context: JobContext = {
    ...shared,
    now,
    mailer: mail && openMailer(mail),
    scanner: clamav ? openScanner(clamav) : null,
  };
  const queue = await openQueue(databaseUrl, {
    concurrency: CONCURRENCY,
    sendsEmail: mail !== null,
    onTrouble: (error) => shared.logger.warn({ err: error }, "the job queue is out of reach"),
  });
  await queue.keepSchedules(
    Object.entries(jobs).flatMap(([job, { cron }]) => (cron === undefined ? [] : [{ job, cron }])),
  );
  await queue.work((claimed) => runJob(jobs, context, claimed));
  let stopping: Promise<void> | null = null;
  return {
    stop: () => {
      stopping ??= queue.close(GRACE_MS).then(() => context.mailer?.close());
      return stopping;
    },
  };
};
