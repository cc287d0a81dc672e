import { expect, test } from "vitest";
import { completeAction, unaffectedCharacteristic, unaffectedRight } from "../testing/fill-form.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import {
  validateAnswer,
  validateCharacteristicImpact,
  validateImprovementAction,
  validateRightImpact,
} from "./validate-save.ts";

test.each<[string, string | null, string | null, string | null, { path: string; message: string }[]]>([
  ["change", null, null, "Words", []],
  ["others", null, "YES", null, []],
  ["asked", "a", null, null, []],
  ["nowhere", null, null, "x", [{ path: "nowhere", message: "This form has no such question" }]],
  ["asked", "z", "YES", null, [{ path: "asked.z", message: "This question has no such part" }]],
  ["asked", null, "YES", null, [{ path: "asked", message: "This question has no such part" }]],
  ["change", "a", null, "x", [{ path: "change.a", message: "This question has no such part" }]],
  ["asked", "a", "UNKNOWN", null, [{ path: "asked.a", message: "Choose one of: YES, NO" }]],
  [
    "impact",
    "AGE",
    "YES",
    null,
    [{ path: "impact.AGE", message: "These rows are saved as characteristic impacts" }],
  ],
])("answer to %s %s: %s %s", (question, part, choice, text, problems) => {
  expect(validateAnswer(sampleTemplate, { question, part, choice, text })).toEqual(problems);
});

test("rows are refused where the form has none, and when they can't be stored", () => {
  const row = unaffectedCharacteristic("SCREENING", "AGE");
  expect(validateCharacteristicImpact(sampleTemplate, row)).toEqual([]);
  expect(validateCharacteristicImpact(sampleTemplate, { ...row, characteristic: "RACE" })).toEqual([
    { path: "SCREENING.RACE", message: "This form has no such row at this stage" },
  ]);
  expect(validateCharacteristicImpact(sampleTemplate, { ...row, barriers: "\u0000" })).toEqual([
    {
      path: "SCREENING.AGE.barriers",
      message: "Remove the characters that can't be read and type them again",
    },
  ]);
  const right = unaffectedRight("REPORT", "CONVENTION-8");
  const justification = {
    prescribedByLaw: "x".repeat(20_001),
    legitimateAim: null,
    necessary: null,
    proportionate: null,
  };
  expect(validateRightImpact(sampleTemplate, right)).toEqual([]);
  expect(validateRightImpact(sampleTemplate, { ...right, article: 13 })).toHaveLength(1);
  expect(validateRightImpact(sampleTemplate, { ...right, justification })).toEqual([
    { path: "REPORT.CONVENTION-8.prescribedByLaw", message: "Use 20,000 characters or fewer" },
  ]);
});

test("actions need a real date and a real question, and may be incomplete", () => {
  const action = completeAction("a1", "monitoring");
  expect(validateImprovementAction(sampleTemplate, { ...action, officer: null, due: null })).toEqual([]);
  expect(
    validateImprovementAction(sampleTemplate, { ...action, due: "2020-13-01", fromQuestion: "gone" }),
  ).toEqual([
    { path: "improvement-plan.a1.due", message: "Give a real date, such as 15 November 2019" },
    { path: "improvement-plan.a1.fromQuestion", message: "This form has no such question" },
  ]);
});
