import { describe, expect, test } from "vitest";
import type { AssessmentContent } from "../content.ts";
import { emptyContent } from "../content.ts";
import { fillForm, withAnswer } from "../testing/fill-form.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import type { SectionStatus, SignatoryRole } from "../vocabulary.ts";
import { findFormProblems } from "./completeness.ts";
import { readDetails } from "./read-details.ts";
import { listSections } from "./sections.ts";
import { readForm } from "./visibility.ts";

const problems = (content: AssessmentContent): string[] =>
  findFormProblems(readForm(sampleTemplate, content)).map(({ rule, path }) => `${rule} ${path}`);

const screened = fillForm(sampleTemplate, { likely: "NEUTRAL", "needs-report": "NO" });
const reported = fillForm(sampleTemplate, { likely: "NEGATIVE" });

describe("what blocks submission", () => {
  test.each<[string, AssessmentContent, string[]]>([
    ["a complete screening", screened, []],
    ["a complete report", reported, []],
    ["a report straight away", fillForm(sampleTemplate, { known: "YES" }), []],
    [
      "a screening skipped without a reason",
      withAnswer(fillForm(sampleTemplate, { known: "YES" }), "known-why", null, { text: null }),
      ["required-part-unanswered known-why"],
    ],
    [
      "completed: to be confirmed",
      withAnswer(screened, "completed", null, { text: "TBC" }),
      ["completed-to-be-confirmed completed"],
    ],
    [
      "a No that nothing explains",
      withAnswer(withAnswer(screened, "asked", "a", { choice: "NO" }), "others", null, { choice: "YES" }),
      ["no-without-explanation why-not"],
    ],
    [
      "no monitoring and no action for it",
      withAnswer(screened, "monitoring", "a", { choice: "NO" }),
      ["obliged-action-missing monitoring", "required-part-unanswered plan-actions"],
    ],
    [
      "no monitoring, with its action",
      fillForm(sampleTemplate, { "monitoring.a": "NO", likely: "NEUTRAL", "needs-report": "NO" }),
      [],
    ],
    [
      "unlawful discrimination without an action",
      withAnswer(reported, "adverse", null, { choice: "UNLAWFUL" }),
      ["report-incomplete report", "obliged-action-missing adverse"],
    ],
  ])("%s", (_name, content, expected) => {
    expect(problems(content)).toEqual(expected);
  });

  test("a draft that needs a report says why it can't be submitted", () => {
    const content = withAnswer(screened, "likely", null, { choice: "NEGATIVE" });
    const [first] = findFormProblems(readForm(sampleTemplate, content));
    const open = sampleTemplate.questions.filter(({ section }) => section === "report").length;
    expect(first?.message).toBe(
      `This can't be submitted until the report is complete: ${open} questions of it are not. Required because the impact is negative.`,
    );
    expect(first?.place).toEqual({ section: "report", question: null, part: null, field: null });
  });
});

describe("the task list", () => {
  const statuses = (content: AssessmentContent, signatures: SignatoryRole[] = []): SectionStatus[] =>
    listSections(readForm(sampleTemplate, content), signatures).map(({ status }) => status);

  test.each<[string, SectionStatus[], AssessmentContent, SignatoryRole[]]>([
    [
      "empty",
      [
        "NOT_STARTED",
        "NOT_STARTED",
        "NOT_STARTED",
        "CANNOT_START_YET",
        "CANNOT_START_YET",
        "CANNOT_START_YET",
      ],
      emptyContent,
      [],
    ],
    [
      "begun",
      [
        "IN_PROGRESS",
        "NOT_STARTED",
        "NOT_STARTED",
        "CANNOT_START_YET",
        "CANNOT_START_YET",
        "CANNOT_START_YET",
      ],
      withAnswer(emptyContent, "title", null, { text: "x" }),
      [],
    ],
    [
      "screened",
      ["COMPLETE", "COMPLETE", "COMPLETE", "NOT_REQUIRED", "NOT_REQUIRED", "NOT_STARTED"],
      screened,
      [],
    ],
    [
      "submitted",
      ["COMPLETE", "COMPLETE", "COMPLETE", "NOT_REQUIRED", "NOT_REQUIRED", "IN_PROGRESS"],
      screened,
      ["LEAD_OFFICER"],
    ],
    [
      "signed off",
      ["COMPLETE", "COMPLETE", "COMPLETE", "NOT_REQUIRED", "NOT_REQUIRED", "COMPLETE"],
      screened,
      ["LEAD_OFFICER", "DEG_CHAIR"],
    ],
    ["reported", ["COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "NOT_STARTED"], reported, []],
    [
      "straight to the report",
      ["COMPLETE", "COMPLETE", "NOT_REQUIRED", "COMPLETE", "COMPLETE", "NOT_STARTED"],
      fillForm(sampleTemplate, { known: "YES" }),
      [],
    ],
    [
      "report to do",
      ["COMPLETE", "COMPLETE", "COMPLETE", "NOT_STARTED", "NOT_STARTED", "CANNOT_START_YET"],
      withAnswer(screened, "likely", null, { choice: "UNKNOWN" }),
      [],
    ],
  ])("%s", (_name, expected, content, signatures) => {
    expect(statuses(content, signatures)).toEqual(expected);
  });

  test("counts what must be answered", () => {
    const counts = (content: AssessmentContent) =>
      listSections(readForm(sampleTemplate, content)).map(({ answered, total }) => [answered, total]);
    expect(counts(emptyContent)).toEqual([
      [0, 3],
      [0, 3],
      [0, 7],
      [0, 0],
      [0, 0],
      [0, 2],
    ]);
    expect(counts(screened)).toEqual([
      [3, 3],
      [3, 3],
      [7, 7],
      [0, 0],
      [0, 0],
      [0, 2],
    ]);
  });
});

test("key details are read by what they mean", () => {
  const content = withAnswer(
    withAnswer(emptyContent, "title", null, { text: "Home care" }),
    "completed",
    null,
    { text: "TBC" },
  );
  expect(readDetails(readForm(sampleTemplate, content))).toEqual({
    title: "Home care",
    department: null,
    leadOfficer: null,
    telephone: null,
    implementingOfficer: null,
    startedOn: null,
    completedOn: null,
    isCompletedToBeConfirmed: true,
  });
});
