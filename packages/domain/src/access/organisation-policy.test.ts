import { describe, expect, it } from "vitest";
import { mayForOrganisation } from "./policy.ts";
import { type Role, SCOPES, type Scope, type Viewer } from "./roles.ts";

const COUNTY_DEPARTMENTS = ["adults", "transport"];

const viewer = (role: Role, departmentId: string | null, scopes: readonly Scope[] = SCOPES): Viewer => ({
  userId: "somebody",
  departmentId,
  roles: [{ role, departmentId }],
  scopes,
});

describe("mayForOrganisation", () => {
  it.each<[string, Viewer | null, readonly string[], boolean]>([
    ["a role that holds everywhere", viewer("ANALYST", null), [], true],
    ["a role in one of its departments", viewer("HEAD_OF_SERVICE", "adults"), COUNTY_DEPARTMENTS, true],
    [
      "a role in another council's department",
      viewer("HEAD_OF_SERVICE", "city-housing"),
      COUNTY_DEPARTMENTS,
      false,
    ],
    ["a council without departments here", viewer("HEAD_OF_SERVICE", "adults"), [], false],
    ["another role in its department", viewer("OFFICER", "adults"), COUNTY_DEPARTMENTS, false],
    ["no write scope", viewer("HEAD_OF_SERVICE", "adults", ["read:metrics"]), COUNTY_DEPARTMENTS, false],
    ["nobody", null, COUNTY_DEPARTMENTS, false],
  ])("%s", (_name, who, departmentIds, allowed) => {
    expect(mayForOrganisation(who, "performance.judge", departmentIds)).toBe(allowed);
  });
});
