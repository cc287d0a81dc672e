import type { Transaction } from "@due-regard/database/connection";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { holdViewer } from "../../schema/hold-viewer.ts";
import { inTransaction, once } from "../../schema/in-transaction.ts";
import { type AssessmentBody, loadBody } from "./load-body.ts";
import { type AssessmentHead, loadHeadByReference } from "./load-head.ts";

/** What a verb that writes to one assessment works with, inside its transaction. */
export interface AssessmentWrite {
  tx: Transaction;
  context: ApiContext;
  viewer: SignedInViewer;
  head: AssessmentHead;
  body: AssessmentBody;
}

/** What writing a decision needs. No viewer: who acts stands in the events. */
export type EventWrite = Pick<AssessmentWrite, "tx" | "context" | "head">;

/**
 * Opens an assessment for editing: finds it for this viewer under a row lock, so that writes to one assessment follow
 * each other and no transition slips between, checks that they may edit it as it stands, and runs the verb. Not visible: NOT_FOUND. Visible and closed: NOT_ALLOWED.
 */
export const editAssessment = (
  context: ApiContext,
  reference: string,
  work: (write: AssessmentWrite) => Promise<Result<void>>,
): Promise<Result<AssessmentHead>> =>
  inTransaction(context, (tx) =>
    onAssessment(tx, context, context.viewer, { reference, work, check: mayEdit }),
  );

/** A save that a client may send again when its answer was lost. */
export interface RepeatableSave {
  reference: string;
  /** Names this one save. Without a key every call counts. */
  idempotencyKey?: string | null | undefined;
}

/**
 * As {@link editAssessment}, for saves that carry an idempotency key: `work` runs once, and answers with what it made (an
 * id; empty where nothing needs a name). The same call again has no effect, whatever was written on top of it meanwhile.
 */
export const editAssessmentOnce = async <Input extends RepeatableSave>(
  context: ApiContext,
  operation: string,
  input: Input,
  work: (write: AssessmentWrite) => Promise<Result<string>>,
): Promise<Result<{ head: AssessmentHead; made: string }>> => {
  let made = "";
  const edited = await editAssessment(context, input.reference, async (write) => {
    const question = { viewer: write.viewer, key: input.idempotencyKey, operation, input };
    const worked = await once(write.tx, question, () => work(write));
    if (!worked.ok) return worked;
    made = worked.value;
    return ok(undefined);
  });
  return edited.ok ? ok({ head: edited.value, made }) : edited;
};

const mayEdit = (viewer: SignedInViewer, { policySubject }: AssessmentHead): Result<void> =>
  mayOnAssessment(viewer, "assessment.edit", policySubject)
    ? ok(undefined)
    : notAllowed(
        `This assessment is ${STATUS_IN_WORDS[policySubject.status]}, and you can't change what it says.`,
      );

/**
 * As {@link editAssessment}, for verbs that check for themselves what the viewer may do. What the answer shows is read in
 * the same transaction: an answer that says no means that nothing was written. Whom they may be by a role is held as well
 * (who drafts stands on the assessment, and so is read under its lock): nobody signs by a role that ended while they waited.
 */
export const withAssessment = (
  context: ApiContext,
  reference: string,
  work: (write: AssessmentWrite) => Promise<Result<void>>,
  check: (viewer: SignedInViewer, head: AssessmentHead) => Result<void> = () => ok(undefined),
): Promise<Result<AssessmentHead>> =>
  inTransaction(context, async (tx) => {
    const viewer = context.viewer === null ? null : await holdViewer(tx, context.viewer);
    return await onAssessment(tx, context, viewer, { reference, work, check });
  });

interface Work {
  reference: string;
  work: (write: AssessmentWrite) => Promise<Result<void>>;
  check: (viewer: SignedInViewer, head: AssessmentHead) => Result<void>;
}

const onAssessment = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer | null,
  { reference, work, check }: Work,
): Promise<Result<AssessmentHead>> => {
  const head = await loadHeadByReference(tx, viewer, reference, "update");
  if (viewer === null || head === null) return nothingHere();
  const checked = check(viewer, head);
  if (!checked.ok) return checked;
  const worked = await work({ tx, context, viewer, head, body: await loadBody(tx, head) });
  if (!worked.ok) return worked;
  const written = await loadHeadByReference(tx, viewer, reference);
  return written === null ? nothingHere() : ok(written);
};

const nothingHere = () => notFound("There is no assessment with this reference.");
