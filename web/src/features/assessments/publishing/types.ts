import type { ResultOf } from "gql.tada";
import type { PublishQuery } from "./queries.ts";

export type Publishing = NonNullable<ResultOf<typeof PublishQuery>["assessment"]>;
export type Publication = NonNullable<Publishing["publication"]>;
export type Hit = Publication["hits"][number];
export type Prepared = NonNullable<Publication["prepared"]>;
export type Choice = NonNullable<Hit["decision"]>["choice"];
