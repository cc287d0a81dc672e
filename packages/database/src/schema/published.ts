import { sql } from "drizzle-orm";
import {
  bytea,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { protectedCharacteristic } from "./enums.ts";

/**
 * What the public may read, and nothing else (design/security.md, "Nothing private is published"). It lies in a schema of its own, refers
 * to no private table, and is read by a database role, `due_regard_public`, that can't read any other. A publication copies into it what
 * two people approved, byte for byte; nothing in it is ever worked out from private tables when somebody reads it.
 */
export const published = pgSchema("published");

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const publishedState = published.enum("published_state", ["PUBLISHED", "SUPERSEDED", "WITHDRAWN"]);
export const PUBLIC_FORMATS = ["html", "pdf", "docx", "json"] as const;
export const publicFormat = published.enum("public_format", PUBLIC_FORMATS);

/** An address of the register: what stands there now. It never goes away. */
export const publishedEntries = published.table(
  "entries",
  {
    /** "EHRIA-2026-0007" */
    reference: text("reference").primaryKey(),
    state: publishedState("state").notNull(),
    /** The newest edition; earlier ones stay to be read. */
    edition: integer("edition").notNull(),
    /** ONS code and name of the council. */
    organisationCode: text("organisation_code").notNull(),
    organisation: text("organisation").notNull(),
    departmentSlug: text("department_slug").notNull(),
    department: text("department").notNull(),
    firstPublishedAt: instant("first_published_at").notNull(),
    /** When it came into this state. */
    changedAt: instant("changed_at").notNull(),
    /** Why it was withdrawn or superseded, in words written for the public and approved as such. Null: it stands. */
    notice: text("notice"),
    /** The reference that took its place; it may not be in the register. Null: nothing did. */
    supersededBy: text("superseded_by"),
  },
  (table) => [
    check("entries_state_told", sql`(${table.state} = 'PUBLISHED') = (${table.notice} is null)`),
    check("entries_successor", sql`(${table.state} = 'SUPERSEDED') = (${table.supersededBy} is not null)`),
    index("entries_by_change").on(table.changedAt),
  ],
);

/** One published text of an assessment. A trigger refuses any change to it or to its files. */
export const publishedEditions = published.table(
  "editions",
  {
    reference: text("reference")
      .notNull()
      .references(() => publishedEntries.reference),
    edition: integer("edition").notNull(),
    title: text("title").notNull(),
    completedOn: date("completed_on").notNull(),
    publishedAt: instant("published_at").notNull(),
    /** Characteristics that it says are affected. */
    characteristics: protectedCharacteristic("characteristics").array().notNull(),
    /** RFC 8785 text of the public copy, and its SHA-256. */
    content: text("content").notNull(),
    contentHash: text("content_hash").notNull(),
    /** The seal over the content and the hashes of the files (domain/seal). */
    seal: jsonb("seal").notNull(),
    /** All its words, for the search of the register. */
    words: text("words").notNull(),
    /** Title and words as they are searched. Kept, because ranking reads it of every match: made anew, each would cost milliseconds. */
    searched: tsvector("searched")
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "words"), 'D')`,
      ),
  },
  (table) => [
    primaryKey({ columns: [table.reference, table.edition] }),
    index("editions_by_words").using("gin", table.searched),
  ],
);

/** The very bytes that were approved, one row a format. Of HTML it is what stands within the page. */
export const publishedFiles = published.table(
  "files",
  {
    reference: text("reference").notNull(),
    edition: integer("edition").notNull(),
    format: publicFormat("format").notNull(),
    bytes: bytea("bytes").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reference, table.edition, table.format] }),
    foreignKey({
      columns: [table.reference, table.edition],
      foreignColumns: [publishedEditions.reference, publishedEditions.edition],
    }),
    check("files_sha256", sql`encode(sha256(${table.bytes}), 'hex') = ${table.sha256}`),
  ],
);
