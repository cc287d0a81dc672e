import type { Stored } from "@due-regard/domain/ehria/save-rule";
import { createContext, useContext, useState } from "react";
import { type LiveState, NOTHING } from "./live-link.ts";

export interface LiveContextValue extends LiveState {
  /** Where this tab writes now. */
  writing: string | null;
  /** Since when, by this tab's clock. */
  since: number;
}

/** Alone, and without a stream: as when a form is tried out. */
export const LiveContext = createContext<LiveContextValue>({
  ...NOTHING,
  writing: null,
  since: 0,
});

export const useLive = (): LiveContextValue => useContext(LiveContext);

/**
 * What is stored, as a field should take it: while the person writes in it, as it was when they began. Somebody else's text never
 * comes under their hands; saving finds the difference, and they choose. On leaving, an untouched field shows what is stored.
 */
export const useHeld = <Value>(place: string, stored: Stored<Value>): Stored<Value> => {
  const { writing } = useLive();
  const [held, setHeld] = useState(stored);
  if (writing === place) return held;
  if (held.version !== stored.version) setHeld(stored);
  return stored;
};
