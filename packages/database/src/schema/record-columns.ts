import { uuid } from "drizzle-orm/pg-core";
import { doubts, revisionTimes } from "./columns.ts";
import { users } from "./people.ts";
import { sources } from "./sources.ts";

/** Where a figure, or what is said about one, comes from, who recorded it, and how long it stood. */
export const recordColumns = () => ({
  sourceId: uuid("source_id").references(() => sources.id),
  doubts: doubts(),
  recordedById: uuid("recorded_by_id").references(() => users.id),
  ...revisionTimes(),
});
