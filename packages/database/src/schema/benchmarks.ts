import { sql } from "drizzle-orm";
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { decimal, id } from "./columns.ts";
import { metrics } from "./metrics.ts";
import { recordColumns } from "./record-columns.ts";

/** Another area's or the nation's figure, as a paper reports it. */
export const benchmarks = pgTable(
  "benchmarks",
  {
    id: id(),
    metricId: uuid("metric_id")
      .notNull()
      .references(() => metrics.id),
    group: text("group").notNull(),
    period: text("period").notNull(),
    value: decimal("value").notNull(),
    display: text("display").notNull(),
    ...recordColumns(),
  },
  (table) => [
    uniqueIndex("benchmarks_one_current")
      .on(table.metricId, table.group, table.period)
      .where(sql`${table.supersededAt} is null`),
  ],
);
