import { retryDeadJob, takeDeadJob } from "@due-regard/database/jobs/dead-jobs";
import { enqueueJobs } from "@due-regard/database/jobs/enqueue-jobs";
import { emails } from "@due-regard/database/schema/notices";
import { notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { inTransaction, recordAudit } from "../../schema/in-transaction.ts";
import { isRowId } from "../../schema/load-by-ids.ts";

const noSuchJob = () =>
  notFound("No job that failed for good has this id: it may have been seen to already.");

/** Lets a job that failed for good be tried anew. */
export const retryJob = (context: ApiContext, id: string): Promise<Result<void>> =>
  inTransaction(context, async (tx) => {
    if (!isRowId(id) || !(await retryDeadJob(tx, id))) return noSuchJob();
    await recordAudit(tx, context, [{ action: "job.retried", subjectType: "job", subjectId: id }]);
    return ok(undefined);
  });

/** Forgets a job that failed for good: what it should have done is not done. */
export const discardJob = (context: ApiContext, id: string): Promise<Result<void>> =>
  inTransaction(context, async (tx) => {
    const taken = isRowId(id) ? await takeDeadJob(tx, id) : null;
    if (taken === null) return noSuchJob();
    await recordAudit(tx, context, [
      { action: "job.discarded", subjectType: "job", subjectId: id, detail: { ...taken } },
    ]);
    return ok(undefined);
  });

/** Tries once more to send a message that was given up. */
export const sendEmailAgain = (context: ApiContext, id: string): Promise<Result<void>> =>
  inTransaction(context, async (tx) => {
    if (!isRowId(id)) return noSuchEmail();
    const revived = await tx
      .update(emails)
      .set({ state: "WAITING", because: null, settledAt: null })
      .where(and(eq(emails.id, id), eq(emails.state, "GIVEN_UP")))
      .returning({ id: emails.id });
    if (revived.length === 0) return noSuchEmail();
    await enqueueJobs(tx, [{ job: "email.send", input: { emailId: id } }]);
    await recordAudit(tx, context, [{ action: "email.sent-again", subjectType: "email", subjectId: id }]);
    return ok(undefined);
  });

const noSuchEmail = () => notFound("No message that was given up has this id: it may have been sent since.");
