import { useSyncExternalStore } from "react";

/** From where GOV.UK's styles call a screen a tablet's. */
const WIDE = "(min-width: 40.0625em)";

const subscribe = (changed: () => void): (() => void) => {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether there is room beside things: for what a stylesheet can't decide, such as the margins of a drawing. */
export const useWideScreen = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
