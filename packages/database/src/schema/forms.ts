import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { doubts, id, instant } from "./columns.ts";
import { users } from "./people.ts";

/** A version of a form. A published one never changes (trigger); an assessment stays on the version it started on. */
export const formTemplates = pgTable(
  "form_templates",
  {
    id: id(),
    key: text("key").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    /** What the template says about itself beyond its sections and questions: introduction, wording, sign-off. */
    attributes: jsonb("attributes").$type<Record<string, unknown>>().notNull().default({}),
    /** Null only inside the transaction that publishes it: drafts are documents, in a table of their own. */
    publishedAt: instant("published_at"),
    /** Null: it came with the software. */
    publishedById: uuid("published_by_id").references(() => users.id),
  },
  (table) => [unique().on(table.key, table.version)],
);

export const formSections = pgTable(
  "form_sections",
  {
    id: id(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => formTemplates.id),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    attributes: jsonb("attributes").$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [unique().on(table.templateId, table.key)],
);

/** A question keeps a stable key and the number that the form prints: printed numbers repeat and get lost. */
export const formQuestions = pgTable(
  "form_questions",
  {
    id: id(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => formTemplates.id),
    sectionKey: text("section_key").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    required: boolean("required").notNull(),
    /** Everything else that the question kind and the domain's template type know: condition, options, guidance … */
    attributes: jsonb("attributes").$type<Record<string, unknown>>().notNull().default({}),
    doubts: doubts(),
  },
  (table) => [unique().on(table.templateId, table.key), uniqueIndex().on(table.templateId, table.position)],
);

export const formParts = pgTable(
  "form_parts",
  {
    id: id(),
    questionId: uuid("question_id")
      .notNull()
      .references(() => formQuestions.id),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    label: text("label").notNull(),
    attributes: jsonb("attributes").$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [unique().on(table.questionId, table.key)],
);

/**
 * What will be the next version of a form, while somebody works on it: one for each form. A draft may be wrong in ways that
 * the rows of a published form can't hold, so it is kept as the document that it is.
 */
export const formDrafts = pgTable(
  "form_drafts",
  {
    id: id(),
    key: text("key").notNull().unique(),
    document: jsonb("document").$type<Record<string, unknown>>().notNull(),
    /** The version that it was begun from. Null: it was imported, or is a new form. */
    basedOnId: uuid("based_on_id").references(() => formTemplates.id),
    startedAt: instant("started_at").notNull().defaultNow(),
    startedById: uuid("started_by_id")
      .notNull()
      .references(() => users.id),
    /** A save names the version that it was based on. */
    version: integer("version").notNull().default(1),
    savedAt: instant("saved_at").notNull().defaultNow(),
    savedById: uuid("saved_by_id")
      .notNull()
      .references(() => users.id),
  },
  (table) => [check("form_drafts_version_counts", sql`${table.version} > 0`)],
);
