import type { ConditionTest } from "./condition.ts";
import type { Condition } from "./template.ts";

/** One line of a condition as a page shows it. */
export interface ConditionLine {
  test: ConditionTest;
  /** True: the answer must not be this. */
  isNegated: boolean;
}

/** A condition that is a plain list of tests, all of which or any of which must hold: what nearly all conditions are. */
export interface SimpleCondition {
  join: "ALL_OF" | "ANY_OF";
  lines: ConditionLine[];
}

const readLine = (condition: Condition): ConditionLine | null => {
  const inner = condition.op === "NOT" ? condition.condition : condition;
  return inner.op === "IS" || inner.op === "ANY_PART_IS"
    ? { test: inner, isNegated: condition.op === "NOT" }
    : null;
};

/** The condition as lines. Null: it is nested deeper than lines can show. */
export const readSimpleCondition = (condition: Condition): SimpleCondition | null => {
  const isJoined = condition.op === "ANY_OF" || condition.op === "ALL_OF";
  const lines = (isJoined ? condition.conditions : [condition]).map(readLine);
  const found = lines.filter((line) => line !== null);
  if (found.length !== lines.length) return null;
  return { join: isJoined ? condition.op : "ALL_OF", lines: found };
};

/** The condition that lines make. Null: there are none. */
export const writeSimpleCondition = ({ join, lines }: SimpleCondition): Condition | null => {
  const conditions = lines.map(
    ({ test, isNegated }): Condition => (isNegated ? { op: "NOT", condition: test } : test),
  );
  const [only] = conditions;
  if (only === undefined) return null;
  return conditions.length === 1 ? only : { op: join, conditions };
};
