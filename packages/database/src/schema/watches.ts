import { CAUSE_KINDS } from "@due-regard/domain/ehria/watch/causes";
import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { assessmentRevisions, assessments, evidenceLinks } from "./assessments.ts";
import { decimal, id, instant } from "./columns.ts";
import { users } from "./people.ts";

export const causeKind = pgEnum("cause_kind", CAUSE_KINDS);

/**
 * What an officer wants to be told of about a figure that is cited. It stands beside the citation and is no part of what is
 * sealed, so that it can be set after sign-off (docs/adr/0036-what-follows-a-signature.md). Both bounds null: it was taken
 * back, and the version goes on.
 */
export const evidenceWatches = pgTable(
  "evidence_watches",
  {
    linkId: uuid("link_id")
      .primaryKey()
      .references(() => evidenceLinks.id, { onDelete: "cascade" }),
    above: decimal("above"),
    below: decimal("below"),
    version: integer("version").notNull().default(1),
    setAt: instant("set_at").notNull().defaultNow(),
    setById: uuid("set_by_id")
      .notNull()
      .references(() => users.id),
  },
  (table) => [check("evidence_watches_bounds", sql`${table.below} < ${table.above}`)],
);

/** Why a signed assessment is due for review. Only ever added to; a cause is found once, whichever revision cites the figure. */
export const reviewCauses = pgTable(
  "review_causes",
  {
    id: id(),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    /** The revision that was in force when it was found. */
    revision: integer("revision").notNull(),
    kind: causeKind("kind").notNull(),
    /** SHA-256 of the cause's own key (domain/ehria/watch/causes.ts). */
    keyHash: text("key_hash").notNull(),
    title: text("title"),
    before: text("before"),
    now: text("now"),
    source: text("source"),
    /** The citation that it was found at. Null: a date came. */
    linkId: uuid("link_id").references(() => evidenceLinks.id),
    foundAt: instant("found_at").notNull().defaultNow(),
  },
  (table) => [
    unique("review_causes_once").on(table.assessmentId, table.keyHash),
    foreignKey({
      name: "review_causes_of_a_revision",
      columns: [table.assessmentId, table.revision],
      foreignColumns: [assessmentRevisions.assessmentId, assessmentRevisions.number],
    }),
  ],
);
