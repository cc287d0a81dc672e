import type { Transaction } from "@due-regard/database/connection";
import { enqueueJobs } from "@due-regard/database/jobs/enqueue-jobs";
import { auditEvents, idempotencyKeys } from "@due-regard/database/schema/audit";
import { movedMetrics } from "@due-regard/domain/ehria/watch/moves-evidence";
import { tellsSomebody } from "@due-regard/domain/notices/recipients";
import { type Failure, invalid, type Result } from "@due-regard/domain/result";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { and, eq, sql } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../context.ts";

/** Carries an expected failure out of a transaction so that it rolls back; never seen outside {@link inTransaction}. */
class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Runs a verb in one transaction. When it answers with a failure, whatever it had written is rolled back. */
export const inTransaction = async <Value>(
  context: ApiContext,
  work: (tx: Transaction) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  try {
    return await context.db.transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refusal(result.failure);
      return result;
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
};

class Undone extends Error {}

/**
 * Runs a verb in one transaction and undoes whatever it wrote: what it answers is what it would have answered. The
 * constraints that wait for a commit are asked too.
 */
export const inPreview = async <Value>(
  context: ApiContext,
  work: (tx: Transaction) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  let answered: Result<Value> | undefined;
  const undone = context.db.transaction(async (tx) => {
    answered = await work(tx);
    await tx.execute(sql`set constraints all immediate`);
    throw new Undone();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (answered === undefined) throw new Error("The preview answered nothing");
  return answered;
};

export interface AuditEntry {
  action: string;
  subjectType: string;
  subjectId: string;
  assessmentId?: string;
  revision?: number;
  reason?: string | null;
  detail?: Record<string, unknown>;
}

/**
 * Writes who did what, in the transaction of the write itself. Of what people have to be told, the telling is enqueued there
 * too (services/worker/src/jobs/tell.ts), and of figures that moved, looking at what cites them (watch-evidence.ts).
 */
export const recordAudit = async (
  tx: Transaction,
  context: ApiContext,
  entries: AuditEntry[],
): Promise<void> => {
  if (entries.length === 0) return;
  const { viewer, requestId } = context;
  const written = await tx
    .insert(auditEvents)
    .values(entries.map((entry) => ({ ...entry, actorId: viewer?.userId ?? null, requestId })))
    .returning({ sequence: auditEvents.sequence, action: auditEvents.action });
  const toTell = written.filter(({ action }) => tellsSomebody(action));
  const moved = movedMetrics(entries);
  await enqueueJobs(tx, [
    ...toTell.map(({ sequence }) => ({ job: "notices.tell", input: { sequence }, key: String(sequence) })),
    ...(moved === "NONE"
      ? []
      : [{ job: "evidence.watch", input: moved === "ALL" ? {} : { metrics: moved } }]),
  ]);
};

interface OnceQuestion {
  viewer: SignedInViewer;
  /** The client's idempotency key; without one every call counts. */
  key: string | null | undefined;
  operation: string;
  input: unknown;
}

const MAXIMUM_KEY = 100;

/**
 * Lets a call with an idempotency key have its effect once. The first call runs `work` and keeps what it names; a retry
 * with the same input gets that name back and has no effect. Another input under the same key is refused.
 */
export const once = async (
  tx: Transaction,
  { viewer, key, operation, input }: OnceQuestion,
  work: () => Promise<Result<string>>,
): Promise<Result<string>> => {
  if (key == null) return await work();
  if (key.length === 0 || key.length > MAXIMUM_KEY) {
    return invalid([
      { path: "idempotencyKey", message: `An idempotency key has from 1 to ${MAXIMUM_KEY} characters.` },
    ]);
  }
  const inputHash = hashContent(JSON.parse(JSON.stringify(input)));
  const mine = { userId: viewer.userId, key, operation, inputHash, result: "" };
  const claimed = await tx.insert(idempotencyKeys).values(mine).onConflictDoNothing().returning();
  const where = and(eq(idempotencyKeys.userId, viewer.userId), eq(idempotencyKeys.key, key));
  if (claimed.length === 0) {
    const [earlier] = await tx.select().from(idempotencyKeys).where(where);
    if (earlier?.inputHash === inputHash && earlier.operation === operation)
      return { ok: true, value: earlier.result };
    return invalid([{ path: "idempotencyKey", message: "This key was used before, for something else." }]);
  }
  const result = await work();
  if (result.ok) await tx.update(idempotencyKeys).set({ result: result.value }).where(where);
  return result;
};
