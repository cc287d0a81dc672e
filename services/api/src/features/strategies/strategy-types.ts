import type { ElementRow } from "@due-regard/database/read-models/dashboard";
import { deliveryActions, strategies, strategyElements } from "@due-regard/database/schema/strategies";
import { builder } from "../../schema/builder.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";

export type StrategyRow = typeof strategies.$inferSelect;
export type DeliveryActionRow = typeof deliveryActions.$inferSelect;

/** These stand alone so that the types that lead to each other need not import in a circle. */
export const StrategyType = builder.loadableNodeRef("Strategy", {
  id: { resolve: (strategy: StrategyRow) => strategy.id },
  load: (ids: string[], context) => loadByIds(context.db, strategies, ids),
});

export const StrategyElementType = builder.loadableNodeRef("StrategyElement", {
  id: { resolve: (element: ElementRow) => element.id },
  load: (ids: string[], context): Promise<ElementRow[]> => loadByIds(context.db, strategyElements, ids),
});

export const DeliveryActionType = builder.loadableNodeRef("DeliveryAction", {
  id: { resolve: (action: DeliveryActionRow) => action.id },
  load: (ids: string[], context) => loadByIds(context.db, deliveryActions, ids),
});

/** What is asked of a plan: its gaps as of a day. */
export const StrategyGapsType = builder.objectRef<{ strategyId: string; on: string }>("StrategyGaps");
