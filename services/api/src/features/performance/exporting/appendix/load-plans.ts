import type { Executor } from "@due-regard/database/connection";
import type { DashboardReadModel } from "@due-regard/database/read-models/dashboard";
import { strategies } from "@due-regard/database/schema/strategies";
import { loadByIds } from "../../../../schema/load-by-ids.ts";

/** By id: the plans whose outcomes stand above the rows. */
export const loadPlans = async (
  db: Executor,
  { rows }: DashboardReadModel,
): Promise<ReadonlyMap<string, { title: string }>> => {
  const ids = rows.flatMap(({ outcome }) => outcome?.strategyId ?? []);
  const found = await loadByIds(db, strategies, [...new Set(ids)]);
  return new Map(found.map((strategy) => [strategy.id, strategy]));
};
