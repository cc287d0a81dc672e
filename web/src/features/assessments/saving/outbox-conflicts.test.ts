import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RETRY_PAUSES, TYPING_PAUSE } from "./outbox.ts";
import { createServer, entries, openAnswer, startAfresh, textOf, words } from "./testing/outbox-world.ts";

beforeEach(() => {
  vi.useFakeTimers();
  startAfresh();
});
afterEach(() => vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

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
