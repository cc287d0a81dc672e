import { useSyncExternalStore } from "react";

interface LastAnswer {
  data: unknown;
  /** Instant at which it came. */
  at: string;
}

/** Pages that one visit may go back to without a connection. */
const MOST = 30;

const answers = new Map<number, LastAnswer>();
const listeners = new Set<() => void>();
let staleSince: string | null = null;

const tell = (since: string | null) => {
  if (since === staleSince) return;
  staleSince = since;
  for (const listener of listeners) listener();
};

/** Remembers what a page last got, for as long as this visit lasts. `key` names the query with its variables. */
export const keepAnswer = (key: number, data: unknown): void => {
  answers.delete(key);
  answers.set(key, { data, at: new Date().toISOString() });
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
};

export const lastAnswer = (key: number): LastAnswer | null => answers.get(key) ?? null;

/** The page shows an answer of an earlier moment, because the server can't be reached. */
export const tellStale = (at: string): void => tell(at);
export const tellFresh = (): void => tell(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** From when the page's data are, while the server can't be reached. Null: they are fresh. */
export const useStaleSince = (): string | null => useSyncExternalStore(subscribe, () => staleSince);
