import { randomBytes } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";
import { nextInstant } from "./next-instant.ts";

/** Recording what was checked, set by set: the figures of a file become observations in one transaction. */

/** What an observation takes over from the figure of an import, or from the observation that it brings back. */
export const COPIED = sql.raw(
  "metric_id, organisation_id, period, period_start, period_end, breakdown_characteristic, breakdown_category, status, unit, value, numerator, denominator, count, count_of, display, no_value_reason, expected_on, note, doubts, forecast_method, forecast_basis",
);

/** Two figures are revisions of one. `f` is a figure of the import, `o` an observation. */
export const SAME_SUBJECT = sql.raw(`o.metric_id = f.metric_id and o.organisation_id = f.organisation_id
  and o.period = f.period
  and coalesce(o.breakdown_characteristic, '') = coalesce(f.breakdown_characteristic, '')
  and coalesce(o.breakdown_category, '') = coalesce(f.breakdown_category, '')
  and (o.status = 'FORECAST') = (f.status = 'FORECAST')`);

/** Figures that one statement records at least, if there are as many: progress is told in between. */
const ROWS_AT_ONCE = 200_000;

/** What an import is about, so far as recording must know beforehand. It does not change once the import is checked. */
export interface ImportSurvey {
  /** In the order of their ids, each with how many of its figures are to be recorded. */
  metrics: { id: string; figures: number }[];
  organisationIds: string[];
  /** Some of it was compared with figures in force; some will supersede them. */
  isBased: boolean;
  revises: boolean;
}

/** Reads the figures of an import once, for all that is asked of them as a whole. */
export const surveyImport = async (tx: Transaction, importId: string): Promise<ImportSurvey> => {
  await tx.execute(sql`set local statement_timeout = 0`);
  const pairs = await tx.execute<{
    metric: string;
    organisation: string;
    figures: number;
    based: boolean;
    revises: boolean;
  }>(sql`
    select metric_id as metric, organisation_id as organisation,
      (count(*) filter (where outcome <> 'SAME' and not duplicate))::int as figures,
      bool_or(based_on_id is not null) as based, bool_or(outcome = 'REVISED') as revises
    from metric_import_figures where import_id = ${importId} group by metric_id, organisation_id`);
  const byMetric = [...Map.groupBy(pairs, ({ metric }) => metric)];
  return {
    metrics: byMetric
      .map(([id, of]) => ({ id, figures: of.reduce((sum, { figures }) => sum + figures, 0) }))
      .sort((left, right) => (left.id < right.id ? -1 : 1)),
    organisationIds: [...new Set(pairs.map(({ organisation }) => organisation))],
    isBased: pairs.some(({ based }) => based),
    revises: pairs.some(({ revises }) => revises),
  };
};

/** Holds the metrics until the transaction ends, in the order in which every writer takes them. */
export const lockImportedMetrics = async (tx: Transaction, { metrics }: ImportSurvey): Promise<void> => {
  const ids = metrics.map(({ id }) => id);
  await tx.execute(sql`
    select id from metrics where id = any(${sql.param(ids)}::uuid[]) order by id for no key update`);
};

export const listImportedOrganisations = async (
  tx: Transaction,
  { organisationIds }: ImportSurvey,
): Promise<string[]> => {
  const rows = await tx.execute<{ code: string }>(sql`
    select code from organisations where id = any(${sql.param(organisationIds)}::uuid[])`);
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
export const isUnchanged = async (
  tx: Transaction,
  importId: string,
  { isBased }: ImportSurvey,
): Promise<boolean> => {
  if (!isBased) return true;
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
  survey: ImportSurvey;
  /** Told how many figures are recorded. */
  onProgress: (figures: number) => void;
}

/**
 * Supersedes what the file revises and records its figures, at one instant later than whatever they supersede. Answers
 * with that instant. A figure that somebody recorded meanwhile breaks the rule of one current revision, and throws.
 */
export const mergeFigures = async (
  tx: Transaction,
  { importId, userId, survey, onProgress }: Merge,
): Promise<string> => {
  // Room to sort the figures of one statement without a file.
  await tx.execute(sql`set local work_mem = '96MB'`);
  const figures = sql`f.import_id = ${importId}::uuid and not f.duplicate`;
  const recordedAt = await supersede(tx, figures, survey);
  let recorded = 0;
  for (const metricIds of partMetrics(survey)) {
    // In the order of the index by figure: what is asked for together lies together, and fewer pages are touched.
    const inserted = await tx.execute(sql`
      insert into observations (id, ${COPIED}, recorded_by_id, recorded_at, import_id)
      select (${idStart()} || lpad(to_hex(row_number() over (order by f.metric_id, f.organisation_id, f.period)), 8, '0'))::uuid,
        ${COPIED}, ${userId}::uuid, ${recordedAt}::timestamptz, ${importId}::uuid
      from metric_import_figures f
      where f.outcome <> 'SAME' and ${figures} and f.metric_id = any(${sql.param(metricIds)}::uuid[])`);
    recorded += inserted.count;
    onProgress(recorded);
  }
  return recordedAt;
};

/** Ends what the file revises, at the instant that it answers with: the one at which the file's figures begin. */
const supersede = async (tx: Transaction, figures: SQL, { revises }: ImportSurvey): Promise<string> => {
  const at = await nextInstant(
    tx,
    revises
      ? sql`
    select o.recorded_at from metric_import_figures f join observations o on o.id = f.based_on_id
    where f.outcome = 'REVISED' and ${figures}`
      : sql`select null::timestamptz as recorded_at`,
  );
  if (revises)
    await tx.execute(sql`
      update observations o set superseded_at = ${at}::timestamptz from metric_import_figures f
      where o.id = f.based_on_id and f.outcome = 'REVISED' and ${figures}`);
  return at;
};

/** The metrics of what is to be recorded, in parts with about as many figures as one statement takes. */
const partMetrics = ({ metrics }: ImportSurvey): string[][] => {
  const parts: string[][] = [];
  let room = 0;
  for (const { id, figures } of metrics) {
    if (figures === 0) continue;
    if (room <= 0) {
      parts.push([]);
      room = ROWS_AT_ONCE;
    }
    parts.at(-1)?.push(id);
    room -= figures;
  }
  return parts;
};

/**
 * The first 24 digits of ids of version 7 (RFC 9562, 6.2, method 1): the time, 42 random bits, and a counter to follow. As
 * much chance for each statement as keeps them apart, and ids that grow, which keep the index of a large table in few pages.
 * Postgres' own functions ask for random bytes row by row: that took a tenth of the time in which figures are recorded.
 */
const idStart = (): string => {
  const time = Date.now().toString(16).padStart(12, "0");
  const random = randomBytes(6);
  // The version and the variant stand among them.
  random[0] = 0x70 | ((random[0] ?? 0) & 0x0f);
  random[2] = 0x80 | ((random[2] ?? 0) & 0x3f);
  return `${time}${random.toString("hex")}`;
};
