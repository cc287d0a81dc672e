import { describe, expect, it, test } from "vitest";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "../ehria/vocabulary.ts";
import { type AssessmentAct, CAPACITIES, type Capacity } from "./assessment-acts.ts";
import {
  capacitiesOf,
  capacitiesThatMay,
  type GeneralAct,
  may,
  mayInDepartment,
  mayOnAssessment,
} from "./policy.ts";
import { ROLES, type Role, SCOPES, type Scope } from "./roles.ts";
import { ASSESSMENT_GRANTS } from "./testing/assessment-grants.ts";
import { personWith, readGrants, sampleSubject, sampleViewer } from "./testing/grants.ts";

/** NOBODY is signed out; NO_ROLE has an account and nothing more. Everybody signed in carries every scope. */
const GENERAL_GRANTS = `
                       NOBODY  NO_ROLE  OFFICER  DEG_MEMBER  DEG_CHAIR  ANALYST  HEAD_OF_SERVICE  SCRUTINY  ADMIN
  open                 yes     yes      yes      yes         yes        yes      yes              yes       yes
  people.read          -       yes      yes      yes         yes        yes      yes              yes       yes
  performance.read     -       yes      yes      yes         yes        yes      yes              yes       yes
  performance.analyse  -       -        -        -           -          yes      -                -         -
  performance.write    -       -        -        -           -          yes      -                -         -
  performance.import   -       -        -        -           -          yes      -                -         -
  performance.judge    -       -        -        -           -          yes      yes              -         -
  strategies.progress  -       -        -        -           -          yes      yes              -         -
  forms.read           -       yes      yes      yes         yes        yes      yes              yes       yes
  forms.write          -       -        -        -           -          -        -                -         yes
  assessments.list     -       yes      yes      yes         yes        yes      yes              yes       yes
  reviews.read         -       -        -        yes         yes        -        -                -         -
  assessments.start    -       -        yes      -           -          -        -                -         -
  notices.read         -       yes      yes      yes         yes        yes      yes              yes       yes
  notices.write        -       yes      yes      yes         yes        yes      yes              yes       yes
  jobs.manage          -       -        -        -           -          -        -                -         yes
  people.manage        -       -        -        -           -          -        -                -         yes
  assessments.write    -       yes      yes      yes         yes        yes      yes              yes       yes
`;

/** What an API token lets a person do who holds every role, with no scope, with one, and with both for assessments. */
const TOKEN_GRANTS = `
                       NO_SCOPE  read:metrics  write:metrics  read:assessments  write:assessments  BOTH
  open                 yes       yes           yes            yes               yes                yes
  people.read          yes       yes           yes            yes               yes                yes
  performance.read     -         yes           -              -                 -                  -
  performance.analyse  -         yes           -              -                 -                  -
  performance.write    -         -             yes            -                 -                  -
  performance.import   -         -             -              -                 -                  -
  performance.judge    -         -             yes            -                 -                  -
  strategies.progress  -         -             yes            -                 -                  -
  forms.read           -         -             -              yes               -                  yes
  forms.write          -         -             -              -                 -                  yes
  assessments.list     -         -             -              yes               -                  yes
  reviews.read         -         -             -              yes               -                  yes
  assessments.start    -         -             -              -                 -                  yes
  notices.read         -         -             -              yes               -                  yes
  notices.write        -         -             -              -                 -                  yes
  jobs.manage          -         -             -              -                 -                  yes
  people.manage        -         -             -              -                 -                  -
  assessments.write    -         -             -              -                 -                  yes
  assessment.read      -         -             -              yes               -                  yes
  assessment.workings  -         -             -              yes               -                  yes
  assessment.edit      -         -             -              -                 -                  yes
  assessment.invite    -         -             -              -                 -                  yes
  assessment.hand-over -         -             -              -                 -                  yes
  assessment.reassign  -         -             -              -                 -                  -
  assessment.watch     -         -             -              -                 -                  yes
  assessment.change-form  -      -             -              -                 -                  yes
  assessment.comment   -         -             -              -                 -                  yes
`;

const isAssessmentAct = (act: string): act is AssessmentAct => act in ASSESSMENT_GRANTS;

describe.each(Object.entries(ASSESSMENT_GRANTS) as [AssessmentAct, string][])("%s", (act, table) => {
  const cells = readGrants(table) as [Capacity, AssessmentStatus, boolean][];

  it("is decided for every capacity in every state", () => {
    expect(new Set(cells.map(([capacity]) => capacity))).toEqual(new Set(CAPACITIES));
    expect(new Set(cells.map(([, status]) => status))).toEqual(new Set(ASSESSMENT_STATUSES));
    expect(cells.length).toBe(CAPACITIES.length * ASSESSMENT_STATUSES.length);
  });

  it.each(cells)("by %s in %s: %s", (capacity, status, granted) => {
    const viewer = personWith(capacity);
    expect(capacitiesOf(viewer, sampleSubject())).toEqual([capacity]);
    expect(mayOnAssessment(viewer, act, sampleSubject({ status }))).toBe(granted);
    expect(capacitiesThatMay(act, status).includes(capacity)).toBe(granted);
  });
});

describe("acts that are not about one assessment", () => {
  it.each(readGrants(GENERAL_GRANTS) as [GeneralAct, string, boolean][])(
    "%s by %s: %s",
    (act, who, granted) => {
      const roles = ROLES.filter((role) => role === who);
      expect(may(who === "NOBODY" ? null : sampleViewer(roles), act)).toBe(granted);
    },
  );

  test("every role has its column", () => {
    const columns = new Set(readGrants(GENERAL_GRANTS).map(([, who]) => who));
    expect(columns).toEqual(new Set(["NOBODY", "NO_ROLE", ...ROLES]));
  });
});

describe("an API token", () => {
  const everyRole: Role[] = [...ROLES];

  it.each(readGrants(TOKEN_GRANTS))("for %s with %s: %s", (act, scope, granted) => {
    const scopes = SCOPES.filter(
      (each) => each === scope || (scope === "BOTH" && each.endsWith("assessments")),
    );
    const viewer = sampleViewer(everyRole, { userId: "lead", scopes });
    const answer = isAssessmentAct(act)
      ? mayOnAssessment(viewer, act, sampleSubject())
      : may(viewer, act as GeneralAct);
    expect(answer).toBe(granted);
  });

  test("for files of figures needs the scope to read as well, since it shows them again", () => {
    const scoped = (scopes: readonly Scope[]) =>
      may(sampleViewer(["ANALYST"], { scopes }), "performance.import");
    expect(scoped(["read:metrics", "write:metrics"])).toBe(true);
    expect([scoped(["read:metrics"]), scoped(["write:metrics"])]).toEqual([false, false]);
  });

  test("every scope has its column", () => {
    const columns = new Set(readGrants(TOKEN_GRANTS).map(([, scope]) => scope));
    expect(columns).toEqual(new Set(["NO_SCOPE", ...SCOPES, "BOTH"]));
  });
});

describe("a role counts in its department", () => {
  test.each([
    ["here", "here", true],
    ["there", "here", false],
    [null, "here", true],
  ])("held in %s, asked for %s: %s", (heldIn, asked, granted) => {
    const viewer = sampleViewer([], { roles: [{ role: "OFFICER", departmentId: heldIn }] });
    expect(mayInDepartment(viewer, "assessments.start", asked)).toBe(granted);
    const signedOff = sampleSubject({ status: "SIGNED_OFF", departmentId: asked });
    expect(mayOnAssessment(viewer, "assessment.read", signedOff)).toBe(granted);
  });

  test("working in a department is no role in it", () => {
    const viewer = sampleViewer([], { departmentId: "here" });
    expect(mayInDepartment(viewer, "assessments.start", "here")).toBe(false);
    expect(mayOnAssessment(viewer, "assessment.read", sampleSubject({ status: "PUBLISHED" }))).toBe(false);
  });

  test("what any account may do needs no department, and what nobody may do has none", () => {
    expect(mayInDepartment(sampleViewer([]), "people.read", "there")).toBe(true);
    expect(mayInDepartment(null, "assessments.start", "here")).toBe(false);
    expect(mayInDepartment(sampleViewer(["OFFICER"], { scopes: [] }), "assessments.start", "here")).toBe(
      false,
    );
  });
});

test("having contributed earlier gives no access: only who contributes now is in the list", () => {
  const viewer = sampleViewer([], { userId: "contributor" });
  expect(mayOnAssessment(viewer, "assessment.read", sampleSubject({ contributorIds: [] }))).toBe(false);
});
