import type { GraphQLResolveInfo } from "graphql";
import { selects } from "../../schema/selects.ts";
import type { WriteOptions } from "./write-figures.ts";

/** What a client wants of a write: whether it is to stand, and whether its effect on dashboards was asked for. */
export const optionsOf = (preview: boolean | null | undefined, info: GraphQLResolveInfo): WriteOptions => ({
  preview: preview ?? false,
  compare: selects(info, "dashboards") ? { withRanks: selects(info, "ranking", "quartile") } : null,
});
