import { type ActionAddress, type ActionValue, actionKind } from "../../saving/kinds/action.ts";
import { type SaveState, stateOf } from "../../saving/save-state.ts";
import { isSlotUnsaved } from "../../saving/slot.ts";
import { useOutbox, useOutboxState } from "../../saving/use-outbox.ts";
import { type Saved, useSaved } from "../../saving/use-saved.ts";
import type { Content } from "../../types.ts";
import { questionOptions } from "./action-form.ts";

interface ActionOptions {
  content: Content;
  person: string;
  action: string;
  isNew: boolean;
}

/** One action as it is being written. It is kept in the browser with each key, and sent when the person saves it. */
export const useAction = ({ content, person, action, isNew }: ActionOptions): Saved<ActionValue> => {
  const address: ActionAddress = { reference: content.reference, action, isNew };
  const stored = actionKind.read(content, address);
  const label = stored.value.objective || "A new action";
  return useSaved({ kind: "ACTION", address, person, label, choices: questionOptions(content), stored });
};

export interface WaitingAction {
  address: ActionAddress;
  value: ActionValue;
  state: SaveState;
}

/** Actions of this assessment that the person wrote or took out, and that the server has not got yet. */
export const useWaitingActions = (reference: string, person: string): WaitingAction[] => {
  const { slots, connection } = useOutboxState(useOutbox(person));
  return slots
    .filter((slot) => slot.kind === "ACTION" && slot.address.reference === reference && isSlotUnsaved(slot))
    .map((slot) => ({
      address: slot.address as ActionAddress,
      value: slot.cell.value as ActionValue,
      state: stateOf(slot, connection),
    }));
};
