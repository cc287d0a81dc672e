import { useEffect, useSyncExternalStore } from "react";

/** Whether the page has a line of its own that says how saving goes: then the notice above all pages keeps quiet. */

let shown = 0;
const listeners = new Set<() => void>();

const change = (by: number) => {
  shown += by;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShowsLine = (): void =>
  useEffect(() => {
    change(1);
    return () => change(-1);
  }, []);

export const useIsLineShown = (): boolean => useSyncExternalStore(subscribe, () => shown > 0);
