import { boolean, date, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { doubts, id } from "./columns.ts";
import { ratingScheme } from "./enums.ts";
import { metrics } from "./metrics.ts";
import { organisations } from "./organisations.ts";
import { sources } from "./sources.ts";
import { strategyElements } from "./strategies.ts";

/** What has been reported to whom, when: one set of rows for one organisation and period. */
export const dashboardEditions = pgTable(
  "dashboard_editions",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    period: text("period").notNull(),
    scheme: ratingScheme("scheme").notNull(),
    title: text("title").notNull(),
    /** The day a committee saw it; null while it is being prepared. */
    reportedOn: date("reported_on"),
    sourceId: uuid("source_id").references(() => sources.id),
  },
  (table) => [unique().on(table.organisationId, table.period)],
);

/** The cells of a row as the paper prints them. Absent: the paper has no such column. */
export interface PrintedCells {
  code?: string | null;
  title?: string | null;
  aim?: string | null;
  rating?: string | null;
  progress?: string | null;
  target?: string | null;
  nextTarget?: string | null;
  current?: string | null;
  previous?: string | null;
  quartile?: string | null;
  rank?: string | null;
  comments?: string | null;
}

/**
 * Which figures stand on a row. The figures themselves live in observations, targets and ratings, so that the same
 * row can be shown as it was known on any day.
 */
export const dashboardRows = pgTable(
  "dashboard_rows",
  {
    id: id(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => dashboardEditions.id),
    position: integer("position").notNull(),
    metricId: uuid("metric_id")
      .notNull()
      .references(() => metrics.id),
    /** The measure's name on this dashboard; names change over the years. */
    title: text("title").notNull(),
    layerId: uuid("layer_id").references(() => strategyElements.id),
    outcomeId: uuid("outcome_id").references(() => strategyElements.id),
    supportingOutcomeId: uuid("supporting_outcome_id").references(() => strategyElements.id),
    betterCareFund: boolean("better_care_fund").notNull().default(false),
    currentPeriod: text("current_period").notNull(),
    currentIsForecast: boolean("current_is_forecast").notNull().default(false),
    previousPeriod: text("previous_period"),
    targetPeriod: text("target_period"),
    /** Period under which the row's rating is kept. */
    ratingPeriod: text("rating_period").notNull(),
    standingPeriod: text("standing_period"),
    printed: jsonb("printed").$type<PrintedCells>().notNull().default({}),
    doubts: doubts(),
  },
  (table) => [unique().on(table.editionId, table.position)],
);
