import type { DashboardRow } from "@due-regard/database/read-models/dashboard";
import type { dashboardEditions, PrintedCells } from "@due-regard/database/schema/dashboards";
import { periodOf } from "@due-regard/domain/metrics/period";
import { outlookOf } from "../../derive/outlook.ts";
import { progressOf } from "../../derive/progress.ts";
import { earlierThisYear, ratingOf, revisedSince, seriesOf } from "../../derive/result.ts";
import { builder } from "../../schema/builder.ts";
import { QuartileEnum, RatingSchemeEnum } from "../../schema/performance-enums.ts";
import {
  OrganisationType,
  organisationsAtHand,
  SourceType,
  sourcesAtHand,
} from "../organisations/organisation.graphql.ts";
import { CommentaryType } from "./commentary.graphql.ts";
import { BenchmarkType, ProgressType, RatingType, TargetType } from "./figures.graphql.ts";
import { ForecastType } from "./forecast.graphql.ts";
import { MetricType } from "./metric-type.ts";
import { ObservationType } from "./observation.graphql.ts";
import { PeriodType } from "./period.graphql.ts";
import { rankPrinted, rankRow } from "./rank-figures.ts";
import { RankingType } from "./ranking.graphql.ts";

export type EditionRow = Pick<
  typeof dashboardEditions.$inferSelect,
  "organisationId" | "period" | "scheme" | "title" | "reportedOn" | "sourceId"
>;

/** A row together with the edition that it stands in. */
export interface ResultInEdition {
  row: DashboardRow;
  edition: EditionRow;
}

export const editionFields = {
  title: "Its title in the paper.",
  scheme: "How its rows are rated.",
  reportedOn: "The day on which a committee saw it. Null: not reported yet.",
  source: "The paper that it comes from. Null: not reported yet.",
  organisation: "Whose performance it is about.",
  period: "The period that it is about.",
} as const;

export const DashboardEditionType = builder.objectRef<EditionRow>("DashboardEdition").implement({
  description: "What has been reported to whom, when.",
  fields: (t) => ({
    organisation: t.field({
      type: OrganisationType,
      description: editionFields.organisation,
      resolve: ({ organisationId }, _args, context) => organisationsAtHand.find(context, organisationId),
    }),
    period: t.field({
      type: PeriodType,
      description: editionFields.period,
      resolve: (edition) => periodOf(edition.period),
    }),
    scheme: t.expose("scheme", { type: RatingSchemeEnum, description: editionFields.scheme }),
    title: t.exposeString("title", { description: editionFields.title }),
    reportedOn: t.expose("reportedOn", {
      type: "Date",
      nullable: true,
      description: editionFields.reportedOn,
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: editionFields.source,
      resolve: ({ sourceId }, _args, context) => sourcesAtHand.find(context, sourceId),
    }),
  }),
});

const PrintedRowType = builder.objectRef<PrintedCells>("PrintedRow").implement({
  description:
    "The row's cells exactly as the paper prints them, white space apart. Null: no such column, or lost.",
  fields: (t) => ({
    code: t.exposeString("code", { nullable: true, description: "Code." }),
    title: t.exposeString("title", { nullable: true, description: "Measure." }),
    aim: t.exposeString("aim", { nullable: true, description: "Aim." }),
    rating: t.exposeString("rating", { nullable: true, description: "Rating." }),
    progress: t.exposeString("progress", { nullable: true, description: "Progress." }),
    target: t.exposeString("target", { nullable: true, description: "Target, milestone or benchmark." }),
    nextTarget: t.exposeString("nextTarget", { nullable: true, description: "Next year's target." }),
    current: t.exposeString("current", { nullable: true, description: "Current performance." }),
    previous: t.exposeString("previous", { nullable: true, description: "Previous performance." }),
    quartile: t.exposeString("quartile", { nullable: true, description: "Quartile." }),
    rank: t.exposeString("rank", { nullable: true, description: "Rank." }),
    comments: t.exposeString("comments", { nullable: true, description: "Comments." }),
  }),
});

const SERIES = 12;

export const MetricResultType = builder.objectRef<ResultInEdition>("MetricResult").implement({
  description:
    "One metric on one dashboard: the figures, what they are held against, and how they are rated.",
  fields: (t) => ({
    position: t.int({ description: "Place on the dashboard, from 1.", resolve: ({ row }) => row.position }),
    title: t.string({
      description: "The measure's name on this dashboard.",
      resolve: ({ row }) => row.title,
    }),
    currentPeriod: t.field({
      type: PeriodType,
      description: "Period under which its current figure is kept, whether there is one yet or not.",
      resolve: ({ row }) => periodOf(row.currentPeriod),
    }),
    currentIsForecast: t.boolean({
      description: "True: its current figure is the forecast for that period.",
      resolve: ({ row }) => row.currentIsForecast,
    }),
    targetPeriod: t.field({
      type: PeriodType,
      nullable: true,
      description: "Period under which its target is kept. Null: it has none.",
      resolve: ({ row }) => (row.targetPeriod === null ? null : periodOf(row.targetPeriod)),
    }),
    ratingPeriod: t.field({
      type: PeriodType,
      description: "Period under which its rating is judged.",
      resolve: ({ row }) => periodOf(row.ratingPeriod),
    }),
    betterCareFund: t.boolean({
      description: "True when the paper marks it as a Better Care Fund measure.",
      resolve: ({ row }) => row.betterCareFund,
    }),
    edition: t.field({
      type: DashboardEditionType,
      description: "The dashboard that it stands on.",
      resolve: ({ edition }) => edition,
    }),
    metric: t.field({ type: MetricType, description: "The metric.", resolve: ({ row }) => row.metric }),
    current: t.field({
      type: ObservationType,
      nullable: true,
      description: "This period's figure.",
      resolve: ({ row }) => row.current,
    }),
    previous: t.field({
      type: ObservationType,
      nullable: true,
      description: "The figure that it is compared with.",
      resolve: ({ row }) => row.previous,
    }),
    target: t.field({
      type: TargetType,
      nullable: true,
      description: "What it is held against.",
      resolve: ({ row }) => row.target,
    }),
    nextTarget: t.field({
      type: TargetType,
      nullable: true,
      description: "The target for the stretch after this one's. Null: none is set yet.",
      resolve: ({ row }) => row.nextTarget,
    }),
    benchmark: t.field({
      type: BenchmarkType,
      nullable: true,
      description: "The nation's figure, where the paper gives it.",
      resolve: ({ row }) => row.benchmark,
    }),
    ranking: t.field({
      type: RankingType,
      nullable: true,
      description:
        "Place among the authorities that reported the current figure's period, unless the paper counted more of them. Null: neither.",
      resolve: ({ row, edition }) => rankRow(row, edition.organisationId),
    }),
    earlierRanking: t.field({
      type: RankingType,
      nullable: true,
      description: "Where a paper says it stood in the last period before. Null: it says nothing.",
      resolve: ({ row }) => rankPrinted(row.earlierStanding),
    }),
    quartile: t.field({
      type: QuartileEnum,
      nullable: true,
      description: "Quartile that the paper prints, else the one worked out. Null: neither.",
      resolve: ({ row, edition }) =>
        row.standing?.quartile ?? rankRow(row, edition.organisationId)?.quartile ?? null,
    }),
    rating: t.field({
      type: RatingType,
      description: "How it is rated.",
      resolve: ({ row, edition }) => ratingOf(row, edition.scheme),
    }),
    progress: t.field({
      type: ProgressType,
      nullable: true,
      description: "Whether it improved. Null: a figure is missing, or it is for information.",
      resolve: ({ row }) => progressOf(row),
    }),
    forecast: t.field({
      type: ForecastType,
      nullable: true,
      description:
        "Where the year is heading: an officer's forecast, else one worked out from the figures. Null: see `noForecastReason`.",
      resolve: ({ row }) => outlookOf(row).forecast,
    }),
    noForecastReason: t.string({
      nullable: true,
      description: "Why there is no forecast, in words. Null: there is one.",
      resolve: ({ row }) => outlookOf(row).reason,
    }),
    commentary: t.field({
      type: [CommentaryType],
      description: "What was written about it, newest first.",
      resolve: ({ row }) => row.commentary,
    }),
    earlierThisYear: t.field({
      type: [ObservationType],
      description: "Figures of the same year that end before the current one, oldest first.",
      resolve: ({ row }) => earlierThisYear(row),
    }),
    series: t.field({
      type: [ObservationType],
      description: "Figures of the same sort of period, oldest first: like with like.",
      args: {
        last: t.arg.int({ defaultValue: SERIES, description: "How many at most, up to 100." }),
      },
      resolve: ({ row }, { last }) => seriesOf(row, Math.min(Math.max(last ?? SERIES, 0), 100)),
    }),
    printed: t.field({
      type: PrintedRowType,
      nullable: true,
      description: "The row as printed.",
      resolve: ({ row }) => row.printed,
    }),
    revisedSince: t.field({
      type: ObservationType,
      nullable: true,
      description: "What is known now, when it is not what is shown. Null: nothing has changed.",
      resolve: ({ row }) => revisedSince(row),
    }),
    doubts: t.stringList({
      description: "What a careful reader noticed about the printed row.",
      resolve: ({ row }) => row.doubts,
    }),
  }),
});
