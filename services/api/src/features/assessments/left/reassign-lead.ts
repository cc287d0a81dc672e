import type { Transaction } from "@due-regard/database/connection";
import { assessmentPeople, assessments } from "@due-regard/database/schema/assessments";
import type { Drafter, DrafterRole } from "@due-regard/domain/ehria/people/drafters";
import { decideReassignment } from "@due-regard/domain/ehria/people/successor";
import { invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { inTransaction, once } from "../../../schema/in-transaction.ts";
import { writeDrafterEvents } from "../people/change-drafters.ts";
import { heldBy } from "../people/held-by.ts";
import { loadReviewers } from "../people/load-reviewers.ts";
import { recordHistory } from "../record-history.ts";
import { atThePage, holdOffice, holdPeople } from "./by-administrator.ts";
import type { UserRow } from "./find-successors.ts";
import { loadLed, mayReassign } from "./load-left.ts";

export interface ReassignLeadInput {
  reference: string;
  /** Row id of who leads it. */
  fromId: string;
  /** Row id of who is to. */
  toId: string;
  idempotencyKey?: string | null | undefined;
}

export interface LeadReassigned {
  reference: string;
  leadId: string;
  former: UserRow;
}

/** The same for one that is not there: an administrator can't find out by asking which references there are. */
const NOT_THEIRS = "This person leads no assessment with this reference.";

/**
 * Gives an assessment another lead in place of one who can no longer sign in. For administrators at the page, who see nothing of it
 * before or after. NOT_FOUND: it isn't led by whom the caller thinks; see `decideReassignment` for the rest.
 */
export const reassignLead = async (
  context: ApiContext,
  input: ReassignLeadInput,
): Promise<Result<LeadReassigned>> => {
  const asked = atThePage(context);
  if (!asked.ok) return asked;
  const viewer = asked.value;
  return await inTransaction(context, async (tx) => {
    const office = await holdOffice(tx, viewer);
    if (!office.ok) return office;
    const question = { viewer, key: input.idempotencyKey, operation: "reassignLead", input };
    const done = await once(tx, question, () => write(tx, context, viewer, input));
    if (!done.ok) return done;
    const former = (await holdPeople(tx, [input.fromId])).get(input.fromId);
    if (former === undefined) return notFound(NOT_THEIRS);
    return ok({ reference: input.reference, leadId: input.toId, former });
  });
};

const write = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  { reference, fromId, toId }: ReassignLeadInput,
): Promise<Result<string>> => {
  // The row first, as every other write to it: what is read then stands until this is written.
  const byReference = eq(assessments.reference, reference);
  await tx.select({ id: assessments.id }).from(assessments).where(byReference).for("update");
  const [led] = await loadLed(tx, viewer, byReference);
  if (led === undefined || led.leadId !== fromId || !mayReassign(viewer, led)) return notFound(NOT_THEIRS);
  const people = await holdPeople(tx, [fromId, toId]);
  const [former, to] = [people.get(fromId), people.get(toId)];
  if (former === undefined) return notFound(NOT_THEIRS);
  if (to === undefined) return invalid([{ path: "to", message: "Choose somebody who is known here" }]);
  const roles = (await heldBy(tx, [toId])).get(toId) ?? [];
  const reviewed = (await loadReviewers(tx, led.id)).includes(toId);
  const decided = decideReassignment({
    drafters: await draftersNow(tx, led.id),
    former: { name: former.name, disabled: former.disabledAt !== null },
    to: { userId: to.id, name: to.name, disabled: to.disabledAt !== null, reviewed, roles },
    actorId: viewer.userId,
    departmentId: led.departmentId,
  });
  if (!decided.ok) return decided;
  await writeDrafterEvents(tx, { assessmentId: led.id, byId: viewer.userId }, decided.value);
  const detail = { events: decided.value, formerId: fromId, because: "ACCOUNT_CLOSED" };
  const subject = { type: "person" as const, id: toId };
  await recordHistory(tx, context, led, [{ action: "lead.reassigned", subject, detail }]);
  return ok(reference);
};

const draftersNow = async (tx: Transaction, assessmentId: string): Promise<Drafter[]> => {
  const rows = await tx
    .select({ userId: assessmentPeople.userId, role: assessmentPeople.role })
    .from(assessmentPeople)
    .where(and(eq(assessmentPeople.assessmentId, assessmentId), isNull(assessmentPeople.removedAt)));
  return rows.map(({ userId, role }) => ({ userId, role: role satisfies DrafterRole }));
};
