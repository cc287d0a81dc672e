import type { Database, Executor } from "@due-regard/database/connection";
import { metricImports } from "@due-regard/database/schema/imports";
import type { Viewer } from "@due-regard/domain/access/roles";
import { STATES_UNDER_WAY } from "@due-regard/domain/metrics/import/vocabulary";
import { and, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { isRowId } from "../../../schema/load-by-ids.ts";

export type ImportRecord = typeof metricImports.$inferSelect;

/**
 * Imports that a person may see: their own, and everybody's for analysts of every department. A file may hold figures of
 * any organisation, and small groups as they are.
 */
const visibleTo = (viewer: Viewer | null): SQL | undefined => {
  if (viewer === null) return sql`false`;
  const everywhere = viewer.roles.some(
    ({ role, departmentId }) => role === "ANALYST" && departmentId === null,
  );
  return everywhere ? undefined : eq(metricImports.uploadedById, viewer.userId);
};

export const findImport = async (
  db: Executor,
  viewer: Viewer | null,
  id: string,
): Promise<ImportRecord | null> => {
  if (!isRowId(id)) return null;
  const [record] = await db
    .select()
    .from(metricImports)
    .where(and(eq(metricImports.id, id), visibleTo(viewer)));
  return record ?? null;
};

export const listImports = (db: Executor, viewer: Viewer | null) => ({
  rows: async (limit: number, offset: number): Promise<ImportRecord[]> =>
    await db
      .select()
      .from(metricImports)
      .where(visibleTo(viewer))
      .orderBy(desc(metricImports.uploadedAt), desc(metricImports.id))
      .limit(limit)
      .offset(offset),
  count: async (): Promise<number> =>
    (await db.select({ n: count() }).from(metricImports).where(visibleTo(viewer)))[0]?.n ?? 0,
});

const PROGRESS_EVERY_MS = 300;

/**
 * Writes how far a step is, for whoever asks meanwhile: outside the step's own transaction, and no oftener than somebody
 * could look. A figure that gets lost is no harm.
 */
export const progressWriter = (db: Database, importId: string): ((done: number) => void) => {
  let next = 0;
  let writing = false;
  return (done) => {
    if (writing || Date.now() < next) return;
    writing = true;
    const written = db
      .update(metricImports)
      .set({ rowsDone: done })
      .where(and(eq(metricImports.id, importId), inArray(metricImports.state, [...STATES_UNDER_WAY])))
      .catch(() => undefined);
    void written.then(() => {
      writing = false;
      next = Date.now() + PROGRESS_EVERY_MS;
    });
  };
};
