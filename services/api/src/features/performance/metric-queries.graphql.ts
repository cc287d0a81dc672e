import { metrics } from "@due-regard/database/schema/metrics";
import { strategyElementMetrics } from "@due-regard/database/schema/strategies";
import { and, asc, count, eq, ilike, notExists, or, type SQL, sql } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { pageOf } from "../../schema/page.ts";
import { AimEnum } from "../../schema/performance-enums.ts";
import { selects } from "../../schema/selects.ts";
import { StrategyElementType } from "../strategies/strategy-types.ts";
import { ask, findMetric } from "./ask-metric.ts";
import { JudgementType } from "./figures.graphql.ts";
import { QUESTIONS } from "./metric-questions.ts";
import { MetricResultType } from "./metric-result.graphql.ts";
import { MetricType } from "./metric-type.ts";

builder.objectFields(MetricType, (t) => ({
  results: t.field({
    type: [MetricResultType],
    description:
      "Its row on each of one organisation's dashboards, oldest first, as each committee saw it or as known at an instant.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code." }),
      asAt: t.arg({
        type: "DateTime",
        description: "As known at this instant. Default: as each was reported.",
      }),
    },
    resolve: async (metric, args, context, info) => {
      const question = QUESTIONS.results(args, (...names) => selects(info, ...names));
      const editions = await ask(context, metric, question);
      return editions.flatMap((edition) => edition.rows.map((row) => ({ row, edition })));
    },
  }),
  judgements: t.field({
    type: [JudgementType],
    description: "What was judged of it for one organisation and stands, oldest period first.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code." }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: (metric, args, context) => ask(context, metric, QUESTIONS.judgements(args)),
  }),
  strategyElements: t.field({
    type: [StrategyElementType],
    description: "Elements of plans that it hangs under, in whatever year, older plans first.",
    resolve: (metric, _args, context) => ask(context, metric, QUESTIONS.strategyElements()),
  }),
}));

const MetricPage = connectionOf(MetricType);

const MetricFilter = builder.inputType("MetricFilter", {
  description: "Which metrics. Every condition given must hold.",
  fields: (t) => ({
    framework: t.string({ description: "Framework, such as ASCOF-2014 or LOCAL." }),
    aim: t.field({ type: AimEnum, description: "Which way it should go." }),
    tag: t.string({ description: "A tag, such as better-care-fund." }),
    search: t.string({ description: "Words of its code or title." }),
    withoutStrategy: t.boolean({ description: "True: only metrics that hang under no element of any plan." }),
  }),
});

const literally = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

interface MetricConditions {
  framework?: string | null | undefined;
  aim?: (typeof metrics.$inferSelect)["aim"] | null | undefined;
  tag?: string | null | undefined;
  search?: string | null | undefined;
  withoutStrategy?: boolean | null | undefined;
}

builder.queryFields((t) => ({
  metrics: t.connection(
    {
      type: MetricType,
      description: "Metrics, by code.",
      args: { filter: t.arg({ type: MetricFilter, description: "Which ones. Default: all." }) },
      resolve: (_root, { filter, ...page }, { db }) => {
        const links = db
          .select({ id: strategyElementMetrics.elementId })
          .from(strategyElementMetrics)
          .where(eq(strategyElementMetrics.metricId, metrics.id));
        const where = conditionsOf(filter ?? {}, notExists(links));
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

const conditionsOf = (filter: MetricConditions, isUnlinked: SQL): SQL | undefined => {
  const { framework, aim, tag, search, withoutStrategy } = filter;
  const conditions = [
    framework ? eq(metrics.framework, framework) : undefined,
    aim ? eq(metrics.aim, aim) : undefined,
    tag ? sql`${tag} = any(${metrics.tags})` : undefined,
    search ? or(ilike(metrics.title, literally(search)), ilike(metrics.code, literally(search))) : undefined,
    withoutStrategy ? isUnlinked : undefined,
  ];
  return and(...conditions);
};
