import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { assessments } from "./assessments.ts";
import { instant } from "./columns.ts";
import { users } from "./people.ts";

/**
 * Who has a draft open now, and where in it they write: a row for each tab. Every API process reads it, so that all agree.
 * It is no record: the table is unlogged, a row that nobody keeps alive runs out, and a crash of Postgres empties it.
 */
export const assessmentPresence = pgTable(
  "assessment_presence",
  {
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** Names the tab: made up by the client. */
    tab: text("tab").notNull(),
    /** "question" or "question.part" of the form; null: reading. */
    place: text("place"),
    /** The stream that keeps the row alive; null: none, it runs out by itself. */
    streamId: uuid("stream_id"),
    since: instant("since").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.userId, table.tab] }),
    index("assessment_presence_by_expiry").on(table.expiresAt),
  ],
);
