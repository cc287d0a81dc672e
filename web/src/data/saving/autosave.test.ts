import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKeep } from "../keep.ts";
import {
  type AutosaveOptions,
  createAutosave,
  RETRY_PAUSES,
  type SaveResult,
  TYPING_PAUSE,
} from "./autosave.ts";

const keep = () =>
  createKeep<string>({
    person: "p1",
    reference: "EHRIA-2026-0001",
    place: "policy-change",
    label: "Question 1",
  });
const SAVED_AT = "2026-11-22T14:02:00.000Z";

/** A server that holds one answer and compares versions, as the real one does. */
const createServer = (value = "", version = 0) => {
  const server = {
    value,
    version,
    reachable: true,
    losesAnswers: false,
    calls: [] as [string, number][],
    save: async (text: string, basedOn: number): Promise<SaveResult<string>> => {
      server.calls.push([text, basedOn]);
      if (!server.reachable) return { kind: "UNREACHABLE" };
      if (basedOn !== server.version)
        return { kind: "CONFLICT", theirs: { value: server.value, version: server.version } };
      server.value = text;
      server.version += 1;
      return server.losesAnswers
        ? { kind: "UNREACHABLE" }
        : { kind: "SAVED", version: server.version, savedAt: SAVED_AT };
    },
  };
  return server;
};

const open = (server: ReturnType<typeof createServer>, options: Partial<AutosaveOptions<string>> = {}) => {
  const stored = { value: server.value, version: server.version };
  const autosave = createAutosave({
    stored,
    keep: keep(),
    save: server.save,
    same: (a, b) => a === b,
    ...options,
  });
  autosave.start();
  return autosave;
};

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("saves once, a pause after the last key", async () => {
  const server = createServer();
  const autosave = open(server);
  for (const text of ["H", "Ho", "Home"]) {
    autosave.edit(text);
    await pass(TYPING_PAUSE - 100);
  }
  expect(server.calls).toEqual([]);
  await pass(100);
  expect(server.calls).toEqual([["Home", 0]]);
  expect(autosave.read()).toMatchObject({ state: "SAVED", savedAt: SAVED_AT, value: "Home" });
  expect(keep().read()).toBeNull();
});

test("blur saves at once", async () => {
  const server = createServer();
  const autosave = open(server);
  autosave.edit("Home");
  autosave.flush();
  await pass(0);
  expect(server.calls).toEqual([["Home", 0]]);
});

test("what is typed while a save is under way goes out with the next, on the new version", async () => {
  const server = createServer();
  const answers: ((result: SaveResult<string>) => void)[] = [];
  const save = vi.fn(
    (_text: string, _version: number) => new Promise<SaveResult<string>>((answer) => answers.push(answer)),
  );
  const autosave = open(server, { save });
  autosave.edit("one");
  autosave.flush();
  autosave.edit("one two");
  await pass(TYPING_PAUSE);
  expect(save).toHaveBeenCalledTimes(1);
  expect(keep().read()?.value).toBe("one two");
  answers[0]?.({ kind: "SAVED", version: 1, savedAt: SAVED_AT });
  await pass(TYPING_PAUSE);
  expect(save.mock.calls).toEqual([
    ["one", 0],
    ["one two", 1],
  ]);
});

test("without a connection the text waits in the browser and goes out when there is one", async () => {
  const server = createServer();
  server.reachable = false;
  const autosave = open(server);
  autosave.edit("written in a tunnel");
  await pass(TYPING_PAUSE);
  expect(autosave.read().state).toBe("OFFLINE");
  expect(keep().read()).toMatchObject({ value: "written in a tunnel", basedOnVersion: 0 });
  await pass(RETRY_PAUSES[0] + RETRY_PAUSES[1]);
  expect(server.calls).toHaveLength(3);
  server.reachable = true;
  await pass(RETRY_PAUSES[2]);
  expect(autosave.read().state).toBe("SAVED");
  expect(server.value).toBe("written in a tunnel");
  expect(keep().read()).toBeNull();
});

test("a save that throws counts as not reached", async () => {
  const autosave = open(createServer(), { save: () => Promise.reject(new Error("broken pipe")) });
  autosave.edit("text");
  await pass(TYPING_PAUSE);
  expect(autosave.read()).toMatchObject({ state: "OFFLINE", value: "text" });
});

test("text left over from a closed tab is shown again and sent", async () => {
  const server = createServer("as stored", 3);
  keep().write({ value: "as stored, and more", basedOnVersion: 3 });
  const autosave = open(server);
  expect(autosave.read().value).toBe("as stored, and more");
  await pass(0);
  expect(server.calls).toEqual([["as stored, and more", 3]]);
  expect(autosave.read().state).toBe("SAVED");
});

test("text left over that somebody has overtaken becomes a conflict, not a loss", async () => {
  const server = createServer("theirs", 4);
  keep().write({ value: "mine", basedOnVersion: 3 });
  const autosave = open(server);
  await pass(0);
  expect(autosave.read()).toMatchObject({
    state: "CONFLICT",
    value: "mine",
    theirs: { value: "theirs", version: 4 },
  });
  expect(keep().read()?.value).toBe("mine");
});

const inConflict = async () => {
  const server = createServer("old", 1);
  const autosave = open(server);
  Object.assign(server, { value: "theirs", version: 2 });
  autosave.edit("mine");
  await pass(TYPING_PAUSE);
  expect(autosave.read()).toMatchObject({ state: "CONFLICT", value: "mine" });
  return { server, autosave };
};

test.each([
  ["mine", "mine"],
  ["a text from both", "a text from both"],
])("choosing %o in a conflict stores it on top of theirs", async (choice, stored) => {
  const { server, autosave } = await inConflict();
  autosave.settle(choice);
  await pass(0);
  expect(server.calls.at(-1)).toEqual([stored, 2]);
  expect(server).toMatchObject({ value: stored, version: 3 });
  expect(autosave.read()).toMatchObject({ state: "SAVED", value: stored, theirs: null });
});

test("taking theirs in a conflict writes nothing", async () => {
  const { server, autosave } = await inConflict();
  autosave.settle("theirs");
  await pass(TYPING_PAUSE);
  expect(server.calls).toHaveLength(1);
  expect(autosave.read()).toMatchObject({ state: "SAVED", value: "theirs", theirs: null });
  expect(keep().read()).toBeNull();
});

test("writing on in a conflict keeps every key and sends nothing until the person chooses", async () => {
  const { server, autosave } = await inConflict();
  autosave.edit("mine, longer");
  await pass(TYPING_PAUSE * 10);
  autosave.flush();
  expect(server.calls).toHaveLength(1);
  expect(keep().read()?.value).toBe("mine, longer");
});

test("a save whose answer was lost does not come back as a conflict with oneself", async () => {
  const server = createServer();
  server.losesAnswers = true;
  const autosave = open(server);
  autosave.edit("first");
  await pass(TYPING_PAUSE);
  expect(server.value).toBe("first");
  server.losesAnswers = false;
  autosave.edit("first, second");
  await pass(TYPING_PAUSE * 3);
  expect(autosave.read()).toMatchObject({ state: "SAVED", value: "first, second" });
  expect(server.value).toBe("first, second");
});

test("a refusal keeps the text and says why; the next key tries again", async () => {
  const save = vi.fn(async (): Promise<SaveResult<string>> => ({ kind: "REFUSED", message: "Too long" }));
  const autosave = open(createServer(), { save });
  autosave.edit("long");
  await pass(TYPING_PAUSE);
  expect(autosave.read()).toMatchObject({ state: "REFUSED", message: "Too long", value: "long" });
  expect(keep().read()?.value).toBe("long");
  await pass(60000);
  expect(save).toHaveBeenCalledTimes(1);
  autosave.edit("short");
  await pass(TYPING_PAUSE);
  expect(save).toHaveBeenCalledTimes(2);
});

test("what others store shows at once, unless something unsaved is here", async () => {
  const server = createServer("one", 1);
  const autosave = open(server);
  autosave.adopt({ value: "two", version: 2 });
  expect(autosave.read().value).toBe("two");
  autosave.edit("two and mine");
  autosave.adopt({ value: "three", version: 3 });
  expect(autosave.read().value).toBe("two and mine");
  autosave.adopt({ value: "one", version: 1 });
  expect(autosave.read().value).toBe("two and mine");
});

test("leaving the page sends what waits", async () => {
  const server = createServer();
  const autosave = open(server);
  autosave.edit("half a sen");
  autosave.stop();
  await pass(0);
  expect(server.value).toBe("half a sen");
});

test("after leaving, nothing keeps trying behind the back of the next visit; the storage holds the text", async () => {
  const server = createServer();
  server.reachable = false;
  const autosave = open(server);
  autosave.edit("text");
  autosave.stop();
  await pass(RETRY_PAUSES[4] * 2);
  expect(server.calls).toHaveLength(1);
  expect(keep().read()?.value).toBe("text");
});

test("what was typed during the last save is still sent after leaving", async () => {
  const server = createServer();
  const autosave = open(server);
  autosave.edit("one");
  autosave.flush();
  autosave.edit("one two");
  autosave.stop();
  await pass(0);
  expect(server.value).toBe("one two");
});

test("signed out, it says so, keeps the text and goes on trying", async () => {
  const results: SaveResult<string>[] = [
    { kind: "SIGNED_OUT" },
    { kind: "SAVED", version: 1, savedAt: SAVED_AT },
  ];
  const save = vi.fn(async () => results.shift() ?? { kind: "UNREACHABLE" as const });
  const autosave = open(createServer(), { save });
  autosave.edit("text");
  await pass(TYPING_PAUSE);
  expect(autosave.read().state).toBe("SIGNED_OUT");
  expect(keep().read()?.value).toBe("text");
  await pass(RETRY_PAUSES[0]);
  expect(autosave.read().state).toBe("SAVED");
});
