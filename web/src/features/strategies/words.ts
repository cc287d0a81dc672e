import type { StrategyElementKind } from "@due-regard/domain/strategies/vocabulary";
import { ACTION_STATUS } from "../../ui/status-words.ts";

export const KIND: Record<StrategyElementKind, { one: string; many: string }> = {
  LAYER: { one: "Layer", many: "layers" },
  OUTCOME: { one: "Outcome", many: "outcomes" },
  SUPPORTING_OUTCOME: { one: "Supporting outcome", many: "supporting outcomes" },
  PRIORITY: { one: "Priority", many: "priorities" },
  PRINCIPLE: { one: "Principle", many: "principles" },
};

export const STATUS = ACTION_STATUS;

/** "5 outcomes, 6 supporting outcomes": what a plan is made of, in the order in which kinds occur in it. */
export const describeParts = (elements: readonly { kind: StrategyElementKind }[]): string => {
  const counts = new Map<StrategyElementKind, number>();
  for (const { kind } of elements) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) =>
      count === 1 ? `1 ${KIND[kind].one.toLowerCase()}` : `${count} ${KIND[kind].many}`,
    )
    .join(", ");
};

export const metricAddress = (code: string, organisation?: string): string => {
  const address = `/performance/metrics/${encodeURIComponent(code)}`;
  return organisation ? `${address}?organisation=${organisation}` : address;
};
