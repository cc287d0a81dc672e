import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveResult } from "./cell.ts";
import { TYPING_PAUSE } from "./outbox.ts";
import { messageOf } from "./save-state.ts";
import {
  createServer,
  entries,
  openAnswer,
  SAVED_AT,
  startAfresh,
  subject,
  textOf,
  words,
} from "./testing/outbox-world.ts";

beforeEach(() => {
  vi.useFakeTimers();
  startAfresh();
});
afterEach(() => vi.useRealTimers());

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

test("a save that throws counts as not reached", async () => {
  const { type, read } = openAnswer(createServer(), { send: () => Promise.reject(new Error("broken pipe")) });
  type("text");
  await pass(TYPING_PAUSE);
  expect(read()).toMatchObject({ state: "OFFLINE", text: "text" });
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
