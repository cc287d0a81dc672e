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

export const ACTION_STATUSES = ["NOT_STARTED", "IN_PROGRESS", "DONE", "CANCELLED"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** How long a note on a delivery action may be, in characters. */
export const MAXIMUM_PROGRESS_NOTE = 2_000;
