import { date, pgTable, text } from "drizzle-orm/pg-core";
import { doubts, id } from "./columns.ts";

/** The papers that figures come from: every figure on a page leads back to one. */
export const sources = pgTable("sources", {
  id: id(),
  key: text("key").notNull().unique(),
  title: text("title").notNull(),
  authority: text("authority").notNull(),
  committee: text("committee"),
  meetingDate: date("meeting_date"),
  /** What a careful reader noticed about the paper as a whole. */
  doubts: doubts(),
});
