import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { decideNewOwner } from "@due-regard/domain/ehria/people/successor";
import { conflict, invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import type { ActionInForce } from "../actions/load-actions.ts";
import { readsPlan } from "../actions/reads-plan.ts";
import { type ActionInput, type ActionWrite, writeToAction } from "../actions/write-to-action.ts";
import { recordHistory } from "../record-history.ts";
import { atThePage, holdOffice, holdPeople } from "./by-administrator.ts";
import type { UserRow } from "./find-successors.ts";

export interface ReassignActionInput extends ActionInput {
  /** Row id of who owns it. */
  fromId: string;
  /** Row id of who is to. */
  toId: string;
  basedOnVersion: number;
}

export interface ActionReassigned {
  action: ActionInForce;
  former: UserRow;
}

/**
 * Gives an action of a signed plan another owner in place of one who can no longer sign in. For administrators at the page.
 * CONFLICT: it was joined otherwise, or given to somebody else, since it was read; see `decideNewOwner` for the rest.
 */
export const reassignAction = async (
  context: ApiContext,
  input: ReassignActionInput,
): Promise<Result<ActionReassigned>> => {
  const asked = atThePage(context);
  if (!asked.ok) return asked;
  let former: UserRow | undefined;
  const done = await writeToAction(context, "reassignAction", input, (write) => giveOn(write, input), {
    mayWrite: (viewer, subject) =>
      mayOnAssessment(viewer, "assessment.reassign", subject)
        ? ok(undefined)
        : notAllowed("Only an administrator can give on what somebody left behind"),
    first: async (tx) => {
      former = (await holdPeople(tx, [input.fromId])).get(input.fromId);
      return await holdOffice(tx, asked.value);
    },
  });
  if (!done.ok) return done;
  return former === undefined ? notFound("Nobody here has this id.") : ok({ action: done.value, former });
};

const giveOn = async (write: ActionWrite, input: ReassignActionInput): Promise<Result<void>> => {
  const { tx, state, context, head, action, line } = write;
  const { fromId, toId, basedOnVersion } = input;
  const people = await holdPeople(tx, [fromId, toId, ...(state.ownerId === null ? [] : [state.ownerId])]);
  const [former, to] = [people.get(fromId), people.get(toId)];
  if (former === undefined) return notFound("Nobody here has this id.");
  if (to === undefined) return invalid([{ path: "to", message: "Choose somebody who is known here" }]);
  if (state.ownerId !== fromId || state.version !== basedOnVersion)
    return conflict([
      {
        path: "owner",
        currentVersion: state.version,
        basedOnVersion,
        theirs: people.get(state.ownerId ?? "")?.name ?? null,
        yours: to.name,
      },
    ]);
  const decided = decideNewOwner({
    former: { name: former.name, disabled: former.disabledAt !== null },
    to: { name: to.name, disabled: to.disabledAt !== null },
    mayRead: await readsPlan(tx, { head, action }, to),
  });
  if (!decided.ok) return decided;
  await tx
    .update(equalityActions)
    .set({ ownerId: toId, version: state.version + 1 })
    .where(eq(equalityActions.id, line));
  const subject = { type: "improvement-action" as const, id: action.id };
  const detail = { ownerId: toId, before: fromId, because: "ACCOUNT_CLOSED" };
  await recordHistory(tx, context, { id: head.id, revision: action.planRevision }, [
    { action: "action.owner-named", subject, detail },
  ]);
  return ok(undefined);
};
