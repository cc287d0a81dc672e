import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleTemplate } from "../testing/sample-template.ts";
import { describeCondition } from "./describe-condition.ts";
import { readSimpleCondition, writeSimpleCondition } from "./simple-condition.ts";
import type { Condition } from "./template.ts";

const is = (question: string, choice: string): Condition => ({ op: "IS", question, choice });
const part: Condition = { op: "IS", question: "asked", part: "a", choice: "NO" };
const anyPart: Condition = { op: "ANY_PART_IS", question: "asked", choice: "NO" };

test.each<[Condition, string]>([
  [is("known", "YES"), "“known” is Yes"],
  [{ op: "NOT", condition: is("known", "YES") }, "“known” is not Yes"],
  [part, "“asked” (a) is No"],
  [anyPart, "any part of “asked” is No"],
  [{ op: "NOT", condition: anyPart }, "no part of “asked” is No"],
  [
    { op: "ANY_OF", conditions: [part, is("likely", "NEGATIVE")] },
    "“asked” (a) is No or “likely” is NEGATIVE",
  ],
  [
    { op: "ALL_OF", conditions: [is("known", "YES"), { op: "ANY_OF", conditions: [part, anyPart] }] },
    "“known” is Yes and (“asked” (a) is No or any part of “asked” is No)",
  ],
  [{ op: "NOT", condition: { op: "ANY_OF", conditions: [part] } }, "not (“asked” (a) is No)"],
  [is("gone", "YES"), "“gone” (not in this form) is Yes"],
])("%o in words", (condition, words) => {
  expect(describeCondition(condition, sampleTemplate)).toBe(words);
});

test("a condition nested deeper than lines is left as it is", () => {
  expect(
    readSimpleCondition({ op: "ANY_OF", conditions: [{ op: "ALL_OF", conditions: [part] }] }),
  ).toBeNull();
  expect(readSimpleCondition({ op: "NOT", condition: { op: "NOT", condition: part } })).toBeNull();
  expect(writeSimpleCondition({ join: "ANY_OF", lines: [] })).toBeNull();
});

test("property: lines make the condition that they were read from", () => {
  const line = fc
    .constantFrom(part, anyPart, is("known", "YES"))
    .chain((each) =>
      fc.boolean().map((negated): Condition => (negated ? { op: "NOT", condition: each } : each)),
    );
  const several = fc
    .tuple(fc.constantFrom("ANY_OF" as const, "ALL_OF" as const), fc.array(line, { minLength: 2 }))
    .map(([op, conditions]): Condition => ({ op, conditions }));
  fc.assert(
    fc.property(fc.oneof(line, several), (condition) => {
      const lines = readSimpleCondition(condition);
      expect(lines && writeSimpleCondition(lines)).toEqual(condition);
    }),
  );
});
