import { lawInForceOn, type ReferenceData } from "@due-regard/domain/ehria/reference-types";
import { asc } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { characteristics, rights } from "../schema/reference.ts";

/** The law in force on a day (ISO calendar date), as the tables hold it. */
export const loadReferenceData = async (db: Executor, date: string): Promise<ReferenceData> => {
  const [characteristicRows, rightRows] = await Promise.all([
    db.select().from(characteristics).orderBy(asc(characteristics.position)),
    db.select().from(rights).orderBy(asc(rights.position)),
  ]);
  return { characteristics: lawInForceOn(characteristicRows, date), rights: lawInForceOn(rightRows, date) };
};
