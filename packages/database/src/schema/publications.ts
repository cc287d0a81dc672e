import { REDACTION_CHOICES } from "@due-regard/domain/ehria/publication/hit";
import { sql } from "drizzle-orm";
import { bytea, check, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { assessmentRevisions } from "./assessments.ts";
import { id, instant } from "./columns.ts";
import { users } from "./people.ts";
import { publicFormat } from "./published.ts";

export const redactionChoice = pgEnum("redaction_choice", REDACTION_CHOICES);

/**
 * What somebody decided about a passage of a sealed revision that the public might read. Only ever added to (trigger): the highest
 * version of a passage counts, and who decided anything about it doesn't approve it.
 */
export const redactionDecisions = pgTable(
  "redaction_decisions",
  {
    id: id(),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => assessmentRevisions.id),
    /** Of the passage in this very revision (domain/ehria/publication/hit.ts). */
    hitId: text("hit_id").notNull(),
    place: text("place").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    passage: text("passage").notNull(),
    choice: redactionChoice("choice").notNull(),
    reason: text("reason"),
    replacement: text("replacement"),
    version: integer("version").notNull(),
    decidedById: uuid("decided_by_id")
      .notNull()
      .references(() => users.id),
    decidedAt: instant("decided_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    unique("redaction_decisions_once").on(table.revisionId, table.hitId, table.version),
    check("redaction_decisions_passage", sql`0 <= ${table.start} and ${table.start} < ${table.end}`),
    check(
      "redaction_decisions_kept_with_reason",
      sql`(${table.choice} = 'KEEP') = (${table.reason} is not null)`,
    ),
    check(
      "redaction_decisions_replaced_by_something",
      sql`(${table.choice} = 'REPLACE') = (${table.replacement} is not null)`,
    ),
  ],
);

/**
 * The copy of a sealed revision for the public, made ready for somebody else to approve. Deciding anew throws it away; once it is approved it
 * stays (trigger), and its bytes stand in the schema `published`.
 */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    revisionId: uuid("revision_id")
      .notNull()
      .unique()
      .references(() => assessmentRevisions.id),
    edition: integer("edition").notNull(),
    /** RFC 8785 text of the public copy, and its SHA-256. */
    copy: text("copy").notNull(),
    copyHash: text("copy_hash").notNull(),
    /** Over the copy and the files: what is displayed and sent back. */
    publicationHash: text("publication_hash").notNull(),
    preparedById: uuid("prepared_by_id")
      .notNull()
      .references(() => users.id),
    preparedAt: instant("prepared_at").notNull().default(sql`clock_timestamp()`),
    approvedById: uuid("approved_by_id").references(() => users.id),
    approvedAt: instant("approved_at"),
  },
  (table) => [
    check(
      "publications_approved_by_somebody",
      sql`(${table.approvedAt} is null) = (${table.approvedById} is null)`,
    ),
    check("publications_approved_by_another", sql`${table.approvedById} <> ${table.preparedById}`),
  ],
);

/** The very bytes that wait for approval, one row a format. */
export const publicationFiles = pgTable(
  "publication_files",
  {
    publicationId: uuid("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    format: publicFormat("format").notNull(),
    bytes: bytea("bytes").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.publicationId, table.format] }),
    check("publication_files_sha256", sql`encode(sha256(${table.bytes}), 'hex') = ${table.sha256}`),
  ],
);
