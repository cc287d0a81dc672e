import type { Transaction } from "@due-regard/database/connection";
import { assessmentPeople } from "@due-regard/database/schema/assessments";
import { users } from "@due-regard/database/schema/people";
import type { AssessmentAct } from "@due-regard/domain/access/assessment-acts";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import {
  type Candidate,
  type Drafter,
  type DrafterEvent,
  decideHandOver,
  decideInvite,
  decideRemoval,
} from "@due-regard/domain/ehria/people/drafters";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { inTransaction, once } from "../../../schema/in-transaction.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { type AssessmentHead, loadHeadByReference } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { loadReviewers } from "./load-reviewers.ts";

export interface DrafterInput {
  reference: string;
  /** Row id. */
  personId: string;
  idempotencyKey?: string | null | undefined;
}

export interface HandOverInput extends DrafterInput {
  /** Whether who led until now goes on as a contributor. */
  staysAsContributor: boolean;
}

/** One way of changing who drafts: who may, and what follows. */
interface Change {
  operation: string;
  act: AssessmentAct;
  action: "person.invited" | "person.removed" | "lead.handed-over";
  /** Who may, in words. */
  who: string;
  decide: (drafters: readonly Drafter[], person: Candidate) => Result<DrafterEvent[]>;
}

export interface DraftersChanged {
  reference: string;
  personId: string;
  /** Null: the viewer may no longer see it. */
  head: AssessmentHead | null;
}

/** Asks somebody who is known here to contribute. They may write from the moment that this is answered. */
export const inviteContributor = (
  context: ApiContext,
  input: DrafterInput,
): Promise<Result<DraftersChanged>> =>
  changeDrafters(context, input, {
    operation: "inviteContributor",
    act: "assessment.invite",
    action: "person.invited",
    who: "Its lead officer can ask others to write it, while it is being written",
    decide: decideInvite,
  });

/** Ends a contributor's part, at once. That they contributed stays on record. */
export const removeContributor = (
  context: ApiContext,
  input: DrafterInput,
): Promise<Result<DraftersChanged>> =>
  changeDrafters(context, input, {
    operation: "removeContributor",
    act: "assessment.invite",
    action: "person.removed",
    who: "Its lead officer can end a contributor's part, while it is being written",
    decide: decideRemoval,
  });

/** Makes somebody else the lead officer. Who led before may thereby lose sight of the assessment: `head` is null then. */
export const handOverLead = (context: ApiContext, input: HandOverInput): Promise<Result<DraftersChanged>> =>
  changeDrafters(context, input, {
    operation: "handOverLead",
    act: "assessment.hand-over",
    action: "lead.handed-over",
    who: "Its lead officer can hand it over, until it is superseded or withdrawn",
    decide: (drafters, person) => decideHandOver(drafters, person, { formerStays: input.staysAsContributor }),
  });

export const NOTHING_HERE = "There is no assessment with this reference.";

const changeDrafters = async (
  context: ApiContext,
  input: DrafterInput,
  change: Change,
): Promise<Result<DraftersChanged>> => {
  const { viewer } = context;
  const { reference, personId, idempotencyKey: key } = input;
  if (viewer === null) return notFound(NOTHING_HERE);
  return await inTransaction(context, async (tx) => {
    // Asked first: a retry finds its answer even when the first call took the assessment out of its sender's sight.
    const question = { viewer, key, operation: change.operation, input };
    const done = await once(tx, question, () => write(tx, { context, viewer, input, change }));
    if (!done.ok) return done;
    return ok({ reference, personId, head: await loadHeadByReference(tx, viewer, reference) });
  });
};

interface Work {
  context: ApiContext;
  viewer: SignedInViewer;
  input: DrafterInput;
  change: Change;
}

const write = async (tx: Transaction, { context, viewer, input, change }: Work): Promise<Result<string>> => {
  const head = await loadHeadByReference(tx, viewer, input.reference, "update");
  if (head === null) return notFound(NOTHING_HERE);
  if (!mayOnAssessment(viewer, change.act, head.policySubject)) {
    return notAllowed(`This assessment is ${STATUS_IN_WORDS[head.status]}. ${change.who}; nobody else can.`);
  }
  const person = await findPerson(tx, head.id, input.personId);
  if (person === null) return invalid([{ path: "person", message: "Choose somebody who is known here." }]);
  const decided = change.decide(draftersOf(head), person);
  if (!decided.ok) return decided;
  await writeDrafterEvents(tx, { assessmentId: head.id, byId: viewer.userId }, decided.value);
  if (decided.value.length > 0) {
    const detail = { events: decided.value };
    const subject = { type: "person" as const, id: person.userId };
    await recordHistory(tx, context, head, [{ action: change.action, subject, detail }]);
  }
  return ok(input.reference);
};

const findPerson = async (tx: Transaction, assessmentId: string, id: string): Promise<Candidate | null> => {
  if (!isRowId(id)) return null;
  const [user] = await tx.select().from(users).where(eq(users.id, id));
  if (user === undefined) return null;
  const reviewed = (await loadReviewers(tx, assessmentId)).includes(id);
  return { userId: user.id, name: user.name, disabled: user.disabledAt !== null, reviewed };
};

export const draftersOf = ({ people }: Pick<AssessmentHead, "people">): Drafter[] =>
  people.filter(({ removedAt }) => removedAt === null).map(({ userId, role }) => ({ userId, role }));

/** Writes who begins and who ends, in the order of the events: there is one lead at every moment. */
export const writeDrafterEvents = async (
  tx: Transaction,
  { assessmentId, byId }: { assessmentId: string; byId: string },
  events: readonly DrafterEvent[],
): Promise<void> => {
  // Told here, under the assessment's lock: the transaction may have begun, and waited, before somebody else signed.
  const now = new Date().toISOString();
  for (const { type, userId, role } of events) {
    if (type === "ADDED") {
      await tx.insert(assessmentPeople).values({ assessmentId, userId, role, addedAt: now, addedById: byId });
      continue;
    }
    await tx
      .update(assessmentPeople)
      .set({ removedAt: now, removedById: byId })
      .where(
        and(
          eq(assessmentPeople.assessmentId, assessmentId),
          eq(assessmentPeople.userId, userId),
          eq(assessmentPeople.role, role),
          isNull(assessmentPeople.removedAt),
        ),
      );
  }
};
