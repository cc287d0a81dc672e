import { metrics } from "@due-regard/database/schema/metrics";
import { asc, count } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { readDashboardOnce } from "../../schema/dashboard-once.ts";
import { pageOf } from "../../schema/page.ts";
import { selects } from "../../schema/selects.ts";
import { StrategyElementType } from "../strategies/strategy-types.ts";
import { ask, findMetric } from "./ask-metric.ts";
import { conditionsOf, MetricFilter } from "./metric-filter.graphql.ts";
import { QUESTIONS } from "./metric-questions.ts";
import { MetricResultType } from "./metric-result.graphql.ts";
import { MetricType } from "./metric-type.ts";
import { readPeriod } from "./period.graphql.ts";

builder.objectFields(MetricType, (t) => ({
  results: t.field({
    type: [MetricResultType],
    description:
      "Its row on each of one organisation's dashboards, oldest first, as each committee saw it or as known at an instant.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code." }),
      period: t.arg.string({ description: "Period code of one dashboard. Default: all of them." }),
      asAt: t.arg({
        type: "DateTime",
        description: "As known at this instant. Default: as each was reported.",
      }),
    },
    resolve: async (metric, { period, ...args }, context, info) => {
      const question = QUESTIONS.results(args, (...names) => selects(info, ...names));
      // One dashboard is read once for every metric of a list; all of a metric's come with the metric.
      const editions = period
        ? [await readDashboardOnce(context, { ...question.asks, period: readPeriod(period).code })]
        : await ask(context, metric, question);
      return editions.flatMap((edition) =>
        edition === null
          ? []
          : edition.rows.filter((row) => row.metric.id === metric.id).map((row) => ({ row, edition })),
      );
    },
  }),
  strategyElements: t.field({
    type: [StrategyElementType],
    description: "Elements of plans that it hangs under, in whatever year, older plans first.",
    resolve: (metric, _args, context) => ask(context, metric, QUESTIONS.strategyElements()),
  }),
}));

const MetricPage = connectionOf(MetricType);

builder.queryFields((t) => ({
  metrics: t.connection(
    {
      type: MetricType,
      description: "Metrics, by code.",
      args: { filter: t.arg({ type: MetricFilter, description: "Which ones. Default: all." }) },
      resolve: async (_root, { filter, ...page }, context, info) => {
        const { db } = context;
        const where = await conditionsOf(context, filter ?? {}, selects(info, "ranking", "quartile"));
        return pageOf(page, {
          rows: async (limit, offset) =>
            await db
              .select()
              .from(metrics)
              .where(where)
              .orderBy(asc(metrics.code))
              .limit(limit)
              .offset(offset),
          count: async () => (await db.select({ n: count() }).from(metrics).where(where))[0]?.n ?? 0,
        });
      },
    },
    ...MetricPage,
  ),
  metric: t.field({
    type: MetricType,
    nullable: true,
    description: "The metric with this stable code. Null when there is none.",
    args: { code: t.arg.string({ required: true, description: "“1C pt 2a”, “LOCAL-prevent”." }) },
    resolve: (_root, { code }, context, info) => findMetric(context, code, info),
  }),
}));
