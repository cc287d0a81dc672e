import type { ResultOf } from "gql.tada";
import type { DraftQuery, FormQuery, FormsQuery, VersionQuery } from "./queries.ts";

export type ListedForm = ResultOf<typeof FormsQuery>["forms"][number];
export type OneForm = NonNullable<ResultOf<typeof FormQuery>["form"]>;
export type ReadVersion = NonNullable<NonNullable<ResultOf<typeof VersionQuery>["form"]>["version"]>;
export type EditedForm = NonNullable<ResultOf<typeof DraftQuery>["form"]>;
export type Draft = NonNullable<EditedForm["draft"]>;
export type Fault = Draft["faults"][number];
