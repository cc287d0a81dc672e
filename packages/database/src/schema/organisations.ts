import { pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
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
