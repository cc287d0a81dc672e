import type { MetricRow } from "@due-regard/database/read-models/figures";
import { metrics } from "@due-regard/database/schema/metrics";
import { builder } from "../../schema/builder.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";

/** Stands alone so that the types that lead to a metric and the metric that leads to them need not import in a circle. */
export const MetricType = builder.loadableNodeRef("Metric", {
  id: { resolve: (metric: MetricRow) => metric.id },
  load: (ids: string[], context) => loadByIds(context.db, metrics, ids) as Promise<MetricRow[]>,
});
