import type { Attempt, SaveResult } from "../cell.ts";
import { createBrowserStore } from "../entry-store.ts";
import { createOutbox, type OutboxOptions } from "../outbox.ts";
import { stateOf } from "../save-state.ts";
import type { Slot } from "../slot.ts";
import type { Subject } from "../subject.ts";

export const SAVED_AT = "2026-11-22T14:02:00.000Z";
export const REFERENCE = "EHRIA-2026-0001";

export const subject = (question = "policy-change"): Subject => ({
  kind: "ANSWER",
  address: { reference: REFERENCE, question, part: null } as Subject["address"],
  label: `Question ${question}`,
  page: `/assessments/${REFERENCE}/policy`,
  choices: [],
});
export const words = (text: string) => ({ choice: null, text });
export const textOf = (value: unknown) => (value as { text: string }).text;

/** A server that holds answers and compares versions, as the real one does. */
export const createServer = () => {
  const rows = new Map<string, { text: string; version: number }>();
  const server = {
    reachable: true,
    losesAnswers: false,
    calls: [] as [string, number][],
    history: [] as string[],
    row: (question = "policy-change") => rows.get(question) ?? { text: "", version: 0 },
    store: (text: string, version: number, question = "policy-change") =>
      rows.set(question, { text, version }),
    stored: (question = "policy-change") => {
      const { text, version } = server.row(question);
      return { value: words(text), version };
    },
    send: async (
      { address }: Subject,
      { value, basedOnVersion, setAside }: Attempt<unknown>,
    ): Promise<SaveResult<unknown>> => {
      const { question } = address as unknown as { question: string };
      server.calls.push([textOf(value), basedOnVersion]);
      if (!server.reachable) return { kind: "UNREACHABLE" };
      const now = server.row(question);
      if (setAside !== null) server.history.push(setAside);
      if (now.text === textOf(value))
        return { kind: "SAVED", stored: server.stored(question), savedAt: SAVED_AT };
      if (basedOnVersion !== now.version) return { kind: "CONFLICT", theirs: server.stored(question) };
      server.store(textOf(value), now.version + 1, question);
      return server.losesAnswers
        ? { kind: "UNREACHABLE" }
        : { kind: "SAVED", stored: server.stored(question), savedAt: SAVED_AT };
    },
  };
  return server;
};

let nextKey = 0;
/** Names of the pages that are open. */
export const openTabs = new Set<string>();

export const openPage = (
  server: ReturnType<typeof createServer>,
  options: Partial<OutboxOptions> = {},
  tab = "tab-1",
) => {
  openTabs.add(tab);
  return createOutbox({
    store: createBrowserStore("p1"),
    tabs: { own: tab, listOpen: async () => openTabs },
    newKey: () => `key-${nextKey++}`,
    send: server.send,
    ...options,
  });
};

export const openAnswer = (server: ReturnType<typeof createServer>, options: Partial<OutboxOptions> = {}) => {
  const outbox = openPage(server, options);
  const id = outbox.open(subject(), server.stored());
  const read = () => {
    const slot = outbox.slot(id) as Slot;
    return { state: stateOf(slot, outbox.read().connection), text: textOf(slot.cell.value), slot };
  };
  return { outbox, id, read, type: (text: string) => outbox.edit(id, words(text)) };
};

export const entries = () => createBrowserStore("p1").list();

/** For the start of a test: no page is open, and the browser's storage is empty. */
export const startAfresh = (): void => {
  localStorage.clear();
  openTabs.clear();
};
