/** Words of the strategies part of the API (design/api.graphql, design/domain.md §2). */

/** LAYER is one of the department's four (prevent, reduce, delay, meet need); the others belong to a plan. */
export const STRATEGY_ELEMENT_KINDS = [
  "LAYER",
  "OUTCOME",
  "SUPPORTING_OUTCOME",
  "PRIORITY",
  "PRINCIPLE",
] as const;
export type StrategyElementKind = (typeof STRATEGY_ELEMENT_KINDS)[number];

/** Of a plan's delivery actions, and of the actions of signed assessments. */
export const ACTION_STATUSES = ["NOT_STARTED", "IN_PROGRESS", "DELAYED", "DONE", "CANCELLED"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** As people read them, in the interface and in what is cited. */
export const ACTION_STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  NOT_STARTED: "Not started",
  IN_PROGRESS: "In progress",
  DELAYED: "Delayed",
  DONE: "Done",
  CANCELLED: "Cancelled",
};

/** Those in which something is still to be done. */
export const OPEN_ACTION_STATUSES = [
  "NOT_STARTED",
  "IN_PROGRESS",
  "DELAYED",
] as const satisfies readonly ActionStatus[];

/** Whether an action is neither done nor given up. */
export const isOpenAction = (status: ActionStatus): boolean =>
  (OPEN_ACTION_STATUSES as readonly ActionStatus[]).includes(status);

/** How long a note on a delivery action may be, in characters. */
export const MAXIMUM_PROGRESS_NOTE = 2_000;
