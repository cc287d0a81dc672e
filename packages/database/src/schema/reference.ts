import { date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { protectedCharacteristic, rightKind, rightPart } from "./enums.ts";

/** Law as dated, editable data: it gets legal review, and a change in the law is a new row, not a release. */

export const characteristics = pgTable(
  "characteristics",
  {
    characteristic: protectedCharacteristic("characteristic").notNull(),
    label: text("label").notNull(),
    /** PROTECTED by the Equality Act 2010, or LOCAL: asked about by the council's own choice. */
    kind: text("kind").$type<"PROTECTED" | "LOCAL">().notNull(),
    /** Aims of the public sector equality duty that it counts for: 1 eliminate, 2 advance, 3 foster. */
    aims: integer("aims").array().notNull(),
    position: integer("position").notNull(),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    lawSource: text("law_source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.characteristic, table.validFrom] })],
);

/** Rights of the Human Rights Act by (part, article): Article 2 of the Convention is not Article 2 of the First Protocol. */
export const rights = pgTable(
  "rights",
  {
    part: rightPart("part").notNull(),
    article: integer("article").notNull(),
    title: text("title").notNull(),
    kind: rightKind("kind").notNull(),
    position: integer("position").notNull(),
    note: text("note"),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    lawSource: text("law_source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.article, table.validFrom] })],
);
