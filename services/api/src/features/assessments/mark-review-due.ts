import type { Transaction } from "@due-regard/database/connection";
import { SYSTEM } from "@due-regard/domain/access/policy";
import { decide } from "@due-regard/domain/ehria/workflow/decide";
import { notFound, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import { inTransaction } from "../../schema/in-transaction.ts";
import { workflowStateOf } from "./judge-assessment.ts";
import { loadBody } from "./load-body.ts";
import { loadCase } from "./load-case.ts";
import { type AssessmentHead, loadHeadByReference } from "./load-head.ts";
import { writeEvents } from "./write-events.ts";

export interface ReviewDueInput {
  reference: string;
  /** What has come or changed, in words for its lead, up to 4,000 characters. */
  reason: string;
}

/**
 * What jobs that watch review dates and evidence do to what is signed off or published: it becomes due for review, with the
 * reason in its history, and nobody as the one who did it. No field of the API leads here. Fails with NOT_FOUND for what is not
 * signed off, NOT_ALLOWED for what is due already, VALIDATION without a reason.
 */
export const markReviewDue = (
  context: ApiContext,
  { reference, reason }: ReviewDueInput,
): Promise<Result<{ reference: string }>> =>
  inTransaction(context, async (tx) => {
    const head = await loadHeadByReference(tx, SYSTEM, reference, "update");
    if (head === null) return notFound("No assessment with this reference is signed off.");
    return await markDue(tx, context, head, reason);
  });

/** The same to one whose row is held already. */
export const markDue = async (
  tx: Transaction,
  context: ApiContext,
  head: AssessmentHead,
  reason: string,
): Promise<Result<{ reference: string }>> => {
  const assessment = await loadCase(tx, head, await loadBody(tx, head));
  const decision = decide(workflowStateOf(assessment), {
    action: "MARK_REVIEW_DUE",
    actor: { userId: null, capacities: [SYSTEM] },
    reason,
    now: new Date().toISOString(),
  });
  if (!decision.ok) return decision;
  await writeEvents({ tx, head, context: { ...context, viewer: null } }, assessment, decision.value);
  return ok({ reference: head.reference });
};
