import { copyRevision } from "@due-regard/database/assessments/copy-revision";
import { assessmentRevisions, assessments, signatures } from "@due-regard/database/schema/assessments";
import { readDetails } from "@due-regard/domain/ehria/form/read-details";
import { questionMeaning } from "@due-regard/domain/ehria/form/template";
import type { Stage } from "@due-regard/domain/ehria/vocabulary";
import { decide } from "@due-regard/domain/ehria/workflow/decide";
import type { WorkflowEvent } from "@due-regard/domain/ehria/workflow/state";
import type { TransitionAction } from "@due-regard/domain/ehria/workflow/transitions";
import { ok, type Result } from "@due-regard/domain/result";
import { canonicalText } from "@due-regard/domain/seal/hash-content";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { once } from "../../schema/in-transaction.ts";
import { loadThreads } from "./comments/load-comments.ts";
import { type PointInput, raisePoint, readPoints } from "./comments/raise-points.ts";
import { type AssessmentCase, actorOf, canonicalContentOf, workflowStateOf } from "./judge-assessment.ts";
import { loadCase } from "./load-case.ts";
import type { AssessmentHead } from "./load-head.ts";
import { MILESTONE_OF, recordHistory } from "./record-history.ts";
import { type AssessmentWrite, withAssessment } from "./write-to-assessment.ts";

export interface TransitionInput {
  reference: string;
  action: TransitionAction;
  displayedHash?: string | null | undefined;
  statement?: string | null | undefined;
  reason?: string | null | undefined;
  points?: readonly PointInput[] | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/**
 * Moves an assessment along its workflow. The state is read, decided on and written under one row lock, so that what is
 * signed is what was compared with the hash that the person's screen showed.
 */
export const transitionAssessment = (
  context: ApiContext,
  input: TransitionInput,
): Promise<Result<AssessmentHead>> =>
  withAssessment(context, input.reference, async (write) => {
    const question = {
      viewer: write.viewer,
      key: input.idempotencyKey,
      operation: "transitionAssessment",
      input,
    };
    const moved = await once(write.tx, question, () => transition(write, input));
    return moved.ok ? ok(undefined) : moved;
  });

const transition = async (write: AssessmentWrite, input: TransitionInput): Promise<Result<string>> => {
  const { tx, viewer, head, body } = write;
  const assessment = await loadCase(tx, head, body);
  const wanted = input.points ?? [];
  const threads = wanted.length === 0 ? [] : await loadThreads(tx, head.id);
  const points = readPoints(write, threads, wanted);
  if (!points.ok) return points;
  const decision = decide(workflowStateOf(assessment), {
    action: input.action,
    actor: actorOf(viewer, head),
    reason: input.reason ?? null,
    displayedHash: input.displayedHash ?? null,
    statement: input.statement ?? null,
    points: points.value,
    now: new Date().toISOString(),
  });
  if (!decision.ok) return decision;
  for (const event of decision.value) await writeEvent(write, assessment, event);
  return ok(head.reference);
};

/** One writer for each kind of event, in the order in which the decision lists them. */
const writeEvent = (
  write: AssessmentWrite,
  assessment: AssessmentCase,
  event: WorkflowEvent,
): Promise<void> => {
  switch (event.type) {
    case "REVISION_SEALED":
      return seal(write, assessment, event);
    case "SIGNED":
      return sign(write, assessment, event);
    case "POINT_RAISED":
      return raisePoint(write, event);
    case "REVISION_OPENED":
      return openRevision(write, event);
    case "STATUS_CHANGED":
      return changeStatus(write, assessment, event);
  }
};

type EventOf<Type extends WorkflowEvent["type"]> = Extract<WorkflowEvent, { type: Type }>;

const seal = async (
  { tx, head }: AssessmentWrite,
  assessment: AssessmentCase,
  event: EventOf<"REVISION_SEALED">,
) => {
  await tx
    .update(assessmentRevisions)
    .set({
      sealedAt: event.at,
      sealedContent: canonicalText(canonicalContentOf(assessment)),
      contentHash: event.contentHash,
    })
    .where(eq(assessmentRevisions.id, head.revisionId));
};

/** Elements of the form that are asked and so, at submission, complete. */
const completeElements = ({ body }: AssessmentCase): Stage[] =>
  body.template.signOff.elements
    .filter((element) => body.reading.sections.get(element.section) === "TRUE")
    .map((element) => element.key);

const sign = async ({ tx, head }: AssessmentWrite, assessment: AssessmentCase, event: EventOf<"SIGNED">) => {
  const { role, userId, statement, contentHash, at } = event;
  const elements = completeElements(assessment);
  await tx
    .insert(signatures)
    .values({ revisionId: head.revisionId, role, userId, statement, contentHash, elements, signedAt: at });
};

const openRevision = async ({ tx, head }: AssessmentWrite, event: EventOf<"REVISION_OPENED">) => {
  await copyRevision(tx, {
    assessmentId: head.id,
    number: event.revision,
    copiedFromId: head.revisionId,
  });
  await tx.update(assessments).set({ revision: event.revision }).where(eq(assessments.id, head.id));
};

/** A form that doesn't ask for the day of completion is complete on the day on which it is submitted. */
const completedOnOf = (
  { head, body, today }: AssessmentCase,
  { action }: EventOf<"STATUS_CHANGED">,
): string | null => {
  if (questionMeaning(body.template, "COMPLETED_ON") !== null) return readDetails(body.reading).completedOn;
  return action === "SUBMIT" ? today : head.completedOn;
};

const changeStatus = async (
  write: AssessmentWrite,
  assessment: AssessmentCase,
  event: EventOf<"STATUS_CHANGED">,
) => {
  const { tx, context, head } = write;
  const completedOn = completedOnOf(assessment, event);
  await tx.update(assessments).set({ status: event.to, completedOn }).where(eq(assessments.id, head.id));
  const { action, from, to, reason } = event;
  const entry = { action: MILESTONE_OF[action], reason, detail: { from, to } };
  await recordHistory(tx, context, head, [entry]);
};
