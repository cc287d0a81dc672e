import fc from "fast-check";
import { expect, test } from "vitest";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "../ehria/vocabulary.ts";
import { type AssessmentAct, SIGNED_STATUSES } from "./assessment-acts.ts";
import {
  type AssessmentSubject,
  assessmentReadRules,
  capacitiesFor,
  faceFor,
  type GeneralAct,
  GROUP_CAPACITIES,
  may,
  mayInDepartment,
  mayOnAssessment,
  type RowRule,
} from "./policy.ts";
import { ROLES, SCOPES, type Viewer } from "./roles.ts";
import { sampleSubject, sampleViewer } from "./testing/grants.ts";

const RUNS = { numRuns: 2_000 };
const PEOPLE = ["ada", "ben", "cas"] as const;
const anyPerson = fc.constantFrom(...PEOPLE);
const anyDepartment = fc.constantFrom("here", "there");

const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  userId: anyPerson,
  departmentId: fc.option(anyDepartment),
  roles: fc.array(
    fc.record({ role: fc.constantFrom(...ROLES), departmentId: fc.option(anyDepartment, { freq: 3 }) }),
    { maxLength: 4 },
  ),
  scopes: fc.oneof({ weight: 3, arbitrary: fc.constant(SCOPES) }, fc.subarray([...SCOPES])),
});

const anySubject: fc.Arbitrary<AssessmentSubject> = fc.record({
  status: fc.constantFrom(...ASSESSMENT_STATUSES),
  departmentId: anyDepartment,
  leadId: fc.option(anyPerson),
  contributorIds: fc.subarray([...PEOPLE]),
  conflictedIds: fc.subarray([...PEOPLE]),
  deputyId: fc.option(anyPerson),
});

const WRITING: AssessmentAct[] = [
  "assessment.edit",
  "assessment.invite",
  "assessment.hand-over",
  "assessment.watch",
  "assessment.track-actions",
  "assessment.change-form",
  "assessment.comment",
  "assessment.recommend",
  "assessment.hand-over-review",
  "assessment.redact",
];
const ASSESSMENT_ACTS: AssessmentAct[] = [
  "assessment.read",
  "assessment.workings",
  "assessment.publication",
  ...WRITING,
];
const anyAct = fc.constantFrom(...ASSESSMENT_ACTS);

/** What the database makes of a rule, in plain terms. */
const letsThrough = (
  { through, statuses }: RowRule,
  viewer: Viewer,
  subject: AssessmentSubject,
  status: AssessmentStatus | null = subject.status,
): boolean => {
  if (status === null || !statuses.includes(status)) return false;
  if ("departmentId" in through)
    return through.departmentId === null || through.departmentId === subject.departmentId;
  return through.drafting === "LEAD"
    ? subject.leadId === viewer.userId
    : subject.contributorIds.includes(viewer.userId);
};

test("property: the row predicate lets through just what the policy lets be read", () => {
  const seen = { read: 0, hidden: 0 };
  fc.assert(
    fc.property(fc.option(anyViewer, { freq: 20 }), anySubject, (viewer, subject) => {
      const allowed = mayOnAssessment(viewer, "assessment.read", subject);
      const rules = assessmentReadRules(viewer);
      expect(viewer !== null && rules.some((rule) => letsThrough(rule, viewer, subject))).toBe(allowed);
      seen[allowed ? "read" : "hidden"] += 1;
    }),
    { numRuns: 10_000 },
  );
  // Both answers occur often, so that neither side agrees by always saying the same.
  expect(Math.min(seen.read, seen.hidden)).toBeGreaterThan(1_000);
});

test("property: the rules pick the face that the policy says, the revision in force first", () => {
  const anySigned = fc.option(fc.constantFrom(...SIGNED_STATUSES));
  const seen = { IN_FORCE: 0, LAST_SIGNED: 0, none: 0 };
  fc.assert(
    fc.property(anyViewer, anySubject, anySigned, (viewer, subject, signed) => {
      const rules = assessmentReadRules(viewer);
      const through = (status: AssessmentStatus | null) =>
        rules.some((rule) => letsThrough(rule, viewer, subject, status));
      const face = through(subject.status) ? "IN_FORCE" : through(signed) ? "LAST_SIGNED" : null;
      expect(face).toBe(faceFor(viewer, subject, signed));
      seen[face ?? "none"] += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
});

test("property: no act is granted to nobody, nor without its scope", () => {
  fc.assert(
    fc.property(anyViewer, anySubject, anyAct, (viewer, subject, act) => {
      const needed = WRITING.includes(act) ? ["read:assessments", "write:assessments"] : ["read:assessments"];
      for (const scope of needed) {
        const scopes = SCOPES.filter((each) => each !== scope);
        expect(mayOnAssessment({ ...viewer, scopes }, act, subject)).toBe(false);
      }
      expect(mayOnAssessment(null, act, subject)).toBe(false);
    }),
    RUNS,
  );
  expect(assessmentReadRules(null)).toEqual([]);
  expect(assessmentReadRules(sampleViewer([...ROLES], { scopes: ["write:assessments"] }))).toEqual([]);
});

test("property: who may edit or see the workings may read", () => {
  fc.assert(
    fc.property(anyViewer, anySubject, anyAct, (viewer, subject, act) => {
      if (mayOnAssessment(viewer, act, subject))
        expect(mayOnAssessment(viewer, "assessment.read", subject)).toBe(true);
    }),
    RUNS,
  );
});

test("property: who may give an assessment another lead is thereby shown nothing of it", () => {
  fc.assert(
    fc.property(anyViewer, anySubject, (viewer, subject) => {
      if (!mayOnAssessment(viewer, "assessment.reassign", subject)) return;
      const otherwise = { ...viewer, roles: viewer.roles.filter(({ role }) => role !== "ADMIN") };
      const isSigned = SIGNED_STATUSES.some((status) => status === subject.status);
      for (const act of ASSESSMENT_ACTS.filter((each) => !(isSigned && each === "assessment.read")))
        expect(mayOnAssessment(viewer, act, subject)).toBe(mayOnAssessment(otherwise, act, subject));
    }),
    RUNS,
  );
});

test("property: nobody with a conflict of interest takes part in the group's review", () => {
  fc.assert(
    fc.property(anyViewer, anySubject, fc.constantFrom(...WRITING), (viewer, subject, act) => {
      const conflicted = { ...subject, conflictedIds: [...subject.conflictedIds, viewer.userId] };
      const capacities = capacitiesFor(viewer, act, conflicted);
      if (act !== "assessment.hand-over-review")
        expect(capacities.filter((each) => GROUP_CAPACITIES.includes(each))).toEqual([]);
      expect(capacitiesFor(viewer, act, subject)).toEqual(expect.arrayContaining(capacities));
    }),
    RUNS,
  );
});

test("property: another role or scope never takes a grant away", () => {
  fc.assert(
    fc.property(anyViewer, anyViewer, anySubject, anyAct, (viewer, more, subject, act) => {
      const stronger = { ...viewer, roles: [...viewer.roles, ...more.roles], scopes: SCOPES };
      if (mayOnAssessment(viewer, act, subject)) expect(mayOnAssessment(stronger, act, subject)).toBe(true);
    }),
    RUNS,
  );
});

test("property: who may do a thing in a department may do it somewhere", () => {
  const acts: GeneralAct[] = ["open", "people.read", "performance.write", "assessments.start"];
  fc.assert(
    fc.property(anyViewer, fc.constantFrom(...acts), anyDepartment, (viewer, act, department) => {
      if (mayInDepartment(viewer, act, department)) expect(may(viewer, act)).toBe(true);
    }),
    RUNS,
  );
});

test("an act that is not listed doesn't compile, and would not be granted", () => {
  // @ts-expect-error: assessments are never deleted, so no act is called that
  const unlisted: AssessmentAct = "assessment.delete";
  // @ts-expect-error: nor are figures
  const unlistedInGeneral: GeneralAct = "performance.delete";
  const viewer = sampleViewer([...ROLES], { userId: "lead" });
  expect(() => mayOnAssessment(viewer, unlisted, sampleSubject())).toThrow(TypeError);
  expect(() => may(viewer, unlistedInGeneral)).toThrow(TypeError);
});
