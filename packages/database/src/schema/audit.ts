import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { users } from "./people.ts";

/**
 * Who did what, written in the same transaction as the write itself. A trigger refuses UPDATE and DELETE.
 * `detail` may hold the texts themselves: this table is as private as the assessment that it is about.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    sequence: bigint("sequence", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    /** Null for what the system itself did, such as loading the sample data. */
    actorId: uuid("actor_id").references(() => users.id),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Set when the event belongs to an assessment's history. */
    assessmentId: uuid("assessment_id"),
    revision: bigint("revision", { mode: "number" }),
    reason: text("reason"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    requestId: text("request_id"),
  },
  (table) => [index("audit_events_by_assessment").on(table.assessmentId, table.sequence)],
);

/**
 * The chain over the events (docs/adr/0031-audit-chain.md), an entry for each, written by a trigger at the commit. Only ever added to.
 */
export const auditChain = pgTable("audit_chain", {
  /** From 1, without gaps, in the order of the commits. */
  position: bigint("position", { mode: "number" }).primaryKey(),
  /** Of the event. No foreign key: an event that is gone must not take its entry with it. */
  sequence: bigint("sequence", { mode: "number" }).notNull().unique(),
  previousHash: text("previous_hash").notNull(),
  hash: text("hash").notNull(),
});

/** Where the chain stands: one row, whose lock is what lets one entry follow another. */
export const auditHead = pgTable(
  "audit_head",
  {
    only: boolean("only").primaryKey().default(true),
    position: bigint("position", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [check("audit_head_one_row", sql`${table.only}`)],
);

/** What a mutation with an idempotency key answered, so that a retry gets the same answer and no second effect. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    key: text("key").notNull(),
    operation: text("operation").notNull(),
    inputHash: text("input_hash").notNull(),
    /** Identifies what the first call made: an assessment's reference, an evidence link's id … */
    result: text("result").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
);
