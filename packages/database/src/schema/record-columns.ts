import { integer, uuid } from "drizzle-orm/pg-core";
import { doubts, instant, revisionTimes } from "./columns.ts";
import { users } from "./people.ts";
import { sources } from "./sources.ts";

/** Where a figure, or what is said about one, comes from, who recorded it, and how long it stood. */
export const recordColumns = () => ({
  sourceId: uuid("source_id").references(() => sources.id),
  doubts: doubts(),
  recordedById: uuid("recorded_by_id").references(() => users.id),
  ...revisionTimes(),
});

/** Every answer carries its own version: a save names the version that it was based on. */
export const versionColumns = () => ({
  version: integer("version").notNull().default(1),
  savedAt: instant("saved_at").notNull().defaultNow(),
  savedById: uuid("saved_by_id").references(() => users.id),
  doubts: doubts(),
});
