import { type ActionStatus, isOpenAction } from "../../strategies/vocabulary.ts";

/**
 * An action of a signed plan goes on after sign-off (design/domain.md §3, "Action plan"): what was signed stays as it is, and
 * what becomes of it stands beside it.
 */

/** PROGRESS: what was done. DUE_MOVED: another day, with the reason. */
export const ACTION_NOTE_KINDS = ["PROGRESS", "DUE_MOVED"] as const;
export type ActionNoteKind = (typeof ACTION_NOTE_KINDS)[number];

/** How long a note, or the reason for another date, may be, in characters. */
export const MAXIMUM_ACTION_NOTE = 2_000;

/** A day to which an action was moved, and the sealed one in whose place it stands. ISO dates. */
export interface MovedDate {
  movedTo: string | null;
  movedFrom: string | null;
}

/**
 * The day by which an action is due. A new date stands in the place of the one that was signed when it was given; where a later
 * revision was signed with another date, that one holds, since two people signed it knowing of the move.
 *
 * @param sealed the date in the plan in force; null: it names none
 */
export const dueInForce = (sealed: string | null, { movedTo, movedFrom }: MovedDate): string | null =>
  movedTo !== null && movedFrom === sealed ? movedTo : sealed;

/** How long before its day an action is said to be due soon. */
export const ACTION_DUE_SOON_DAYS = 14;

/** Late from the day after its own: on the day itself there is still time. */
export const isOverdueAction = (
  { status, due }: { status: ActionStatus; due: string | null },
  today: string,
): boolean => isOpenAction(status) && due !== null && due < today;
