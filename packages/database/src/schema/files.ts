import { FILE_STATES, FILE_TYPES } from "@due-regard/domain/ehria/evidence/file-types";
import { sql } from "drizzle-orm";
import { bytea, check, index, integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

export const fileType = pgEnum("file_type", FILE_TYPES);
export const fileState = pgEnum("file_state", FILE_STATES);

/**
 * What files hold, each content once, named by its SHA-256 (docs/adr/0023). Its bytes lie in pieces beside it. Triggers keep
 * what is cited as it is; only whether it was scanned may change.
 */
export const fileContents = pgTable(
  "file_contents",
  {
    sha256: text("sha256").primaryKey(),
    bytes: integer("bytes").notNull(),
    type: fileType("type").notNull(),
    state: fileState("state").notNull(),
    /** Null: no scanner has looked at it. */
    scannedAt: instant("scanned_at"),
    /** What the scanner calls what it found. Null: nothing, or not scanned. */
    found: text("found"),
    /** When it was last sent here: what nobody cites some time later is thrown away. */
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [
    check("file_contents_sha256", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check("file_contents_bytes", sql`${table.bytes} > 0`),
    check("file_contents_found", sql`(${table.state} = 'REFUSED') = (${table.found} is not null)`),
    index("file_contents_unscanned").on(table.receivedAt).where(sql`${table.scannedAt} is null`),
  ],
);

/** The bytes of a content in pieces, so that none is ever held whole. */
export const filePieces = pgTable(
  "file_pieces",
  {
    sha256: text("sha256")
      .notNull()
      .references(() => fileContents.sha256, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    data: bytea("data").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.position] })],
);
