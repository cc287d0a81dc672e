import type { Cell } from "./cell.ts";
import { faultsOf } from "./kinds/registry.ts";
import type { Connection, OutboxState } from "./outbox.ts";
import { isSlotUnsaved, type Slot } from "./slot.ts";

/**
 * How one answer stands, for whoever wrote it. CLEAN: nothing to save. HELD: its form has a button of its own. WAITING:
 * typing goes on. OFFLINE, SIGNED_OUT, BROKEN: not saved yet, trying again. CONFLICT, REFUSED, CLOSED: a person must see to it.
 */
export type SaveState =
  | "CLEAN"
  | "HELD"
  | "WAITING"
  | "SAVING"
  | "SAVED"
  | "OFFLINE"
  | "SIGNED_OUT"
  | "BROKEN"
  | "CONFLICT"
  | "REFUSED"
  | "CLOSED";

const faults = ({ kind, cell }: Slot): string[] => (cell.attempt === null ? faultsOf(kind, cell.value) : []);

export const stateOf = (slot: Slot, connection: Connection): SaveState => {
  const { cell } = slot;
  if (cell.trouble) return cell.trouble.kind;
  if (!isSlotUnsaved(slot)) return cell.savedAt ? "SAVED" : "CLEAN";
  if (cell.held && cell.attempt === null) return "HELD";
  if (faults(slot).length > 0) return "REFUSED";
  if (connection !== "OK") return connection;
  return cell.sending ? "SAVING" : "WAITING";
};

/** Why it was refused, closed or went wrong. Null: it was not. */
export const messageOf = (slot: Slot): string | null => {
  const { trouble } = slot.cell;
  if (trouble && trouble.kind !== "CONFLICT") return trouble.message;
  return isSlotUnsaved(slot) && !slot.cell.held ? faults(slot).join(". ") || null : null;
};

/** What somebody else stored meanwhile, while the person has not chosen yet. */
export const theirsOf = ({ trouble }: Cell<unknown>) =>
  trouble?.kind === "CONFLICT" ? trouble.theirs : null;

/** Worst first: what speaks for several answers speaks of what needs the person most. */
export const URGENCY: readonly SaveState[] = [
  "CONFLICT",
  "CLOSED",
  "REFUSED",
  "SIGNED_OUT",
  "OFFLINE",
  "BROKEN",
  "SAVING",
  "WAITING",
  "HELD",
  "SAVED",
  "CLEAN",
];

/** Those in which the server does not hold what the person wrote, and won't in a moment. */
const TROUBLED: readonly SaveState[] = ["CONFLICT", "CLOSED", "REFUSED", "SIGNED_OUT", "OFFLINE", "BROKEN"];
export const isTrouble = (state: SaveState): boolean => TROUBLED.includes(state);

export interface SaveSummary {
  state: SaveState;
  /** When the last of them was saved. */
  savedAt: string | null;
  /** How many are not saved. */
  unsaved: number;
  /** True when the browser can't keep a copy of one of them. */
  isUnkept: boolean;
}

/** How all of an assessment stands, so that one line can say it. */
export const summarise = ({ slots, connection }: OutboxState, reference: string): SaveSummary => {
  const own = slots.filter(({ address }) => address.reference === reference);
  const states = own.map((slot) => stateOf(slot, connection));
  const times = own.flatMap(({ cell }) => cell.savedAt ?? []).toSorted();
  return {
    state: URGENCY.find((each) => states.includes(each)) ?? "CLEAN",
    savedAt: times.at(-1) ?? null,
    unsaved: own.filter(isSlotUnsaved).length,
    isUnkept: own.some((slot) => isSlotUnsaved(slot) && slot.kept !== "KEPT"),
  };
};
