import { equalityActionNotes, equalityActions } from "@due-regard/database/schema/equality-actions";
import { checkActionNote, checkNewDue } from "@due-regard/domain/ehria/actions/check-action";
import { conflict, invalid, ok, type Result } from "@due-regard/domain/result";
import type { ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import { desc, eq } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { recordHistory } from "../record-history.ts";
import type { ActionInForce } from "./load-actions.ts";
import { type ActionInput, type ActionWrite, writeToAction } from "./write-to-action.ts";

export interface ActionProgressInput extends ActionInput {
  note: string;
  /** Where the action now stands; none: where it stood. */
  status?: ActionStatus | null | undefined;
  /** How many notes the writer had seen: it matters when the status changes. */
  basedOnNotes: number;
}

/**
 * Adds a note on how an action gets on, and moves its status. Notes are only ever added, so two people may write at once; a
 * status that changed since the writer looked is a CONFLICT.
 */
export const recordActionProgress = (
  context: ApiContext,
  input: ActionProgressInput,
): Promise<Result<ActionInForce>> =>
  writeToAction(context, "recordActionProgress", input, async (write) => {
    const problems = checkActionNote(input.note);
    if (problems.length > 0) return invalid(problems);
    const before = write.state.status;
    const status = input.status ?? before;
    if (status !== before && input.basedOnNotes !== write.notes)
      return conflict([await stale(write, input.basedOnNotes, `${status}: ${input.note}`)]);
    const text = input.note.trim();
    await addNote(write, { kind: "PROGRESS", text, status, dueBefore: null, dueAfter: null });
    if (status !== before) await change(write, { status });
    await record(write, "action.progress-recorded", null, { note: text, before, after: status });
    return ok(undefined);
  });

export interface ActionDueInput extends ActionInput {
  /** ISO date, today or later. */
  due: string;
  reason: string;
  /** How many notes the writer had seen. */
  basedOnNotes: number;
}

/** Gives an open action another date, with the reason. The one that was signed stays, and so does each date in between. */
export const resetActionDue = (context: ApiContext, input: ActionDueInput): Promise<Result<ActionInForce>> =>
  writeToAction(context, "resetActionDue", input, async (write) => {
    const { state, due: before, action } = write;
    const { due, reason } = input;
    const problems = checkNewDue(
      { due, reason },
      { status: state.status, due: before, today: londonToday() },
    );
    if (problems.length > 0) return invalid(problems);
    if (input.basedOnNotes !== write.notes)
      return conflict([await stale(write, input.basedOnNotes, `${due}: ${reason}`)]);
    const text = reason.trim();
    const dates = { dueBefore: before, dueAfter: due };
    await addNote(write, { kind: "DUE_MOVED", text, status: state.status, ...dates });
    const isAsSigned = due === action.due;
    await change(write, {
      movedTo: isAsSigned ? null : due,
      movedFrom: isAsSigned ? null : action.due,
    });
    await record(write, "action.due-moved", text, { before, after: due });
    return ok(undefined);
  });

type NewNote = Pick<
  typeof equalityActionNotes.$inferInsert,
  "kind" | "text" | "status" | "dueBefore" | "dueAfter"
>;

const addNote = async ({ tx, line, notes, viewer }: ActionWrite, note: NewNote): Promise<void> => {
  await tx
    .insert(equalityActionNotes)
    .values({ ...note, actionId: line, number: notes + 1, authorId: viewer.userId });
};

const change = async (
  { tx, line }: ActionWrite,
  values: Partial<typeof equalityActions.$inferInsert>,
): Promise<void> => {
  await tx.update(equalityActions).set(values).where(eq(equalityActions.id, line));
};

const stale = async ({ tx, line, state, notes }: ActionWrite, basedOnVersion: number, yours: string) => {
  const [last] = await tx
    .select({ text: equalityActionNotes.text })
    .from(equalityActionNotes)
    .where(eq(equalityActionNotes.actionId, line))
    .orderBy(desc(equalityActionNotes.number))
    .limit(1);
  return {
    path: "action",
    currentVersion: notes,
    basedOnVersion,
    theirs: `${state.status}: ${last?.text ?? ""}`,
    yours,
  };
};

const record = (
  { tx, context, head, action }: ActionWrite,
  name: "action.progress-recorded" | "action.due-moved",
  reason: string | null,
  detail: Record<string, unknown>,
): Promise<void> =>
  recordHistory(tx, context, { id: head.id, revision: action.planRevision }, [
    { action: name, subject: { type: "improvement-action", id: action.id }, reason, detail },
  ]);
