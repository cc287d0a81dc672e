import { sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";
import { COPIED, SAME_SUBJECT } from "./merge-figures.ts";
import { nextInstant } from "./next-instant.ts";

/** Taking an import back, metric by metric, as what it superseded comes back. */

export interface Undo {
  importId: string;
  /** When the import was recorded. */
  recordedAt: string;
  userId: string;
  onProgress: (figures: number) => void;
}

export interface Undone {
  undoneAt: string;
  /** Figures that ended, and how many of them gave way to the one before. */
  ended: number;
  restored: number;
}

/** Metrics that the import still has figures of in force, held until the transaction ends. */
export const lockMetricsInForce = async (tx: Transaction, importId: string): Promise<string[]> => {
  await tx.execute(sql`set local statement_timeout = 0`);
  const rows = await tx.execute<{ id: string }>(sql`
    select id from metrics
    where id in (select distinct metric_id from observations where import_id = ${importId} and superseded_at is null)
    order by id for no key update`);
  return rows.map(({ id }) => id);
};

export const listOrganisationsInForce = async (tx: Transaction, importId: string): Promise<string[]> => {
  const rows = await tx.execute<{ code: string }>(sql`
    select code from organisations where id in (
      select distinct organisation_id from observations where import_id = ${importId} and superseded_at is null)`);
  return rows.map(({ code }) => code);
};

/**
 * Ends the import's figures that are in force, at one instant, and brings back as new rows those that it superseded.
 * History is only added to. Figures that somebody revised since are left: they are not the import's any more.
 */
export const undoFigures = async (
  tx: Transaction,
  metricIds: readonly string[],
  { importId, recordedAt, userId, onProgress }: Undo,
): Promise<Undone> => {
  const undoneAt = await nextInstant(
    tx,
    sql`
    select recorded_at from observations where import_id = ${importId} and superseded_at is null`,
  );
  const done: Undone = { undoneAt, ended: 0, restored: 0 };
  for (const metricId of metricIds) {
    const ended = await tx.execute(sql`
      update observations set superseded_at = ${undoneAt}::timestamptz
      where import_id = ${importId} and metric_id = ${metricId}::uuid and superseded_at is null`);
    const restored = await tx.execute(sql`
      insert into observations (${COPIED}, source_id, recorded_by_id, recorded_at, import_id)
      select ${COPIED}, source_id,
        case when status = 'FORECAST' then recorded_by_id else ${userId}::uuid end,
        ${undoneAt}::timestamptz, import_id
      from observations o
      where o.metric_id = ${metricId}::uuid and o.superseded_at = ${recordedAt}::timestamptz
        and exists (select from observations f where f.import_id = ${importId}
          and f.superseded_at = ${undoneAt}::timestamptz and ${SAME_SUBJECT})`);
    done.ended += ended.count;
    done.restored += restored.count;
    onProgress(done.ended);
  }
  return done;
};
