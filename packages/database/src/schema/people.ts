import { ROLES } from "@due-regard/domain/access/roles";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";
import { departments } from "./organisations.ts";

export const role = pgEnum("role", ROLES);

/** People known to the system. Identity comes from the OpenID Connect issuer, joined by verified email. */
export const users = pgTable(
  "users",
  {
    id: id(),
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    jobTitle: text("job_title").notNull(),
    departmentId: uuid("department_id").references(() => departments.id),
    /** Made-up people of the demonstration. */
    isDemo: boolean("is_demo").notNull().default(false),
    /** Raised when name, job title or department change: a change names the version that it was based on. */
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    disabledAt: instant("disabled_at"),
  },
  (table) => [check("users_email_is_lower_case", sql`${table.email} = lower(${table.email})`)],
);

/** A role holds in one department, or everywhere when no department is named. Rows are kept: a role ends, and is never taken back. */
export const roleGrants = pgTable(
  "role_grants",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: role("role").notNull(),
    departmentId: uuid("department_id").references(() => departments.id),
    grantedAt: instant("granted_at").notNull().defaultNow(),
    /** Null: by the operator, or with the sample data. */
    grantedById: uuid("granted_by_id").references(() => users.id),
    revokedAt: instant("revoked_at"),
    revokedById: uuid("revoked_by_id").references(() => users.id),
  },
  (table) => [
    uniqueIndex("role_grants_one_current")
      .on(
        table.userId,
        table.role,
        sql`coalesce(${table.departmentId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      )
      .where(sql`${table.revokedAt} is null`),
  ],
);

/** Browser sessions. Only the hash of the cookie is kept. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: text("id_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** When the person last proved who they are (the issuer's auth_time). */
    authenticatedAt: instant("authenticated_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    /** Needed to end the session at the issuer too. */
    idToken: text("id_token"),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);

/** A sign-in that has been sent to the issuer and has not come back yet. */
export const signInAttempts = pgTable("sign_in_attempts", {
  stateHash: text("state_hash").primaryKey(),
  codeVerifier: text("code_verifier").notNull(),
  nonce: text("nonce").notNull(),
  returnTo: text("return_to").notNull(),
  /** Seconds within which the person must have proved who they are, checked again when they come back. */
  maxAge: integer("max_age").notNull().default(43_200),
  createdAt: instant("created_at").notNull().defaultNow(),
  expiresAt: instant("expires_at").notNull(),
});

/** Personal access tokens for the API. Only the hash is kept. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    scopes: text("scopes").array().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [index("api_tokens_by_user").on(table.userId)],
);
