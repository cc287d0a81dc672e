import { COMMENT_KINDS, COMMENTERS } from "@due-regard/domain/ehria/review/comment";
import { RECOMMENDATIONS } from "@due-regard/domain/ehria/review/recommendation";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { assessmentRevisions, assessments } from "./assessments.ts";
import { id, instant } from "./columns.ts";
import { users } from "./people.ts";

export const commentKind = pgEnum("comment_kind", COMMENT_KINDS);
export const commenter = pgEnum("commenter", COMMENTERS);
export const recommendationKind = pgEnum("recommendation_kind", RECOMMENDATIONS);

/** The instant of the statement, not of its transaction: writes wait for each other, and must stand in that order. */
const writtenNow = sql`clock_timestamp()`;

/** What people say about an assessment. Rows stay; of a first one it may change whether it is settled (trigger). */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    /** The revision that was in force when it was written. */
    revision: integer("revision").notNull(),
    /** The comment that it answers. Null: it is the first of its talk. */
    threadId: uuid("thread_id").references((): AnyPgColumn => comments.id),
    kind: commentKind("kind").notNull().default("COMMENT"),
    /** Where in the form, of a first one. Both null: about the assessment as a whole. */
    question: text("question"),
    part: text("part"),
    text: text("text").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    /** What the author was to the assessment when they wrote it. */
    writtenAs: commenter("written_as").notNull(),
    writtenAt: instant("written_at").notNull().default(writtenNow),
    /** A correction names the version that it was based on; earlier words stand in the audit trail. */
    version: integer("version").notNull().default(1),
    correctedAt: instant("corrected_at"),
    /** When it was last put on the table: an answer counts for what was raised before it. */
    raisedAt: instant("raised_at").notNull().default(writtenNow),
    resolvedAt: instant("resolved_at"),
    resolvedById: uuid("resolved_by_id").references(() => users.id),
  },
  (table) => [
    index("comments_by_assessment").on(table.assessmentId, table.writtenAt),
    foreignKey({
      name: "comments_on_a_revision",
      columns: [table.assessmentId, table.revision],
      foreignColumns: [assessmentRevisions.assessmentId, assessmentRevisions.number],
    }),
    check(
      "comments_first_has_the_place",
      sql`${table.threadId} is null or (${table.kind} = 'COMMENT' and num_nonnulls(${table.question}, ${table.part}, ${table.resolvedAt}) = 0)`,
    ),
    check("comments_part_of_a_question", sql`${table.part} is null or ${table.question} is not null`),
    check(
      "comments_resolved_by_somebody",
      sql`(${table.resolvedAt} is null) = (${table.resolvedById} is null)`,
    ),
  ],
);

/** What members of the group recommend about one sealed revision. Only ever added to: the latest of a person counts. */
export const recommendations = pgTable(
  "recommendations",
  {
    id: id(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => assessmentRevisions.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    recommendation: recommendationKind("recommendation").notNull(),
    reason: text("reason").notNull(),
    /** Of what the person's page showed: the sealed content. */
    contentHash: text("content_hash").notNull(),
    recordedAt: instant("recorded_at").notNull().default(writtenNow),
  },
  (table) => [index("recommendations_by_revision").on(table.revisionId, table.recordedAt)],
);

/** Who chairs the review of an assessment in the chair's place, named by whom and why. The latest counts. */
export const reviewDeputies = pgTable(
  "review_deputies",
  {
    id: id(),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    deputyId: uuid("deputy_id")
      .notNull()
      .references(() => users.id),
    namedById: uuid("named_by_id")
      .notNull()
      .references(() => users.id),
    reason: text("reason").notNull(),
    namedAt: instant("named_at").notNull().default(writtenNow),
  },
  (table) => [
    index("review_deputies_by_assessment").on(table.assessmentId, table.namedAt),
    check("review_deputies_somebody_else", sql`${table.deputyId} <> ${table.namedById}`),
  ],
);
