import type { ResultOf } from "gql.tada";
import type { ActionQuery, ActionsQuery } from "./queries.ts";

export type ListedAction = ResultOf<typeof ActionsQuery>["equalityActions"]["edges"][number]["node"];
export type WholeAction = NonNullable<ResultOf<typeof ActionQuery>["equalityAction"]>;
export type Plans = ResultOf<typeof ActionQuery>["strategies"]["edges"];
