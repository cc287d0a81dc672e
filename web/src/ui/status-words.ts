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
export const ACTION_STATUS: Record<
  "NOT_STARTED" | "IN_PROGRESS" | "DELAYED" | "DONE" | "CANCELLED",
  { words: string; colour: TagColour }
> = {
  NOT_STARTED: { words: "Not started", colour: "grey" },
  IN_PROGRESS: { words: "In progress", colour: "blue" },
  DELAYED: { words: "Delayed", colour: "yellow" },
  DONE: { words: "Done", colour: "green" },
  CANCELLED: { words: "Cancelled", colour: "orange" },
};
