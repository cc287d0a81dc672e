import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RoleGrant } from "../../access/roles.ts";
import type { Result } from "../../result.ts";
import { applyDrafterEvents, type Drafter, type DrafterEvent } from "./drafters.ts";
import {
  decideNewOwner,
  decideReassignment,
  mayLeadIn,
  type Reassignment,
  type Successor,
} from "./successor.ts";

const OFFICER_HERE: RoleGrant = { role: "OFFICER", departmentId: "here" };
const person = (userId: string, change: Partial<Successor> = {}): Successor => ({
  userId,
  name: userId,
  disabled: false,
  reviewed: false,
  roles: [OFFICER_HERE],
  ...change,
});
const DRAFTERS: Drafter[] = [
  { userId: "gone", role: "LEAD" },
  { userId: "helper", role: "CONTRIBUTOR" },
];
const given = (change: Partial<Reassignment> = {}): Reassignment => ({
  drafters: DRAFTERS,
  former: { name: "gone", disabled: true },
  to: person("new"),
  actorId: "admin",
  departmentId: "here",
  ...change,
});

const shown = (result: Result<unknown>): string => {
  if (result.ok)
    return ((result.value ?? []) as DrafterEvent[])
      .map(({ type, userId, role }) => `${type} ${userId} ${role}`)
      .join(", ");
  const { failure } = result;
  return failure.kind === "VALIDATION"
    ? `${failure.problems[0]?.path}: ${failure.problems[0]?.message}`
    : failure.kind;
};

describe("another lead in place of one who left", () => {
  test.each<[string, Partial<Reassignment>, string]>([
    ["an officer of the department", {}, "REMOVED gone LEAD, ADDED new LEAD"],
    [
      "who helps to write it",
      { to: person("helper") },
      "REMOVED gone LEAD, REMOVED helper CONTRIBUTOR, ADDED helper LEAD",
    ],
    [
      "an officer of every department",
      { to: person("new", { roles: [{ role: "OFFICER", departmentId: null }] }) },
      "REMOVED gone LEAD, ADDED new LEAD",
    ],
    ["while the lead can sign in", { former: { name: "gone", disabled: false } }, "NOT_ALLOWED"],
    [
      "the administrator",
      { to: person("admin") },
      "to: You can't make yourself its lead officer: administrators don't read drafts by their office",
    ],
    [
      "a closed account",
      { to: person("new", { disabled: true }) },
      "to: new can't sign in any more. Choose somebody else",
    ],
    [
      "an officer of another department",
      { to: person("new", { roles: [{ role: "OFFICER", departmentId: "there" }] }) },
      "to: new is no officer in its department. Choose somebody who is, or give them that role",
    ],
    [
      "somebody who works there and is no officer",
      { to: person("new", { roles: [{ role: "HEAD_OF_SERVICE", departmentId: "here" }] }) },
      "to: new is no officer in its department. Choose somebody who is, or give them that role",
    ],
    [
      "who took part in its review",
      { to: person("reviewer", { reviewed: true }) },
      "to: reviewer has taken part in its review, so they can't lead it. Choose somebody else",
    ],
  ])("%s", (_name, change, expected) => {
    expect(shown(decideReassignment(given(change)))).toBe(expected);
  });

  test("property: whoever it is given to, there is one lead after it, who may lead there, and it is nobody's own doing for themselves", () => {
    const anybody = fc.record({
      userId: fc.constantFrom("gone", "helper", "new", "admin"),
      disabled: fc.boolean(),
      reviewed: fc.boolean(),
      roles: fc.array(
        fc.record({
          role: fc.constantFrom("OFFICER" as const, "ADMIN" as const, "DEG_CHAIR" as const),
          departmentId: fc.constantFrom("here", "there", null),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(anybody, fc.boolean(), ({ userId, ...rest }, disabled) => {
        const to = person(userId, rest);
        const decided = decideReassignment(given({ to, former: { name: "gone", disabled } }));
        if (!decided.ok) return;
        const leads = applyDrafterEvents(DRAFTERS, decided.value).filter(({ role }) => role === "LEAD");
        expect(leads).toEqual([{ userId, role: "LEAD" }]);
        const { roles, disabled: isClosed, reviewed } = to;
        expect({ disabled, isClosed, reviewed }).toEqual({
          disabled: true,
          isClosed: false,
          reviewed: false,
        });
        expect(mayLeadIn(roles, "here")).toBe(true);
        expect(["admin", "gone"]).not.toContain(userId);
      }),
    );
  });
});

describe("another owner of an action in place of one who left", () => {
  const GONE = { name: "gone", disabled: true };
  test.each<[string, Parameters<typeof decideNewOwner>[0], string]>([
    ["who may read it", { former: GONE, to: person("new"), mayRead: true }, ""],
    [
      "while the owner can sign in",
      { former: { ...GONE, disabled: false }, to: person("new"), mayRead: true },
      "NOT_ALLOWED",
    ],
    [
      "a closed account",
      { former: GONE, to: person("new", { disabled: true }), mayRead: true },
      "to: new can't sign in any more. Choose somebody else",
    ],
    [
      "who may not read it",
      { former: GONE, to: person("new"), mayRead: false },
      "to: new can't read this assessment, so they can't see to its actions. Choose somebody else",
    ],
  ])("%s", (_name, asked, expected) => {
    expect(shown(decideNewOwner(asked))).toBe(expected);
  });
});
