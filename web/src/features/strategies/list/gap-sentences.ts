import type { ListedStrategy } from "./queries.ts";

type Gaps = Pick<
  ListedStrategy["gaps"],
  | "outcomeCount"
  | "outcomesWithoutMetric"
  | "priorityCount"
  | "prioritiesWithoutMetric"
  | "toBeReachedCount"
  | "assessmentCount"
  | "openActionCount"
  | "overdueActions"
>;

/** What a plan leaves open, a sentence each, with how many there are to be open. Nothing is said of what has no gap. */
export const gapSentences = (gaps: Gaps): string[] =>
  [
    part(gaps.outcomesWithoutMetric.length, gaps.outcomeCount, "outcome", "outcomes", "without a measure"),
    part(
      gaps.prioritiesWithoutMetric.length,
      gaps.priorityCount,
      "priority",
      "priorities",
      "without a measure",
    ),
    part(gaps.overdueActions.length, gaps.openActionCount, "open action", "open actions", "overdue"),
    gaps.toBeReachedCount > 0 && gaps.assessmentCount === 0 ? "No assessment cites it" : null,
  ].filter((sentence) => sentence !== null);

const part = (count: number, total: number, one: string, many: string, how: string): string | null =>
  count === 0 ? null : `${count} of ${total} ${total === 1 ? one : many} ${how}`;
