import type { Scanner } from "@due-regard/api/receiving/clamav";
import type { Database, Transaction } from "@due-regard/database/connection";
import type { Logger } from "pino";
import type { z } from "zod";
import type { Mailer } from "./mail/mailer.ts";

/** What every job may use. */
export interface JobContext {
  db: Database;
  /** The clock: jobs ask nothing else for the time. */
  now: () => Date;
  logger: Logger;
  /** Null: no server for email is configured, and nothing is sent. */
  mailer: Mailer | null;
  /** Null: no virus scanner is configured. */
  scanner: Scanner | null;
  /** The address that people use, without a slash at the end. */
  baseUrl: string;
}

/** One attempt at a job. */
export interface JobAttempt {
  /** True when nobody tries again should this one fail. */
  isLast: boolean;
  /** Aborted when it has taken too long, or when the process must end. */
  signal: AbortSignal;
}

/**
 * A kind of job. Its writes are made in `run`, in the one transaction that also marks the job as done: whatever happens to
 * the process, both are kept or neither is. What can't be undone or takes long (sending, drawing a document) goes into
 * `prepare`, before that transaction, and may happen twice when the process dies in between.
 */
export interface Job<Input, Prepared = undefined> {
  input: z.ZodType<Input>;
  /** When the clock enqueues it, with `{}` as its input: a cron expression, read in London. Left out: others enqueue it. */
  cron?: string;
  prepare?: (context: JobContext, input: Input, attempt: JobAttempt) => Promise<Prepared>;
  run: (tx: Transaction, input: Input, context: JobContext, prepared: Prepared) => Promise<void>;
}

/** A job whose types are known to itself alone: what the registry holds. */
export interface AnyJob {
  cron?: string;
  /** Does everything up to the transaction, and answers with what to do in it. */
  begin: (
    context: JobContext,
    input: unknown,
    attempt: JobAttempt,
  ) => Promise<(tx: Transaction) => Promise<void>>;
}

/** Keeps the types of a job together: an input that does not read is refused before anything is done. */
export const defineJob = <Input, Prepared = undefined>(job: Job<Input, Prepared>): AnyJob => ({
  ...(job.cron === undefined ? {} : { cron: job.cron }),
  begin: async (context, given, attempt) => {
    const input = job.input.parse(given);
    const prepared = (await job.prepare?.(context, input, attempt)) as Prepared;
    return (tx) => job.run(tx, input, context, prepared);
  },
});
