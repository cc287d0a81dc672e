import { decideSave, type Stored } from "@due-regard/domain/ehria/save-rule";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  adopt,
  answered,
  begin,
  type Cell,
  edit,
  isUnsaved,
  openCell,
  retry,
  type SaveResult,
  settle,
  wantsSending,
} from "./cell.ts";

/**
 * A model of everything that can happen to one answer: several people write it, their saves go out, get lost on the way
 * there or back, are sent again, and others' saves come in between. The server compares and swaps by the domain's rule and
 * remembers keys, as the real one does (services/api, repeated-saves.test.ts).
 */

const same = (left: string, right: string) => left === right;
const AT = "2026-11-22T14:02:00.000Z";

interface Effect {
  by: number;
  key: string;
  value: string;
  /** The text in whose place it came. */
  instead: string;
}

const createServer = () => {
  let stored: Stored<string> | null = null;
  const effects: Effect[] = [];
  const setAside: string[] = [];
  const keys = new Set<string>();
  const read = (): Stored<string> => stored ?? { value: "", version: 0 };
  const receive = (by: number, { attempt }: Cell<string>): SaveResult<string> => {
    if (attempt === null) throw new Error("Nothing goes out without an attempt");
    const name = `${by} ${attempt.key}`;
    if (!keys.has(name)) {
      const decision = decideSave(stored, attempt, same);
      if (decision.kind === "CONFLICT") return decision;
      keys.add(name);
      if (decision.kind === "SAVED") {
        effects.push({ by, key: attempt.key, value: attempt.value, instead: read().value });
        stored = decision.stored;
      }
      if (attempt.setAside !== null) setAside.push(attempt.setAside);
    }
    return { kind: "SAVED", stored: read(), savedAt: AT };
  };
  return { read, receive, effects, setAside };
};

type Fate = "ANSWERED" | "LOST_THERE" | "LOST_BACK" | "SIGNED_OUT" | "BROKEN";

interface Step {
  who: number;
  does:
    | { kind: "TYPE"; text: string }
    | { kind: "SEND"; fate: Fate }
    | { kind: "SETTLE"; way: "MINE" | "THEIRS" | "BOTH" }
    | { kind: "HEAR" }
    | { kind: "REOPEN" };
}

const createWorld = (people: number) => {
  const server = createServer();
  const cells = Array.from({ length: people }, () => openCell(server.read()));
  /** Every text that each of them has had on the page. */
  const seen = cells.map(() => new Set([""]));
  let nextKey = 0;
  const cellOf = (who: number): Cell<string> => cells[who] as Cell<string>;
  const put = (who: number, cell: Cell<string>) => {
    cells[who] = cell;
    for (const text of [cell.value, cell.trouble?.kind === "CONFLICT" ? cell.trouble.theirs.value : null])
      if (text !== null) seen[who]?.add(text);
  };
  const send = (who: number, fate: Fate) => {
    if (!wantsSending(cellOf(who), same)) return;
    nextKey += 1;
    const sent = begin(cellOf(who), `key ${nextKey}`);
    const arrives = fate === "ANSWERED" || fate === "LOST_BACK";
    const result = arrives ? server.receive(who, sent) : null;
    if (fate === "ANSWERED" && result) put(who, answered(sent, result, same));
    else if (fate === "SIGNED_OUT") put(who, answered(sent, { kind: "SIGNED_OUT" }, same));
    else if (fate === "BROKEN") put(who, answered(sent, { kind: "BROKEN", message: "" }, same));
    else put(who, answered(sent, { kind: "UNREACHABLE" }, same));
  };
  const choose = (who: number, way: "MINE" | "THEIRS" | "BOTH") => {
    const cell = cellOf(who);
    if (cell.trouble?.kind !== "CONFLICT") return;
    const theirs = cell.trouble.theirs.value;
    const value = { MINE: cell.value, THEIRS: theirs, BOTH: `${theirs} ${cell.value}` }[way];
    put(who, settle(cell, value, cell.value, same));
  };
  const take = ({ who, does }: Step) => {
    const cell = cellOf(who);
    if (does.kind === "TYPE") {
      put(who, edit(cell, does.text));
    } else if (does.kind === "SEND") send(who, does.fate);
    else if (does.kind === "SETTLE") choose(who, does.way);
    else if (does.kind === "HEAR") put(who, adopt(cell, server.read(), same));
    // The tab is closed and opened again: what the browser keeps is the cell, without what it was told of a conflict.
    else put(who, { ...cell, sending: false, trouble: null, savedAt: null });
  };
  return { server, cells, cellOf, put, send, choose, take, seen };
};

const fate = fc.constantFrom<Fate>("ANSWERED", "ANSWERED", "LOST_THERE", "LOST_BACK", "SIGNED_OUT", "BROKEN");
const does = fc.oneof(
  fc.record({ kind: fc.constant("TYPE" as const), text: fc.constantFrom("a", "b", "c", "d", "e", "f", "") }),
  fc.record({ kind: fc.constant("SEND" as const), fate }),
  fc.record({ kind: fc.constant("SETTLE" as const), way: fc.constantFrom("MINE", "THEIRS", "BOTH") }),
  fc.constant({ kind: "HEAR" as const }),
  fc.constant({ kind: "REOPEN" as const }),
);
const steps = fc.array(fc.record({ who: fc.nat(2), does }), { maxLength: 40 }) as fc.Arbitrary<Step[]>;

const expectEffectsOnce = ({ effects }: { effects: Effect[] }) => {
  const names = effects.map(({ by, key }) => `${by} ${key}`);
  expect(new Set(names).size).toBe(names.length);
};

test("whatever happens, a save takes effect at most once, replaces only what its author has seen, and no text leaves the page unstored", () => {
  fc.assert(
    fc.property(steps, (given) => {
      const world = createWorld(3);
      for (const step of given) {
        const { value: before } = world.cellOf(step.who);
        world.take(step);
        const everStored = ["", ...world.server.effects.map(({ value }) => value)];
        const isByHand = step.does.kind === "TYPE" || step.does.kind === "SETTLE";
        // Only its author takes a text off the page that was never stored.
        if (!isByHand && world.cellOf(step.who).value !== before) expect(everStored).toContain(before);
        for (const cell of world.cells)
          if (!isUnsaved(cell, same) && cell.trouble === null) expect(everStored).toContain(cell.value);
      }
      expectEffectsOnce(world.server);
      for (const { by, instead } of world.server.effects) expect(world.seen[by]).toContain(instead);
      expect(world.server.read().version).toBe(world.server.effects.length);
    }),
  );
});

test("once everybody is connected again, all end in the same text, or in a conflict that a person settles; nothing is lost", () => {
  fc.assert(
    fc.property(steps, (given) => {
      const world = createWorld(3);
      for (const step of given) world.take(step);
      const unsavedBefore = world.cells.map((cell) => (isUnsaved(cell, same) ? cell.value : null));
      let rounds = 0;
      const isOpen = () => world.cells.some((cell) => isUnsaved(cell, same) || cell.trouble !== null);
      while (isOpen() && rounds < 50) {
        rounds += 1;
        for (const who of world.cells.keys()) {
          world.put(who, retry(world.cellOf(who)));
          world.choose(who, "BOTH");
          world.send(who, "ANSWERED");
        }
      }
      for (const who of world.cells.keys()) world.take({ who, does: { kind: "HEAR" } });
      expect(isOpen()).toBe(false);
      expectEffectsOnce(world.server);
      const final = world.server.read().value;
      for (const cell of world.cells) expect(cell.value).toBe(final);
      const kept = [final, ...world.server.effects.map(({ value }) => value), ...world.server.setAside, ""];
      for (const text of unsavedBefore)
        if (text !== null) expect(kept.some((each) => each.includes(text))).toBe(true);
    }),
  );
});

test("of a conflict both texts are kept, whichever is chosen", () => {
  fc.assert(
    fc.property(fc.constantFrom("MINE", "THEIRS", "BOTH"), (way) => {
      const world = createWorld(2);
      world.take({ who: 0, does: { kind: "TYPE", text: "theirs" } });
      world.send(0, "ANSWERED");
      world.take({ who: 1, does: { kind: "TYPE", text: "mine" } });
      world.send(1, "ANSWERED");
      expect(world.cellOf(1).trouble).toEqual({ kind: "CONFLICT", theirs: { value: "theirs", version: 1 } });
      world.choose(1, way);
      world.send(1, "ANSWERED");
      expect(isUnsaved(world.cellOf(1), same)).toBe(false);
      const { effects, setAside } = world.server;
      const history = [...effects.map(({ value }) => value), ...setAside];
      expect(history).toContain("mine");
      expect(history).toContain("theirs");
    }),
  );
});

const stored = { value: "old", version: 1 };
const sent = (value: string) => begin(edit(openCell(stored), value), "key");

test.each<[string, SaveResult<string>, string | undefined]>([
  ["a refusal", { kind: "REFUSED", message: "Too long" }, "REFUSED"],
  ["a closed assessment", { kind: "CLOSED", message: "In review" }, "CLOSED"],
  ["a fault of the server", { kind: "BROKEN", message: "Sorry" }, "BROKEN"],
  ["another's text", { kind: "CONFLICT", theirs: { value: "theirs", version: 2 } }, "CONFLICT"],
  ["one's own text", { kind: "CONFLICT", theirs: { value: "mine", version: 2 } }, undefined],
  ["the old text under a new version", { kind: "CONFLICT", theirs: { value: "old", version: 3 } }, undefined],
  ["no answer", { kind: "UNREACHABLE" }, undefined],
])("%s leaves what was written", (_what, result, trouble) => {
  const cell = answered(sent("mine"), result, same);
  expect(cell.value).toBe("mine");
  expect(cell.trouble?.kind).toBe(trouble);
});

test("a refusal is about what was sent: what was typed since goes out", () => {
  const cell = answered(edit(sent("too long"), "short"), { kind: "REFUSED", message: "Too long" }, same);
  expect(cell.trouble).toBeNull();
  expect(wantsSending(cell, same)).toBe(true);
});

test("an unanswered save is sent again unchanged before what was typed since", () => {
  const waiting = edit(answered(sent("first"), { kind: "UNREACHABLE" }, same), "first, second");
  const again = begin(waiting, "another key");
  expect(again.attempt).toEqual({ key: "key", value: "first", basedOnVersion: 1, setAside: null });
  const after = answered(again, { kind: "SAVED", stored: { value: "first", version: 2 }, savedAt: AT }, same);
  expect(begin(after, "third").attempt).toMatchObject({ value: "first, second", basedOnVersion: 2 });
});

test("a form with a button of its own waits for it", () => {
  const held = { ...edit(openCell(stored), "half an action"), held: true };
  expect(wantsSending(held, same)).toBe(false);
  expect(wantsSending({ ...held, held: false }, same)).toBe(true);
});

const overtaken: SaveResult<string> = { kind: "SAVED", stored: { value: "theirs", version: 3 }, savedAt: AT };

test("a save whose answer was lost, and on which somebody wrote since: their text shows", () => {
  const cell = answered(sent("mine"), overtaken, same);
  expect(cell).toMatchObject({ value: "theirs", base: { value: "theirs", version: 3 }, trouble: null });
  expect(isUnsaved(cell, same)).toBe(false);
});

test("the same, for who has typed on: the two are to be chosen from, and begin with what was saved", () => {
  const cell = answered(edit(sent("mine"), "mine, longer"), overtaken, same);
  expect(cell).toMatchObject({
    value: "mine, longer",
    base: { value: "mine" },
    trouble: { kind: "CONFLICT", theirs: { value: "theirs", version: 3 } },
  });
});
