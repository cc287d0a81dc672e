import { expect, test } from "vitest";
import { addressOfPlace } from "./place-address.ts";

const PARTS: Record<string, { key: string; label: string }[]> = {
  CHARACTERISTIC_ROWS: [{ key: "GENDER_REASSIGNMENT", label: "Gender reassignment" }],
  YES_NO_MATRIX: [{ key: "a", label: "Watch the effects" }],
};

const question = (key: string, kind: string, subsection: string | null, number: string | null = null) => ({
  key,
  kind,
  subsection,
  number,
  label: `Label of ${key}`,
  text: "",
  parts: PARTS[kind] ?? [],
});
const form = {
  reference: "EHRIA-2026-0001",
  form: [
    { key: "details", title: "Key details", questions: [question("policy-name", "TEXT", null)] },
    {
      key: "screening",
      title: "Screening",
      questions: [
        question("monitoring-systems", "YES_NO_MATRIX", "Monitoring impact", "9"),
        question("potential-impact", "CHARACTERISTIC_ROWS", "Potential impact", "10"),
        question("potential-rights", "RIGHT_ROWS", "Potential impact", "11"),
        question("plan", "IMPROVEMENT_PLAN", "Plan", "26"),
      ],
    },
  ],
};

const root = "/assessments/EHRIA-2026-0001";

test.each([
  ["policy-name", {}, `${root}/details/questions#answer-policy-name`, "“Label of policy-name”"],
  [
    "policy-name",
    { field: "text" },
    `${root}/details/questions#answer-policy-name-text`,
    "“Label of policy-name”",
  ],
  [
    "monitoring-systems.a",
    { field: "choice" },
    `${root}/screening/monitoring-impact#answer-monitoring-systems-a-choice`,
    "question 9: Watch the effects",
  ],
  ["monitoring-systems", {}, `${root}/screening/monitoring-impact#question-monitoring-systems`, "question 9"],
  [
    "potential-impact.GENDER_REASSIGNMENT",
    { field: "direction" },
    `${root}/screening/characteristics/gender-reassignment#answer-potential-impact-GENDER_REASSIGNMENT-direction`,
    "question 10: Gender reassignment",
  ],
  [
    "potential-rights.FIRST_PROTOCOL-1",
    {},
    `${root}/screening/rights/first-protocol-1#answer-potential-rights-FIRST_PROTOCOL-1`,
    "question 11",
  ],
  ["potential-rights", {}, `${root}/screening/rights`, "question 11"],
  ["plan", {}, `${root}/screening/actions`, "question 26"],
  [
    "plan.6f0c",
    { field: "due", action: "RXF1YWxpdHlBY3Rpb246" },
    `${root}/screening/actions/RXF1YWxpdHlBY3Rpb246#action-due`,
    "question 26",
  ],
  ["screening", {}, `${root}/screening`, "“Screening”"],
])("%s, %j, is answered at %s", (place, spot, to, label) => {
  expect(addressOfPlace(form, place, spot)).toEqual({ to, label });
});

test("a place of another form has no page", () => {
  expect(addressOfPlace(form, "assessment")).toBeNull();
});
