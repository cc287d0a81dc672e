import type { TransactionSql } from "postgres";
import type { Database } from "../connection.ts";
import { type CopyValue, copyInto, copyLine } from "./copy-in.ts";
import { inImportTransaction } from "./import-transaction.ts";
import { type RowsToRead, readPieces, type StagedRow } from "./row-blocks.ts";

/** A figure in force, as the check compares with it. */
export interface CurrentFigure {
  id: string;
  metricId: string;
  organisationId: string;
  period: string;
  breakdownCharacteristic: string | null;
  breakdownCategory: string | null;
  status: string;
  unit: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  count: string | null;
  countOf: string | null;
  noValueReason: string | null;
  expectedOn: string | null;
  note: string | null;
  forecastMethod: string | null;
  forecastBasis: string | null;
  recordedAt: string;
}

/** What is asked and written while rows are checked, all of it in one transaction. */
export interface CheckStage {
  /** Rows in pieces; the next is on its way while one is checked. */
  pieces: () => AsyncGenerator<StagedRow[]>;
  /** Figures in force for these subjects: metric, organisation and period of each. */
  findCurrent: (subjects: readonly (readonly [string, string, string])[]) => Promise<CurrentFigure[]>;
  /** Values in the order of {@link FIGURE_COLUMNS} and {@link PROBLEM_COLUMNS}, without the import's id. */
  write: (figures: readonly CopyValue[][], problems: readonly CopyValue[][]) => Promise<void>;
  /** Marks figures of which the file has another. */
  markDuplicates: (rows: readonly number[]) => Promise<void>;
  finish: () => Promise<{ outcomes: Record<string, number>; faulty: number; warned: number }>;
}

const FIGURE_COLUMNS =
  "import_id, row, metric_id, organisation_id, period, period_start, period_end, breakdown_characteristic, breakdown_category, status, unit, value, numerator, denominator, count, count_of, display, no_value_reason, expected_on, note, doubts, forecast_method, forecast_basis, outcome, based_on_id";
const PROBLEM_COLUMNS = `import_id, row, number, kind, "column", header, printed, detail`;

/** Runs a check: what an earlier one found is thrown away first, and what this one finds is kept only as a whole. */
export const checkRows = async <Answer>(
  db: Database,
  rows: RowsToRead,
  blockingKinds: readonly string[],
  work: (stage: CheckStage) => Promise<Answer>,
): Promise<Answer> =>
  await inImportTransaction(db, async (tx) => {
    const { importId } = rows;
    await tx`delete from metric_import_figures where import_id = ${importId}`;
    await tx`delete from metric_import_problems where import_id = ${importId}`;
    const pairs = await findPairs(tx);
    return await work({
      pieces: () => readPieces(tx, rows),
      findCurrent: (subjects) => findCurrent(tx, pairs, subjects),
      write: (figures, problems) => write(tx, importId, figures, problems),
      markDuplicates: async (duplicates) => {
        await tx`update metric_import_figures set duplicate = true
          where import_id = ${importId} and row = any(${[...duplicates]}::int[])`;
      },
      finish: () => finish(tx, importId, blockingKinds),
    });
  });

/** Metrics and organisations that have figures at all: a first load of national data need not ask for each figure. */
const findPairs = async (tx: TransactionSql): Promise<Set<string>> => {
  const found = await tx<{ pair: string }[]>`
    select distinct metric_id || ' ' || organisation_id as pair from observations where superseded_at is null`;
  return new Set(found.map(({ pair }) => pair));
};

const findCurrent = async (
  tx: TransactionSql,
  pairs: ReadonlySet<string>,
  subjects: readonly (readonly [string, string, string])[],
): Promise<CurrentFigure[]> => {
  const asked = subjects.filter(([metric, organisation]) => pairs.has(`${metric} ${organisation}`));
  if (asked.length === 0) return [];
  const [metricIds, organisationIds, periods] = [0, 1, 2].map((at) => asked.map((each) => each[at] ?? ""));
  return await tx<CurrentFigure[]>`
    select o.id, o.metric_id as "metricId", o.organisation_id as "organisationId", o.period,
      o.breakdown_characteristic as "breakdownCharacteristic", o.breakdown_category as "breakdownCategory",
      o.status, o.unit, o.value, o.numerator, o.denominator, o.count, o.count_of as "countOf",
      o.no_value_reason as "noValueReason", o.expected_on as "expectedOn", o.note,
      o.forecast_method as "forecastMethod", o.forecast_basis as "forecastBasis",
      o.recorded_at::text as "recordedAt"
    from (select distinct * from unnest(${metricIds ?? []}::uuid[], ${organisationIds ?? []}::uuid[], ${periods ?? []}::text[])
      as k (metric_id, organisation_id, period)) k
    join observations o using (metric_id, organisation_id, period)
    where o.superseded_at is null`;
};

const write = async (
  tx: TransactionSql,
  importId: string,
  figures: readonly CopyValue[][],
  problems: readonly CopyValue[][],
): Promise<void> => {
  const lines = (rows: readonly CopyValue[][]): string[] => [
    rows.map((values) => copyLine([importId, ...values])).join(""),
  ];
  if (figures.length > 0) await copyInto(tx, `metric_import_figures (${FIGURE_COLUMNS})`, lines(figures));
  if (problems.length > 0) await copyInto(tx, `metric_import_problems (${PROBLEM_COLUMNS})`, lines(problems));
};

const finish = async (tx: TransactionSql, importId: string, blockingKinds: readonly string[]) => {
  await tx`analyze metric_import_figures`;
  const outcomes = await tx<{ outcome: string; figures: number }[]>`
    select outcome, count(*)::int as figures from metric_import_figures
    where import_id = ${importId} and not duplicate group by outcome`;
  const [rows] = await tx<{ faulty: number; warned: number }[]>`
    select count(*) filter (where blocked)::int as faulty, count(*) filter (where not blocked)::int as warned
    from (select bool_or(kind = any(${[...blockingKinds]}::text[])) as blocked from metric_import_problems
      where import_id = ${importId} group by row) r`;
  return {
    outcomes: Object.fromEntries(outcomes.map(({ outcome, figures }) => [outcome, figures])),
    faulty: rows?.faulty ?? 0,
    warned: rows?.warned ?? 0,
  };
};
