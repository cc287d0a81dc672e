import {
  type DashboardReadModel,
  type DashboardRow,
  readDashboard,
} from "@due-regard/database/read-models/dashboard";
import { dashboardEditions } from "@due-regard/database/schema/dashboards";
import { organisations } from "@due-regard/database/schema/organisations";
import { countHeadlines, type HeadlineCounts } from "@due-regard/domain/metrics/headline-counts";
import { periodOf } from "@due-regard/domain/metrics/period";
import type { RatingScheme } from "@due-regard/domain/metrics/vocabulary";
import { asc, desc, eq, getTableColumns } from "drizzle-orm";
import { type GroupOfRows, groupRows, ratingOf } from "../../derive/result.ts";
import { builder } from "../../schema/builder.ts";
import { DashboardColumnEnum, RatingSchemeEnum } from "../../schema/performance-enums.ts";
import { selects } from "../../schema/selects.ts";
import { OrganisationType, SourceType } from "../organisations/organisation.graphql.ts";
import { StrategyElementType } from "../strategies/strategy-types.ts";
import { dashboardColumns } from "./dashboard-columns.ts";
import {
  DashboardEditionType,
  type EditionRow,
  editionFields,
  MetricResultType,
} from "./metric-result.graphql.ts";
import { PeriodType, readPeriod } from "./period.graphql.ts";

interface GroupInEdition extends GroupOfRows {
  edition: EditionRow;
}

const DashboardGroupType = builder.objectRef<GroupInEdition>("DashboardGroup").implement({
  description: "Rows that stand under one heading.",
  fields: (t) => ({
    layer: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The department's layer: prevent, reduce, delay, meet need.",
      resolve: (group) => group.layer,
    }),
    outcome: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The plan's outcome.",
      resolve: (group) => group.outcome,
    }),
    supportingOutcome: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The supporting outcome beneath it.",
      resolve: (group) => group.supportingOutcome,
    }),
    rows: t.field({
      type: [MetricResultType],
      description: "The rows, in the order of the paper.",
      resolve: ({ rows, edition }) => rows.map((row) => ({ row, edition })),
    }),
  }),
});

interface CountRow {
  key: string;
  label: string;
  count: number;
}

const COUNT_LABELS: Record<RatingScheme, readonly [keyof HeadlineCounts & string, string, string][]> = {
  RAG: [
    ["good", "GREEN", "On target"],
    ["near", "AMBER", "Within tolerance"],
    ["poor", "RED", "To miss"],
    ["noJudgement", "NONE", "No judgement"],
  ],
  BENCHMARK: [
    ["good", "BETTER", "Better"],
    ["near", "SIMILAR", "Similar"],
    ["poor", "WORSE", "Worse"],
    ["noJudgement", "NONE", "No judgement"],
  ],
};

const DashboardCountType = builder.objectRef<CountRow>("DashboardCount").implement({
  description: "How many rows have one rating.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The rating, or NONE." }),
    label: t.exposeString("label", { description: "In words." }),
    count: t.exposeInt("count", { description: "How many rows." }),
  }),
});

export const DashboardSummaryType = builder.objectRef<HeadlineCounts>("DashboardSummary").implement({
  description: "Headline counts. They add up to the rows beneath, and say so.",
  fields: (t) => ({
    rows: t.exposeInt("total", { description: "All rows." }),
    judged: t.int({
      description: "Rows with a rating.",
      resolve: ({ total, noJudgement }) => total - noJudgement,
    }),
    counts: t.field({
      type: [DashboardCountType],
      description: "One for each rating of the scheme, and one for none.",
      resolve: (counts) =>
        COUNT_LABELS[counts.scheme].map(([place, key, label]) => ({
          key,
          label,
          count: Number(counts[place]),
        })),
    }),
    sentence: t.exposeString("sentence", {
      description: "The counts as a sentence, with their denominator.",
    }),
  }),
});

/** Headline counts over rows of one dashboard. */
export const countRatings = (rows: readonly DashboardRow[], scheme: RatingScheme): HeadlineCounts =>
  countHeadlines(
    rows.map((row) => ratingOf(row, scheme).effective),
    scheme,
  );

export const DashboardType = builder.objectRef<DashboardReadModel>("Dashboard").implement({
  description: "An organisation's performance in a period, as reported or as known at an instant.",
  fields: (t) => ({
    organisation: t.field({
      type: OrganisationType,
      description: editionFields.organisation,
      resolve: (dashboard) => dashboard.organisationId,
    }),
    period: t.field({
      type: PeriodType,
      description: editionFields.period,
      resolve: (dashboard) => periodOf(dashboard.period),
    }),
    asAt: t.expose("asAt", {
      type: "DateTime",
      nullable: true,
      description:
        "The instant as at which figures are shown: the one asked for, or the end of the day it was reported.",
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
      resolve: (dashboard) => dashboard.sourceId,
    }),
    columns: t.field({
      type: [DashboardColumnEnum],
      description: "What it shows of each row, in order: the columns of its paper, or its own.",
      resolve: dashboardColumns,
    }),
    groups: t.field({
      type: [DashboardGroupType],
      description: "Rows by layer and outcome, in the order of the paper.",
      resolve: (dashboard) => groupRows(dashboard).map((group) => ({ ...group, edition: dashboard })),
    }),
    summary: t.field({
      type: DashboardSummaryType,
      description: "Headline counts.",
      resolve: ({ rows, scheme }) => countRatings(rows, scheme),
    }),
  }),
});

builder.queryFields((t) => ({
  dashboard: t.field({
    type: DashboardType,
    nullable: true,
    description:
      "One dashboard. Without `asAt` it is shown as its committee saw it; with a later instant, with the revisions since. Null: no such edition.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code, such as E10000018." }),
      period: t.arg.string({ required: true, description: "Period code, such as 2019-04/2019-11." }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant." }),
    },
    resolve: async (_root, { organisation, period, asAt }, { db }, info) =>
      await readDashboard(db, {
        organisation,
        period: readPeriod(period).code,
        asAt: asAt ?? null,
        withRanks: selects(info, "ranking", "quartile"),
      }),
  }),
  dashboardEditions: t.field({
    type: [DashboardEditionType],
    description: "What has been reported, newest period first.",
    args: { organisation: t.arg.string({ description: "ONS code. Default: everybody." }) },
    resolve: async (_root, { organisation }, { db }) =>
      await db
        .select(getTableColumns(dashboardEditions))
        .from(dashboardEditions)
        .innerJoin(organisations, eq(organisations.id, dashboardEditions.organisationId))
        .where(organisation ? eq(organisations.code, organisation) : undefined)
        .orderBy(asc(organisations.name), desc(dashboardEditions.period)),
  }),
}));
