import {
  countForGaps,
  isOpen,
  isOverdue,
  outcomesWithoutMetric,
  prioritiesWithoutMetric,
} from "@due-regard/domain/strategies/gaps";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { londonToday } from "../../schema/london-today.ts";
import { actionsOf, elementsOf, linksOf } from "./load-plans.ts";
import { DeliveryActionType, StrategyElementType, StrategyGapsType, StrategyType } from "./strategy-types.ts";

/** A plan's elements in order: for features that cite them. */
export const loadElements = (context: ApiContext, strategyId: string) => elementsOf(context, strategyId);

/** A plan's delivery actions: for features that say what stands behind them. */
export const loadActions = (context: ApiContext, strategyId: string) => actionsOf(context, strategyId);

/** Elements that some metric hangs under, in whatever year. */
const measured = async (context: ApiContext, strategyId: string): Promise<Set<string>> =>
  new Set((await linksOf(context, strategyId)).map(({ elementId }) => elementId));

StrategyGapsType.implement({
  description: "What a plan leaves open, each with how many there are to be open.",
  fields: (t) => ({
    on: t.expose("on", { type: "Date", description: "The day as of which actions are late." }),
    outcomesWithoutMetric: t.field({
      type: [StrategyElementType],
      description:
        "Outcomes that no metric hangs under, in any year: nobody would see whether they are reached.",
      resolve: async ({ strategyId }, _args, context) =>
        outcomesWithoutMetric(await elementsOf(context, strategyId), await measured(context, strategyId)),
    }),
    outcomeCount: t.int({
      description: "How many outcomes and supporting outcomes the plan has.",
      resolve: async ({ strategyId }, _args, context) =>
        countForGaps(await elementsOf(context, strategyId)).outcomes,
    }),
    prioritiesWithoutMetric: t.field({
      type: [StrategyElementType],
      description: "Priorities that no metric hangs under, in any year.",
      resolve: async ({ strategyId }, _args, context) =>
        prioritiesWithoutMetric(await elementsOf(context, strategyId), await measured(context, strategyId)),
    }),
    priorityCount: t.int({
      description: "How many priorities the plan has.",
      resolve: async ({ strategyId }, _args, context) =>
        countForGaps(await elementsOf(context, strategyId)).priorities,
    }),
    overdueActions: t.field({
      type: [DeliveryActionType],
      description:
        "Delivery actions whose due period has ended and that are neither done nor cancelled, longest overdue first.",
      resolve: async ({ strategyId, on }, _args, context) =>
        (await actionsOf(context, strategyId)).filter((action) => isOverdue(action, on)),
    }),
    openActionCount: t.int({
      description: "How many delivery actions are neither done nor cancelled.",
      resolve: async ({ strategyId }, _args, context) =>
        (await actionsOf(context, strategyId)).filter(isOpen).length,
    }),
    actionCount: t.int({
      description: "How many delivery actions the plan has.",
      resolve: async ({ strategyId }, _args, context) => (await actionsOf(context, strategyId)).length,
    }),
    toBeReachedCount: t.int({
      description: "How many outcomes and priorities the plan has: what an assessment could cite.",
      resolve: async ({ strategyId }, _args, context) =>
        countForGaps(await elementsOf(context, strategyId)).toBeReached,
    }),
  }),
});

const ON = "Default: today, in London.";

builder.objectField(StrategyType, "gaps", (t) =>
  t.field({
    type: StrategyGapsType,
    description: "Outcomes with no metric, elements with no assessment, actions overdue.",
    args: { on: t.arg({ type: "Date", description: `The day as of which actions are late. ${ON}` }) },
    resolve: (strategy, { on }) => ({ strategyId: strategy.id, on: on ?? londonToday() }),
  }),
);

builder.objectField(DeliveryActionType, "overdue", (t) =>
  t.boolean({
    description: "Whether its due period has ended and it is neither done nor cancelled.",
    args: { on: t.arg({ type: "Date", description: `As of this day. ${ON}` }) },
    resolve: (action, { on }) => isOverdue(action, on ?? londonToday()),
  }),
);
