import { assessments } from "@due-regard/database/schema/assessments";
import { conflict, invalid, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { once } from "../../../schema/in-transaction.ts";
import { londonToday } from "../../../schema/london-today.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import { mayWatch } from "./set-watch.ts";

export interface ReviewDateInput {
  reference: string;
  /** ISO date still to come. Null: no date. */
  on: string | null;
  /** The date that the writer saw. Null: none. */
  basedOn: string | null;
  idempotencyKey?: string | null | undefined;
}

/**
 * Says when an assessment is to be looked at again, beside what is sealed. VALIDATION: a day that has come; CONFLICT: another
 * date was set since it was read.
 */
export const setReviewDate = (context: ApiContext, input: ReviewDateInput): Promise<Result<AssessmentHead>> =>
  withAssessment(
    context,
    input.reference,
    async (write) => {
      const question = { viewer: write.viewer, key: input.idempotencyKey, operation: "setReviewDate", input };
      const done = await once(write.tx, question, () => set(write, input));
      return done.ok ? ok(undefined) : done;
    },
    mayWatch,
  );

const set = async (
  { tx, context, head }: AssessmentWrite,
  { on, basedOn }: ReviewDateInput,
): Promise<Result<string>> => {
  const before = head.reviewDueOn;
  if (on === before) return ok(head.id);
  if (basedOn !== before)
    return conflict([{ path: "on", currentVersion: 0, basedOnVersion: 0, theirs: before, yours: on }]);
  if (on !== null && on <= londonToday())
    return invalid([{ path: "on", message: "Give a day that is still to come." }]);
  await tx.update(assessments).set({ reviewDueOn: on }).where(eq(assessments.id, head.id));
  await recordHistory(tx, context, head, [
    { action: "assessment.review-date-set", detail: { before, after: on } },
  ]);
  return ok(head.id);
};
