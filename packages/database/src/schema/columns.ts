import { numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Columns that many tables share, so that one kind of thing is stored one way. */

export const id = () => uuid("id").primaryKey().defaultRandom();

/** An instant, as an ISO string with offset. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** An exact decimal. No precision is set, so that "11.0" comes back as "11.0". */
export const decimal = (name: string) => numeric(name);

/** What a careful reader noticed about the printed source: shown, never resolved silently. */
export const doubts = () => text("doubts").array().notNull().default([]);

/**
 * The two ends of a revision's life in the record. Current rows have no `supersededAt`.
 * A row was known at instant T when recordedAt <= T and (supersededAt is null or supersededAt > T).
 */
export const revisionTimes = () => ({
  recordedAt: instant("recorded_at").notNull().defaultNow(),
  supersededAt: instant("superseded_at"),
});
