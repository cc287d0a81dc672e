import { date, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { id } from "./columns.ts";
import { protectedCharacteristic, rightKind, rightPart } from "./enums.ts";

/** Law as dated, editable data: it gets legal review, and a change in the law is a new row, not a release. */
const lawColumns = () => ({
  position: integer("position").notNull(),
  /** First and last day in force. No first day: the source gives none. No last day: still in force. */
  validFrom: date("valid_from"),
  validTo: date("valid_to"),
  source: text("source").notNull(),
});

export const characteristics = pgTable(
  "characteristics",
  {
    id: id(),
    characteristic: protectedCharacteristic("characteristic").notNull(),
    label: text("label").notNull(),
    /** PROTECTED by the Equality Act 2010, or LOCAL: asked about by the council's own choice. */
    kind: text("kind").$type<"PROTECTED" | "LOCAL">().notNull(),
    /** Aims of the public sector equality duty that it counts for: 1 eliminate, 2 advance, 3 foster. */
    aims: integer("aims").array().$type<1 | 2 | 3>().notNull(),
    /** Words that name it in running text: a repeated paragraph may differ in them alone. */
    words: text("words").array().notNull(),
    ...lawColumns(),
  },
  (table) => [unique().on(table.characteristic, table.validFrom).nullsNotDistinct()],
);

/** Rights of the Human Rights Act by (part, article): Article 2 of the Convention is not Article 2 of the First Protocol. */
export const rights = pgTable(
  "rights",
  {
    id: id(),
    part: rightPart("part").notNull(),
    article: integer("article").notNull(),
    title: text("title").notNull(),
    kind: rightKind("kind").notNull(),
    note: text("note"),
    ...lawColumns(),
  },
  (table) => [unique().on(table.part, table.article, table.validFrom).nullsNotDistinct()],
);
