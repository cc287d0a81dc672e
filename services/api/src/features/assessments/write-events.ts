import { copyRevision } from "@due-regard/database/assessments/copy-revision";
import { assessmentRevisions, assessments, signatures } from "@due-regard/database/schema/assessments";
import { readDetails } from "@due-regard/domain/ehria/form/read-details";
import { questionMeaning } from "@due-regard/domain/ehria/form/template";
import type { AssessmentStatus, Stage } from "@due-regard/domain/ehria/vocabulary";
import { signedStatusAfter } from "@due-regard/domain/ehria/workflow/signed-status";
import type { WorkflowEvent } from "@due-regard/domain/ehria/workflow/state";
import { canonicalText } from "@due-regard/domain/seal/hash-content";
import { eq, sql } from "drizzle-orm";
import { elementsOf } from "./actions.graphql.ts";
import { raisePoint } from "./comments/raise-points.ts";
import { type AssessmentCase, canonicalContentOf } from "./judge-assessment.ts";
import { MILESTONE_OF, recordHistory } from "./record-history.ts";
import type { AssessmentWrite } from "./write-to-assessment.ts";

/** What writing a decision needs. No viewer: who acts stands in the events. */
export type EventWrite = Pick<AssessmentWrite, "tx" | "context" | "head">;

/** Writes what a decision of the workflow makes true, in its order. */
export const writeEvents = async (
  write: EventWrite,
  assessment: AssessmentCase,
  events: readonly WorkflowEvent[],
): Promise<void> => {
  for (const event of events) await writeEvent(write, assessment, event);
};

/** One writer for each kind of event. */
const writeEvent = (write: EventWrite, assessment: AssessmentCase, event: WorkflowEvent): Promise<void> => {
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
  { tx, head }: EventWrite,
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
  elementsOf(body)
    .filter(({ complete }) => complete)
    .map(({ stage }) => stage);

const sign = async ({ tx, head }: EventWrite, assessment: AssessmentCase, event: EventOf<"SIGNED">) => {
  const { role, userId, statement, contentHash, at } = event;
  const elements = completeElements(assessment);
  await tx
    .insert(signatures)
    .values({ revisionId: head.revisionId, role, userId, statement, contentHash, elements, signedAt: at });
};

const openRevision = async ({ tx, head }: EventWrite, event: EventOf<"REVISION_OPENED">) => {
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

const idOfReference = (reference: string) =>
  sql`(select a.id from assessments a where a.reference = ${reference})`;

const loadSignedStatus = async ({ tx, head }: EventWrite): Promise<AssessmentStatus | null> => {
  const [row] = await tx
    .select({ signedStatus: assessments.signedStatus })
    .from(assessments)
    .where(eq(assessments.id, head.id));
  return row?.signedStatus ?? null;
};

const changeStatus = async (
  write: EventWrite,
  assessment: AssessmentCase,
  event: EventOf<"STATUS_CHANGED">,
) => {
  const { tx, context, head } = write;
  const completedOn = completedOnOf(assessment, event);
  const { action, from, to, reason, successor } = event;
  const signedStatus = signedStatusAfter(event, await loadSignedStatus(write));
  const supersededById = successor === null ? {} : { supersededById: idOfReference(successor) };
  await tx
    .update(assessments)
    .set({ status: to, completedOn, signedStatus, ...supersededById })
    .where(eq(assessments.id, head.id));
  const detail = { from, to, ...(successor === null ? {} : { successor }) };
  const entry = { action: MILESTONE_OF[action], reason, detail };
  await recordHistory(tx, context, head, [entry]);
};
