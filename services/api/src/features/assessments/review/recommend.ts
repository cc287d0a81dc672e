import { recommendations } from "@due-regard/database/schema/reviews";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import {
  checkRecommendationReason,
  type RecommendationKind,
} from "@due-regard/domain/ehria/review/recommendation";
import { conflictOfInterest } from "@due-regard/domain/ehria/workflow/needs";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { conflict, invalid, notAllowed, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { once } from "../../../schema/in-transaction.ts";
import { type AssessmentHead, everWrote, handedOver } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import { loadRecommendations } from "./load-recommendations.ts";

export interface RecommendInput {
  reference: string;
  recommendation: RecommendationKind;
  reason: string;
  /** The hash that the person's page showed: they recommend about that text and no later one. */
  displayedHash: string;
  idempotencyKey?: string | null | undefined;
}

/** Records what a member of the group recommends about the revision in review. Earlier recommendations of theirs stay. */
export const recommend = (context: ApiContext, input: RecommendInput): Promise<Result<AssessmentHead>> =>
  withAssessment(
    context,
    input.reference,
    async (write) => {
      const { viewer, tx } = write;
      const question = { viewer, key: input.idempotencyKey, operation: "recommend", input };
      const recorded = await once(tx, question, () => record(write, input));
      return recorded.ok ? ok(undefined) : recorded;
    },
    mayRecommend,
  );

const mayRecommend = (viewer: SignedInViewer, head: AssessmentHead): Result<void> => {
  if (mayOnAssessment(viewer, "assessment.recommend", head.policySubject)) return ok(undefined);
  const people = { lead: head.leadId ?? "", everWrote: everWrote(head), handedOver: handedOver(head) };
  const reason = conflictOfInterest({ people, signatures: [] }, { userId: viewer.userId });
  const { status } = head.policySubject;
  return notAllowed(
    reason ?? `This assessment is ${STATUS_IN_WORDS[status]}, and you can't recommend anything about it.`,
  );
};

const record = async (write: AssessmentWrite, input: RecommendInput): Promise<Result<string>> => {
  const { tx, head, viewer, context } = write;
  const { recommendation, displayedHash } = input;
  if (displayedHash !== head.sealedHash) return changedSince(head, displayedHash);
  const problems = checkRecommendationReason(input.reason);
  if (problems.length > 0) return invalid(problems);
  const reason = input.reason.trim();
  const own = (await loadRecommendations(tx, head.revisionId)).find(({ userId }) => userId === viewer.userId);
  // Said already, word for word: it stands.
  if (own?.recommendation === recommendation && own.reason === reason) return ok(own.id);
  const [row] = await tx
    .insert(recommendations)
    .values({
      revisionId: head.revisionId,
      userId: viewer.userId,
      recommendation,
      reason,
      contentHash: displayedHash,
    })
    .returning({ id: recommendations.id });
  if (row === undefined) throw new Error("The recommendation was not stored");
  await recordHistory(tx, context, head, [
    { action: ACTION_OF[recommendation], subject: { type: "recommendation", id: row.id }, reason },
  ]);
  return ok(row.id);
};

const ACTION_OF = {
  SIGN_OFF: "review.sign-off-recommended",
  ASK_FOR_CHANGES: "review.changes-recommended",
} as const satisfies Record<RecommendationKind, string>;

const changedSince = ({ revision, sealedHash }: AssessmentHead, yours: string): Result<never> =>
  conflict(
    [
      {
        path: "contentHash",
        currentVersion: revision,
        basedOnVersion: revision,
        theirs: sealedHash,
        yours,
      },
    ],
    "This assessment changed after you opened it. Read it again before you recommend anything",
  );
