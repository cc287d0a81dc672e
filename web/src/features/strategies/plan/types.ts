import type { ResultOf } from "gql.tada";
import type { StrategyQuery } from "./queries.ts";

export type Strategy = NonNullable<ResultOf<typeof StrategyQuery>["strategy"]>;
export type Element = Strategy["elements"][number];
export type RatedRow = NonNullable<Element["ratings"]>["rows"][number];
export type Action = Strategy["actions"]["edges"][number]["node"];
