import type { DashboardReadModel } from "@due-regard/database/read-models/dashboard";
import type { CommentaryRow, TargetRow } from "@due-regard/database/read-models/figures";
import { ratingOf } from "../../derive/result.ts";
import { builder } from "../../schema/builder.ts";
import { resultUnion } from "../../schema/result-union.ts";
import { CommentaryType } from "./commentary.graphql.ts";
import { DashboardType } from "./dashboard.graphql.ts";
import { DashboardChangeType } from "./dashboard-change.graphql.ts";
import { RatingType, TargetType } from "./figures.graphql.ts";
import { MetricResultType, type ResultInEdition } from "./metric-result.graphql.ts";
import { MetricType } from "./metric-type.ts";
import { ObservationType } from "./observation.graphql.ts";
import type { ObservationsRecorded } from "./record-observations.ts";
import type { FigureWritten } from "./write-figures.ts";

/** What each mutation answers with when it succeeds. */

export const ANSWERED = {
  preview:
    "True: this is what would stand. Nothing was written, and ids and times are those of no lasting row.",
  dashboards:
    "The dashboards of which it changes a row, before and after. None: no row shows it, or this call was a retry.",
} as const;

const ObservationsRecordedType = builder
  .objectRef<FigureWritten<ObservationsRecorded>>("ObservationsRecorded")
  .implement({
    description: "The figures are recorded, or in a preview could be.",
    fields: (t) => ({
      preview: t.exposeBoolean("preview", { description: ANSWERED.preview }),
      observations: t.field({
        type: [ObservationType],
        description: "What is now in force, in the order of the figures sent.",
        resolve: ({ stored }) => stored.observations,
      }),
      recorded: t.int({
        description: "How many are new. The rest said the same already, so no revision was made.",
        resolve: ({ stored }) => stored.recorded,
      }),
      dashboards: t.expose("dashboards", {
        type: [DashboardChangeType],
        description: ANSWERED.dashboards,
      }),
    }),
  });

const TargetSet = builder.objectRef<FigureWritten<TargetRow>>("TargetSet").implement({
  description: "The target is set, or in a preview could be.",
  fields: (t) => ({
    preview: t.exposeBoolean("preview", { description: ANSWERED.preview }),
    target: t.field({
      type: TargetType,
      description: "The target in force.",
      resolve: ({ stored }) => stored,
    }),
    dashboards: t.expose("dashboards", { type: [DashboardChangeType], description: ANSWERED.dashboards }),
  }),
});

const RatingJudged = builder.objectRef<FigureWritten<ResultInEdition>>("RatingJudged").implement({
  description: "The judgement is kept, beside the suggestion, or in a preview could be.",
  fields: (t) => ({
    preview: t.exposeBoolean("preview", { description: ANSWERED.preview }),
    rating: t.field({
      type: RatingType,
      description: "The rating as it now stands.",
      resolve: ({ stored: { row, edition } }) => ratingOf(row, edition.scheme),
    }),
    result: t.field({
      type: MetricResultType,
      description:
        "The row, with everything as known now. A reported dashboard goes on showing what its committee saw.",
      resolve: ({ stored }) => stored,
    }),
    dashboards: t.expose("dashboards", { type: [DashboardChangeType], description: ANSWERED.dashboards }),
  }),
});

const CommentaryWritten = builder.objectRef<FigureWritten<CommentaryRow>>("CommentaryWritten").implement({
  description: "The commentary is kept, or in a preview could be.",
  fields: (t) => ({
    preview: t.exposeBoolean("preview", { description: ANSWERED.preview }),
    commentary: t.field({
      type: CommentaryType,
      description: "The commentary.",
      resolve: ({ stored }) => stored,
    }),
    dashboards: t.expose("dashboards", { type: [DashboardChangeType], description: ANSWERED.dashboards }),
  }),
});

const MetricDefined = builder.objectRef<{ metricId: string }>("MetricDefined").implement({
  description: "The metric is there.",
  fields: (t) => ({
    metric: t.field({
      type: MetricType,
      description: "The metric.",
      resolve: ({ metricId }) => metricId,
    }),
  }),
});

const DashboardChanged = builder.objectRef<{ dashboard: DashboardReadModel }>("DashboardChanged").implement({
  description: "It was done.",
  fields: (t) => ({
    dashboard: t.field({
      type: DashboardType,
      description: "The dashboard as it now stands.",
      resolve: ({ dashboard }) => dashboard,
    }),
  }),
});

export const RecordObservationsResult = resultUnion("RecordObservationsResult", ObservationsRecordedType);
export const SetTargetResult = resultUnion("SetTargetResult", TargetSet);
export const JudgeRatingResult = resultUnion("JudgeRatingResult", RatingJudged);
export const WriteCommentaryResult = resultUnion("WriteCommentaryResult", CommentaryWritten);
export const DefineMetricResult = resultUnion("DefineMetricResult", MetricDefined);
export const RedefineMetricResult = resultUnion("RedefineMetricResult", MetricDefined);
export const PrepareDashboardResult = resultUnion("PrepareDashboardResult", DashboardChanged);
export const AddToDashboardResult = resultUnion("AddToDashboardResult", DashboardChanged);
export const RemoveFromDashboardResult = resultUnion("RemoveFromDashboardResult", DashboardChanged);
export const ReportDashboardResult = resultUnion("ReportDashboardResult", DashboardChanged);
