import {
  deliveryActions,
  strategyElementMetrics,
  strategyElements,
} from "@due-regard/database/schema/strategies";
import { isOverdue, outcomesWithoutMetric } from "@due-regard/domain/strategies/gaps";
import { asc, eq } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { londonToday } from "../../schema/london-today.ts";
import { DeliveryActionType, StrategyElementType, StrategyGapsType, StrategyType } from "./strategy-types.ts";

/** A plan's elements in order. */
export const loadElements = async ({ db }: ApiContext, strategyId: string) =>
  await db
    .select()
    .from(strategyElements)
    .where(eq(strategyElements.strategyId, strategyId))
    .orderBy(asc(strategyElements.position));

StrategyGapsType.implement({
  description: "What a plan leaves open.",
  fields: (t) => ({
    on: t.expose("on", { type: "Date", description: "The day as of which actions are late." }),
    outcomesWithoutMetric: t.field({
      type: [StrategyElementType],
      description:
        "Outcomes that no metric hangs under, in any year: nobody would see whether they are reached.",
      resolve: async ({ strategyId }, _args, context) => {
        const linked = await context.db
          .selectDistinct({ id: strategyElementMetrics.elementId })
          .from(strategyElementMetrics)
          .innerJoin(strategyElements, eq(strategyElements.id, strategyElementMetrics.elementId))
          .where(eq(strategyElements.strategyId, strategyId));
        const elements = await loadElements(context, strategyId);
        return outcomesWithoutMetric(elements, new Set(linked.map(({ id }) => id)));
      },
    }),
    overdueActions: t.field({
      type: [DeliveryActionType],
      description: "Delivery actions whose due period has ended and that are neither done nor cancelled.",
      resolve: async ({ strategyId, on }, _args, { db }) =>
        (
          await db
            .select()
            .from(deliveryActions)
            .where(eq(deliveryActions.strategyId, strategyId))
            .orderBy(asc(deliveryActions.dueEnd), asc(deliveryActions.reference))
        ).filter((action) => isOverdue(action, on)),
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
