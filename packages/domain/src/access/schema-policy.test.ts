import { describe, expect, it } from "vitest";
import { actOfField, NODE_ACTS, SCHEMA_POLICY } from "./schema-policy.ts";

describe("which act a field needs", () => {
  it.each([
    ["Query", "viewer", "open"],
    ["Query", "assessment", "assessments.list"],
    ["Mutation", "startAssessment", "assessments.start"],
    ["Mutation", "saveAnswers", "assessments.write"],
    ["Metric", "title", "inherit"],
    ["Metric", "assessments", "assessments.list"],
    ["Assessment", "title", "inherit"],
    ["Assessment", "history", "assessment.workings"],
    ["EvidenceLink", "observation", "performance.read"],
    ["Assessment", "noSuchField", undefined],
    ["NoSuchType", "id", undefined],
  ])("%s.%s: %s", (type, field, act) => {
    expect(actOfField(type, field)).toBe(act);
  });

  it("lists no field under two acts", () => {
    const listed = Object.entries(SCHEMA_POLICY).flatMap(([type, groups]) =>
      Object.values(groups).flatMap((fields) => fields.split(" ").map((field) => `${type}.${field}`)),
    );
    expect(listed.filter((field, index) => listed.indexOf(field) !== index)).toEqual([]);
  });

  it("lets nothing of an assessment be loaded by its id on an act that is about something else", () => {
    expect(["Assessment", "EvidenceLink", "EqualityAction"].map((type) => NODE_ACTS[type])).toEqual([
      "assessments.list",
      "assessments.list",
      "assessments.list",
    ]);
    expect(NODE_ACTS.Signature).toBeUndefined();
  });
});
