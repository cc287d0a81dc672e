import { EMAIL_CHOICES, EMAIL_STATES, NOTICE_KINDS } from "@due-regard/domain/notices/kinds";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { assessments } from "./assessments.ts";
import { id, instant } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { users } from "./people.ts";

export const noticeKind = pgEnum("notice_kind", NOTICE_KINDS);
export const emailChoice = pgEnum("email_choice", EMAIL_CHOICES);
export const emailState = pgEnum("email_state", EMAIL_STATES);

/** One message to one person. What it says is written when it is sent: its notices' words and links. */
export const emails = pgTable(
  "emails",
  {
    id: id(),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => users.id),
    isDigest: boolean("is_digest").notNull().default(false),
    state: emailState("state").notNull().default("WAITING"),
    /** Why it was given up, in words for the administrator. Null: it wasn't. */
    because: text("because"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** When it was sent, given up or dropped. Null: it waits. */
    settledAt: instant("settled_at"),
  },
  (table) => [
    index("emails_given_up").on(table.settledAt).where(sql`${table.state} = 'GIVEN_UP'`),
    index("emails_by_recipient").on(table.recipientId, table.createdAt),
    check("emails_settled", sql`(${table.state} = 'WAITING') = (${table.settledAt} is null)`),
    check("emails_given_up_because", sql`(${table.state} = 'GIVEN_UP') = (${table.because} is not null)`),
  ],
);

/**
 * What one person was told. It names things by id and says nothing of what they hold: words are made when it is shown, of what
 * its reader may read by then.
 */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => users.id),
    kind: noticeKind("kind").notNull(),
    /** A person is told once under a key: what happened, or the stage of a date. */
    key: text("key").notNull(),
    assessmentId: uuid("assessment_id").references(() => assessments.id),
    /** Whose results it is about. */
    organisationId: uuid("organisation_id").references(() => organisations.id),
    /** Who did it. Null: nobody, a date came. */
    actorId: uuid("actor_id").references(() => users.id),
    /** "2026-12-05", or as a figure says it: "May 2023". Null: it isn't about a date. */
    due: text("due"),
    /** How many things it stands for. */
    count: integer("count").notNull().default(1),
    /** Not written any more, since each kind says where it leads. A process of an earlier release still names it: to be dropped after this one. */
    place: text("place"),
    createdAt: instant("created_at").notNull().defaultNow(),
    readAt: instant("read_at"),
    /** The message that told of it. Null: none did. */
    emailId: uuid("email_id").references(() => emails.id),
  },
  (table) => [
    unique("notices_once").on(table.recipientId, table.key),
    index("notices_by_recipient").on(table.recipientId, table.createdAt),
    index("notices_unread").on(table.recipientId).where(sql`${table.readAt} is null`),
    index("notices_by_email").on(table.emailId).where(sql`${table.emailId} is not null`),
    check("notices_about_one", sql`num_nonnulls(${table.assessmentId}, ${table.organisationId}) = 1`),
  ],
);

/** What somebody said of how they want to be told. No row: they have not, and the default holds. */
export const noticePreferences = pgTable("notice_preferences", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id),
  email: emailChoice("email").notNull(),
  setAt: instant("set_at").notNull().defaultNow(),
});
