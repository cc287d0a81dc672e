import { isOverdue } from "@due-regard/domain/strategies/gaps";
import { type ActionStatus, MAXIMUM_PROGRESS_NOTE } from "@due-regard/domain/strategies/vocabulary";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { STATUS } from "../words.ts";

/** What somebody is about to say of a delivery action. */
export interface ProgressDraft {
  note: string;
  status: ActionStatus;
}

export const noteField = (actionId: string): string => `${actionId}-note`;
export const statusField = (actionId: string): string => `${actionId}-status`;

export const NOTE_LIMIT = { max: MAXIMUM_PROGRESS_NOTE, unit: "characters" } as const;

/** What stands against a note: it must be there, and fit. */
export const checkDraft = (actionId: string, { note }: ProgressDraft): FieldError[] => {
  const field = noteField(actionId);
  const text = note.trim();
  if (text === "") return [{ field, message: "Enter what has been done" }];
  return text.length > NOTE_LIMIT.max
    ? [{ field, message: "What has been done must be 2,000 characters or fewer" }]
    : [];
};

/** How the status would change, in words: from what it is to what was chosen. */
export const statusChange = (from: ActionStatus, to: ActionStatus): string =>
  from === to
    ? `Stays “${STATUS[from].words}”`
    : `Changes from “${STATUS[from].words}” to “${STATUS[to].words}”`;

/** How being overdue would change with the status; null: it would not. */
export const overdueChange = (
  { status, dueBy }: { status: ActionStatus; dueBy: string | null },
  to: ActionStatus,
  on: string,
): string | null => {
  const [before, after] = [status, to].map((each) => isOverdue({ status: each, dueEnd: dueBy }, on));
  if (before === after) return null;
  return after ? "It will be overdue" : "It will no longer be overdue";
};

/** The field of the form that a path of the API's input is about. */
export const fieldOf = (actionId: string, path: string): string | null => {
  if (path === "note") return noteField(actionId);
  return path === "status" ? statusField(actionId) : null;
};
