import { useEffect, useSyncExternalStore } from "react";
import { uploadFile } from "../../../../data/upload-file.ts";
import { createUploadStore, type Upload, type UploadDone, type UploadStore } from "./upload-store.ts";

const stores = new Map<string, UploadStore>();

/** The uploads of this tab to one assessment by one person. */
const storeOf = (reference: string, person: string): UploadStore => {
  const name = `${person}:${reference}`;
  const store = stores.get(name) ?? createUploadStore({ send: uploadFile, reference, person });
  stores.set(name, store);
  return store;
};

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

interface Uploads {
  store: UploadStore;
  uploads: readonly Upload[];
}

/** What is on its way to an assessment. While anything is, the browser asks before the tab is closed. */
export const useUploads = (
  reference: string,
  person: string,
  onDone: (done: UploadDone) => void,
): Uploads => {
  const store = storeOf(reference, person);
  const uploads = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => store.onDone(onDone), [store, onDone]);
  const pending = uploads.length > 0;
  useEffect(() => {
    if (!pending) return;
    window.addEventListener("beforeunload", askBeforeLeaving);
    return () => window.removeEventListener("beforeunload", askBeforeLeaving);
  }, [pending]);
  return { store, uploads };
};
