import type { Executor } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { reviewDeputies } from "@due-regard/database/schema/reviews";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { checkHandingOver } from "@due-regard/domain/ehria/review/deputy";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { invalid, notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { once } from "../../../schema/in-transaction.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";

export interface HandOverInput {
  reference: string;
  deputyId: string;
  reason: string;
  idempotencyKey?: string | null | undefined;
}

/**
 * Hands the review of one assessment over to a member of the group, who chairs it from then on. Whoever hands it over has
 * declared a conflict of interest and takes no further part, and that is never taken back.
 */
export const handOverReview = (context: ApiContext, input: HandOverInput): Promise<Result<AssessmentHead>> =>
  withAssessment(
    context,
    input.reference,
    async (write) => {
      const { viewer, tx } = write;
      const question = { viewer, key: input.idempotencyKey, operation: "handOverReview", input };
      const named = await once(tx, question, () => nameDeputy(write, input));
      return named.ok ? ok(undefined) : named;
    },
    mayHandOver,
  );

const mayHandOver = (viewer: SignedInViewer, { policySubject }: AssessmentHead): Result<void> =>
  mayOnAssessment(viewer, "assessment.hand-over-review", policySubject)
    ? ok(undefined)
    : notAllowed(
        `This assessment is ${STATUS_IN_WORDS[policySubject.status]}, and you can't hand its review over.`,
      );

/** Who sits on the group of a department, by name: people whose account is open. */
export const loadGroupMembers = async (
  db: Executor,
  departmentId: string,
): Promise<{ id: string; name: string }[]> =>
  await db
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(
      and(
        eq(roleGrants.role, "DEG_MEMBER"),
        isNull(roleGrants.revokedAt),
        isNull(users.disabledAt),
        or(isNull(roleGrants.departmentId), eq(roleGrants.departmentId, departmentId)),
      ),
    )
    .orderBy(asc(users.name));

const nameDeputy = async (write: AssessmentWrite, input: HandOverInput): Promise<Result<string>> => {
  const { tx, head, viewer, context } = write;
  const { deputyId: currentDeputyId, conflictedIds } = head.policySubject;
  const members = await loadGroupMembers(tx, head.departmentId);
  const handing = { deputyId: input.deputyId, namedById: viewer.userId, reason: input.reason };
  const problems = checkHandingOver({
    ...handing,
    memberIds: members.map(({ id }) => id),
    conflictedIds,
    currentDeputyId,
  });
  if (problems.length > 0) return invalid(problems);
  const reason = input.reason.trim();
  const [row] = await tx
    .insert(reviewDeputies)
    .values({ assessmentId: head.id, ...handing, reason })
    .returning({ id: reviewDeputies.id });
  if (row === undefined) throw new Error("The deputy was not stored");
  await recordHistory(tx, context, head, [
    { action: "review.handed-over", reason, detail: { deputyId: input.deputyId } },
  ]);
  return ok(row.id);
};
