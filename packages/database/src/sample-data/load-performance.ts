import { periodOf } from "@due-regard/domain/metrics/period";
import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "../connection.ts";
import { benchmarks } from "../schema/benchmarks.ts";
import { dashboardEditions, dashboardRows } from "../schema/dashboards.ts";
import {
  metricDefinitions,
  metrics,
  observations,
  ratings,
  reportedStandings,
  targets,
} from "../schema/metrics.ts";
import { organisations } from "../schema/organisations.ts";
import { sources } from "../schema/sources.ts";
import { KeyedIds } from "./keyed-ids.ts";
import { loadStrategies } from "./load-strategies.ts";
import { buildPerformanceRecords } from "./performance/build-performance-records.ts";
import { readPapers } from "./performance/read-papers.ts";
import type { ElementReference, FigureKey, PerformanceRecords, RatingRecord } from "./performance/records.ts";
import type { PerformanceIds } from "./performance-ids.ts";

/** Inserts everything that the papers say about performance and strategies. */
export const loadPerformance = async (tx: Transaction): Promise<PerformanceIds> => {
  const records = buildPerformanceRecords(await readPapers());
  const ids = await loadNames(tx, records);
  const elementIds = await loadStrategies(tx, records, ids);
  await loadFigures(tx, records, ids);
  await loadDashboards(tx, records, ids, elementIds);
  return ids;
};

const loadNames = async (tx: Transaction, records: PerformanceRecords): Promise<PerformanceIds> => {
  // All but the papers' own bodies are in the list of authorities; the papers' names stand.
  const organisationRows = await tx
    .insert(organisations)
    .values(records.organisations)
    .onConflictDoUpdate({ target: organisations.code, set: { name: sql`excluded.name` } })
    .returning();
  const sourceRows = await tx.insert(sources).values(records.sources).returning();
  const metricRows = await tx.insert(metrics).values(records.metrics).returning();
  const ids = {
    organisationIds: new KeyedIds(
      "organisation",
      organisationRows.map((row) => [row.code, row.id]),
    ),
    sourceIds: new KeyedIds(
      "source",
      sourceRows.map((row) => [row.key, row.id]),
    ),
    metricIds: new KeyedIds(
      "metric",
      metricRows.map((row) => [row.code, row.id]),
    ),
  };
  await insertMany(
    tx,
    metricDefinitions,
    records.definitions.map(({ metricCode, sourceKey, ...definition }) => ({
      ...definition,
      metricId: ids.metricIds.get(metricCode),
      sourceId: ids.sourceIds.maybe(sourceKey),
    })),
  );
  return ids;
};

/** Rows that one statement carries: Postgres takes up to 65,535 parameters. */
const CHUNK = 500;

const insertMany = async <Row extends object>(
  tx: Transaction,
  table: PgTable,
  rows: Row[],
): Promise<void> => {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx.insert(table).values(rows.slice(start, start + CHUNK) as never);
  }
};

const loadFigures = async (
  tx: Transaction,
  records: PerformanceRecords,
  ids: PerformanceIds,
): Promise<void> => {
  const toRow = <Figure extends FigureKey & { sourceKey: string }>({
    metricCode,
    organisationCode,
    sourceKey,
    ...figure
  }: Figure) => ({
    ...figure,
    metricId: ids.metricIds.get(metricCode),
    organisationId: ids.organisationIds.get(organisationCode),
    sourceId: ids.sourceIds.get(sourceKey),
  });
  await insertMany(tx, observations, records.observations.map(toRow));
  await insertMany(tx, targets, records.targets.map(toRow));
  await insertMany(tx, ratings, [...records.ratings, ...unratedRows(records)].map(toRow));
  await insertMany(tx, reportedStandings, records.standings.map(toRow));
  await insertMany(
    tx,
    benchmarks,
    records.benchmarks.map(({ metricCode, sourceKey, ...benchmark }) => ({
      ...benchmark,
      metricId: ids.metricIds.get(metricCode),
      sourceId: ids.sourceIds.get(sourceKey),
    })),
  );
};

/**
 * Rows of a red, amber and green paper without a letter: the paper judged that there is nothing to judge, and its
 * headline counts say so (8 + 1 + 4 + 18 = 31). The colours of 2022/23 are lost instead, so nothing is said for them.
 */
const unratedRows = ({ editions, rows, ratings: rated }: PerformanceRecords): RatingRecord[] =>
  editions
    .filter((edition) => edition.scheme === "RAG")
    .flatMap((edition) => {
      const { organisationCode, scheme, sourceKey, reportedOn } = edition;
      const isIn = (each: { organisationCode: string; metricCode: string }, metricCode: string) =>
        each.organisationCode === organisationCode && each.metricCode === metricCode;
      return rows
        .filter((row) => row.organisationCode === organisationCode && row.editionPeriod === edition.period)
        .filter(
          (row) => !rated.some((each) => isIn(each, row.metricCode) && each.period === row.ratingPeriod),
        )
        .map(({ metricCode, ratingPeriod }) => ({
          organisationCode,
          metricCode,
          ...spanOf(ratingPeriod),
          scheme,
          judged: null,
          comparison: null,
          reason: "The paper gives no rating.",
          sourceKey,
          doubts: [],
          recordedAt: `${reportedOn}T00:00:00Z`,
          supersededAt: null,
        }));
    });

const spanOf = (code: string) => {
  const { start, end } = periodOf(code);
  return { period: code, periodStart: start, periodEnd: end };
};

const loadDashboards = async (
  tx: Transaction,
  records: PerformanceRecords,
  ids: PerformanceIds,
  elementIds: KeyedIds,
): Promise<void> => {
  const editionRows = await tx
    .insert(dashboardEditions)
    .values(
      records.editions.map(({ organisationCode, sourceKey, ...edition }) => ({
        ...edition,
        organisationId: ids.organisationIds.get(organisationCode),
        sourceId: ids.sourceIds.get(sourceKey),
      })),
    )
    .returning();
  const editionIds = new KeyedIds(
    "edition",
    editionRows.map((row) => [`${row.organisationId} ${row.period}`, row.id]),
  );
  const elementId = (reference: ElementReference | null) =>
    reference === null ? null : elementIds.get(`${reference.strategy} ${reference.element}`);
  const rows = records.rows.map(
    ({
      organisationCode,
      editionPeriod,
      paperRow: _,
      metricCode,
      layer,
      outcome,
      supportingOutcome,
      ...row
    }) => ({
      ...row,
      editionId: editionIds.get(`${ids.organisationIds.get(organisationCode)} ${editionPeriod}`),
      metricId: ids.metricIds.get(metricCode),
      layerId: elementId(layer),
      outcomeId: elementId(outcome),
      supportingOutcomeId: elementId(supportingOutcome),
    }),
  );
  await insertMany(tx, dashboardRows, rows);
};
