import type { Stored } from "@due-regard/domain/ehria/save-rule";

/**
 * One answer as it is being written, and the rules by which it is saved: pure, so that every order of typing, sending,
 * lost answers and other people's saves can be tried (cell.test.ts). The outbox (outbox.ts) adds time, storage and the server.
 */

/** One save as it goes out. It is sent again, under its key and unchanged, until an answer says what became of it. */
export interface Attempt<Value> {
  key: string;
  value: Value;
  basedOnVersion: number;
  setAside: string | null;
}

export type SaveResult<Value> =
  /**
   * `stored` is what the server holds now: somebody may have written on top of a save whose answer was lost. `address`:
   * where it lives from now on, when the server has given it a name.
   */
  | { kind: "SAVED"; stored: Stored<Value>; savedAt: string; address?: unknown }
  | { kind: "CONFLICT"; theirs: Stored<Value> }
  /** Not reached, or no answer came back: it may or may not have been stored. */
  | { kind: "UNREACHABLE" }
  /** The session has ended, or another person's has begun. */
  | { kind: "SIGNED_OUT" }
  /** Something went wrong at the server, for this save alone. */
  | { kind: "BROKEN"; message: string }
  /** The text can't be taken as it stands. */
  | { kind: "REFUSED"; message: string }
  /** The assessment takes no more changes from this person: submitted, withdrawn, or theirs no longer. */
  | { kind: "CLOSED"; message: string };

export type Trouble<Value> =
  | { kind: "BROKEN" | "REFUSED" | "CLOSED"; message: string }
  | { kind: "CONFLICT"; theirs: Stored<Value> };

export interface Cell<Value> {
  /** What was stored when the person began, or when the last save was confirmed: their text is a change of it. */
  base: Stored<Value>;
  /** What the person sees. */
  value: Value;
  /** Sent, or going out, and not answered yet. */
  attempt: Attempt<Value> | null;
  sending: boolean;
  trouble: Trouble<Value> | null;
  /** What the person wrote and gave up in a conflict: the next save takes it into the history. */
  setAside: string | null;
  /** True while the person has not said yet that it shall be saved (a form with a button of its own). */
  held: boolean;
  /** When the server stored what is shown. Null: not in this visit. */
  savedAt: string | null;
}

export type Same<Value> = (left: Value, right: Value) => boolean;

export const openCell = <Value>(stored: Stored<Value>): Cell<Value> => ({
  base: stored,
  value: stored.value,
  attempt: null,
  sending: false,
  trouble: null,
  setAside: null,
  held: false,
  savedAt: null,
});

export const isDirty = <Value>({ value, base, setAside }: Cell<Value>, same: Same<Value>): boolean =>
  setAside !== null || !same(value, base.value);

/** Whether the browser holds something that no server has confirmed. */
export const isUnsaved = <Value>(cell: Cell<Value>, same: Same<Value>): boolean =>
  cell.attempt !== null || isDirty(cell, same);

/** A person must do something before these can go out. */
const needsPerson = <Value>({ trouble, held, attempt }: Cell<Value>): boolean =>
  (held && attempt === null) || (trouble !== null && trouble.kind !== "BROKEN");

export const wantsSending = <Value>(cell: Cell<Value>, same: Same<Value>): boolean =>
  !cell.sending && !needsPerson(cell) && isUnsaved(cell, same);

export const edit = <Value>(cell: Cell<Value>, value: Value): Cell<Value> => ({
  ...cell,
  value,
  trouble: cell.trouble?.kind === "REFUSED" ? null : cell.trouble,
});

/** Goes out: an attempt that is still unanswered first, else what was written since under a new key. */
export const begin = <Value>(cell: Cell<Value>, key: string): Cell<Value> => {
  const { value, base, setAside } = cell;
  return {
    ...cell,
    sending: true,
    attempt: cell.attempt ?? { key, value, basedOnVersion: base.version, setAside },
  };
};

const confirmed = <Value>(cell: Cell<Value>, base: Stored<Value>, savedAt: string): Cell<Value> => ({
  ...cell,
  base,
  attempt: null,
  trouble: null,
  savedAt,
  setAside: cell.setAside === cell.attempt?.setAside ? null : cell.setAside,
});

const afterSave = <Value>(
  cell: Cell<Value>,
  attempt: Attempt<Value>,
  { stored, savedAt }: { stored: Stored<Value>; savedAt: string },
  same: Same<Value>,
): Cell<Value> => {
  const saved = confirmed(cell, { value: attempt.value, version: stored.version }, savedAt);
  if (same(stored.value, attempt.value)) return saved;
  // Somebody has written on top of it since. Who has typed nothing further sees their text; else the two are compared.
  if (same(cell.value, attempt.value) || same(cell.value, stored.value))
    return { ...saved, base: stored, value: stored.value };
  return { ...saved, trouble: { kind: "CONFLICT", theirs: stored } };
};

const afterConflict = <Value>(
  cell: Cell<Value>,
  attempt: Attempt<Value>,
  theirs: Stored<Value>,
  same: Same<Value>,
): Cell<Value> => {
  const free = { ...cell, attempt: null };
  if (same(theirs.value, cell.value)) return { ...free, base: theirs, value: theirs.value, trouble: null };
  // Its own earlier text, or the very text that the person changed under a newer version: no two texts to choose from.
  if (same(theirs.value, attempt.value) || same(theirs.value, cell.base.value))
    return { ...free, base: theirs, trouble: null };
  return { ...free, trouble: { kind: "CONFLICT", theirs } };
};

/** Takes in what became of the attempt that went out. */
export const answered = <Value>(
  sent: Cell<Value>,
  result: SaveResult<Value>,
  same: Same<Value>,
): Cell<Value> => {
  const cell = { ...sent, sending: false };
  const { attempt } = cell;
  if (attempt === null) return cell;
  switch (result.kind) {
    case "SAVED":
      return afterSave(cell, attempt, result, same);
    case "CONFLICT":
      return afterConflict(cell, attempt, result.theirs, same);
    case "BROKEN":
      return { ...cell, trouble: { kind: "BROKEN", message: result.message } };
    case "REFUSED":
      // What was typed since may be what the server asks for.
      return same(cell.value, attempt.value)
        ? { ...cell, attempt: null, trouble: { kind: "REFUSED", message: result.message } }
        : { ...cell, attempt: null };
    case "CLOSED":
      return { ...cell, attempt: null, trouble: { kind: "CLOSED", message: result.message } };
    default:
      return cell;
  }
};

/** Takes over what the server holds by now, unless something unsaved is here. */
export const adopt = <Value>(cell: Cell<Value>, newer: Stored<Value>, same: Same<Value>): Cell<Value> => {
  const { trouble } = cell;
  if (trouble?.kind === "CONFLICT")
    return newer.version > trouble.theirs.version
      ? { ...cell, trouble: { ...trouble, theirs: newer } }
      : cell;
  if (newer.version <= cell.base.version || isUnsaved(cell, same)) return cell;
  return { ...cell, base: newer, value: newer.value, savedAt: null };
};

/**
 * The person's choice between two texts: `value` stands from now on, based on what the other stored. `mine` is what they
 * had written, in words: where it is not what they chose, it goes into the history.
 */
export const settle = <Value>(
  cell: Cell<Value>,
  value: Value,
  mine: string,
  same: Same<Value>,
): Cell<Value> => {
  if (cell.trouble?.kind !== "CONFLICT") return cell;
  const setAside = same(value, cell.value) ? cell.setAside : mine;
  return { ...cell, base: cell.trouble.theirs, value, setAside, trouble: null };
};

/** Tries again what was refused. */
export const retry = <Value>(cell: Cell<Value>): Cell<Value> =>
  cell.trouble === null || cell.trouble.kind === "CONFLICT" ? cell : { ...cell, trouble: null };

/** Throws away what is unsaved, at the person's word. */
export const discard = <Value>({ base }: Cell<Value>): Cell<Value> => openCell(base);
