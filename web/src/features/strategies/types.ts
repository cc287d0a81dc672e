import type { ResultOf } from "gql.tada";
import type { StrategyQuery } from "./queries.ts";

export type Strategy = NonNullable<ResultOf<typeof StrategyQuery>["strategy"]>;
