import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../result.ts";
import { ROLE_PLACES, ROLES, type RoleGrant } from "../roles.ts";
import {
  decideChange,
  decideDisable,
  decideEnable,
  decideEnd,
  decideGrant,
  type KnownPerson,
  type Office,
} from "./decide.ts";

const held = (role: RoleGrant["role"], departmentId: string | null) => ({
  id: `${role} ${departmentId}`,
  role,
  departmentId,
});
const person = (change: Partial<KnownPerson> = {}): KnownPerson => ({
  userId: "other",
  name: "Other",
  disabled: false,
  roles: [held("OFFICER", "here"), held("ANALYST", null)],
  ...change,
});
const admin = (userId: string) => person({ userId, roles: [held("ADMIN", null)] });
const OFFICE: Office = { actorId: "me", administratorIds: ["me", "other"] };
const ALONE: Office = { actorId: "me", administratorIds: ["me"] };
/** Somebody ended their role, or closed their account, while they pressed the button. */
const OUSTED: Office = { actorId: "me", administratorIds: ["other"] };

const shown = (result: Result<unknown>): unknown => {
  if (result.ok) return result.value;
  const { failure } = result;
  return failure.kind === "VALIDATION" ? failure.problems.map(({ path }) => path).join() : failure.kind;
};

describe("giving a role", () => {
  test.each<[string, KnownPerson, RoleGrant, string]>([
    ["in another department", person(), { role: "OFFICER", departmentId: "there" }, "WRITE"],
    ["everywhere, held in one", person(), { role: "OFFICER", departmentId: null }, "WRITE"],
    ["in the same place twice", person(), { role: "OFFICER", departmentId: "here" }, "role"],
    ["everywhere twice", person(), { role: "ANALYST", departmentId: null }, "role"],
    ["in a department, held everywhere", person(), { role: "ANALYST", departmentId: "here" }, "role"],
    ["administrator of a department", person(), { role: "ADMIN", departmentId: "here" }, "department"],
    ["administrator", person(), { role: "ADMIN", departmentId: null }, "WRITE"],
    ["a closed account", person({ disabled: true }), { role: "SCRUTINY", departmentId: null }, "NOT_ALLOWED"],
  ])("%s", (_name, who, grant, expected) => {
    expect(shown(decideGrant(OFFICE, who, grant))).toBe(expected);
  });

  test.each(ROLES)("%s where the table says", (role) => {
    const nobody = person({ roles: [] });
    const place = (departmentId: string | null) =>
      decideGrant(OFFICE, nobody, { role, departmentId }).ok ? [departmentId ?? "EVERYWHERE"] : [];
    expect([...place("DEPARTMENT"), ...place(null)]).toEqual(ROLE_PLACES[role]);
  });
});

describe("ending a role", () => {
  test.each<[string, Office, KnownPerson, string, string]>([
    ["one of somebody", OFFICE, person(), "OFFICER here", "WRITE"],
    ["one that ended", OFFICE, person(), "gone", "STANDS"],
    ["another administrator's", OFFICE, admin("other"), "ADMIN null", "WRITE"],
    ["one's own as administrator", OFFICE, admin("me"), "ADMIN null", "NOT_ALLOWED"],
    ["one's own as officer", OFFICE, person({ userId: "me" }), "OFFICER here", "WRITE"],
    ["of a closed account", ALONE, { ...admin("other"), disabled: true }, "ADMIN null", "WRITE"],
    ["by one who was ousted", OUSTED, person(), "OFFICER here", "NOT_ALLOWED"],
  ])("%s", (_name, office, who, roleId, expected) => {
    expect(shown(decideEnd(office, who, roleId))).toBe(expected);
  });
});

describe("closing and opening an account", () => {
  test.each<[string, Office, KnownPerson, [unknown, unknown]]>([
    ["of somebody", OFFICE, person(), ["WRITE", "STANDS"]],
    ["of another administrator", OFFICE, admin("other"), ["WRITE", "STANDS"]],
    ["one's own", OFFICE, admin("me"), ["NOT_ALLOWED", "STANDS"]],
    ["closed already", OFFICE, person({ disabled: true }), ["STANDS", "WRITE"]],
    ["by one who was ousted", OUSTED, person(), ["NOT_ALLOWED", "NOT_ALLOWED"]],
  ])("%s", (_name, office, who, expected) => {
    expect([shown(decideDisable(office, who)), shown(decideEnable(office, who))]).toEqual(expected);
  });
});

test("who was ousted changes nobody's details and gives no role", () => {
  expect(shown(decideChange(OUSTED))).toBe("NOT_ALLOWED");
  expect(shown(decideGrant(OUSTED, person(), { role: "SCRUTINY", departmentId: null }))).toBe("NOT_ALLOWED");
  expect(shown(decideChange(OFFICE))).toBe("WRITE");
});

test("whatever administrators do to each other, one after the other, one is left", () => {
  const names = ["a", "b", "c"];
  const act = fc.record({
    actorId: fc.constantFrom(...names),
    whom: fc.constantFrom(...names),
    how: fc.constantFrom("END", "DISABLE"),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let administratorIds = names;
      for (const { actorId, whom, how } of acts) {
        const office = { actorId, administratorIds };
        const isAdmin = administratorIds.includes(whom);
        const target = isAdmin ? admin(whom) : person({ userId: whom });
        const done = how === "END" ? decideEnd(office, target, "ADMIN null") : decideDisable(office, target);
        if (done.ok) administratorIds = administratorIds.filter((id) => id !== whom);
      }
      expect(administratorIds.length).toBeGreaterThan(0);
    }),
  );
});
