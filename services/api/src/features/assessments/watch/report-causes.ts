import { reviewCauses } from "@due-regard/database/schema/watches";
import { SYSTEM } from "@due-regard/domain/access/policy";
import { reasonOf } from "@due-regard/domain/ehria/watch/cause-words";
import { ok, type Result } from "@due-regard/domain/result";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import type { ApiContext } from "../../../context.ts";
import { inTransaction } from "../../../schema/in-transaction.ts";
import { loadHeadByReference } from "../load-head.ts";
import { markDue } from "../mark-review-due.ts";
import { recordHistory } from "../record-history.ts";
import type { FoundCause } from "./find-causes.ts";

/**
 * Keeps why a signed assessment has to be looked at again, each cause once in its life, and makes it due for review with the
 * new ones as the reason; where it is due already, they go into its history. Under its row lock, so that of two workers the
 * second finds nothing new. Answers how many were new: 0 also for what is signed off no longer.
 */
export const reportCauses = (
  context: ApiContext,
  reference: string,
  causes: readonly FoundCause[],
): Promise<Result<number>> =>
  inTransaction(context, async (tx) => {
    const head = await loadHeadByReference(tx, SYSTEM, reference, "update");
    if (head === null || causes.length === 0) return ok(0);
    const hashed = causes.map(({ key, ...cause }) => ({ ...cause, keyHash: hashContent({ key }) }));
    const kept = await tx
      .insert(reviewCauses)
      .values(hashed.map((cause) => ({ ...cause, assessmentId: head.id, revision: head.revision })))
      .onConflictDoNothing()
      .returning({ keyHash: reviewCauses.keyHash });
    if (kept.length === 0) return ok(0);
    const isNew = new Set(kept.map(({ keyHash }) => keyHash));
    const reason = reasonOf(causes.filter(({ key }) => isNew.has(hashContent({ key }))));
    const nobody = { ...context, viewer: null };
    if (head.status === "REVIEW_DUE") {
      await recordHistory(tx, nobody, head, [{ action: "review.cause-found", reason }]);
      return ok(kept.length);
    }
    const marked = await markDue(tx, nobody, head, reason);
    return marked.ok ? ok(kept.length) : marked;
  });
