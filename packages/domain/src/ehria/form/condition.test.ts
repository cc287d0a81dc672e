import { describe, expect, test } from "vitest";
import { type ChoiceReader, evaluate, partOf, type Truth, testsOf } from "./condition.ts";
import type { Condition } from "./template.ts";

const reader = (
  choices: Record<string, string | null>,
  parts: Record<string, string[]> = {},
): ChoiceReader => ({
  choiceOf: (question, part) => choices[part === null ? question : `${question}.${part}`] ?? null,
  partsOf: (question) => parts[question] ?? [],
});

const is = (question: string, choice: string): Condition => ({ op: "IS", question, choice });

describe("evaluate", () => {
  const choices = { yes: "YES", no: "NO", open: "UNDECIDED", silent: null };
  test.each<[string, Condition, Truth]>([
    ["a matching choice", is("yes", "YES"), "TRUE"],
    ["another choice", is("no", "YES"), "FALSE"],
    ["a required question not answered yet", is("open", "YES"), "UNDECIDED"],
    ["an optional question left out", is("silent", "YES"), "FALSE"],
    ["not true", { op: "NOT", condition: is("yes", "YES") }, "FALSE"],
    ["not undecided", { op: "NOT", condition: is("open", "YES") }, "UNDECIDED"],
    ["true or undecided", { op: "ANY_OF", conditions: [is("open", "YES"), is("yes", "YES")] }, "TRUE"],
    ["false or undecided", { op: "ANY_OF", conditions: [is("open", "YES"), is("no", "YES")] }, "UNDECIDED"],
    ["false and undecided", { op: "ALL_OF", conditions: [is("open", "YES"), is("no", "YES")] }, "FALSE"],
    ["true and undecided", { op: "ALL_OF", conditions: [is("open", "YES"), is("yes", "YES")] }, "UNDECIDED"],
    ["any of nothing", { op: "ANY_OF", conditions: [] }, "FALSE"],
    ["all of nothing", { op: "ALL_OF", conditions: [] }, "TRUE"],
  ])("%s", (_name, condition, expected) => {
    expect(evaluate(condition, reader(choices))).toBe(expected);
  });

  test.each<[Record<string, string>, Truth]>([
    [{ "q.a": "NO", "q.b": "UNDECIDED" }, "TRUE"],
    [{ "q.a": "YES", "q.b": "UNDECIDED" }, "UNDECIDED"],
    [{ "q.a": "YES", "q.b": "YES" }, "FALSE"],
  ])("any part is No, given %o", (choices, expected) => {
    expect(
      evaluate({ op: "ANY_PART_IS", question: "q", choice: "NO" }, reader(choices, { q: ["a", "b"] })),
    ).toBe(expected);
  });
});

test("testsOf walks the whole tree", () => {
  const condition: Condition = {
    op: "ALL_OF",
    conditions: [
      { op: "NOT", condition: is("one", "YES") },
      {
        op: "ANY_OF",
        conditions: [
          { op: "ANY_PART_IS", question: "two", choice: "NO" },
          { op: "IS", question: "three", part: "a", choice: "YES" },
        ],
      },
    ],
  };
  const read = testsOf(condition).map((each) => ({
    question: each.question,
    part: partOf(each),
    choice: each.choice,
  }));
  expect(read).toEqual([
    { question: "one", part: null, choice: "YES" },
    { question: "two", part: null, choice: "NO" },
    { question: "three", part: "a", choice: "YES" },
  ]);
});
