import type { Transaction } from "@due-regard/database/connection";
import {
  listOrganisationsInForce,
  lockMetricsInForce,
  undoFigures,
} from "@due-regard/database/imports/undo-figures";
import { metricImports } from "@due-regard/database/schema/imports";
import { invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { inTransaction, once, recordAudit } from "../../../schema/in-transaction.ts";
import { answerStep, type ImportStep } from "./answer-step.ts";
import { findClosed } from "./commit-import.ts";
import { enqueue } from "./import-queue.ts";
import { findImport, type ImportRecord, progressWriter } from "./load-imports.ts";
import { claimStep, describeFailure, leaveStep, unexpected } from "./steps.ts";

export interface UndoImportInput {
  import: string;
  reason?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}

const LONGEST_REASON = 500;

/** Undoes a recorded import, once. What it superseded comes back; what somebody revised since stays. */
export const undoImport = async (
  context: ApiContext,
  input: UndoImportInput,
): Promise<Result<ImportStep>> => {
  const { viewer, db } = context;
  if (viewer === null) return notAllowed("Sign in to undo an import.");
  if ((input.reason ?? "").length > LONGEST_REASON)
    return invalid([{ path: "reason", message: `Use ${LONGEST_REASON} characters or fewer.` }]);
  const record = await findImport(db, viewer, input.import);
  if (record === null) return notFound();
  let claimed: ImportRecord | null = null;
  const taken = await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "undoImport", input }, async () => {
      const step = await claimStep(tx, record.id, ["COMMITTED"], { state: "UNDOING", rowsInAll: null });
      if (!step.ok) return step;
      claimed = step.value;
      return ok(record.id);
    }),
  );
  if (!taken.ok) return taken;
  const step = claimed as ImportRecord | null;
  const work =
    step === null ? null : enqueue(record.id, () => runUndo(context, viewer, step, input.reason ?? null));
  return await answerStep(context, record.id, work, ["UNDONE"]);
};

/** The step itself, once it is claimed. Never throws: what nobody expected is in the log. */
const runUndo = async (
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  reason: string | null,
): Promise<Result<string>> => {
  try {
    const undone = await inTransaction(context, (tx) => undo(tx, context, viewer, record, reason));
    if (!undone.ok) {
      const failure = describeFailure(undone.failure);
      await leaveStep(context.db, record.id, { state: "COMMITTED", failure });
    }
    return undone;
  } catch (error) {
    const failure = unexpected(context, error, record.id);
    await leaveStep(context.db, record.id, { state: "COMMITTED", failure }).catch(() => undefined);
    return invalid([{ path: "import", message: failure }]);
  }
};

const undo = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  record: ImportRecord,
  reason: string | null,
): Promise<Result<string>> => {
  const { id, recordedAt } = record;
  if (recordedAt === null) throw new Error("An import that is recorded has no instant at which it was");
  const metricIds = await lockMetricsInForce(tx, id);
  const closed = await findClosed(tx, viewer, await listOrganisationsInForce(tx, id));
  if (closed !== null) return notAllowed(`Your role does not reach as far as ${closed}.`);
  const onProgress = progressWriter(context.db, id);
  const { undoneAt, ended, restored } = await undoFigures(tx, metricIds, {
    importId: id,
    recordedAt,
    userId: viewer.userId,
    onProgress,
  });
  await recordAudit(tx, context, [
    {
      action: "metrics.undone",
      subjectType: "metric_import",
      subjectId: id,
      reason,
      detail: { file: record.fileName, sha256: record.sha256, ended, restored },
    },
  ]);
  await tx
    .update(metricImports)
    .set({ state: "UNDONE", undoneAt, undoneById: viewer.userId, rowsDone: ended, rowsInAll: ended })
    .where(eq(metricImports.id, id));
  return ok(id);
};
