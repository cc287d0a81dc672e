import { expect, test } from "vitest";
import { gapSentences } from "./gap-sentences.ts";

const some = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}` }));
const gaps = {
  outcomeCount: 11,
  outcomesWithoutMetric: some(0),
  priorityCount: 0,
  prioritiesWithoutMetric: some(0),
  toBeReachedCount: 11,
  assessmentCount: 2 as number | null,
  openActionCount: 0,
  overdueActions: some(0),
};

test.each([
  [{}, []],
  [{ outcomesWithoutMetric: some(1) }, ["1 of 11 outcomes without a measure"]],
  [{ priorityCount: 1, prioritiesWithoutMetric: some(1) }, ["1 of 1 priority without a measure"]],
  [{ openActionCount: 12, overdueActions: some(8) }, ["8 of 12 open actions overdue"]],
  [{ assessmentCount: 0 }, ["No assessment cites it"]],
  // Who may not ask for assessments is not told that there is none; a plan of layers alone has nothing to assess.
  [{ assessmentCount: null }, []],
  [{ assessmentCount: 0, toBeReachedCount: 0 }, []],
])("%j leaves open %j", (change, sentences) => {
  expect(gapSentences({ ...gaps, ...change })).toEqual(sentences);
});
