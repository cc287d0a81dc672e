import { equalityActionNotes, equalityActions } from "@due-regard/database/schema/equality-actions";
import { dueInForce } from "@due-regard/domain/ehria/actions/live-action";
import { asc, inArray } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { groupLoader } from "../../../schema/group-loader.ts";

/** What has become of an action: by the first row of its line. */
export type LiveState = Pick<
  typeof equalityActions.$inferSelect,
  "status" | "ownerId" | "metricId" | "deliveryActionId" | "version" | "movedTo" | "movedFrom"
>;

/** Until somebody says something of it. */
export const UNTOUCHED: LiveState = {
  status: "NOT_STARTED",
  ownerId: null,
  metricId: null,
  deliveryActionId: null,
  version: 0,
  movedTo: null,
  movedFrom: null,
};

const statesOf = groupLoader<typeof equalityActions.$inferSelect>(
  async ({ db }, lines) =>
    await db
      .select()
      .from(equalityActions)
      .where(inArray(equalityActions.id, [...lines])),
  ({ id }) => id,
  { cache: false },
);

/** A row of an improvement plan, of whichever revision. */
export interface ActionLine {
  id: string;
  originId: string | null;
  due: string | null;
}

export const lineOf = ({ id, originId }: Pick<ActionLine, "id" | "originId">): string => originId ?? id;

/** One statement for all the actions of a list. */
export const stateOf = async (context: ApiContext, action: ActionLine): Promise<LiveState> =>
  (await statesOf(context, lineOf(action)))[0] ?? UNTOUCHED;

export const dueOf = (action: ActionLine, state: LiveState): string | null => dueInForce(action.due, state);

export type ActionNoteRow = typeof equalityActionNotes.$inferSelect;

/** Oldest first. */
export const notesOfLine = groupLoader<ActionNoteRow>(
  async ({ db }, lines) =>
    await db
      .select()
      .from(equalityActionNotes)
      .where(inArray(equalityActionNotes.actionId, [...lines]))
      .orderBy(asc(equalityActionNotes.number)),
  ({ actionId }) => actionId,
  { cache: false },
);
