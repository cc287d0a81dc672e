import type { Transaction } from "@due-regard/database/connection";
import { departments } from "@due-regard/database/schema/organisations";
import {
  deliveryActions,
  progressNotes,
  strategyOrganisations,
} from "@due-regard/database/schema/strategies";
import { mayForOrganisation } from "@due-regard/domain/access/policy";
import { conflict, invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { type ActionStatus, MAXIMUM_PROGRESS_NOTE } from "@due-regard/domain/strategies/vocabulary";
import { asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import { isRowId } from "../../schema/load-by-ids.ts";
import type { Maybe } from "../../schema/maybe.ts";
import type { DeliveryActionRow } from "./strategy-types.ts";

export interface RecordDeliveryProgressInput {
  /** Row id of the action. */
  actionId: string;
  note: string;
  /** Where the action now stands; none: where it stood. */
  status?: Maybe<ActionStatus>;
  /** How many notes the writer had seen: it matters when the status changes. */
  basedOnNotes: number;
  idempotencyKey?: Maybe<string>;
}

const NO_ACTION = "There is no such delivery action.";

/**
 * Adds a note on how a delivery action gets on and moves its status. Notes are only ever added, so two people may write
 * at once; a status that changed since the writer looked is a CONFLICT. Answers with the action's row id.
 */
export const recordDeliveryProgress = async (
  context: ApiContext,
  input: RecordDeliveryProgressInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to record progress.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "recordDeliveryProgress", input }, () =>
      addNote(tx, context, viewer, input),
    ),
  );
};

const addNote = async (
  tx: Transaction,
  context: ApiContext,
  viewer: SignedInViewer,
  input: RecordDeliveryProgressInput,
): Promise<Result<string>> => {
  const action = await lockAction(tx, input.actionId);
  if (action === null) return notFound(NO_ACTION);
  if (!mayForOrganisation(viewer, "strategies.progress", await departmentsOf(tx, action)))
    return notAllowed("Your role does not reach as far as the organisations whose plan this is.");
  const text = input.note.trim();
  if (text === "" || text.length > MAXIMUM_PROGRESS_NOTE)
    return invalid([{ path: "note", message: `Write a note of up to ${MAXIMUM_PROGRESS_NOTE} characters.` }]);
  const notes = await tx
    .select()
    .from(progressNotes)
    .where(eq(progressNotes.actionId, action.id))
    .orderBy(asc(progressNotes.number));
  const status = input.status ?? action.status;
  const stale = staleStatus(action, notes, input);
  if (status !== action.status && stale !== null) return conflict([stale]);
  const number = notes.length + 1;
  const values = { actionId: action.id, number, text, status, authorId: viewer.userId };
  await tx.insert(progressNotes).values(values);
  if (status !== action.status)
    await tx.update(deliveryActions).set({ status }).where(eq(deliveryActions.id, action.id));
  const detail = { reference: action.reference, note: text, before: action.status, after: status, number };
  await recordAudit(tx, context, [
    { action: "delivery.progress", subjectType: "delivery-action", subjectId: action.id, detail },
  ]);
  return ok(action.id);
};

const lockAction = async (tx: Transaction, id: string): Promise<DeliveryActionRow | null> => {
  if (!isRowId(id)) return null;
  const [action] = await tx
    .select()
    .from(deliveryActions)
    .where(eq(deliveryActions.id, id))
    .for("no key update");
  return action ?? null;
};

/** Departments of the organisations whose plan it is: a joint plan belongs to several. */
const departmentsOf = async (tx: Transaction, { strategyId }: DeliveryActionRow): Promise<string[]> => {
  const rows = await tx
    .select({ id: departments.id })
    .from(departments)
    .innerJoin(strategyOrganisations, eq(strategyOrganisations.organisationId, departments.organisationId))
    .where(eq(strategyOrganisations.strategyId, strategyId));
  return rows.map(({ id }) => id);
};

const staleStatus = (
  action: DeliveryActionRow,
  notes: readonly { text: string }[],
  { basedOnNotes, status, note }: RecordDeliveryProgressInput,
) =>
  basedOnNotes === notes.length
    ? null
    : {
        path: "status",
        currentVersion: notes.length,
        basedOnVersion: basedOnNotes,
        theirs: `${action.status}: ${notes.at(-1)?.text ?? ""}`,
        yours: `${status}: ${note}`,
      };
