import fc from "fast-check";
import { expect, test } from "vitest";
import { decideSave, type Stored } from "./save-rule.ts";

const same = (left: string, right: string) => left === right;
const decide = (stored: Stored<string> | null, value: string, basedOnVersion: number) =>
  decideSave(stored, { value, basedOnVersion }, same);
const stored = { value: "theirs", version: 3 };

test.each([
  [null, 0, { kind: "SAVED", stored: { value: "mine", version: 1 } }],
  [null, 7, { kind: "SAVED", stored: { value: "mine", version: 1 } }],
  [stored, 3, { kind: "SAVED", stored: { value: "mine", version: 4 } }],
  [stored, 2, { kind: "CONFLICT", theirs: stored }],
  [stored, 0, { kind: "CONFLICT", theirs: stored }],
  [stored, 4, { kind: "CONFLICT", theirs: stored }],
])("over %o, based on %i: %o", (before, basedOn, decision) => {
  expect(decide(before, "mine", basedOn)).toEqual(decision);
});

test.each([0, 2, 3, 4])("what stands already is saved, based on %i", (basedOn) => {
  expect(decide(stored, "theirs", basedOn)).toEqual({ kind: "SAME", version: 3 });
});

/** A row and everything that was ever stored in it. */
const replay = (saves: readonly { value: string; basedOnVersion: number }[]) => {
  let row: Stored<string> | null = null;
  const history: string[] = [];
  const outcomes = saves.map((save) => {
    const decision = decideSave(row, save, same);
    if (decision.kind === "SAVED") {
      row = decision.stored;
      history.push(save.value);
    }
    return decision.kind;
  });
  return { row: row as Stored<string> | null, history, outcomes };
};

const saves = fc.array(fc.record({ value: fc.constantFrom("a", "b", "c", "d"), basedOnVersion: fc.nat(5) }), {
  maxLength: 12,
});

test("of saves in any order, each acknowledged one is in the history or stands, and versions count what was written", () => {
  fc.assert(
    fc.property(saves, (given) => {
      const { row, history, outcomes } = replay(given);
      for (const [index, { value }] of given.entries())
        if (outcomes[index] !== "CONFLICT") expect(history).toContain(value);
      expect(row?.version ?? 0).toBe(history.length);
      expect(row?.value).toBe(history.at(-1));
    }),
  );
});

test("saves of two people from one version end, in either order, in one text stored and one held back", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.integer({ min: 1, max: 9 }),
      (old, one, other, version) => {
        fc.pre(new Set([old, one, other]).size === 3);
        const before = { value: old, version };
        for (const [first, second] of [
          [one, other],
          [other, one],
        ] as const) {
          const written = decide(before, first, version);
          expect(written.kind).toBe("SAVED");
          const after = { value: first, version: version + 1 };
          expect(decide(after, second, version)).toEqual({ kind: "CONFLICT", theirs: after });
        }
      },
    ),
  );
});

test("a save repeated at once changes nothing more", () => {
  fc.assert(
    fc.property(saves, fc.string(), fc.nat(5), (given, value, basedOnVersion) => {
      const once = replay([...given, { value, basedOnVersion }]);
      const twice = replay([...given, { value, basedOnVersion }, { value, basedOnVersion }]);
      expect(twice.row).toEqual(once.row);
    }),
  );
});
