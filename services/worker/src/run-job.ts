import { describeError } from "@due-regard/api/server/describe-error";
import type { ClaimedJob } from "@due-regard/database/jobs/open-queue";
import { z } from "zod";
import type { AnyJob, JobContext } from "./job.ts";

const ENQUEUED = z.object({ job: z.string(), input: z.record(z.string(), z.unknown()) });

/** What the queue keeps of a failure: an administrator reads it, so it holds nobody's texts. */
class JobFailure extends Error {
  override name = "JobFailure";
}

/**
 * Does one job: prepares, then writes and marks it as done in one transaction. Throws what the queue should keep of a
 * failure, having logged the whole of it; the queue then tries again.
 */
export const runJob = async (
  jobs: Readonly<Record<string, AnyJob>>,
  context: JobContext,
  claimed: ClaimedJob,
): Promise<void> => {
  const { id, data, attempt, isLast, signal } = claimed;
  const { job: name, input } = ENQUEUED.parse(data);
  const startedAt = performance.now();
  try {
    const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
    if (job === undefined) throw new Error(`There is no job of the kind ${name}`);
    const write = await job.begin(context, input, { isLast, signal });
    await context.db.transaction(async (tx) => {
      await write(tx);
      await claimed.complete(tx);
    });
    const ms = Math.round(performance.now() - startedAt);
    context.logger.info({ job: name, id, attempt, ms }, "job done");
  } catch (error) {
    const err = error instanceof Error ? error : new Error(String(error));
    context.logger[isLast ? "error" : "warn"]({ job: name, id, attempt, isLast, err }, "job failed");
    const { type, message, code } = describeError(err);
    throw new JobFailure([type, code, message].filter(Boolean).join(": "));
  }
};
