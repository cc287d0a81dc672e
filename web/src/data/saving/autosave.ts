import type { Keep } from "../keep.ts";

export interface Stored<Value> {
  value: Value;
  /** Of the stored value; 0 when nothing has been stored yet. A save names the version that it was based on. */
  version: number;
}

export type SaveResult<Value> =
  | { kind: "SAVED"; version: number; savedAt: string }
  | { kind: "CONFLICT"; theirs: Stored<Value> }
  /** Not reached, or no answer came back: it may or may not have been stored. */
  | { kind: "UNREACHABLE" }
  | { kind: "SIGNED_OUT" }
  | { kind: "REFUSED"; message: string };

/** CLEAN: nothing to save. WAITING: typing goes on. OFFLINE, SIGNED_OUT: not saved yet, trying again. */
export type SaveState =
  | "CLEAN"
  | "WAITING"
  | "SAVING"
  | "SAVED"
  | "OFFLINE"
  | "SIGNED_OUT"
  | "CONFLICT"
  | "REFUSED";

export interface Autosaved<Value> {
  value: Value;
  state: SaveState;
  /** When the server stored what is shown. Null: not in this visit. */
  savedAt: string | null;
  /** What somebody else stored meanwhile, while the person has not chosen yet. */
  theirs: Stored<Value> | null;
  /** Why the server refused. */
  message: string | null;
}

export interface AutosaveOptions<Value> {
  stored: Stored<Value>;
  /** Where unsaved text waits, outliving the page. */
  keep: Keep<Value>;
  save: (value: Value, basedOnVersion: number) => Promise<SaveResult<Value>>;
  same: (left: Value, right: Value) => boolean;
}

export interface Autosave<Value> {
  subscribe: (listener: () => void) => () => void;
  read: () => Autosaved<Value>;
  edit: (value: Value) => void;
  /** Saves now what waits: on blur, on leaving, when the connection is back. */
  flush: () => void;
  /** Takes over what the server now holds, unless something unsaved is here. */
  adopt: (stored: Stored<Value>) => void;
  /** The person's choice between two texts: `value` stands from now on, based on what the other stored. */
  settle: (value: Value) => void;
  start: () => void;
  stop: () => void;
}

export const TYPING_PAUSE = 800;
/** Milliseconds between tries while the server can't be reached; the last one repeats. */
export const RETRY_PAUSES = [2000, 4000, 8000, 15000, 30000] as const;

/**
 * Saves one answer as it is written. At every moment the text is in the field, and until the server has confirmed it
 * also in the browser's storage: nothing depends on the connection, the page or the answer of the server.
 */
export const createAutosave = <Value>({
  stored,
  keep,
  save,
  same,
}: AutosaveOptions<Value>): Autosave<Value> => {
  const listeners = new Set<() => void>();
  const found = keep.read();
  const resumes = found !== null && !same(found.value, stored.value);
  let base: Stored<Value> = resumes ? { value: stored.value, version: found.basedOnVersion } : stored;
  let shown: Autosaved<Value> = {
    value: resumes ? found.value : stored.value,
    state: resumes ? "WAITING" : "CLEAN",
    savedAt: null,
    theirs: null,
    message: null,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let sending = false;
  /** Its page was left: what waits is sent once more; after that the browser's storage holds it for the next visit. */
  let left = false;
  /** Sent without an answer: if the server holds exactly this, it came from here. */
  let unconfirmed: Value | null = null;
  if (found !== null && !resumes) keep.clear();

  const show = (change: Partial<Autosaved<Value>>) => {
    shown = { ...shown, ...change };
    for (const listener of listeners) listener();
  };
  const later = (pause: number) => {
    clearTimeout(timer);
    if (!left) timer = setTimeout(send, pause);
  };
  const isDirty = () => !same(shown.value, base.value);
  const settled = (version: number, value: Value, savedAt: string | null) => {
    base = { value, version };
    unconfirmed = null;
    tries = 0;
    if (isDirty()) {
      keep.write({ value: shown.value, basedOnVersion: version });
      show({ state: "WAITING", savedAt });
      if (left) void send();
      else later(TYPING_PAUSE);
    } else {
      keep.clear();
      show({ state: "SAVED", savedAt, theirs: null, message: null });
    }
  };

  const onConflict = (theirs: Stored<Value>) => {
    const mine = unconfirmed !== null && same(theirs.value, unconfirmed);
    if (mine || same(theirs.value, shown.value))
      settled(theirs.version, theirs.value, new Date().toISOString());
    else show({ state: "CONFLICT", theirs });
  };
  const tryAgain = (state: "OFFLINE" | "SIGNED_OUT", sent: Value) => {
    unconfirmed = sent;
    show({ state });
    later(RETRY_PAUSES[Math.min(tries, RETRY_PAUSES.length - 1)] ?? 30000);
    tries += 1;
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending || shown.state === "CONFLICT" || !isDirty()) return;
    const sent = shown.value;
    sending = true;
    show({ state: "SAVING", message: null });
    const result = await save(sent, base.version).catch(() => ({ kind: "UNREACHABLE" as const }));
    sending = false;
    if (result.kind === "SAVED") settled(result.version, sent, result.savedAt);
    else if (result.kind === "CONFLICT") onConflict(result.theirs);
    else if (result.kind === "UNREACHABLE") tryAgain("OFFLINE", sent);
    else if (result.kind === "SIGNED_OUT") tryAgain("SIGNED_OUT", sent);
    else show({ state: "REFUSED", message: result.message });
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => shown,
    edit: (value) => {
      keep.write({ value, basedOnVersion: base.version });
      if (shown.state === "CONFLICT") return show({ value });
      show({ value, state: sending ? "SAVING" : "WAITING" });
      later(TYPING_PAUSE);
    },
    flush: () => {
      if (shown.state !== "REFUSED") void send();
    },
    adopt: (newer) => {
      if (sending || newer.version <= base.version || shown.state === "CONFLICT" || isDirty()) return;
      base = newer;
      show({ value: newer.value, state: "CLEAN" });
    },
    settle: (value) => {
      if (shown.theirs === null) return;
      base = shown.theirs;
      shown = { ...shown, value, theirs: null, state: "WAITING" };
      if (isDirty()) {
        keep.write({ value, basedOnVersion: base.version });
        void send();
      } else settled(base.version, value, new Date().toISOString());
    },
    start: () => {
      left = false;
      if (isDirty()) later(0);
    },
    stop: () => {
      left = true;
      clearTimeout(timer);
      if (shown.state !== "REFUSED") void send();
    },
  };
};
