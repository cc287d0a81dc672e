import { ACTION_STATUS_WORDS, type ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import type { TagColour } from "./tag.tsx";

/** Assessment statuses in the words of the interface, shared by every page that lists assessments. */
export const ASSESSMENT_STATUS: Record<
  | "DRAFT"
  | "IN_REVIEW"
  | "CHANGES_REQUESTED"
  | "SIGNED_OFF"
  | "PUBLISHED"
  | "REVIEW_DUE"
  | "SUPERSEDED"
  | "WITHDRAWN",
  { words: string; colour: TagColour }
> = {
  DRAFT: { words: "Draft", colour: "grey" },
  IN_REVIEW: { words: "In review", colour: "blue" },
  CHANGES_REQUESTED: { words: "Changes requested", colour: "yellow" },
  SIGNED_OFF: { words: "Signed off", colour: "green" },
  PUBLISHED: { words: "Published", colour: "teal" },
  REVIEW_DUE: { words: "Review due", colour: "orange" },
  SUPERSEDED: { words: "Superseded", colour: "purple" },
  WITHDRAWN: { words: "Withdrawn", colour: "red" },
};

/** How far an action has got: of a plan's delivery actions, and of signed assessments'. */
export const ACTION_STATUS: Record<ActionStatus, { words: string; colour: TagColour }> = {
  NOT_STARTED: { words: ACTION_STATUS_WORDS.NOT_STARTED, colour: "grey" },
  IN_PROGRESS: { words: ACTION_STATUS_WORDS.IN_PROGRESS, colour: "blue" },
  DELAYED: { words: ACTION_STATUS_WORDS.DELAYED, colour: "yellow" },
  DONE: { words: ACTION_STATUS_WORDS.DONE, colour: "green" },
  CANCELLED: { words: ACTION_STATUS_WORDS.CANCELLED, colour: "orange" },
};
