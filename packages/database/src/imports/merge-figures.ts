import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";

/** Recording what was checked, set by set: the figures of a file become observations in one transaction. */

const COPIED = sql.raw(
  "metric_id, organisation_id, period, period_start, period_end, breakdown_characteristic, breakdown_category, status, unit, value, numerator, denominator, count, count_of, display, no_value_reason, expected_on, note, doubts",
);

/** Two figures are revisions of one. `f` is a figure of the import, `o` an observation. */
const SAME_SUBJECT = sql.raw(`o.metric_id = f.metric_id and o.organisation_id = f.organisation_id
  and o.period = f.period
  and coalesce(o.breakdown_characteristic, '') = coalesce(f.breakdown_characteristic, '')
  and coalesce(o.breakdown_category, '') = coalesce(f.breakdown_category, '')
  and (o.status = 'FORECAST') = (f.status = 'FORECAST')`);

/** Figures recorded by one statement, so that progress can be told in between. */
const ROWS_AT_ONCE = 50_000;

/** Holds the metrics until the transaction ends, in the order in which every writer takes them. */
export const lockImportedMetrics = async (tx: Transaction, importId: string): Promise<void> => {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`set local work_mem = '64MB'`);
  await tx.execute(sql`
    select id from metrics
    where id in (select distinct metric_id from metric_import_figures where import_id = ${importId})
    order by id for no key update`);
};

export const listImportedOrganisations = async (tx: Transaction, importId: string): Promise<string[]> => {
  const rows = await tx.execute<{ code: string }>(sql`
    select code from organisations
    where id in (select distinct organisation_id from metric_import_figures where import_id = ${importId})`);
  return rows.map(({ code }) => code);
};

export interface FigureConflict {
  row: number;
  theirs: string | null;
  yours: string;
  /** Revisions of the figure that there are now, and that there were when it was checked. */
  revisions: number;
  seen: number;
}

/** Figures that somebody recorded, or took back, after the check: what the file was to change is no longer there. */
export const listConflicts = async (tx: Transaction, importId: string): Promise<FigureConflict[]> => [
  ...(await tx.execute<{ [Key in keyof FigureConflict]: FigureConflict[Key] }>(sql`
    select f.row, o.display as theirs, f.display as yours,
      (select count(*)::int from observations o where ${SAME_SUBJECT}) as revisions,
      (select count(*)::int from observations o join observations b on b.id = f.based_on_id
        where ${SAME_SUBJECT} and o.recorded_at <= b.recorded_at) as seen
    from metric_import_figures f
    left join observations o on ${SAME_SUBJECT} and o.superseded_at is null
    where f.import_id = ${importId} and not f.duplicate and o.id is distinct from f.based_on_id
    order by f.row`)),
];

/** Whether each figure that the file says anything about is still the one that was checked. New ones tell themselves. */
export const isUnchanged = async (tx: Transaction, importId: string): Promise<boolean> => {
  const [row] = await tx.execute<{ stale: boolean }>(sql`
    select exists (
      select from metric_import_figures f left join observations o on o.id = f.based_on_id
      where f.import_id = ${importId} and not f.duplicate and f.based_on_id is not null
        and o.superseded_at is not null) as stale`);
  return row?.stale === false;
};

export interface Merge {
  importId: string;
  userId: string;
  /** Told how many figures are recorded. */
  onProgress: (figures: number) => void;
}

/**
 * Supersedes what the file revises and records its figures, at one instant later than whatever they supersede. Answers
 * with that instant. A figure that somebody recorded meanwhile breaks the rule of one current revision, and throws.
 */
export const mergeFigures = async (
  tx: Transaction,
  { importId, userId, onProgress }: Merge,
): Promise<string> => {
  const recordedAt = await nextInstant(
    tx,
    sql`
    select o.recorded_at from metric_import_figures f join observations o on o.id = f.based_on_id
    where f.import_id = ${importId} and f.outcome = 'REVISED'`,
  );
  const [last] = await tx.execute<{ row: number | null }>(
    sql`select max(row) as row from metric_import_figures where import_id = ${importId}`,
  );
  const id = await newIds(tx);
  let recorded = 0;
  for (let from = 0; from <= (last?.row ?? -1); from += ROWS_AT_ONCE) {
    const piece = sql`f.import_id = ${importId} and f.row >= ${from} and f.row < ${from + ROWS_AT_ONCE} and not f.duplicate`;
    await tx.execute(sql`
      update observations o set superseded_at = ${recordedAt}::timestamptz from metric_import_figures f
      where o.id = f.based_on_id and f.outcome = 'REVISED' and ${piece}`);
    const inserted = await tx.execute(sql`
      insert into observations (id, ${COPIED}, recorded_by_id, recorded_at, import_id)
      select ${id}, ${COPIED}, ${userId}::uuid, ${recordedAt}::timestamptz, ${importId}::uuid
      from metric_import_figures f where f.outcome <> 'SAME' and ${piece}
      order by f.metric_id, f.organisation_id, f.period`);
    recorded += inserted.count;
    onProgress(recorded);
  }
  return recordedAt;
};

/** Ids that grow keep the index of a large table in few pages; Postgres makes them from version 18 on. */
const newIds = async (tx: Transaction): Promise<SQL> => {
  const [row] = await tx.execute<{ grow: boolean }>(sql`select to_regproc('uuidv7') is not null as grow`);
  return row?.grow === true ? sql.raw("uuidv7()") : sql.raw("gen_random_uuid()");
};

/** Now, to the millisecond as the API shows it, and later than all that is superseded. */
const nextInstant = async (tx: Transaction, superseded: SQL): Promise<string> => {
  const [row] = await tx.execute<{ at: string }>(sql`
    select to_json(greatest(date_trunc('milliseconds', clock_timestamp()),
      date_trunc('milliseconds', max(s.recorded_at)) + interval '1 millisecond'))#>>'{}' as at
    from (${superseded}) s`);
  return new Date(row?.at ?? "").toISOString();
};

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
      select ${COPIED}, source_id, ${userId}::uuid, ${undoneAt}::timestamptz, import_id
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
