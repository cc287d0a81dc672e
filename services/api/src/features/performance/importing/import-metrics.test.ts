import { auditEvents } from "@due-regard/database/schema/audit";
import { metricImportFigures, metricImportRows } from "@due-regard/database/schema/imports";
import { observations } from "@due-regard/database/schema/metrics";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerAs, nodesOf } from "../../../testing/import-operations.ts";
import { COUNTY, RECORD, RUTLAND } from "../../../testing/performance-operations.ts";
import { fingerprintDatabase } from "../../../testing/rollback.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
let importer: ReturnType<typeof importerAs>;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  importer = importerAs(analyst);
});
afterAll(() => api.close());

const HEADER =
  "metric,organisation,period,status,value,numerator,denominator,no value reason,expected on,note";
const csv = (...rows: string[]): string => [HEADER, ...rows].join("\n");
const countObservations = async () =>
  (await api.database.db.select({ n: count() }).from(observations))[0]?.n ?? 0;
/** Values of library visits in force, or as known at an instant. */
const visits = async (period: string, asAt: string | null = null): Promise<string[]> => {
  const { data } = await analyst(
    `query ($period: String!, $asAt: DateTime) { metric(code: "LOCAL-library-visits") {
      observations(organisation: "${COUNTY}", from: $period, to: $period, asAt: $asAt) { edges { node { value } } } } }`,
    { period, asAt },
  );
  return nodesOf(data.metric.observations).map(({ value }) => value);
};

describe("a dry run", () => {
  it("tells what would change and records nothing", async () => {
    const before = await fingerprintDatabase(api.database, ["metric_imports", "metric_import_rows"]);
    const text = csv(
      `LOCAL-library-visits,${COUNTY},2031-32-Q1,FORECAST,812300,,,,,`,
      `1B,${COUNTY},2021-22,,81.0,81,100,,,From the survey`,
    );
    const { import: found, finished } = await importer.dryRun(text);
    expect(finished).toBe(true);
    expect(found).toMatchObject({
      state: "CHECKED",
      fileType: "CSV",
      counts: { rows: 2, figures: 2, new: 2, revised: 0, same: 0, leftOut: 0, faulty: 0, warned: 0 },
    });
    expect(nodesOf(found.changes)).toEqual([
      {
        row: 2,
        metric: { code: "LOCAL-library-visits" },
        organisation: { code: COUNTY },
        period: { code: "2031-32-Q1" },
        group: null,
        before: null,
        after: "812,300 (forecast)",
        outcome: "NEW",
      },
      expect.objectContaining({ row: 3, after: "81.0% (81 out of 100)", outcome: "NEW" }),
    ]);
    const staged = ["metric_imports", "metric_import_rows", "metric_import_figures"];
    const after = await fingerprintDatabase(api.database, staged.slice(0, 2));
    expect({ ...after, metric_import_figures: null }).toEqual({ ...before, metric_import_figures: null });
  });

  it("tells of each kind of faulty row where it is, what is wrong and what to do", async () => {
    const text = csv(
      `9Z,${COUNTY},2021-22,,1,,,,,`,
      "1B,E99999999,2021-22,,1,,,,,",
      `1B,${COUNTY},last year,,1,,,,,`,
      `1B,${COUNTY},2020-21,,>11%,,,,,`,
      `1B,${COUNTY},2019-20,,12,,,SUPPRESSED,,`,
      `1B,${COUNTY},2013-14,,101.5,,,,,`,
      `1\u0421 pt 2a,${COUNTY},2012-13,,50.1,,,,,`,
      `3A,${COUNTY},2021-22,,70,,,,,`,
      `3A,${COUNTY},2021-22,,71,,,,,`,
      `3B,${COUNTY},2021-22,,50,60,50,,,`,
      `3C,${COUNTY},2021-22,actually,50,,,,,`,
      `4A,${COUNTY},2021-22,,,,,,,`,
      `4B,${COUNTY},2021-22,,1,373,,,,,A note, with a comma`,
      `1E,${COUNTY},2021-22,,5 days,,,,,`,
    );
    const { import: found } = await importer.dryRun(text);
    expect(found.counts).toEqual({
      rows: 14,
      figures: 2,
      new: 2,
      revised: 0,
      same: 0,
      leftOut: 0,
      faulty: 12,
      warned: 2,
    });
    const problems = nodesOf(found.problems).map(({ row, header, printed, kind, weight }) =>
      [row, header, printed, kind, weight].join(" | "),
    );
    expect(problems).toEqual([
      "2 | metric | 9Z | UNKNOWN_METRIC | BLOCKS",
      "3 | organisation | E99999999 | UNKNOWN_ORGANISATION | BLOCKS",
      "4 | period | last year | UNREADABLE_PERIOD | BLOCKS",
      "5 | value | >11% | UNREADABLE_VALUE | BLOCKS",
      "6 | no value reason | SUPPRESSED | BREAKS_RULE | BLOCKS",
      "7 | value | 101.5 | DOUBT | WARNS",
      "8 | metric | 1\u0421 pt 2a | LOOK_ALIKE | WARNS",
      "9 |  |  | DUPLICATE | BLOCKS",
      "10 |  |  | DUPLICATE | BLOCKS",
      "11 | numerator | 60 | BREAKS_RULE | BLOCKS",
      "12 | status | actually | UNREADABLE_WORD | BLOCKS",
      "13 | value |  | BREAKS_RULE | BLOCKS",
      "14 |  |  | TOO_WIDE | BLOCKS",
      "15 | value | 5 days | UNREADABLE_VALUE | BLOCKS",
    ]);
    const [unknown] = nodesOf(found.problems);
    expect([unknown.wrong, unknown.remedy]).toEqual([
      "“9Z” is not among this council’s metrics.",
      "Define the metric, correct its code, or leave unknown metrics out.",
    ]);
    expect(nodesOf(found.changes).map(({ row, after }) => [row, after])).toEqual([
      [7, "101.5%"],
      [8, "50.1%"],
    ]);
  });

  it("leaves out unknown metrics and organisations where the mapping says so, and counts them", async () => {
    const text = csv(
      `9Z,${COUNTY},2021-22,,1,,,,,`,
      "1B,E99999999,2021-22,,1,,,,,",
      `1B,${COUNTY},2021-22-Q1,,60.5,,,,,`,
    );
    const columns = ["METRIC", "ORGANISATION", "PERIOD", "STATUS", "VALUE"].map((field, index) => ({
      field,
      column: index + 1,
    }));
    const mapping = { format: "OWN", headerRow: 1, columns };
    const leaving = { ...mapping, leaveOutUnknownMetrics: true, leaveOutUnknownOrganisations: true };
    const { import: found } = await importer.dryRun(text, { mapping: leaving });
    expect(found.counts).toMatchObject({ rows: 3, figures: 1, leftOut: 2, faulty: 0 });
    expect(found.problems.totalCount).toBe(0);
    const { import: strict } = await importer.importMetrics({ import: found.id, mapping, dryRun: true });
    expect(strict.counts).toMatchObject({ rows: 3, figures: 1, leftOut: 0, faulty: 2 });
  });
});

describe("recording", () => {
  const rows = [
    `LOCAL-library-visits,${COUNTY},2024-04/2024-11,,812300,,,,,From the counters`,
    `LOCAL-library-visits,${RUTLAND},2024-04/2024-11,,1.41m,,,,,`,
    `1D,${COUNTY},2024-25,,,,,RESULTS_DUE,May 2025,`,
  ];

  it("is refused while a row is faulty, unless faulty rows are to be left out", async () => {
    const before = await countObservations();
    const text = csv(`1B,${COUNTY},2015-16,,70.0,,,,,`, `9Z,${COUNTY},2021-22,,1,,,,,`);
    const refused = await importer.commit(text);
    expect(refused).toMatchObject({
      __typename: "ValidationError",
      message: "One row can’t be recorded. Put them right in the file, or leave them out.",
      problems: [{ path: "row 3, metric" }],
    });
    expect(await countObservations()).toBe(before);
    const { import: recorded } = await importer.commit(text, { skipFaulty: true });
    expect(recorded).toMatchObject({
      state: "COMMITTED",
      skippedFaulty: true,
      counts: { figures: 1, faulty: 1 },
    });
    expect(await countObservations()).toBe(before + 1);
  });

  it("records all at one instant, audits once, and lets the rows go", async () => {
    const before = await countObservations();
    const { import: found } = await importer.dryRun(csv(...rows));
    const { import: recorded, finished } = await importer.importMetrics({ import: found.id, dryRun: false });
    expect(finished).toBe(true);
    expect(recorded).toMatchObject({ state: "COMMITTED", counts: { new: 3 }, failure: null });
    expect(await countObservations()).toBe(before + 3);
    const { db } = api.database;
    const stored = await db.select().from(observations).where(eq(observations.importId, found.id));
    expect(stored.map((row) => [row.value, row.display, row.note, row.noValueReason]).sort()).toEqual([
      [null, "Survey results due May 2025", null, "RESULTS_DUE"],
      ["1410000", "1.41m", null, null],
      ["812300", "812,300", "From the counters", null],
    ]);
    expect(new Set(stored.map(({ recordedAt }) => new Date(recordedAt).toISOString()))).toEqual(
      new Set([recorded.recordedAt]),
    );
    const audited = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, found.id));
    expect(audited).toMatchObject([
      { action: "metrics.imported", detail: { counts: { new: 3 }, file: "Text" } },
    ]);
    expect(audited[0]?.detail.sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const table of [metricImportRows, metricImportFigures])
      expect(await db.select().from(table).where(eq(table.importId, found.id))).toEqual([]);
  });

  it("changes nothing when the same file comes again", async () => {
    const before = await countObservations();
    const { import: again } = await importer.commit(csv(...rows));
    expect(again).toMatchObject({ state: "COMMITTED", counts: { new: 0, revised: 0, same: 3 } });
    expect(await countObservations()).toBe(before);
  });

  it("supersedes what it revises, and the record tells the truth at each instant", async () => {
    const period = "2024-25-Q2";
    const row = (value: string) => csv(`LOCAL-library-visits,${COUNTY},${period},,${value},,,,,`);
    const { import: first } = await importer.commit(row("200000"));
    const { import: second } = await importer.commit(row("210000"));
    expect(second).toMatchObject({ counts: { new: 0, revised: 1 } });
    const earlier = new Date(Date.parse(first.recordedAt) - 1).toISOString();
    expect(await visits(period, earlier)).toEqual([]);
    expect(await visits(period, first.recordedAt)).toEqual(["200000"]);
    expect(await visits(period, second.recordedAt)).toEqual(["210000"]);
    const { import: undone } = await importer.undo(second.id);
    expect(undone).toMatchObject({ state: "UNDONE", revisedSince: { totalCount: 0 } });
    expect(await visits(period, second.recordedAt)).toEqual(["210000"]);
    expect(await visits(period, undone.undoneAt)).toEqual(["200000"]);
    expect(await visits(period)).toEqual(["200000"]);
    const { import: gone } = await importer.undo(first.id);
    expect(gone.state).toBe("UNDONE");
    expect(await visits(period)).toEqual([]);
    expect(await visits(period, undone.undoneAt)).toEqual(["200000"]);
    expect(await importer.undo(first.id)).toMatchObject({
      __typename: "Conflict",
      message: "This import was undone already.",
    });
  });

  it("leaves figures that somebody revised since when it is undone, and lists them", async () => {
    const [kept, undoneOne] = ["2023-24-Q1", "2023-24-Q2"];
    const text = csv(
      `LOCAL-library-visits,${COUNTY},${kept},,1000,,,,,`,
      `LOCAL-library-visits,${COUNTY},${undoneOne},,2000,,,,,`,
    );
    const { import: recorded } = await importer.commit(text);
    const figure = {
      metric: "LOCAL-library-visits",
      organisation: COUNTY,
      period: kept,
      value: "1001",
      basedOnRecordedAt: recorded.recordedAt,
    };
    const { data } = await analyst(RECORD, { input: { figures: [figure] } });
    expect(data.recordObservations.__typename).toBe("ObservationsRecorded");
    expect(nodesOf((await importer.find(recorded.id)).revisedSince)).toEqual([{ display: "1,001" }]);
    const { import: undone } = await importer.undo(recorded.id, { reason: "The wrong file" });
    expect(undone).toMatchObject({ state: "UNDONE" });
    expect(nodesOf(undone.revisedSince)).toEqual([{ display: "1,001" }]);
    expect([await visits(kept), await visits(undoneOne)]).toEqual([["1001"], []]);
  });

  it("answers Conflict, figure by figure, when somebody recorded another after the check", async () => {
    const period = "2022-23-Q1";
    const text = csv(
      `LOCAL-library-visits,${COUNTY},${period},,5000,,,,,`,
      `LOCAL-library-visits,${COUNTY},2022-23-Q2,,6000,,,,,`,
    );
    const { import: found } = await importer.dryRun(text);
    const figure = { metric: "LOCAL-library-visits", organisation: COUNTY, period, value: "5555" };
    await analyst(RECORD, { input: { figures: [figure] } });
    const before = await countObservations();
    const conflict = await importer.importMetrics({ import: found.id, dryRun: false });
    expect(conflict).toMatchObject({
      __typename: "Conflict",
      message:
        "One figure was changed by somebody after the check. Nothing was recorded: check the file again.",
      conflicts: [{ path: "row 2", currentVersion: 1, basedOnVersion: 0, theirs: "5,555", yours: "5,000" }],
    });
    expect(await countObservations()).toBe(before);
    const after = await importer.find(found.id);
    expect(after.state).toBe("CHECKED");
    expect(nodesOf(after.problems)).toMatchObject([
      { row: 2, kind: "CONFLICT", wrong: "Somebody recorded 5,555 after the check; this row says 5,000." },
    ]);
    const { import: again } = await importer.importMetrics({ import: found.id, dryRun: true });
    expect(again).toMatchObject({ counts: { new: 1, revised: 1 }, problems: { totalCount: 0 } });
    const { import: recorded } = await importer.importMetrics({ import: found.id, dryRun: false });
    expect(recorded.state).toBe("COMMITTED");
    expect(await visits(period)).toEqual(["5000"]);
  });

  it("has its effect once for each key, uploaded or as text", async () => {
    const text = csv(`LOCAL-library-visits,${COUNTY},2021-22-Q1,,7000,,,,,`);
    const key = { idempotencyKey: "import-once" };
    const before = await countObservations();
    const { import: first } = await importer.commit(text, key);
    const { import: second } = await importer.commit(text, key);
    expect([first.state, second.state, second.id]).toEqual(["COMMITTED", "COMMITTED", first.id]);
    expect(await countObservations()).toBe(before + 1);
    expect(await importer.commit(`${text}\n`, key)).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "idempotencyKey", message: "This key was used before, for something else." }],
    });
    const undoKey = { idempotencyKey: "undo-once" };
    const undone = await importer.undo(first.id, undoKey);
    expect(await importer.undo(first.id, undoKey)).toEqual(undone);
  });
});
