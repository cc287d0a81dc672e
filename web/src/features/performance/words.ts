import type { ResultOf } from "gql.tada";
import { type Judgement, NOT_RATED, RATING_MARKS } from "../../ui/rating-marks.ts";
import type { DashboardQuery } from "./dashboard/queries.ts";
import type { MetricQuery } from "./metric/queries.ts";

export type Dashboard = NonNullable<ResultOf<typeof DashboardQuery>["dashboard"]>;
export type Row = Dashboard["groups"][number]["rows"][number];
export type Metric = NonNullable<ResultOf<typeof MetricQuery>["metric"]>;
export type Figure = Metric["sideBySide"][number]["observations"][number];

export const judgementOf = (effective: string | null): Judgement =>
  (effective ? RATING_MARKS[effective] : undefined) ?? NOT_RATED;

export const PROGRESS: Record<"BETTER" | "SIMILAR" | "WORSE", Judgement> = {
  BETTER: { words: "Better", shape: "up", tone: "good" },
  SIMILAR: { words: "Similar", shape: "level", tone: "middle" },
  WORSE: { words: "Worse", shape: "down", tone: "bad" },
};

export const AIM: Record<Metric["aim"], string> = {
  HIGH: "High is good",
  LOW: "Low is good",
  BAND: "Inside its band is good",
  INFORMATION: "For information",
};

export const QUARTILE: Record<NonNullable<Row["quartile"]>, string> = {
  TOP: "Top",
  SECOND: "Second",
  THIRD: "Third",
  BOTTOM: "Bottom",
};

export const UNIT: Record<Metric["unit"], string> = {
  PERCENT: "Percentage",
  COUNT: "Count",
  RATE_PER_100K: "Rate per 100,000 people",
  RATE_PER_1000: "Rate per 1,000 people",
  DAYS: "Days",
  HOURS: "Hours",
  CURRENCY: "Pounds",
  SCORE: "Score",
};

export const ACCUMULATION: Record<Metric["accumulation"], string> = {
  SNAPSHOT: "The position on a day",
  PERIOD: "Over the whole period",
  CUMULATIVE: "Adds up through the year",
};

/** The aim in a column of its own. */
export const AIM_IN_SHORT: Record<Metric["aim"], string> = {
  HIGH: "High",
  LOW: "Low",
  BAND: "Target band",
  INFORMATION: "N/A",
};

/** A framework as people know it: “ASCOF-2014” → “ASCOF 2014”, “LOCAL-LEICESTERSHIRE” → “Local”. */
export const frameworkWords = (framework: string): string => {
  const [name = "", ...rest] = framework.split("-");
  return name === "LOCAL" ? "Local" : [name, ...rest].join(" ");
};

const isLocal = (framework: string): boolean => framework === "LOCAL" || framework.startsWith("LOCAL-");

/** How a committee paper names a measure: “ASCOF 1I pt 1”, or “Local” where the council made it. */
export const codeWords = ({
  framework,
  officialCode,
}: {
  framework: string;
  officialCode: string;
}): string => (isLocal(framework) ? "Local" : `${framework.split("-")[0]} ${officialCode}`);
