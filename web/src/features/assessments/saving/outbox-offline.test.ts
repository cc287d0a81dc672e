import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveResult } from "./cell.ts";
import { createBrowserStore, type EntryStore } from "./entry-store.ts";
import { RETRY_PAUSES, TYPING_PAUSE } from "./outbox.ts";
import { stateOf, summarise } from "./save-state.ts";
import {
  createServer,
  entries,
  openAnswer,
  openPage,
  openTabs,
  REFERENCE,
  startAfresh,
  subject,
  textOf,
  words,
} from "./testing/outbox-world.ts";

beforeEach(() => {
  vi.useFakeTimers();
  startAfresh();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("without a connection answers of several questions wait, are counted, and go out when there is one", async () => {
  const server = createServer();
  server.reachable = false;
  const { outbox, type, read } = openAnswer(server);
  const other = outbox.open(subject("related-policies"), server.stored("related-policies"));
  type("written in a tunnel");
  outbox.edit(other, words("in the same tunnel"));
  await pass(TYPING_PAUSE);
  expect(read().state).toBe("OFFLINE");
  expect(summarise(outbox.read(), REFERENCE)).toMatchObject({
    state: "OFFLINE",
    unsaved: 2,
    isUnkept: false,
  });
  await pass(RETRY_PAUSES[0] + RETRY_PAUSES[1]);
  expect(server.calls).toHaveLength(3);
  server.reachable = true;
  await pass(RETRY_PAUSES[2]);
  expect(server.row().text).toBe("written in a tunnel");
  expect(server.row("related-policies").text).toBe("in the same tunnel");
  expect(summarise(outbox.read(), REFERENCE)).toMatchObject({ state: "SAVED", unsaved: 0 });
});

test("the browser's word that the connection is back is taken at once", async () => {
  const server = createServer();
  server.reachable = false;
  const { outbox, type } = openAnswer(server);
  type("text");
  await pass(TYPING_PAUSE + RETRY_PAUSES[0] + RETRY_PAUSES[1]);
  server.reachable = true;
  outbox.flushAll();
  await pass(0);
  expect(server.row().text).toBe("text");
});

const leaveOffline = async (server: ReturnType<typeof createServer>, text: string) => {
  server.reachable = false;
  const first = openAnswer(server);
  first.type(text);
  await pass(TYPING_PAUSE);
  openTabs.delete("tab-1");
  server.reachable = true;
  server.calls.length = 0;
};

test("text of a closed tab is sent from any page, and told", async () => {
  const server = createServer();
  await leaveOffline(server, "Written in a tunnel");
  const home = openPage(server, {}, "tab-2");
  await home.adoptOrphans();
  await pass(0);
  expect(server.row().text).toBe("Written in a tunnel");
  expect(home.read().savedLater).toMatchObject([{ label: "Question policy-change" }]);
  expect(entries()).toEqual([]);
});

test("it stands in its field again where its page is opened first", async () => {
  const server = createServer();
  await leaveOffline(server, "Written in a tunnel");
  server.reachable = false;
  const outbox = openPage(server, {}, "tab-2");
  const id = outbox.open(subject(), server.stored());
  await outbox.adoptOrphans();
  expect(outbox.slot(id)).toMatchObject({ isEarlier: true, cell: { value: words("Written in a tunnel") } });
});

test("what another open page is still writing is left to it", async () => {
  const server = createServer();
  server.reachable = false;
  openAnswer(server).type("half a sen");
  const other = openPage(server, {}, "tab-2");
  await other.adoptOrphans();
  expect(other.read().slots).toEqual([]);
  expect(entries()).toHaveLength(1);
});

test("two closed tabs with different texts for one answer: both are kept, and a person chooses", async () => {
  const server = createServer();
  server.reachable = false;
  for (const [tab, text] of [
    ["tab-1", "From the first"],
    ["tab-2", "From the second"],
  ] as const) {
    const outbox = openPage(server, {}, tab);
    outbox.edit(outbox.open(subject(), server.stored()), words(text));
  }
  await pass(TYPING_PAUSE);
  openTabs.clear();
  server.reachable = true;
  const home = openPage(server, {}, "tab-3");
  await home.adoptOrphans();
  await pass(TYPING_PAUSE);
  expect(server.row().text).toBe("From the first");
  const waiting = home.read().slots.find(({ cell }) => textOf(cell.value) === "From the second");
  expect(waiting?.cell.trouble).toMatchObject({
    kind: "CONFLICT",
    theirs: { value: words("From the first") },
  });
});

test("signed out, it says so, keeps the text, and sends it once the person is back", async () => {
  const results: SaveResult<unknown>[] = [{ kind: "SIGNED_OUT" }];
  const server = createServer();
  const { type, read } = openAnswer(server, {
    send: async (about, attempt) => results.shift() ?? server.send(about, attempt),
  });
  type("text");
  await pass(TYPING_PAUSE);
  expect(read().state).toBe("SIGNED_OUT");
  expect(entries()).toHaveLength(1);
  await pass(RETRY_PAUSES[0]);
  expect(read().state).toBe("SAVED");
});

test.each([
  ["full", new DOMException("No room", "QuotaExceededError"), "FULL"],
  ["refused", new DOMException("Not here", "SecurityError"), "REFUSED"],
])("a storage that is %s is said, and the text is still sent", async (_how, error, kept) => {
  const refuse = () => {
    throw error;
  };
  vi.stubGlobal("localStorage", { setItem: refuse, removeItem: refuse, getItem: refuse });
  const server = createServer();
  server.reachable = false;
  const { outbox, type, read } = openAnswer(server);
  type("on this page alone");
  expect(read().slot.kept).toBe(kept);
  expect(summarise(outbox.read(), REFERENCE).isUnkept).toBe(true);
  server.reachable = true;
  await pass(TYPING_PAUSE);
  expect(server.row().text).toBe("on this page alone");
  expect(summarise(outbox.read(), REFERENCE).isUnkept).toBe(false);
});

test("signing out leaves nothing of the person in the browser, and nothing of others is touched", async () => {
  const server = createServer();
  server.reachable = false;
  const { outbox, type } = openAnswer(server);
  type("mine");
  const others: EntryStore = createBrowserStore("p2");
  const [entry] = entries();
  if (entry) others.write("tab-9", "slot", entry.entry);
  outbox.clear();
  expect(entries()).toEqual([]);
  expect(others.list()).toHaveLength(1);
  await pass(60_000);
  expect(server.calls).toEqual([]);
});

test("text that somebody has overtaken meanwhile becomes a conflict, not a loss", async () => {
  const server = createServer();
  server.store("old", 3);
  await leaveOffline(server, "mine");
  server.store("theirs", 4);
  const home = openPage(server, {}, "tab-2");
  await home.adoptOrphans();
  await pass(0);
  const [slot] = home.read().slots;
  expect(slot && stateOf(slot, "OK")).toBe("CONFLICT");
  expect(textOf(entries()[0]?.entry.value)).toBe("mine");
});
