import { describe, expect, test } from "vitest";
import { capacitiesFor, capacitiesOf, mayOnAssessment } from "./policy.ts";
import { sampleSubject, sampleViewer } from "./testing/grants.ts";

describe("a conflict of interest", () => {
  const inReview = sampleSubject({ status: "IN_REVIEW", conflictedIds: ["lead", "contributor", "person"] });
  test.each(["assessment.comment", "assessment.recommend"] as const)("bars from %s in the group", (act) => {
    const viewer = sampleViewer(["DEG_MEMBER", "DEG_CHAIR"]);
    expect(mayOnAssessment(viewer, act, { ...inReview, conflictedIds: [] })).toBe(true);
    expect(mayOnAssessment(viewer, act, inReview)).toBe(false);
  });

  test("takes nothing from what somebody may do who writes it", () => {
    const viewer = sampleViewer(["DEG_CHAIR"], { userId: "contributor" });
    const draft = sampleSubject();
    expect(capacitiesFor(viewer, "assessment.comment", draft)).toEqual(["CONTRIBUTOR"]);
    expect(mayOnAssessment(viewer, "assessment.hand-over-review", { ...draft, status: "IN_REVIEW" })).toBe(
      true,
    );
  });
});

describe("a deputy", () => {
  const named = sampleSubject({ status: "IN_REVIEW", deputyId: "person" });
  test("is chair of the one assessment, and stays a member", () => {
    expect(capacitiesOf(sampleViewer(["DEG_MEMBER"]), named)).toEqual(["DEG_MEMBER", "DEG_CHAIR"]);
    expect(capacitiesOf(sampleViewer(["DEG_MEMBER"]), { ...named, deputyId: "other" })).toEqual([
      "DEG_MEMBER",
    ]);
  });

  test("is none without a seat in the group of its department", () => {
    expect(capacitiesOf(sampleViewer(["OFFICER"]), named)).toEqual(["OFFICER"]);
    const elsewhere = sampleViewer([], { roles: [{ role: "DEG_MEMBER", departmentId: "there" }] });
    expect(capacitiesOf(elsewhere, named)).toEqual([]);
  });
});
