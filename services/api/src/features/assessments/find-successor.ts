import type { Transaction } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import type { Successor } from "@due-regard/domain/ehria/workflow/state";
import { eq } from "drizzle-orm";
import type { SignedInViewer } from "../../context.ts";
import { type AssessmentHead, loadHeadByReference } from "./load-head.ts";

/**
 * The assessment that is to take the place of another. Null: none was named, or the viewer may not see it. It is held until
 * the transaction ends, so that two can't supersede each other; one that somebody is changing at this moment counts as a
 * draft, rather than waiting for them while they may wait for us.
 */
export const findSuccessor = async (
  tx: Transaction,
  viewer: SignedInViewer,
  head: AssessmentHead,
  reference: string | null,
): Promise<Successor | null> => {
  if (reference === null) return null;
  const found = await loadHeadByReference(tx, viewer, reference.trim().toUpperCase());
  if (found === null) return null;
  const [held] = await tx
    .select({ status: assessments.status })
    .from(assessments)
    .where(eq(assessments.id, found.id))
    .for("share", { skipLocked: true });
  return { reference: found.reference, status: held?.status ?? "DRAFT", isItself: found.id === head.id };
};
