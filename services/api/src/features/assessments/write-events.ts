import { copyRevision } from "@due-regard/database/assessments/copy-revision";
import { assessmentRevisions, assessments, signatures } from "@due-regard/database/schema/assessments";
import { readDetails } from "@due-regard/domain/ehria/form/read-details";
import { questionMeaning } from "@due-regard/domain/ehria/form/template";
import type { AssessmentStatus, Stage } from "@due-regard/domain/ehria/vocabulary";
import { signedStatusAfter } from "@due-regard/domain/ehria/workflow/signed-status";
import type { WorkflowEvent } from "@due-regard/domain/ehria/workflow/state";
import { canonicalText } from "@due-regard/domain/seal/hash-content";
import { makeSeal, type Seal } from "@due-regard/domain/seal/seal-statement";
import { eq, sql } from "drizzle-orm";
import { elementsOf } from "./actions.graphql.ts";
import { raisePoint } from "./comments/raise-points.ts";
import { type AssessmentCase, canonicalContentOf } from "./judge-assessment.ts";
import { moveEntry, publishPrepared } from "./publication/publish.ts";
import { MILESTONE_OF, recordHistory } from "./record-history.ts";
import type { EventWrite } from "./write-to-assessment.ts";

/** Writes what a decision of the workflow makes true, in its order. */
export const writeEvents = async (
  write: EventWrite,
  assessment: AssessmentCase,
  events: readonly WorkflowEvent[],
): Promise<void> => {
  let sealMade: Seal | null = null;
  for (const event of events) {
    if (event.type === "SIGNED") sealMade = await sign(write, assessment, event);
    else if (event.type === "STATUS_CHANGED") await changeStatus(write, assessment, event, sealMade);
    else await writeEvent(write, assessment, event);
  }
};

type OtherEvent = Exclude<WorkflowEvent, { type: "SIGNED" | "STATUS_CHANGED" }>;

/** One writer for each kind of event. */
const writeEvent = (write: EventWrite, assessment: AssessmentCase, event: OtherEvent): Promise<void> => {
  switch (event.type) {
    case "REVISION_SEALED":
      return seal(write, assessment, event);
    case "POINT_RAISED":
      return raisePoint(write, event);
    case "REVISION_OPENED":
      return openRevision(write, event);
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

/** Countersigns a signature (docs/adr/0033-keys-for-seals.md); the chair's seal covers the lead officer's. */
const sealSignature = (
  { head, context }: EventWrite,
  assessment: AssessmentCase,
  { role, userId, statement, contentHash, authenticatedAt, at }: EventOf<"SIGNED">,
): Seal => {
  const { seals, viewer } = context;
  if (seals === undefined) throw new Error("This process has no key to seal with");
  if (viewer?.userId !== userId) throw new Error("Nobody signs for somebody else");
  const { name, jobTitle } = viewer.user;
  const elements = completeElements(assessment);
  return makeSeal(
    {
      format: "due-regard/seal/1",
      reference: head.reference,
      revision: head.revision,
      contentHash,
      signature: { role, userId, name, jobTitle, statement, elements, authenticatedAt, signedAt: at },
      previous: assessment.body.signatures.at(-1)?.sealHash ?? null,
      keyId: seals.keyId,
    },
    seals.sign,
  );
};

const sign = async (
  write: EventWrite,
  assessment: AssessmentCase,
  event: EventOf<"SIGNED">,
): Promise<Seal> => {
  const { role, userId, statement, contentHash, at } = event;
  const made = sealSignature(write, assessment, event);
  await write.tx.insert(signatures).values({
    revisionId: write.head.revisionId,
    role,
    userId,
    statement,
    contentHash,
    elements: made.statement.signature.elements,
    signedAt: at,
    sealStatement: canonicalText(made.statement),
    sealHash: made.hash,
    seal: made.seal,
    sealKeyId: made.statement.keyId,
  });
  return made;
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

/** Joins the signature to the audit record. */
const sealDetail = (made: Seal | null) =>
  made === null ? {} : { seal: made.hash, keyId: made.statement.keyId };

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
  sealMade: Seal | null,
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
  const published = action === "PUBLISH" ? await publishPrepared(write, event) : {};
  await moveEntry(write, event);
  const named = successor === null ? {} : { successor };
  const detail = { from, to, ...named, ...sealDetail(sealMade), ...published };
  const entry = { action: MILESTONE_OF[action], reason, detail };
  await recordHistory(tx, context, head, [entry]);
};
