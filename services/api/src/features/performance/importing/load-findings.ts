import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { metricImportFigures, metricImportProblems } from "@due-regard/database/schema/imports";
import { observations } from "@due-regard/database/schema/metrics";
import {
  PROBLEM_KINDS,
  type ProblemKind,
  type ProblemWeight,
} from "@due-regard/domain/metrics/import/problems";
import type { ImportOutcome } from "@due-regard/domain/metrics/import/vocabulary";
import { and, asc, count, countDistinct, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ImportedFigure, ImportProblemView } from "./import-parts.graphql.ts";

const kindsOf = (weight: ProblemWeight): ProblemKind[] =>
  (Object.keys(PROBLEM_KINDS) as ProblemKind[]).filter((kind) => PROBLEM_KINDS[kind].weight === weight);

export const BLOCKING_KINDS: readonly ProblemKind[] = kindsOf("BLOCKS");

interface ProblemFilter {
  weight: ProblemWeight | null;
  kind: ProblemKind | null;
}

/** What the check found wrong, in the order of the file. */
export const listProblems = (db: Executor, importId: string, { weight, kind }: ProblemFilter) => {
  const table = metricImportProblems;
  const where = and(
    eq(table.importId, importId),
    weight === null ? undefined : inArray(table.kind, kindsOf(weight)),
    kind === null ? undefined : eq(table.kind, kind),
  );
  return {
    rows: async (limit: number, offset: number): Promise<ImportProblemView[]> =>
      (await db
        .select()
        .from(table)
        .where(where)
        .orderBy(asc(table.row), asc(table.number))
        .limit(limit)
        .offset(offset)) as ImportProblemView[],
    count: async (): Promise<number> => (await db.select({ n: count() }).from(table).where(where))[0]?.n ?? 0,
  };
};

export const countProblems = async (
  db: Executor,
  importId: string,
): Promise<{ kind: ProblemKind; rows: number }[]> => {
  const { kind, row, importId: owner } = metricImportProblems;
  const found = (await db
    .select({ kind, rows: countDistinct(row) })
    .from(metricImportProblems)
    .where(eq(owner, importId))
    .groupBy(kind)) as { kind: ProblemKind; rows: number }[];
  const rank = (each: { kind: ProblemKind }): number => (BLOCKING_KINDS.includes(each.kind) ? 0 : 1);
  return found.sort((left, right) => rank(left) - rank(right) || right.rows - left.rows);
};

/** What recording would do, in the order of the file. */
export const listChanges = (db: Executor, importId: string, outcome: ImportOutcome | null) => {
  const table = metricImportFigures;
  const where = and(
    eq(table.importId, importId),
    eq(table.duplicate, false),
    outcome === null ? undefined : eq(table.outcome, outcome),
  );
  return {
    rows: async (limit: number, offset: number): Promise<ImportedFigure[]> => {
      const found = await db
        .select({ figure: table, before: observations.display })
        .from(table)
        .leftJoin(observations, eq(observations.id, table.basedOnId))
        .where(where)
        .orderBy(asc(table.row))
        .limit(limit)
        .offset(offset);
      return found.map(({ figure, before }) => ({
        ...figure,
        group: figure.breakdownCategory,
        before,
        after: figure.outcome === "SAME" ? (before ?? "") : figure.display,
      }));
    },
    count: async (): Promise<number> => (await db.select({ n: count() }).from(table).where(where))[0]?.n ?? 0,
  };
};

/**
 * Figures in force where the import's own are not any more, because somebody recorded others. Where the import was undone,
 * those that came back are not among them.
 */
export const listKept = (db: Executor, importId: string, recordedAt: string | null) => {
  const theirs = observations;
  const same = sql`o.import_id = ${importId}::uuid and o.metric_id = ${theirs.metricId}
    and o.organisation_id = ${theirs.organisationId} and o.period = ${theirs.period}
    and coalesce(o.breakdown_characteristic, '') = coalesce(${theirs.breakdownCharacteristic}, '')
    and coalesce(o.breakdown_category, '') = coalesce(${theirs.breakdownCategory}, '')
    and (o.status = 'FORECAST') = (${theirs.status} = 'FORECAST')`;
  const where = and(
    isNull(theirs.supersededAt),
    sql`${theirs.importId} is distinct from ${importId}::uuid`,
    sql`exists (select from observations o where ${same} and o.recorded_at = ${recordedAt}::timestamptz)`,
    sql`not exists (select from observations o join metric_imports i on i.id = o.import_id
      where ${same} and o.superseded_at = i.undone_at)`,
  );
  return {
    rows: async (limit: number, offset: number): Promise<ObservationRow[]> =>
      await db
        .select()
        .from(theirs)
        .where(where)
        .orderBy(asc(theirs.metricId), asc(theirs.organisationId), asc(theirs.periodStart), asc(theirs.id))
        .limit(limit)
        .offset(offset),
    count: async (): Promise<number> =>
      (await db.select({ n: count() }).from(theirs).where(where))[0]?.n ?? 0,
  };
};
