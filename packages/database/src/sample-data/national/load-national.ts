import { once } from "node:events";
import { formatValue } from "@due-regard/domain/metrics/format-value";
import type { DatabaseConnection } from "../../connection.ts";
import { metricDefinitions, metrics } from "../../schema/metrics.ts";
import { organisations } from "../../schema/organisations.ts";
import { sources } from "../../schema/sources.ts";
import { KeyedIds } from "../keyed-ids.ts";
import { generateFigures, type NationalFigure, type NationalSet } from "./generate-figures.ts";
import type { NationalMetric } from "./national-metrics.ts";

export const NATIONAL_SOURCE = {
  key: "synthetic-national",
  title: "Synthetic national data set: invented for tests and measurements",
  authority: "Due Regard",
} as const;

export interface NationalIds {
  metricIds: KeyedIds;
  organisationIds: KeyedIds;
  sourceId: string;
}

/**
 * Loads the set straight into the figures' table by COPY, for measurements: a database without these metrics, whose
 * authorities are known. Everybody else imports the file.
 */
export const loadNational = async (
  connection: DatabaseConnection,
  set: NationalSet,
): Promise<NationalIds & { rows: number }> => {
  const ids = await loadNationalNames(connection, set.metrics);
  const rows = await copyFigures(connection, set, ids);
  return { ...ids, rows };
};

/** The metrics with their definitions, and the source that says what they are. */
export const loadNationalNames = async (
  { db }: DatabaseConnection,
  list: readonly NationalMetric[],
): Promise<NationalIds> => {
  const [source] = await db.insert(sources).values(NATIONAL_SOURCE).returning();
  const rows = await db
    .insert(metrics)
    .values(list.map(({ reporting: _, ...metric }) => metric))
    .returning({ id: metrics.id, code: metrics.code, text: metrics.description });
  await db.insert(metricDefinitions).values(rows.map(({ id, text }) => ({ metricId: id, text: text ?? "" })));
  const known = await db.select().from(organisations);
  return {
    metricIds: new KeyedIds(
      "metric",
      rows.map((row) => [row.code, row.id]),
    ),
    organisationIds: new KeyedIds(
      "organisation",
      known.map((row) => [row.code, row.id]),
    ),
    sourceId: source?.id ?? "",
  };
};

/** Figures became known some weeks after their month. */
const KNOWN_AFTER_DAYS = 40;

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString();

/** A figure as a row of the table of observations. */
export const observationOf = (figure: NationalFigure, ids: NationalIds) => {
  const { metric, organisation, period } = figure;
  return {
    metricId: ids.metricIds.get(metric.code),
    organisationId: ids.organisationIds.get(organisation),
    period: period.code,
    periodStart: period.start,
    periodEnd: period.end,
    status: figure.status,
    unit: metric.unit,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    count: figure.count,
    countOf: figure.countOf,
    display: formatValue({ ...figure, unit: metric.unit }),
    noValueReason: figure.noValueReason,
    expectedOn: figure.expectedOn,
    note: figure.note,
    sourceId: ids.sourceId,
    recordedAt: daysAfter(period.end, KNOWN_AFTER_DAYS),
  };
};

/** COPY's text format: tabs between, \N for nothing. No text of the set holds a tab, a line end or a backslash. */
const copyLine = (row: ReturnType<typeof observationOf>): string =>
  `${Object.values(row)
    .map((cell) => cell ?? "\\N")
    .join("\t")}\n`;

const columnsOf = (row: ReturnType<typeof observationOf>): string =>
  Object.keys(row)
    .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .join(", ");

const BATCH_BYTES = 256 * 1024;

const copyFigures = async (
  { sql }: DatabaseConnection,
  set: NationalSet,
  ids: NationalIds,
): Promise<number> => {
  const [first] = generateFigures(set);
  if (first === undefined) return 0;
  const columns = columnsOf(observationOf(first, ids));
  const copy = await sql.unsafe(`copy observations (${columns}) from stdin`).writable();
  let batch = "";
  let rows = 0;
  for (const figure of generateFigures(set)) {
    batch += copyLine(observationOf(figure, ids));
    rows += 1;
    if (batch.length < BATCH_BYTES) continue;
    if (!copy.write(batch)) await once(copy, "drain");
    batch = "";
  }
  copy.end(batch);
  await once(copy, "finish");
  await sql`analyze observations`;
  return rows;
};
