import { expect, test } from "vitest";
import { addressOfPlace } from "./place-address.ts";

const question = (key: string, kind: string, subsection: string | null, number: string | null = null) => ({
  key,
  kind,
  subsection,
  number,
  label: `Label of ${key}`,
  text: "",
  parts: kind === "CHARACTERISTIC_ROWS" ? [{ key: "GENDER_REASSIGNMENT", label: "Gender reassignment" }] : [],
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
      ],
    },
  ],
};

test.each([
  ["policy-name", "/assessments/EHRIA-2026-0001/details/questions", "“Label of policy-name”"],
  ["monitoring-systems.a", "/assessments/EHRIA-2026-0001/screening/monitoring-impact", "question 9"],
  [
    "potential-impact.GENDER_REASSIGNMENT",
    "/assessments/EHRIA-2026-0001/screening/characteristics/gender-reassignment",
    "question 10: Gender reassignment",
  ],
  [
    "potential-rights.FIRST_PROTOCOL-1",
    "/assessments/EHRIA-2026-0001/screening/rights/first-protocol-1",
    "question 11",
  ],
  ["screening", "/assessments/EHRIA-2026-0001/screening", "“Screening”"],
])("%s is answered at %s", (place, to, label) => {
  expect(addressOfPlace(form, place)).toEqual({ to, label });
});

test("a place of another form has no page", () => {
  expect(addressOfPlace(form, "assessment")).toBeNull();
});
