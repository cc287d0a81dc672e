import type { Stored } from "@due-regard/domain/ehria/save-rule";
import {
  adopt,
  answered,
  begin,
  type Cell,
  discard,
  edit,
  isDirty,
  openCell,
  retry,
  type SaveResult,
  settle,
} from "./cell.ts";
import { cellOf, type EntryStore, type Kept, type NamedEntry } from "./entry-store.ts";
import { inWords, type SaveAddress } from "./kinds/kind.ts";
import { type AnyKind, kindNamed } from "./kinds/registry.ts";
import { entryOf, isReady, isSlotUnsaved, newSlot, type Slot } from "./slot.ts";
import { isSameSubject, type Subject } from "./subject.ts";
import type { Tabs } from "./tabs.ts";

/** Milliseconds after the last key before an answer goes out. */
export const TYPING_PAUSE = 800;
/** Milliseconds between tries while the server can't be reached; the last one repeats. */
export const RETRY_PAUSES = [2000, 4000, 8000, 15000, 30000] as const;

/** Whether the last request was answered, and by a server that knew the person. */
export type Connection = "OK" | "OFFLINE" | "SIGNED_OUT";

export interface OutboxState {
  slots: readonly Slot[];
  connection: Connection;
  /** What was written on an earlier visit and has been saved in this one. */
  savedLater: readonly Pick<Slot, "id" | "label" | "page">[];
}

export interface OutboxOptions {
  store: EntryStore;
  tabs: Tabs;
  send: (
    subject: Subject,
    attempt: NonNullable<Cell<unknown>["attempt"]>,
    leaving: boolean,
  ) => Promise<SaveResult<unknown>>;
  newKey: () => string;
}

export interface Outbox {
  subscribe: (listener: () => void) => () => void;
  read: () => OutboxState;
  /** The slot of an answer: the one that waits already, else a new one on what is stored. */
  open: (subject: Subject, stored: Stored<unknown>) => string;
  slot: (id: string) => Slot | undefined;
  edit: (id: string, value: unknown, options?: { held?: boolean }) => void;
  /** Lets a held one go out. */
  release: (id: string) => void;
  /** Sends now what waits of it: on blur, on leaving its page. */
  flush: (id: string) => void;
  adopt: (id: string, stored: Stored<unknown>) => void;
  settle: (id: string, value: unknown) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Sends everything at once: the connection is back, the page is being left. */
  flushAll: (leaving?: boolean) => void;
  /** The browser says that there is no connection. */
  lose: () => void;
  /** Takes over what pages left behind that are no longer open. */
  adoptOrphans: () => Promise<void>;
  /** The person has seen what was saved later. */
  forgetSaved: () => void;
  /** Throws away everything of this person, here and in the browser's storage. */
  clear: () => void;
}

const pauseAfter = (tries: number): number => RETRY_PAUSES[Math.min(tries, RETRY_PAUSES.length - 1)] ?? 30000;

/**
 * The one queue through which everything that is written in a draft is saved. What is written stands in the browser's
 * storage until the server has confirmed it: nothing depends on the page, the connection or the answer. One save is on its
 * way at a time; an unanswered one is sent again, the same under the same key, so that its effect is none or one.
 */
export const createOutbox = ({ store, tabs, send, newKey }: OutboxOptions): Outbox => {
  const listeners = new Set<() => void>();
  let state: OutboxState = { slots: [], connection: "OK", savedLater: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pausedUntil = 0;
  let tries = 0;
  let isLeaving = false;

  const show = (change: Partial<OutboxState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const find = (id: string) => state.slots.find((slot) => slot.id === id);
  const kindOf = (slot: Slot): AnyKind => kindNamed(slot.kind);

  /** Every change passes here: what is unsaved is in the storage before anything else happens. */
  const put = (slot: Slot) => {
    let kept: Kept = "KEPT";
    if (isSlotUnsaved(slot)) kept = store.write(tabs.own, slot.id, entryOf(slot));
    else store.remove(tabs.own, slot.id);
    const next = { ...slot, kept };
    const isKnown = state.slots.some(({ id }) => id === slot.id);
    const slots = isKnown
      ? state.slots.map((each) => (each.id === slot.id ? next : each))
      : [...state.slots, next];
    show({ slots });
  };
  const change = (id: string, next: (slot: Slot) => Partial<Slot>) => {
    const slot = find(id);
    if (slot) put({ ...slot, ...next(slot) });
  };
  const changeCell = (id: string, next: (cell: Cell<unknown>, kind: AnyKind) => Cell<unknown>) =>
    change(id, (slot) => ({ cell: next(slot.cell, kindOf(slot)) }));

  const pump = () => {
    clearTimeout(timer);
    const now = Date.now();
    const waiting = state.slots.filter(isReady);
    if (isLeaving) {
      for (const slot of waiting) void dispatch(slot.id);
      return;
    }
    if (waiting.length === 0 || state.slots.some(({ cell }) => cell.sending)) return;
    const turn = ({ dueAt }: Slot) => Math.max(dueAt, pausedUntil);
    const [first] = waiting.toSorted((one, other) => turn(one) - turn(other));
    if (first === undefined) return;
    if (turn(first) <= now) void dispatch(first.id);
    else timer = setTimeout(pump, turn(first) - now);
  };

  const dispatch = async (id: string) => {
    changeCell(id, (cell) => begin(cell, newKey()));
    const slot = find(id);
    if (!slot?.cell.attempt) return;
    const result = await send(slot, slot.cell.attempt, isLeaving).catch(
      (): SaveResult<unknown> => ({ kind: "UNREACHABLE" }),
    );
    take(id, result);
    pump();
  };

  const take = (id: string, result: SaveResult<unknown>) => {
    const isLost = result.kind === "UNREACHABLE" || result.kind === "SIGNED_OUT";
    if (isLost) {
      pausedUntil = Date.now() + pauseAfter(tries);
      tries += 1;
    } else {
      pausedUntil = 0;
      tries = 0;
    }
    const before = find(id);
    change(id, (slot) => ({
      cell: answered(slot.cell, result, kindOf(slot).same),
      ...(result.kind === "SAVED" && result.address ? { address: result.address as SaveAddress } : {}),
      ...(result.kind === "BROKEN"
        ? { tries: slot.tries + 1, dueAt: Date.now() + pauseAfter(slot.tries) }
        : { tries: 0 }),
    }));
    const after = find(id);
    const connection =
      result.kind === "UNREACHABLE" ? "OFFLINE" : result.kind === "SIGNED_OUT" ? "SIGNED_OUT" : "OK";
    show({ connection });
    if (before?.isEarlier && after && !isSlotUnsaved(after)) {
      const { label, page } = after;
      show({ savedLater: [...state.savedLater, { id, label, page }] });
      change(id, () => ({ isEarlier: false }));
    }
  };

  const findFor = (subject: Subject) => state.slots.find((slot) => isSameSubject(slot, subject));

  const takeOver = ({ tab, slot: oldSlot, entry }: NamedEntry) => {
    const open = findFor(entry);
    const isFree = open !== undefined && !isSlotUnsaved(open) && !open.cell.sending;
    const cell = cellOf(entry);
    const found = { cell, writtenAt: entry.writtenAt, isEarlier: true };
    put(isFree ? { ...open, ...found } : { ...newSlot(newKey(), entry, cell), ...found });
    store.remove(tab, oldSlot);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => state,
    slot: find,
    open: (subject, stored) => {
      const open = findFor(subject);
      const slot = open ?? newSlot(newKey(), subject, openCell(stored));
      // Not told to anybody: this happens while a page is drawn.
      if (!open) state = { ...state, slots: [...state.slots, slot] };
      return slot.id;
    },
    edit: (id, value, { held = false } = {}) => {
      const now = Date.now();
      change(id, (slot) => ({
        cell: { ...edit(slot.cell, value), held },
        dueAt: now + TYPING_PAUSE,
        writtenAt: new Date(now).toISOString(),
      }));
      pump();
    },
    release: (id) => {
      change(id, (slot) => ({ cell: { ...slot.cell, held: false }, dueAt: 0 }));
      pump();
    },
    flush: (id) => {
      const slot = find(id);
      if (!slot || !isDirty(slot.cell, kindOf(slot).same)) return;
      change(id, () => ({ dueAt: 0 }));
      pump();
    },
    adopt: (id, stored) => {
      const slot = find(id);
      if (!slot) return;
      const cell = adopt(slot.cell, stored, kindOf(slot).same);
      if (cell !== slot.cell) put({ ...slot, cell });
    },
    settle: (id, value) => {
      change(id, (slot) => {
        const { same, pieces } = kindOf(slot);
        const mine = inWords(pieces(slot.choices), slot.cell.value);
        return { cell: settle(slot.cell, value, mine, same), dueAt: 0 };
      });
      pump();
    },
    retry: (id) => {
      pausedUntil = 0;
      change(id, (slot) => ({ cell: retry(slot.cell), dueAt: 0 }));
      pump();
    },
    discard: (id) => changeCell(id, (cell) => discard(cell)),
    flushAll: (leaving = false) => {
      pausedUntil = 0;
      isLeaving = leaving;
      for (const slot of state.slots.filter(isReady)) change(slot.id, () => ({ dueAt: 0 }));
      pump();
      isLeaving = false;
    },
    lose: () => {
      if (state.slots.some(isSlotUnsaved)) show({ connection: "OFFLINE" });
    },
    adoptOrphans: async () => {
      const open = await tabs.listOpen();
      const orphans = store.list().filter(({ tab }) => tab !== tabs.own && !open?.has(tab));
      for (const orphan of orphans) takeOver(orphan);
      pump();
    },
    forgetSaved: () => {
      if (state.savedLater.length > 0) show({ savedLater: [] });
    },
    clear: () => {
      clearTimeout(timer);
      for (const { tab, slot } of store.list()) store.remove(tab, slot);
      show({ slots: state.slots.map((slot) => ({ ...slot, cell: discard(slot.cell) })), savedLater: [] });
    },
  };
};
