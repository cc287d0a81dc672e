import type { Transaction } from "@due-regard/database/connection";
import { type FormDraftRow, loadFormDraft } from "@due-regard/database/forms/form-drafts";
import { conflict, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { type AuditEntry, inTransaction, recordAudit } from "../../schema/in-transaction.ts";

/** What a verb that works on one draft has at hand, inside its transaction. */
export interface DraftWrite {
  tx: Transaction;
  context: ApiContext;
  viewer: SignedInViewer;
  /** Held under its row lock: writes to one draft follow each other. */
  row: FormDraftRow;
}

const NO_DRAFT =
  "This form has no draft now: somebody has published or discarded it. What you wrote is still on your page.";

/** Runs a verb on the draft of a form. */
export const withDraft = async <Value>(
  context: ApiContext,
  key: string,
  work: (write: DraftWrite) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to work on a form.");
  return await inTransaction(context, async (tx) => {
    const row = await loadFormDraft(tx, key, "update");
    return row === null ? notFound(NO_DRAFT) : await work({ tx, context, viewer, row });
  });
};

/** Somebody saved after the version that this was based on: nothing is written, and nothing is lost on either side. */
export const staleDraft = (row: FormDraftRow, basedOnVersion: number): Result<never> =>
  conflict(
    [{ path: "draft", currentVersion: row.version, basedOnVersion, theirs: null, yours: null }],
    "Somebody else saved this draft while you were working on it.",
  );

export const checkVersion = (row: FormDraftRow, basedOnVersion: number): Result<void> =>
  row.version === basedOnVersion ? ok(undefined) : staleDraft(row, basedOnVersion);

export const recordFormEvent = (
  tx: Transaction,
  context: ApiContext,
  entry: Pick<AuditEntry, "action" | "subjectId" | "detail">,
): Promise<void> => recordAudit(tx, context, [{ subjectType: "form", ...entry }]);
