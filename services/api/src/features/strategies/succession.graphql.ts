import type { ElementRow } from "@due-regard/database/read-models/dashboard";
import { carriedOver, lineOf } from "@due-regard/domain/strategies/succession";
import { builder } from "../../schema/builder.ts";
import { MetricType } from "../performance/metric-type.ts";
import { allPlans, elementsOf, linksOf } from "./load-plans.ts";
import { StrategyElementType, StrategyType } from "./strategy-types.ts";

interface CarriedMetricView {
  metricId: string;
  before: ElementRow[];
  now: ElementRow[];
}

const CarriedMetricType = builder.objectRef<CarriedMetricView>("CarriedMetric").implement({
  description: "A metric that hangs in a plan and in the one that it followed.",
  fields: (t) => ({
    metric: t.field({ type: MetricType, description: "The metric.", resolve: ({ metricId }) => metricId }),
    before: t.field({
      type: [StrategyElementType],
      description: "Elements of the earlier plan that it hung under, in whatever year.",
      resolve: ({ before }) => before,
    }),
    now: t.field({
      type: [StrategyElementType],
      description: "Elements of the later plan that it hangs under, in whatever year.",
      resolve: ({ now }) => now,
    }),
  }),
});

const inOrder = (elements: readonly ElementRow[], wanted: readonly string[]): ElementRow[] =>
  elements.filter(({ id }) => wanted.includes(id));

builder.objectFields(StrategyType, (t) => ({
  supersededBy: t.field({
    type: StrategyType,
    nullable: true,
    description: "The plan that followed it. Null: none is known.",
    resolve: async (strategy, _args, context) =>
      (await allPlans(context, null)).find(({ supersedesId }) => supersedesId === strategy.id) ?? null,
  }),
  succession: t.field({
    type: [StrategyType],
    description: "The whole line of plans that it stands in, oldest first, itself included.",
    resolve: async (strategy, _args, context) => lineOf(await allPlans(context, null), strategy.id),
  }),
  metricCount: t.int({
    description: "How many metrics hang under it, in whatever year, each counted once.",
    resolve: async (strategy, _args, context) =>
      new Set((await linksOf(context, strategy.id)).map(({ metricId }) => metricId)).size,
  }),
  carriedOver: t.field({
    type: [CarriedMetricType],
    description:
      "Metrics that it took over from the plan that it followed, by code. Empty: it followed none.",
    resolve: async ({ id, supersedesId }, _args, context): Promise<CarriedMetricView[]> => {
      if (supersedesId === null) return [];
      const [before, now] = await Promise.all([linksOf(context, supersedesId), linksOf(context, id)]);
      const [old, own] = await Promise.all([elementsOf(context, supersedesId), elementsOf(context, id)]);
      return carriedOver(before, now).map((carried) => ({
        metricId: carried.metricId,
        before: inOrder(old, carried.before),
        now: inOrder(own, carried.now),
      }));
    },
  }),
}));
