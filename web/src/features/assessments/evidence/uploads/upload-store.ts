import { newKey } from "../../../../data/new-key.ts";
import type { UploadOutcome, uploadFile } from "../../../../data/upload-file.ts";

/** One file on its way. It stays here, with the file itself, until the server has it or the person lets it go. */
export interface Upload {
  id: string;
  file: File;
  /** Where it is cited. */
  place: string;
  label: string;
  state: "WAITING" | "SENDING" | "FAILED";
  sent: number;
  /** Why it failed. */
  message: string | null;
}

export interface UploadDone {
  name: string;
  /** QUARANTINED: it is kept from everybody until a scanner has looked at it. */
  state: string;
}

/** Sent at once: the server takes four from everybody together. */
const AT_ONCE = 2;

const WORDS: Record<Exclude<UploadOutcome["kind"], "DONE" | "REFUSED">, string> = {
  SIGNED_OUT: "You have been signed out. Sign in again in another tab, then try again here",
  UNREACHABLE: "The connection was lost. Check it, then try again",
  STOPPED: "You stopped it",
};

interface StoreOptions {
  send: typeof uploadFile;
  reference: string;
  /** Id of the signed-in person: the server refuses what is sent in another's name. */
  person: string;
}

interface Entry extends Upload {
  /** The same try has the same key: a file whose answer was lost is stored once. */
  key: string;
  stop: AbortController | null;
}

export interface UploadStore {
  subscribe: (listener: () => void) => () => void;
  read: () => readonly Upload[];
  add: (files: readonly File[], to: { place: string; label: string }) => void;
  retry: (id: string) => void;
  /** Stops what is on its way, and lets go of it. */
  cancel: (id: string) => void;
  /** Called for each file that the server has. */
  onDone: (listener: (done: UploadDone) => void) => () => void;
}

const addressOf = (reference: string, { place, file, key }: Entry): string =>
  `/files?${new URLSearchParams({ assessment: reference, place, name: file.name, key })}`;

/**
 * Files on their way to one assessment. It outlives the page that began them: people go on to the next question meanwhile, and what
 * failed can be tried again without choosing the file anew.
 */
export const createUploadStore = ({ send, reference, person }: StoreOptions): UploadStore => {
  const listeners = new Set<() => void>();
  const doneListeners = new Set<(done: UploadDone) => void>();
  let entries: readonly Entry[] = [];

  const show = (next: readonly Entry[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, part: Partial<Entry>) =>
    show(entries.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
  const drop = (id: string) => show(entries.filter((entry) => entry.id !== id));

  const settle = (entry: Entry, outcome: UploadOutcome) => {
    if (!entries.some(({ id }) => id === entry.id)) return;
    if (outcome.kind === "DONE") {
      drop(entry.id);
      const { state = "AVAILABLE", name = entry.file.name } = outcome.answer as Partial<UploadDone>;
      for (const listener of doneListeners) listener({ name, state });
      return;
    }
    const message = outcome.kind === "REFUSED" ? outcome.message : WORDS[outcome.kind];
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    const key = outcome.kind === "UNREACHABLE" ? entry.key : newKey();
    change(entry.id, { state: "FAILED", sent: 0, message, key, stop: null });
  };

  const start = async (entry: Entry) => {
    const stop = new AbortController();
    change(entry.id, { state: "SENDING", sent: 0, message: null, stop });
    const outcome = await send(addressOf(reference, entry), entry.file, {
      signal: stop.signal,
      writer: person,
      onProgress: (sent) => change(entry.id, { sent }),
    });
    settle(entry, outcome);
    next();
  };

  const next = () => {
    const free = AT_ONCE - entries.filter(({ state }) => state === "SENDING").length;
    for (const entry of entries.filter(({ state }) => state === "WAITING").slice(0, free)) void start(entry);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => entries,
    add: (files, { place, label }) => {
      const added = files.map(
        (file): Entry => ({
          id: newKey(),
          file,
          place,
          label,
          state: "WAITING",
          sent: 0,
          message: null,
          key: newKey(),
          stop: null,
        }),
      );
      show([...entries, ...added]);
      next();
    },
    retry: (id) => {
      change(id, { state: "WAITING", message: null });
      next();
    },
    cancel: (id) => {
      const entry = entries.find((each) => each.id === id);
      drop(id);
      entry?.stop?.abort();
    },
    onDone: (listener) => {
      doneListeners.add(listener);
      return () => doneListeners.delete(listener);
    },
  };
};
