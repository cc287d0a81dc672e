import { builder } from "../../schema/builder.ts";
import { countRatings, DashboardSummaryType } from "./dashboard.graphql.ts";
import { DashboardEditionType, type EditionRow, MetricResultType } from "./metric-result.graphql.ts";
import type { DashboardChange, RowChange } from "./watch-dashboards.ts";

interface RowChangeIn extends RowChange {
  edition: EditionRow;
}

const RowChangeType = builder.objectRef<RowChangeIn>("RowChange").implement({
  description: "One row of a dashboard before a write and after it.",
  fields: (t) => ({
    before: t.field({
      type: MetricResultType,
      description: "As it stood.",
      resolve: ({ before, edition }) => ({ row: before, edition }),
    }),
    after: t.field({
      type: MetricResultType,
      description: "As it stands with the write.",
      resolve: ({ after, edition }) => ({ row: after, edition }),
    }),
  }),
});

export const DashboardChangeType = builder.objectRef<DashboardChange>("DashboardChange").implement({
  description:
    "A dashboard that a write changes, with everything as known then. A reported one goes on showing what its committee saw.",
  fields: (t) => ({
    edition: t.field({
      type: DashboardEditionType,
      description: "Which dashboard.",
      resolve: ({ after }) => after,
    }),
    before: t.field({
      type: DashboardSummaryType,
      description: "Headline counts as they stood.",
      resolve: ({ before }) => countRatings(before.rows, before.scheme),
    }),
    after: t.field({
      type: DashboardSummaryType,
      description: "Headline counts as they stand with the write.",
      resolve: ({ after }) => countRatings(after.rows, after.scheme),
    }),
    rows: t.field({
      type: [RowChangeType],
      description: "The rows that now show something else.",
      resolve: ({ rows, after }) => rows.map((row) => ({ ...row, edition: after })),
    }),
  }),
});
