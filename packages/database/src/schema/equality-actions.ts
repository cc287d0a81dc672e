import { ACTION_NOTE_KINDS } from "@due-regard/domain/ehria/actions/live-action";
import { sql } from "drizzle-orm";
import { check, date, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { assessments, improvementActions } from "./assessments.ts";
import { id, instant } from "./columns.ts";
import { actionStatus } from "./enums.ts";
import { metrics } from "./metrics.ts";
import { users } from "./people.ts";
import { deliveryActions } from "./strategies.ts";

export const actionNoteKind = pgEnum("action_note_kind", ACTION_NOTE_KINDS);

/**
 * What has become of an action since its plan was signed: beside the sealed text, which stays. Named by the first row of its
 * line (`improvement_actions.origin_id`), so that it goes on when a later revision is signed. No row: nothing has been said yet.
 */
export const equalityActions = pgTable(
  "equality_actions",
  {
    id: uuid("id")
      .primaryKey()
      .references(() => improvementActions.id),
    assessmentId: uuid("assessment_id")
      .notNull()
      .references(() => assessments.id),
    status: actionStatus("status").notNull().default("NOT_STARTED"),
    ownerId: uuid("owner_id").references(() => users.id),
    metricId: uuid("metric_id").references(() => metrics.id),
    deliveryActionId: uuid("delivery_action_id").references(() => deliveryActions.id),
    /** Raised when owner, metric or delivery action change. */
    version: integer("version").notNull().default(1),
    /** The day to which it was moved, and the sealed one that this took the place of: a later plan's own date wins over it. */
    movedTo: date("moved_to"),
    movedFrom: date("moved_from"),
  },
  (table) => [
    index("equality_actions_by_assessment").on(table.assessmentId),
    index("equality_actions_by_owner").on(table.ownerId).where(sql`${table.ownerId} is not null`),
    index("equality_actions_by_metric").on(table.metricId).where(sql`${table.metricId} is not null`),
    index("equality_actions_by_delivery_action")
      .on(table.deliveryActionId)
      .where(sql`${table.deliveryActionId} is not null`),
    check("equality_actions_moved", sql`${table.movedTo} is not null or ${table.movedFrom} is null`),
  ],
);

/** How an action gets on, note by note, and each new date with its reason. Only ever added to. */
export const equalityActionNotes = pgTable(
  "equality_action_notes",
  {
    id: id(),
    actionId: uuid("action_id")
      .notNull()
      .references(() => equalityActions.id),
    /** 1 for the first note of an action: what a later writer says that they had seen. */
    number: integer("number").notNull(),
    kind: actionNoteKind("kind").notNull(),
    /** What was done; of a new date, why. */
    text: text("text").notNull(),
    /** Where the action stood once this was written. */
    status: actionStatus("status").notNull(),
    dueBefore: date("due_before"),
    dueAfter: date("due_after"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.actionId, table.number),
    check(
      "equality_action_notes_dates",
      sql`(${table.kind} = 'DUE_MOVED') = (${table.dueAfter} is not null)`,
    ),
  ],
);
