import type { Problem } from "../../result.ts";
import { type ActionStatus, isOpenAction } from "../../strategies/vocabulary.ts";
import { MAXIMUM_ACTION_NOTE } from "./live-action.ts";

const checkText = (path: string, text: string, missing: string): Problem[] => {
  if (text.trim() === "") return [{ path, message: missing }];
  return text.trim().length > MAXIMUM_ACTION_NOTE
    ? [{ path, message: "Use 2,000 characters or fewer." }]
    : [];
};

/** What stands against a note on how an action gets on; of one that is given up, the note is the reason. */
export const checkActionNote = (note: string): Problem[] =>
  checkText("note", note, "Enter what has been done.");

/**
 * What stands against another date for an action: it must be open, the day today or later (ISO date, in London) and another than
 * the one in force, and there must be a reason.
 */
export const checkNewDue = (
  { due, reason }: { due: string; reason: string },
  action: { status: ActionStatus; due: string | null; today: string },
): Problem[] => {
  if (!isOpenAction(action.status))
    return [{ path: "due", message: "This action is not open any more, so it needs no other date." }];
  const rules: [holds: boolean, message: string][] = [
    [due >= action.today, "Give a day that is still to come, or today."],
    [due !== action.due, "It is due on this day already."],
  ];
  const broken = rules.find(([holds]) => !holds);
  return [
    ...(broken ? [{ path: "due", message: broken[1] }] : []),
    ...checkText("reason", reason, "Enter why it has another date."),
  ];
};
