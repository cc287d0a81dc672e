import { type Cell, isUnsaved, wantsSending } from "./cell.ts";
import type { Entry, Kept } from "./entry-store.ts";
import { faultsOf, kindNamed } from "./kinds/registry.ts";
import type { Subject } from "./subject.ts";

/** One answer in the queue. Immutable: each change makes a new one. */
export interface Slot extends Subject {
  id: string;
  cell: Cell<unknown>;
  /** When it may go out, in milliseconds of the clock. */
  dueAt: number;
  tries: number;
  writtenAt: string;
  /** Written on an earlier visit. */
  isEarlier: boolean;
  kept: Kept;
}

export const isSlotUnsaved = (slot: Slot): boolean => isUnsaved(slot.cell, kindNamed(slot.kind).same);

/** Whose turn it is, a refusal that can be told before anything is sent included. */
export const isReady = ({ kind, cell }: Slot): boolean =>
  wantsSending(cell, kindNamed(kind).same) &&
  (cell.attempt !== null || faultsOf(kind, cell.value).length === 0);

export const entryOf = (slot: Slot): Entry => {
  const { kind, address, label, page, choices, writtenAt, cell } = slot;
  const { base, value, attempt, setAside, held, trouble } = cell;
  return { kind, address, label, page, choices, writtenAt, base, value, attempt, setAside, held, trouble };
};

export const newSlot = (id: string, subject: Subject, cell: Cell<unknown>): Slot => {
  const { kind, address, label, page, choices } = subject;
  const fresh = { dueAt: 0, tries: 0, writtenAt: "", isEarlier: false, kept: "KEPT" as const };
  return { kind, address, label, page, choices, id, cell, ...fresh };
};
