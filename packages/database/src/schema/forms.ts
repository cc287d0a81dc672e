import { boolean, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { doubts, id, instant } from "./columns.ts";

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
    /** Null while it is a draft. */
    publishedAt: instant("published_at"),
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
