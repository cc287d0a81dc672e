import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { dashboardEditions } from "@due-regard/database/schema/dashboards";
import { metrics, observations } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { checkReading } from "@due-regard/domain/metrics/import/figure-reading";
import { prepareNames } from "@due-regard/domain/metrics/import/names";
import { type RowReading, readOwnRow } from "@due-regard/domain/metrics/import/read-own-row";
import { suggestMapping } from "@due-regard/domain/metrics/import/suggest-mapping";
import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DownloadQuestion } from "../../../downloads/download-format.ts";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import { importerAs } from "../../../testing/import-operations.ts";
import { COUNTY, RECORD } from "../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { readDownload } from "./testing/read-download.ts";

/** What was exported and is read by the import says the same, to the letter: figure, printed cell and doubts. */

const PERIOD = "2023-24";
const AWKWARD = [
  { value: "11.0", note: "=1+1" },
  { value: "11.00", note: "+44 (0)116" },
  { value: "0.0", note: "-SUM(A1)" },
  { value: "-5.50", note: "@here, there", unit: "CURRENCY" },
  {
    value: "1234567.10",
    note: 'said “no”, and "no"\nthen yes\n\n– at last',
    numerator: "0.10",
    denominator: "1.0",
  },
  { noValueReason: "RESULTS_DUE", expectedOn: "May 2024", note: "é 中 😀 <&> ’" },
  { noValueReason: "SUPPRESSED" },
  { value: "12", count: "33", countOf: "=admissions", note: "'=quoted _x0041_\ttabbed" },
  { value: "12", status: "PROVISIONAL", note: "two  spaces" },
];
const ENDINGS = ["csv", "xlsx", "ods"];

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const codes = await api.database.db
    .select({ code: metrics.code, unit: metrics.unit })
    .from(metrics)
    .where(eq(metrics.accumulation, "PERIOD"));
  const percent = codes.filter(({ unit }) => unit === "PERCENT");
  const figures = AWKWARD.map(({ unit: _unit, ...figure }, index) => ({
    metric: percent[index]?.code,
    organisation: COUNTY,
    period: PERIOD,
    ...figure,
  }));
  const groups = ["=Women", "Men, and boys", "+other"].map((category, index) => ({
    metric: percent[0]?.code,
    organisation: COUNTY,
    period: PERIOD,
    value: `${50 + index}.0`,
    numerator: `${index}`,
    denominator: "100",
    breakdown: { characteristic: "SEX", category },
  }));
  const { data, errors } = await api.as("analyst@example.org")(RECORD, {
    input: { figures: [...figures, ...groups] },
  });
  expect([errors, data?.recordObservations.__typename, data?.recordObservations.problems]).toEqual([
    [],
    "ObservationsRecorded",
    undefined,
  ]);
});
afterAll(() => api.close());

const readFigures = async (name: string, ending: string, question: DownloadQuestion) => {
  const viewer = await api.viewer("analyst@example.org");
  const request = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
  const made = await DOWNLOADS[name]?.make(ending, request, question);
  if (!made?.ok) throw new Error(JSON.stringify(made?.failure));
  const { Figures = [] } = await readDownload(ending, made.value.bytes);
  const rows = Figures.map((cells, index) => ({ row: index + 1, cells }));
  const mapping = suggestMapping(rows, { sheet: null, headerRow: null, format: null });
  expect([mapping.format, mapping.headerRow, Object.keys(mapping.columns).length]).toEqual(["OWN", 1, 20]);
  const names = prepareNames(
    await api.database.db.select().from(metrics),
    (await api.database.db.select().from(organisations)).map((each) => ({ ...each, writable: true })),
  );
  return rows.slice(1).map(({ row, cells }) => readOwnRow(row, cells, mapping, names));
};

const listEditions = async () =>
  await api.database.db
    .select({ code: organisations.code, period: dashboardEditions.period })
    .from(dashboardEditions)
    .innerJoin(organisations, eq(organisations.id, dashboardEditions.organisationId));

const currentFigures = async (): Promise<Map<string, ObservationRow>> => {
  const rows = await api.database.db.select().from(observations).where(isNull(observations.supersededAt));
  return new Map(rows.map((row) => [keyOf(row), row]));
};

const keyOf = (row: ObservationRow): string =>
  JSON.stringify([
    row.metricId,
    row.organisationId,
    row.period,
    row.status === "FORECAST",
    row.breakdownCharacteristic ?? null,
    row.breakdownCategory ?? null,
  ]);

/** Where what was read differs from what is recorded: nothing, if nothing was lost. */
const differences = (
  { reading, problems, leftOut }: RowReading,
  current: Map<string, ObservationRow>,
): unknown[] => {
  const blocking = problems.filter(({ kind }) => kind !== "PRINTED_DIFFERS");
  if (reading === null || leftOut || blocking.length > 0) return [{ reading, problems, leftOut }];
  const { draft, metric, organisation } = reading;
  const figure = current.get(
    JSON.stringify([
      metric.id,
      organisation.id,
      draft.period.code,
      draft.status === "FORECAST",
      draft.breakdown?.characteristic ?? null,
      draft.breakdown?.category ?? null,
    ]),
  );
  if (figure === undefined) return [{ missing: draft }];
  const { outcome } = checkReading(reading, figure, "2026-11-24");
  const same =
    outcome === "SAME" &&
    reading.unit === figure.unit &&
    reading.printed === figure.display &&
    JSON.stringify(reading.doubts) === JSON.stringify(figure.doubts);
  return same ? [] : [{ outcome, reading, figure }];
};

describe.each(ENDINGS)("as %s", (ending) => {
  it("every dashboard comes back as it is", async () => {
    const current = await currentFigures();
    const editions = await listEditions();
    expect(editions.length).toBe(5);
    for (const { code, period } of editions) {
      const question = { organisation: [code], period: [period], asAt: ["2099-01-01T00:00:00Z"] };
      const read = await readFigures("dashboard", ending, question);
      expect(read.length).toBeGreaterThanOrEqual(60);
      expect(read.flatMap((each) => differences(each, current))).toEqual([]);
    }
  });

  it("every metric comes back as it is, with awkward figures and groups", async () => {
    const current = await currentFigures();
    const codes = await api.database.db.select({ code: metrics.code }).from(metrics);
    let figures = 0;
    for (const { code } of codes) {
      const read = await readFigures("metric", ending, { code: [code], breakdown: ["SEX"] });
      figures += read.length;
      expect(read.flatMap((each) => differences(each, current))).toEqual([]);
    }
    expect(figures).toBe(current.size);
  });
});

it("the import finds nothing to change in a CSV of any dashboard", async () => {
  const importer = importerAs(api.as("analyst@example.org"));
  const viewer = await api.viewer("analyst@example.org");
  const request = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
  for (const { code, period } of await listEditions()) {
    const question = { organisation: [code], period: [period], asAt: ["2099-01-01T00:00:00Z"] };
    const made = await DOWNLOADS.dashboard?.make("csv", request, question);
    if (!made?.ok) throw new Error(JSON.stringify(made?.failure));
    const { import: found } = await importer.dryRun(new TextDecoder().decode(made.value.bytes));
    const { rows } = found.counts;
    expect(rows).toBeGreaterThanOrEqual(60);
    expect(found.counts).toMatchObject({
      figures: rows,
      new: 0,
      revised: 0,
      same: rows,
      leftOut: 0,
      faulty: 0,
    });
  }
});

it("the import asks about each figure that was revised since the committee saw what was downloaded", async () => {
  const viewer = await api.viewer("analyst@example.org");
  const request = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
  const question = { organisation: [COUNTY], period: ["2019-04/2019-11"] };
  const made = await DOWNLOADS.dashboard?.make("csv", request, question);
  if (!made?.ok) throw new Error(JSON.stringify(made?.failure));
  const text = new TextDecoder().decode(made.value.bytes);
  const { import: found } = await importerAs(api.as("analyst@example.org")).dryRun(text);
  expect(found.counts).toMatchObject({ rows: 62, new: 0, revised: 8, faulty: 0, warned: 8 });
  expect(found.problemCounts).toEqual([{ kind: "REVISED_SINCE", weight: "WARNS", rows: 8 }]);
  expect(found.problems.edges[0].node.wrong).toBe(
    "This is the figure as recorded on 20 January 2020; it was revised on 18 January 2021.",
  );
});

it("the import refuses groups’ figures that were hidden or rounded for whoever downloaded them", async () => {
  const viewer = await api.viewer("scrutiny@example.org");
  const request = { db: api.database.db, viewer, now: "2026-11-24T12:00:00.000Z" };
  const [first] = await api.database.sql<{ code: string }[]>`
    select m.code from metrics m join observations o on o.metric_id = m.id where o.breakdown_category = '=Women'`;
  const question = { code: [first?.code ?? ""], organisation: [COUNTY], from: [PERIOD], breakdown: ["SEX"] };
  const made = await DOWNLOADS.metric?.make("csv", request, question);
  if (!made?.ok) throw new Error(JSON.stringify(made?.failure));
  const text = new TextDecoder().decode(made.value.bytes);
  const { import: found } = await importerAs(api.as("analyst@example.org")).dryRun(text);
  expect(found.counts).toMatchObject({ rows: 4, same: 1, new: 0, revised: 0, faulty: 3 });
  expect(found.problemCounts).toEqual([{ kind: "UNREADABLE_WORD", weight: "BLOCKS", rows: 3 }]);
});
