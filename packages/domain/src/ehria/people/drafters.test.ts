import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyDrafterEvents,
  type Candidate,
  type Drafter,
  decideHandOver,
  decideInvite,
  decideRemoval,
  MOST_DRAFTERS,
  whatDraftingBars,
} from "./drafters.ts";

const DRAFTERS: Drafter[] = [
  { userId: "lead", role: "LEAD" },
  { userId: "helper", role: "CONTRIBUTOR" },
];
const person = (userId: string, disabled = false, reviewed = false): Candidate => ({
  userId,
  name: userId,
  disabled,
  reviewed,
});
const full: Drafter[] = [
  ...DRAFTERS,
  ...Array.from({ length: MOST_DRAFTERS - 2 }, (_, index) => ({
    userId: `n${index}`,
    role: "CONTRIBUTOR" as const,
  })),
];

const shown = (result: ReturnType<typeof decideInvite>): string =>
  result.ok
    ? result.value.map(({ type, userId, role }) => `${type} ${userId} ${role}`).join(", ")
    : `${result.failure.kind}: ${"problems" in result.failure ? result.failure.problems[0]?.message : ""}`;

describe("inviting", () => {
  test.each<[string, Drafter[], Candidate, string]>([
    ["somebody new", DRAFTERS, person("new"), "ADDED new CONTRIBUTOR"],
    ["who contributes already", DRAFTERS, person("helper"), ""],
    [
      "the lead",
      DRAFTERS,
      person("lead"),
      "VALIDATION: lead leads this assessment, and so writes it already.",
    ],
    [
      "a closed account",
      DRAFTERS,
      person("gone", true),
      "VALIDATION: gone can't sign in any more. Choose somebody else.",
    ],
    [
      "who reviewed it",
      DRAFTERS,
      person("judge", false, true),
      "VALIDATION: judge has taken part in the review of this assessment, so they can't lead it or help to write it. Choose somebody else.",
    ],
    [
      "one too many",
      full,
      person("new"),
      "VALIDATION: Up to 100 people can write one assessment. Remove somebody first.",
    ],
  ])("%s", (_name, drafters, candidate, expected) => {
    expect(shown(decideInvite(drafters, candidate))).toBe(expected);
  });
});

describe("removing", () => {
  test.each([
    ["helper", "REMOVED helper CONTRIBUTOR"],
    ["stranger", ""],
    ["lead", "VALIDATION: lead leads this assessment. Hand it over to somebody else first."],
  ])("%s", (userId, expected) => {
    expect(shown(decideRemoval(DRAFTERS, person(userId)))).toBe(expected);
  });
});

describe("handing over", () => {
  test.each<[string, Candidate, boolean, string]>([
    [
      "to somebody new, and staying",
      person("new"),
      true,
      "REMOVED lead LEAD, ADDED new LEAD, ADDED lead CONTRIBUTOR",
    ],
    ["to somebody new, and leaving", person("new"), false, "REMOVED lead LEAD, ADDED new LEAD"],
    [
      "to a contributor",
      person("helper"),
      false,
      "REMOVED lead LEAD, REMOVED helper CONTRIBUTOR, ADDED helper LEAD",
    ],
    ["to the lead", person("lead"), true, "VALIDATION: lead leads this assessment already."],
    [
      "to a closed account",
      person("gone", true),
      true,
      "VALIDATION: gone can't sign in any more. Choose somebody else.",
    ],
    [
      "to who reviewed it",
      person("judge", false, true),
      false,
      "VALIDATION: judge has taken part in the review of this assessment, so they can't lead it or help to write it. Choose somebody else.",
    ],
  ])("%s", (_name, candidate, formerStays, expected) => {
    expect(shown(decideHandOver(DRAFTERS, candidate, { formerStays }))).toBe(expected);
  });

  test("gives an assessment whose lead is gone a new one", () => {
    expect(shown(decideHandOver([], person("new"), { formerStays: true }))).toBe("ADDED new LEAD");
  });
});

test("whatever is decided, there is one lead, and nobody stands twice", () => {
  const ids = fc.constantFrom("lead", "helper", "a", "b", "c");
  const step = fc.tuple(fc.constantFrom("INVITE", "REMOVE", "HAND_OVER"), ids, fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let drafters = DRAFTERS;
      for (const [act, userId, disabled, formerStays] of steps) {
        const candidate = person(userId, disabled);
        const decided =
          act === "INVITE"
            ? decideInvite(drafters, candidate)
            : act === "REMOVE"
              ? decideRemoval(drafters, candidate)
              : decideHandOver(drafters, candidate, { formerStays });
        if (decided.ok) drafters = applyDrafterEvents(drafters, decided.value);
        expect(drafters.filter(({ role }) => role === "LEAD").length).toBe(1);
        expect(new Set(drafters.map((each) => each.userId)).size).toBe(drafters.length);
      }
    }),
  );
});

test.each<[string, Parameters<typeof whatDraftingBars>[0], RegExp | null]>([
  ["nobody of the group", [{ role: "OFFICER", departmentId: "here" }], null],
  ["the chair here", [{ role: "DEG_CHAIR", departmentId: "here" }], /^Chairs .* sign it off/],
  ["the chair everywhere", [{ role: "DEG_CHAIR", departmentId: null }], /^Chairs/],
  ["another department's chair", [{ role: "DEG_CHAIR", departmentId: "there" }], null],
  ["a member here", [{ role: "DEG_MEMBER", departmentId: "here" }], /^Sits .* review it\.$/],
])("what drafting bars: %s", (_name, roles, expected) => {
  const words = whatDraftingBars(roles, "here");
  if (expected === null) expect(words).toBeNull();
  else expect(words).toMatch(expected);
});
