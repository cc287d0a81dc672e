import type { Stored } from "@due-regard/domain/ehria/save-rule";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import type { Choice } from "./kinds/kind.ts";
import type { AddressOf, SaveKindName, ValueOf } from "./kinds/registry.ts";
import { messageOf, type SaveState, stateOf, theirsOf } from "./save-state.ts";
import { useOutbox } from "./use-outbox.ts";

/** One answer as its field shows it. */
export interface Saved<Value> {
  value: Value;
  /** Of what is stored, as far as this page knows; 0 where nothing is. */
  version: number;
  state: SaveState;
  /** When the server stored what is shown. Null: not in this visit. */
  savedAt: string | null;
  /** What stood when the person began: both texts of a conflict are changes of it. */
  base: Value;
  /** Names it in the outbox. */
  id: string;
  /** What somebody else stored meanwhile, while the person has not chosen yet. */
  theirs: Stored<Value> | null;
  /** Why it was not taken. */
  message: string | null;
  edit: (value: Value) => void;
  /** As edit, for a form with a button of its own: it is kept in the browser, and goes out once it is released. */
  hold: (value: Value) => void;
  release: () => void;
  /** Back to what is stored. */
  discard: () => void;
  flush: () => void;
  /** Takes over what the server holds by now, unless something unsaved is here. */
  adopt: (stored: Stored<Value>) => void;
  settle: (value: Value) => void;
}

interface SavedOptions<Name extends SaveKindName> {
  kind: Name;
  address: AddressOf<Name>;
  person: string;
  /** The words by which the person knows it. */
  label: string;
  choices?: readonly Choice[] | undefined;
  stored: Stored<ValueOf<Name>>;
}

/**
 * One answer that saves itself: about a second after typing stops, on blur, on leaving the page, and from any page where
 * that did not do. Give the component that uses it a `key` naming the answer: what it is about is taken once.
 */
export const useSaved = <Name extends SaveKindName>(options: SavedOptions<Name>): Saved<ValueOf<Name>> => {
  const { kind, address, person, label, choices = [], stored } = options;
  const { pathname } = useLocation();
  const outbox = useOutbox(person);
  const [id] = useState(() => outbox.open({ kind, address, label, page: pathname, choices }, stored));
  const slot = useSyncExternalStore(outbox.subscribe, () => outbox.slot(id));
  const connection = useSyncExternalStore(outbox.subscribe, () => outbox.read().connection);
  useEffect(() => outbox.adopt(id, stored), [outbox, id, stored.version]);
  useEffect(() => () => outbox.flush(id), [outbox, id]);
  if (!slot) throw new Error("An answer has left the outbox");
  const { cell } = slot;
  return {
    id,
    value: cell.value as ValueOf<Name>,
    version: cell.base.version,
    base: cell.base.value as ValueOf<Name>,
    state: stateOf(slot, connection),
    savedAt: cell.savedAt,
    theirs: theirsOf(cell) as Stored<ValueOf<Name>> | null,
    message: messageOf(slot),
    edit: (value) => outbox.edit(id, value),
    hold: (value) => outbox.edit(id, value, { held: true }),
    release: () => outbox.release(id),
    discard: () => outbox.discard(id),
    flush: () => outbox.flush(id),
    adopt: (newer) => outbox.adopt(id, newer),
    settle: (value) => outbox.settle(id, value),
  };
};
