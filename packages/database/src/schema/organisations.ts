import {
  type AnyPgColumn,
  date,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id } from "./columns.ts";
import { organisationWords } from "./search-words.ts";

/** The kinds that are answerable for adult social care: those that are ranked. */
export const AUTHORITY_KINDS = ["COUNTY", "UNITARY", "LONDON_BOROUGH", "METROPOLITAN_DISTRICT"] as const;
export const ORGANISATION_KINDS = [...AUTHORITY_KINDS, "REGION", "NATION", "PARTNER"] as const;
export const organisationKind = pgEnum("organisation_kind", ORGANISATION_KINDS);

/**
 * Councils, regions and the nation as yardsticks, and partners. `code` is the ONS code, or a local one for bodies that have
 * none. England's authorities come with the software (reference-data/authorities.json).
 */
export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    kind: organisationKind("kind").notNull(),
    regionId: uuid("region_id").references((): AnyPgColumn => organisations.id),
    /** First and last day; null: from before the list begins (April 2009), and still there. */
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    /** Codes that ONS gave it before: files of those years carry them. */
    formerCodes: text("former_codes").array().notNull().default([]),
  },
  (table) => [index("organisations_by_words").using("gin", organisationWords(table))],
);

/** Which authorities took over from one that ended: Cumbria's are two. */
export const organisationSuccessors = pgTable(
  "organisation_successors",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    successorId: uuid("successor_id")
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.successorId] })],
);

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
