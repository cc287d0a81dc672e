import { joinDate } from "../../../../ui/format/dates.ts";
import type { ActionRow } from "../../reading/action-rows.ts";
import type { ActionValue } from "../../saving/kinds/action.ts";
import type { SaveState } from "../../saving/save-state.ts";
import type { ImprovementAction } from "../../types.ts";
import type { WaitingAction } from "./use-action.ts";

/** One row of the plan as its author knows it: what is stored, or what they wrote since and is not saved yet. */
export interface PlanRow {
  /** Id of the action, or the name that this browser gave to a new one. */
  action: string;
  shown: ActionRow;
  isRemoved: boolean;
  /** How saving goes. Null: it is stored as it is shown. */
  state: SaveState | null;
}

const shownOf = ({ objective, action, target, officer, due }: ActionValue): ActionRow => ({
  objective,
  action,
  target,
  officer,
  due: joinDate(due).date,
});

/** The plan with what waits in this browser in its place, and new actions at its end. */
export const planRows = (
  stored: readonly ImprovementAction[],
  waiting: readonly WaitingAction[],
): PlanRow[] => {
  const known = stored.map((action): PlanRow => {
    const waits = waiting.find(({ address }) => address.action === action.id);
    if (!waits) return { action: action.id, shown: action, isRemoved: false, state: null };
    const { isRemoved } = waits.value;
    const shown = isRemoved ? action : shownOf(waits.value);
    return { action: action.id, shown, isRemoved, state: waits.state };
  });
  const fresh = waiting
    .filter(({ address }) => !stored.some(({ id }) => id === address.action))
    .map(({ address, value, state }): PlanRow => {
      const { isRemoved } = value;
      return { action: address.action, shown: shownOf(value), isRemoved, state };
    });
  return [...known, ...fresh];
};
