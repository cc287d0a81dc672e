import { useState } from "react";
import { createKeep, type KeepPlace } from "./keep.ts";
import { newKey } from "./new-key.ts";

interface KeptDraft<Value> {
  value: Value;
  /** Names the one write that this will be: sent again after a lost answer, also on a later visit, it has no second effect. */
  key: string;
}

export interface KeptHandle<Value> extends KeptDraft<Value> {
  /** Typed on an earlier visit and never sent. */
  restored: boolean;
  change: (value: Value) => void;
  /** After an answer that came back and said no: the next try is another write. */
  renew: () => void;
  /** The server has it, or the person gave it up. What then stands in the form: `shown`, or what stood there at first. */
  clear: (shown?: Value) => void;
}

/**
 * What somebody writes and then sends by a button: it waits in the browser until the server has it. `empty` is what stands in an
 * unused form. Give the component that uses it a `key` naming the place: options are taken once.
 */
export const useKept = <Value>(place: KeepPlace, empty: Value): KeptHandle<Value> => {
  const [keep] = useState(() => createKeep<KeptDraft<Value>, 0>(place));
  const [state, setState] = useState(() => {
    const kept = keep.read()?.value ?? null;
    return { ...(kept ?? { value: empty, key: newKey() }), restored: kept !== null };
  });
  const write = (draft: KeptDraft<Value>) => {
    keep.write({ value: draft, basedOnVersion: 0 });
    setState((now) => ({ ...now, ...draft }));
  };
  return {
    ...state,
    change: (value) => write({ value, key: newKey() }),
    renew: () => write({ value: state.value, key: newKey() }),
    clear: (shown = empty) => {
      keep.clear();
      setState({ value: shown, key: newKey(), restored: false });
    },
  };
};
