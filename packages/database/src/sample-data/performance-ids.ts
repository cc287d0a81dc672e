import type { KeyedIds } from "./keyed-ids.ts";

/** Ids of what the figures name: organisations by ONS code, sources by key, metrics by stable code. */
export interface PerformanceIds {
  organisationIds: KeyedIds;
  sourceIds: KeyedIds;
  metricIds: KeyedIds;
}
