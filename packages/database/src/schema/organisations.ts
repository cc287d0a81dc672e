import { pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id } from "./columns.ts";

export const ORGANISATION_KINDS = ["COUNTY", "UNITARY", "NATION", "PARTNER"] as const;
export const organisationKind = pgEnum("organisation_kind", ORGANISATION_KINDS);

/** Councils, the nation as a yardstick, and partners. `code` is the ONS code, or a local one for bodies that have none. */
export const organisations = pgTable("organisations", {
  id: id(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  kind: organisationKind("kind").notNull(),
});

export const departments = pgTable(
  "departments",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
  },
  (table) => [unique().on(table.organisationId, table.slug)],
);

/** Authorities to be ranked among: shire counties, a region, statistical neighbours. Data that the council loads. */
export const comparatorGroups = pgTable("comparator_groups", {
  id: id(),
  name: text("name").notNull().unique(),
  /** Whose list it is, and of which year. */
  note: text("note"),
});

export const comparatorGroupMembers = pgTable(
  "comparator_group_members",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => comparatorGroups.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.organisationId] })],
);
