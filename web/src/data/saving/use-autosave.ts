import { useEffect, useState, useSyncExternalStore } from "react";
import { type Autosave, type Autosaved, type AutosaveOptions, createAutosave } from "./autosave.ts";

export interface AutosaveHandle<Value> extends Autosaved<Value> {
  edit: (value: Value) => void;
  flush: () => void;
  settle: (value: Value) => void;
}

/** Tells the autosave of everything that can happen around it: pages left, connections found again. */
const useSurroundings = <Value>(autosave: Autosave<Value>) =>
  useEffect(() => {
    autosave.start();
    const leaving = () => document.visibilityState === "hidden" && autosave.flush();
    window.addEventListener("online", autosave.flush);
    document.addEventListener("visibilitychange", leaving);
    return () => {
      window.removeEventListener("online", autosave.flush);
      document.removeEventListener("visibilitychange", leaving);
      autosave.stop();
    };
  }, [autosave]);

/**
 * One answer that saves itself: about a second after typing stops, on blur, on leaving the page. Give the component
 * that uses it a `key` naming the answer: options other than `stored` are taken once.
 */
export const useAutosave = <Value>(options: AutosaveOptions<Value>): AutosaveHandle<Value> => {
  const [autosave] = useState(() => createAutosave(options));
  useSurroundings(autosave);
  const { value, version } = options.stored;
  useEffect(() => {
    autosave.adopt({ value, version });
  }, [autosave, version]);
  const shown = useSyncExternalStore(autosave.subscribe, autosave.read);
  return { ...shown, edit: autosave.edit, flush: autosave.flush, settle: autosave.settle };
};
