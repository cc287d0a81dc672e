import type { Database, Executor } from "@due-regard/database/connection";
import { discardRows } from "@due-regard/database/imports/discard-rows";
import { nobodyImports } from "@due-regard/database/imports/import-transaction";
import { metricImportProblems, metricImportRows, metricImports } from "@due-regard/database/schema/imports";
import { STATES_UNDER_WAY } from "@due-regard/domain/metrics/import/vocabulary";
import { and, desc, eq, inArray, lt, notExists, notInArray, sql } from "drizzle-orm";
import { IMPORT_LIMITS } from "./files/import-limits.ts";

/** Rows of files are kept only while they are needed. */

const WAITING = ["UPLOADED", "CHECKED"] as const;

const expire = async (db: Executor, importId: string): Promise<void> => {
  const [expired] = await db
    .update(metricImports)
    .set({ state: "EXPIRED" })
    .where(and(eq(metricImports.id, importId), inArray(metricImports.state, [...WAITING])))
    .returning({ id: metricImports.id });
  if (expired === undefined) return;
  await discardRows(db, importId);
  await db.delete(metricImportProblems).where(eq(metricImportProblems.importId, importId));
};

/** Makes room for one more import of this person. */
export const expireOldest = async (db: Database, userId: string): Promise<void> => {
  const surplus = await db
    .select({ id: metricImports.id })
    .from(metricImports)
    .where(and(eq(metricImports.uploadedById, userId), inArray(metricImports.state, [...WAITING])))
    .orderBy(desc(metricImports.uploadedAt))
    .offset(IMPORT_LIMITS.keptForOne - 1);
  for (const { id } of surplus) await expire(db, id);
};

const CUT_OFF =
  "This import was cut off when the system stopped, and nothing of it was kept. Send the file again.";

/**
 * For the start: an import that is marked as under way, while no process works on one, was cut off. Its transaction never
 * ended, so nothing of it is kept. So have those failed whose rows are gone after a crash of Postgres. Rows that nobody
 * recorded for some days are thrown away.
 */
export const tidyImports = async (db: Database): Promise<void> => {
  if (await nobodyImports(db)) {
    await fail(db, inArray(metricImports.state, [...STATES_UNDER_WAY]));
    const rows = db
      .select({ row: metricImportRows.firstRow })
      .from(metricImportRows)
      .where(eq(metricImportRows.importId, metricImports.id));
    await fail(db, and(inArray(metricImports.state, [...WAITING]), notExists(rows)));
  }
  const old = sql`now() - make_interval(days => ${IMPORT_LIMITS.keptDays})`;
  const stale = await db
    .select({ id: metricImports.id })
    .from(metricImports)
    .where(and(inArray(metricImports.state, [...WAITING]), lt(metricImports.uploadedAt, old)));
  for (const { id } of stale) await expire(db, id);
  const kept = db
    .select({ id: metricImports.id })
    .from(metricImports)
    .where(sql`${metricImports.uploadedAt} >= ${old}`);
  await db.delete(metricImportProblems).where(notInArray(metricImportProblems.importId, kept));
};

const fail = async (db: Database, where: ReturnType<typeof and>): Promise<void> => {
  const failed = await db
    .update(metricImports)
    .set({ state: "FAILED", failure: CUT_OFF })
    .where(where)
    .returning({ id: metricImports.id });
  for (const { id } of failed) await discardRows(db, id);
};
