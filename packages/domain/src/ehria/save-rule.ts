/** A value as it is stored, with the version by which saves are compared; version 0: nothing has been stored yet. */
export interface Stored<Value> {
  value: Value;
  version: number;
}

export type SaveDecision<Value> =
  /** It is written, as a new version. */
  | { kind: "SAVED"; stored: Stored<Value> }
  /** It stands there already: nothing is written, and its author may go on from this version. */
  | { kind: "SAME"; version: number }
  /** Somebody else wrote first: nothing is written, and a person chooses between the two. */
  | { kind: "CONFLICT"; theirs: Stored<Value> };

/**
 * What becomes of one save (design/security.md, "No lost update"): compare and swap on the version that the edit was based
 * on. A row that is gone is written anew, so that no text is lost.
 */
export const decideSave = <Value>(
  stored: Stored<Value> | null,
  edit: { value: Value; basedOnVersion: number },
  same: (left: Value, right: Value) => boolean,
): SaveDecision<Value> => {
  if (stored === null) return { kind: "SAVED", stored: { value: edit.value, version: 1 } };
  if (same(stored.value, edit.value)) return { kind: "SAME", version: stored.version };
  return edit.basedOnVersion === stored.version
    ? { kind: "SAVED", stored: { value: edit.value, version: stored.version + 1 } }
    : { kind: "CONFLICT", theirs: stored };
};
