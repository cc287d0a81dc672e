import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, type RunnerResult, summarise } from "./count-results.ts";

describe("countVitest", () => {
  it("counts a file that could not be loaded as a failure", () => {
    const report = {
      numPassedTests: 10,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: "passed", assertionResults: [{}] },
        { status: "failed", assertionResults: [{}, {}] },
        { status: "failed", assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 10, failed: 3, skipped: 2 });
  });
});

describe("countPlaywright", () => {
  it("counts flaky tests and errors outside tests as failures", () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 3 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 3 });
  });
});

describe("summarise", () => {
  const good: RunnerResult = { name: "Vitest", exitCode: 0, counts: { passed: 5, failed: 0, skipped: 0 } };
  const cases: [string, RunnerResult, { problems: string[]; passed: number; failed: number }][] = [
    ["all is well", { ...good, name: "Journeys" }, { problems: [], passed: 10, failed: 0 }],
    [
      "tests fail",
      { name: "Journeys", exitCode: 1, counts: { passed: 1, failed: 2, skipped: 0 } },
      { problems: [], passed: 6, failed: 2 },
    ],
    [
      "a runner breaks",
      { name: "Journeys", exitCode: 137, counts: null },
      { problems: ["Journeys ended with 137 and without a report."], passed: 5, failed: 1 },
    ],
    [
      "a runner runs nothing",
      { name: "Journeys", exitCode: 0, counts: { passed: 0, failed: 0, skipped: 0 } },
      { problems: ["Journeys ran no tests."], passed: 5, failed: 1 },
    ],
    [
      "a test is skipped",
      { name: "Journeys", exitCode: 0, counts: { passed: 1, failed: 0, skipped: 1 } },
      { problems: ["Journeys skipped 1: every test must run."], passed: 6, failed: 1 },
    ],
    [
      "something outside the tests goes wrong",
      { name: "Journeys", exitCode: 1, counts: { passed: 1, failed: 0, skipped: 0 } },
      { problems: ["Journeys ended with 1 although no test failed."], passed: 6, failed: 1 },
    ],
  ];

  it.each(cases)("when %s", (_case, other, expected) => {
    expect(summarise([good, other])).toEqual(expected);
  });
});
