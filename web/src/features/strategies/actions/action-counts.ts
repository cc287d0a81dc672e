import { ACTION_STATUSES, type ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import { STATUS } from "../words.ts";

/** "13 actions: 11 not started, 1 in progress, 1 done": counts that add up, of the statuses that occur. */
export const describeActions = (actions: readonly { status: ActionStatus }[]): string => {
  const counts = ACTION_STATUSES.map((status) => ({
    words: STATUS[status].words.toLowerCase(),
    count: actions.filter((action) => action.status === status).length,
  })).filter(({ count }) => count > 0);
  const all = actions.length === 1 ? "1 action" : `${actions.length} actions`;
  return `${all}: ${counts.map(({ count, words }) => `${count} ${words}`).join(", ")}`;
};
