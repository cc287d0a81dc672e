import { readMetricResults } from "@due-regard/database/read-models/dashboard";
import { metrics } from "@due-regard/database/schema/metrics";
import { strategyElementMetrics, strategyElements } from "@due-regard/database/schema/strategies";
import { asc, count, eq, inArray } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { readDashboardOnce } from "../../schema/dashboard-once.ts";
import { pageOf } from "../../schema/page.ts";
import { selects } from "../../schema/selects.ts";
import { StrategyElementType } from "../strategies/strategy-types.ts";
import { conditionsOf, MetricFilter } from "./metric-filter.graphql.ts";
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
    resolve: async (metric, { organisation, period, asAt }, context, info) => {
      const question = { organisation, asAt: asAt ?? null, withRanks: selects(info, "ranking", "quartile") };
      const editions = period
        ? [await readDashboardOnce(context, { ...question, period: readPeriod(period).code })]
        : await readMetricResults(context.db, { ...question, metricId: metric.id });
      return editions.flatMap((edition) =>
        edition === null
          ? []
          : edition.rows.filter((row) => row.metric.id === metric.id).map((row) => ({ row, edition })),
      );
    },
  }),
  strategyElements: t.field({
    type: [StrategyElementType],
    description: "Elements of plans that it hangs under, in whatever year.",
    resolve: async (metric, _args, { db }) => {
      const links = db
        .select({ id: strategyElementMetrics.elementId })
        .from(strategyElementMetrics)
        .where(eq(strategyElementMetrics.metricId, metric.id));
      return await db
        .select()
        .from(strategyElements)
        .where(inArray(strategyElements.id, links))
        .orderBy(asc(strategyElements.strategyId), asc(strategyElements.position));
    },
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
    resolve: async (_root, { code }, { db }) =>
      (await db.select().from(metrics).where(eq(metrics.code, code)))[0] ?? null,
  }),
}));
