import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { doubts, id, instant } from "./columns.ts";
import { actionStatus, strategyElementKind } from "./enums.ts";
import { metrics } from "./metrics.ts";
import { organisations } from "./organisations.ts";
import { users } from "./people.ts";
import { deliveryActionWords, elementWords, planWords } from "./search-words.ts";
import { sources } from "./sources.ts";

/** A plan. Plans run in succession, and a joint one belongs to several organisations. */
export const strategies = pgTable(
  "strategies",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    title: text("title").notNull(),
    fullTitle: text("full_title"),
    summary: text("summary"),
    /** A draft out for consultation when the paper was written. */
    isDraft: boolean("is_draft").notNull().default(false),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    supersedesId: uuid("supersedes_id").references((): AnyPgColumn => strategies.id),
    sourceId: uuid("source_id").references(() => sources.id),
    doubts: doubts(),
  },
  (table) => [index("strategies_by_words").using("gin", planWords(table))],
);

export const strategyOrganisations = pgTable(
  "strategy_organisations",
  {
    strategyId: uuid("strategy_id")
      .notNull()
      .references(() => strategies.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [primaryKey({ columns: [table.strategyId, table.organisationId] })],
);

/** A layer, outcome, supporting outcome, priority or principle. Outcomes are rows of their own: names hold commas. */
export const strategyElements = pgTable(
  "strategy_elements",
  {
    id: id(),
    strategyId: uuid("strategy_id")
      .notNull()
      .references(() => strategies.id),
    parentId: uuid("parent_id").references((): AnyPgColumn => strategyElements.id),
    key: text("key").notNull(),
    kind: strategyElementKind("kind").notNull(),
    position: integer("position").notNull(),
    number: text("number"),
    title: text("title").notNull(),
    text: text("text"),
    found: text("found").array().notNull().default([]),
    willDo: text("will_do").array().notNull().default([]),
    howWeWillKnow: text("how_we_will_know").array().notNull().default([]),
    /** When its words, or its plan's name, last changed: kept by a trigger. Null: they never did. */
    wordsChangedAt: instant("words_changed_at"),
    doubts: doubts(),
  },
  (table) => [
    unique().on(table.strategyId, table.key),
    index("strategy_elements_by_parent").on(table.parentId),
    index("strategy_elements_by_words").using("gin", elementWords(table)),
    index("strategy_elements_by_spelling").using("gin", table.title.op("gin_trgm_ops")),
  ],
);

/** The same metric hangs under different outcomes in different years, so the link names its year. */
export const strategyElementMetrics = pgTable(
  "strategy_element_metrics",
  {
    elementId: uuid("element_id")
      .notNull()
      .references(() => strategyElements.id),
    metricId: uuid("metric_id")
      .notNull()
      .references(() => metrics.id),
    year: text("year").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.elementId, table.metricId, table.year] }),
    index("strategy_element_metrics_by_metric").on(table.metricId),
  ],
);

export const deliveryActions = pgTable(
  "delivery_actions",
  {
    id: id(),
    strategyId: uuid("strategy_id")
      .notNull()
      .references(() => strategies.id),
    elementId: uuid("element_id").references(() => strategyElements.id),
    reference: text("reference").notNull(),
    title: text("title").notNull(),
    responsible: text("responsible").notNull(),
    /** Due period as printed ("2019/2020") and, where it can be read, its dates. */
    duePrinted: text("due_printed"),
    dueStart: date("due_start"),
    dueEnd: date("due_end"),
    status: actionStatus("status").notNull().default("NOT_STARTED"),
    metricId: uuid("metric_id").references(() => metrics.id),
    doubts: doubts(),
  },
  (table) => [
    unique().on(table.strategyId, table.reference),
    index("delivery_actions_by_words").using("gin", deliveryActionWords(table)),
    index("delivery_actions_by_spelling").using("gin", table.title.op("gin_trgm_ops")),
  ],
);

/** How a delivery action gets on, note by note. Only ever added to; the newest status is the action's. */
export const progressNotes = pgTable(
  "progress_notes",
  {
    id: id(),
    actionId: uuid("action_id")
      .notNull()
      .references(() => deliveryActions.id),
    /** 1 for the first note of an action: what a later writer says that they had seen. */
    number: integer("number").notNull(),
    text: text("text").notNull(),
    /** Where the action stood once this was written. */
    status: actionStatus("status").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [unique().on(table.actionId, table.number)],
);
