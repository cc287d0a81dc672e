import type { CommentaryRow } from "@due-regard/database/read-models/figures";
import { commentary } from "@due-regard/database/schema/metrics";
import { periodOf } from "@due-regard/domain/metrics/period";
import { builder } from "../../schema/builder.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";
import { UserType } from "../people/user.graphql.ts";
import { PeriodType } from "./period.graphql.ts";

export const CommentaryType = builder.loadableNodeRef("Commentary", {
  id: { resolve: (row: CommentaryRow) => row.id },
  load: (ids: string[], context) => loadByIds(context.db, commentary, ids) as Promise<CommentaryRow[]>,
});

CommentaryType.implement({
  description: "Three short texts about a metric in a period.",
  fields: (t) => ({
    data: t.exposeString("data", { nullable: true, description: "What the data show." }),
    review: t.exposeString("review", { nullable: true, description: "What the review found." }),
    action: t.exposeString("action", { nullable: true, description: "What action follows." }),
    author: t.field({ type: UserType, description: "Who wrote it.", resolve: (row) => row.authorId }),
    writtenAt: t.expose("recordedAt", { type: "DateTime", description: "When." }),
    period: t.field({
      type: PeriodType,
      description: "The period that it is about.",
      resolve: (row) => periodOf(row.period),
    }),
    supersededAt: t.expose("supersededAt", {
      type: "DateTime",
      nullable: true,
      description: "When its author wrote it anew. Null: it stands.",
    }),
  }),
});
