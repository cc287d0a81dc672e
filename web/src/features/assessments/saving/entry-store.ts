import type { Stored } from "@due-regard/domain/ehria/save-rule";
import type { Attempt, Cell, Trouble } from "./cell.ts";
import type { Subject } from "./subject.ts";

/** What the browser's storage keeps of one unsaved answer: enough to send it from any page, and to show it. */
export interface Entry extends Subject {
  base: Stored<unknown>;
  value: unknown;
  attempt: Attempt<unknown> | null;
  setAside: string | null;
  held: boolean;
  /** Refused or closed, with the reason. What is in conflict finds out anew. */
  trouble: Trouble<unknown> | null;
  /** Instant of the last key. */
  writtenAt: string;
}

/** FULL: the browser's storage has no room left. REFUSED: there is none, or it may not be used. */
export type Kept = "KEPT" | "FULL" | "REFUSED";

export interface NamedEntry {
  /** The page that wrote it, as long as it was open. */
  tab: string;
  slot: string;
  entry: Entry;
}

/** Where unsaved answers wait, outliving the page. One person's alone. */
export interface EntryStore {
  list: () => NamedEntry[];
  write: (tab: string, slot: string, entry: Entry) => Kept;
  remove: (tab: string, slot: string) => void;
}

const PREFIX = "due-regard:outbox";

const parse = (text: string | null): Entry | null => {
  try {
    const entry = JSON.parse(text ?? "null") as Entry | null;
    return typeof entry?.kind === "string" && typeof entry.address?.reference === "string" ? entry : null;
  } catch {
    return null;
  }
};

const readFailure = (error: unknown): Kept =>
  error instanceof DOMException && error.name === "QuotaExceededError" ? "FULL" : "REFUSED";

/** The browser's storage. The person is part of every name: somebody else at the same computer never gets to see or send it. */
export const createBrowserStore = (person: string): EntryStore => {
  const start = `${PREFIX}:${person}:`;
  const nameOf = (tab: string, slot: string) => `${start}${tab}:${slot}`;
  return {
    list: () => {
      try {
        return Object.keys(localStorage)
          .filter((name) => name.startsWith(start))
          .flatMap((name) => {
            const [tab = "", slot = ""] = name.slice(start.length).split(":");
            const entry = parse(localStorage.getItem(name));
            return entry ? [{ tab, slot, entry }] : [];
          })
          .toSorted((one, other) => one.entry.writtenAt.localeCompare(other.entry.writtenAt));
      } catch {
        return [];
      }
    },
    write: (tab, slot, entry) => {
      try {
        localStorage.setItem(nameOf(tab, slot), JSON.stringify(entry));
        return "KEPT";
      } catch (error) {
        return readFailure(error);
      }
    },
    remove: (tab, slot) => {
      try {
        localStorage.removeItem(nameOf(tab, slot));
      } catch {
        // Nothing could be kept there either.
      }
    },
  };
};

/** For a form that somebody tries out: nothing that is written there goes anywhere. */
export const createNoStore = (): EntryStore => ({ list: () => [], write: () => "KEPT", remove: () => {} });

/** How many unsaved answers this browser holds, whoever wrote them: all that somebody who is not signed in may learn. */
export const countEntries = (): number => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}:`)).length;
  } catch {
    return 0;
  }
};

/** A cell as it stands again after its page was closed. */
export const cellOf = ({ base, value, attempt, setAside, held, trouble }: Entry): Cell<unknown> => ({
  base,
  value,
  attempt,
  setAside,
  held,
  trouble: trouble?.kind === "REFUSED" || trouble?.kind === "CLOSED" ? trouble : null,
  sending: false,
  savedAt: null,
});
