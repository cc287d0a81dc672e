import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Attempt, SaveResult } from "./cell.ts";
import { createBrowserStore, type EntryStore } from "./entry-store.ts";
import { createOutbox, type OutboxOptions, RETRY_PAUSES, TYPING_PAUSE } from "./outbox.ts";
import { messageOf, stateOf, summarise } from "./save-state.ts";
import type { Slot } from "./slot.ts";
import type { Subject } from "./subject.ts";

const SAVED_AT = "2026-11-22T14:02:00.000Z";
const REFERENCE = "EHRIA-2026-0001";

const subject = (question = "policy-change"): Subject => ({
  kind: "ANSWER",
  address: { reference: REFERENCE, question, part: null } as Subject["address"],
  label: `Question ${question}`,
  page: `/assessments/${REFERENCE}/policy`,
  choices: [],
});
const words = (text: string) => ({ choice: null, text });
const textOf = (value: unknown) => (value as { text: string }).text;

/** A server that holds answers and compares versions, as the real one does. */
const createServer = () => {
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
let openTabs: Set<string>;

const openPage = (
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

const openAnswer = (server: ReturnType<typeof createServer>, options: Partial<OutboxOptions> = {}) => {
  const outbox = openPage(server, options);
  const id = outbox.open(subject(), server.stored());
  const read = () => {
    const slot = outbox.slot(id) as Slot;
    return { state: stateOf(slot, outbox.read().connection), text: textOf(slot.cell.value), slot };
  };
  return { outbox, id, read, type: (text: string) => outbox.edit(id, words(text)) };
};

const entries = () => createBrowserStore("p1").list();

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  openTabs = new Set();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("saves once, a pause after the last key, and then the browser holds nothing", async () => {
  const server = createServer();
  const { type, read } = openAnswer(server);
  for (const text of ["H", "Ho", "Home"]) {
    type(text);
    await pass(TYPING_PAUSE - 100);
  }
  expect(server.calls).toEqual([]);
  expect(entries()).toHaveLength(1);
  await pass(100);
  expect(server.calls).toEqual([["Home", 0]]);
  expect(read()).toMatchObject({ state: "SAVED", text: "Home", slot: { cell: { savedAt: SAVED_AT } } });
  expect(entries()).toEqual([]);
});

test("blur saves at once", async () => {
  const server = createServer();
  const { type, outbox, id } = openAnswer(server);
  type("Home");
  outbox.flush(id);
  await pass(0);
  expect(server.calls).toEqual([["Home", 0]]);
});

test("what is typed while a save is under way goes out with the next, on the new version", async () => {
  const answers: ((result: SaveResult<unknown>) => void)[] = [];
  const sent: [string, number][] = [];
  const { type, outbox, id } = openAnswer(createServer(), {
    send: (_subject, { value, basedOnVersion }) => {
      sent.push([textOf(value), basedOnVersion]);
      return new Promise((answer) => answers.push(answer));
    },
  });
  type("one");
  outbox.flush(id);
  type("one two");
  await pass(TYPING_PAUSE);
  expect(sent).toHaveLength(1);
  expect(textOf(entries()[0]?.entry.value)).toBe("one two");
  answers[0]?.({ kind: "SAVED", stored: { value: words("one"), version: 1 }, savedAt: SAVED_AT });
  await pass(TYPING_PAUSE);
  expect(sent).toEqual([
    ["one", 0],
    ["one two", 1],
  ]);
});

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

test("a save that throws counts as not reached", async () => {
  const { type, read } = openAnswer(createServer(), { send: () => Promise.reject(new Error("broken pipe")) });
  type("text");
  await pass(TYPING_PAUSE);
  expect(read()).toMatchObject({ state: "OFFLINE", text: "text" });
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

const inConflict = async () => {
  const server = createServer();
  server.store("old", 1);
  const answer = openAnswer(server);
  server.store("theirs", 2);
  answer.type("mine");
  await pass(TYPING_PAUSE);
  expect(answer.read()).toMatchObject({ state: "CONFLICT", text: "mine" });
  return { server, ...answer };
};

test.each(["mine", "a text from both"])(
  "choosing %o in a conflict stores it on top of theirs",
  async (choice) => {
    const { server, outbox, id, read } = await inConflict();
    outbox.settle(id, words(choice));
    await pass(0);
    expect(server.calls.at(-1)).toEqual([choice, 2]);
    expect(server.row()).toEqual({ text: choice, version: 3 });
    expect(read()).toMatchObject({ state: "SAVED", text: choice });
  },
);

test("taking theirs in a conflict makes no version, and hands one's own text to the history", async () => {
  const { server, outbox, id, read } = await inConflict();
  outbox.settle(id, words("theirs"));
  await pass(0);
  expect(server).toMatchObject({ history: ["mine"] });
  expect(server.row()).toEqual({ text: "theirs", version: 2 });
  expect(read()).toMatchObject({ state: "SAVED", text: "theirs" });
  expect(entries()).toEqual([]);
});

test("writing on in a conflict keeps every key and sends nothing until the person chooses", async () => {
  const { server, type, outbox, id } = await inConflict();
  type("mine, longer");
  await pass(TYPING_PAUSE * 10);
  outbox.flush(id);
  expect(server.calls).toHaveLength(1);
  expect(textOf(entries()[0]?.entry.value)).toBe("mine, longer");
});

test("a save whose answer was lost does not come back as a conflict with oneself", async () => {
  const server = createServer();
  server.losesAnswers = true;
  const { type, read } = openAnswer(server);
  type("first");
  await pass(TYPING_PAUSE);
  expect(server.row().text).toBe("first");
  server.losesAnswers = false;
  type("first, second");
  await pass(RETRY_PAUSES[0] + TYPING_PAUSE * 2);
  expect(read()).toMatchObject({ state: "SAVED", text: "first, second" });
  expect(server.row()).toEqual({ text: "first, second", version: 2 });
});

const refusing = (result: SaveResult<unknown>) => {
  const send = vi.fn(async () => result);
  return { send, ...openAnswer(createServer(), { send }) };
};

test("a refusal keeps the text and says why; the next key tries again", async () => {
  const { send, type, read } = refusing({ kind: "REFUSED", message: "Write this on one line" });
  type("two\nlines");
  await pass(TYPING_PAUSE);
  expect(read().state).toBe("REFUSED");
  expect(messageOf(read().slot)).toBe("Write this on one line");
  expect(entries()).toHaveLength(1);
  await pass(60000);
  expect(send).toHaveBeenCalledTimes(1);
  type("one line");
  await pass(TYPING_PAUSE);
  expect(send).toHaveBeenCalledTimes(2);
});

test("a text beyond the server's limit is kept, said at once and not sent", async () => {
  const server = createServer();
  const { type, read } = openAnswer(server);
  type("x".repeat(20_001));
  expect(read().state).toBe("REFUSED");
  expect(messageOf(read().slot)).toBe(
    "This is 1 character too long to be saved: up to 20,000 characters can be stored",
  );
  await pass(TYPING_PAUSE * 3);
  expect(server.calls).toEqual([]);
  expect(entries()).toHaveLength(1);
  type("short");
  await pass(TYPING_PAUSE);
  expect(server.row().text).toBe("short");
});

test("an assessment that was submitted meanwhile: the text stays until its author throws it away", async () => {
  const { type, read, outbox, id } = refusing({ kind: "CLOSED", message: "This assessment is in review" });
  type("too late");
  await pass(TYPING_PAUSE);
  expect(read()).toMatchObject({ state: "CLOSED", text: "too late" });
  await pass(600_000);
  expect(entries()).toHaveLength(1);
  outbox.discard(id);
  expect(entries()).toEqual([]);
  expect(read()).toMatchObject({ state: "CLEAN", text: "" });
});

test("what the server breaks on is tried again, and holds nothing else up", async () => {
  const server = createServer();
  const { outbox, type, read } = openAnswer(server, {
    send: async (about, attempt) =>
      textOf(attempt.value) === "bad" ? { kind: "BROKEN", message: "Sorry" } : server.send(about, attempt),
  });
  const other = outbox.open(subject("related-policies"), server.stored("related-policies"));
  type("bad");
  outbox.edit(other, words("good"));
  await pass(TYPING_PAUSE);
  expect(read().state).toBe("BROKEN");
  expect(server.row("related-policies").text).toBe("good");
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

test("leaving sends everything at once, however much there is", async () => {
  const sent: boolean[] = [];
  const { outbox, type } = openAnswer(createServer(), {
    send: (_subject, _attempt, leaving) => {
      sent.push(leaving);
      return new Promise(() => {});
    },
  });
  const other = outbox.open(subject("related-policies"), { value: words(""), version: 0 });
  type("half a sen");
  outbox.edit(other, words("and here"));
  outbox.flushAll(true);
  expect(sent).toEqual([true, true]);
});

test("what others store shows at once, unless something unsaved is here", async () => {
  const server = createServer();
  server.store("one", 1);
  const { outbox, id, read, type } = openAnswer(server);
  outbox.adopt(id, { value: words("two"), version: 2 });
  expect(read().text).toBe("two");
  type("two and mine");
  outbox.adopt(id, { value: words("three"), version: 3 });
  expect(read().text).toBe("two and mine");
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
