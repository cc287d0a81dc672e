import type { Transaction } from "../connection.ts";
import {
  deliveryActions,
  strategies,
  strategyElementMetrics,
  strategyElements,
  strategyOrganisations,
} from "../schema/strategies.ts";
import { KeyedIds } from "./keyed-ids.ts";
import type { PerformanceRecords } from "./performance/records.ts";
import type { PerformanceIds } from "./performance-ids.ts";

/** Inserts plans, their elements, links to metrics and delivery actions. Answers with the elements' ids by "slug key". */
export const loadStrategies = async (
  tx: Transaction,
  records: PerformanceRecords,
  ids: PerformanceIds,
): Promise<KeyedIds> => {
  const strategyIds = new KeyedIds("strategy");
  // Older plans come first, so the plan that one supersedes has its id by then.
  for (const { organisationCodes, supersedes, sourceKey, ...strategy } of records.strategies) {
    const values = {
      ...strategy,
      supersedesId: strategyIds.maybe(supersedes),
      sourceId: ids.sourceIds.get(sourceKey),
    };
    const [row] = await tx.insert(strategies).values(values).returning({ id: strategies.id });
    strategyIds.set(strategy.slug, row?.id ?? "");
    const owners = organisationCodes.map((code) => ({
      strategyId: strategyIds.get(strategy.slug),
      organisationId: ids.organisationIds.get(code),
    }));
    await tx.insert(strategyOrganisations).values(owners);
  }
  const elementIds = await loadElements(tx, records, strategyIds);
  await tx.insert(strategyElementMetrics).values(
    records.elementMetrics.map(({ strategy, element, metricCode, year }) => ({
      elementId: elementIds.get(`${strategy} ${element}`),
      metricId: ids.metricIds.get(metricCode),
      year,
    })),
  );
  await tx.insert(deliveryActions).values(
    records.deliveryActions.map(({ strategy, element, ...action }) => ({
      ...action,
      strategyId: strategyIds.get(strategy),
      elementId: elementIds.get(`${strategy} ${element}`),
    })),
  );
  return elementIds;
};

const loadElements = async (
  tx: Transaction,
  records: PerformanceRecords,
  strategyIds: KeyedIds,
): Promise<KeyedIds> => {
  const elementIds = new KeyedIds("element");
  // Parents come before their children.
  for (const { strategy, parent, ...element } of records.strategyElements) {
    const values = {
      ...element,
      strategyId: strategyIds.get(strategy),
      parentId: elementIds.maybe(parent === null ? null : `${strategy} ${parent}`),
    };
    const [row] = await tx.insert(strategyElements).values(values).returning({ id: strategyElements.id });
    elementIds.set(`${strategy} ${element.key}`, row?.id ?? "");
  }
  return elementIds;
};
