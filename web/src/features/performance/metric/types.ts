import type { ResultOf } from "gql.tada";
import type { Metric } from "../words.ts";
import type { MetricRanksQuery } from "./queries.ts";

export type Ranks = NonNullable<ResultOf<typeof MetricRanksQuery>["metric"]>;
export type GroupRanking = Ranks["everybody"][number];
export type Standing = GroupRanking["standings"][number];
export type ReportedStanding = Metric["reportedStandings"][number];
export type Target = Metric["targets"][number];
export type Benchmark = Metric["benchmarks"][number];
export type Breakdown = Metric["breakdowns"][number];
export type Commentary = Metric["commentary"][number];
export type Result = Metric["results"][number];
/** The paper that something comes from. Null: entered by hand. */
export type Paper = Target["source"];
