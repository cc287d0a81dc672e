import { readStagedRows } from "@due-regard/database/imports/row-blocks";
import { metricImportProblems, metricImportRows, metricImports } from "@due-regard/database/schema/imports";
import { observations } from "@due-regard/database/schema/metrics";
import { count, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../../context.ts";
import { createLogger } from "../../../server/logger.ts";
import { importerAs } from "../../../testing/import-operations.ts";
import { COUNTY, RUTLAND } from "../../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { tidyImports } from "./expire-imports.ts";
import { checkStaged, commitChecked, stageImport } from "./run-import.ts";

let api: TestApi;
let analyst: Ask;
let importer: ReturnType<typeof importerAs>;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  importer = importerAs(analyst);
});
afterAll(() => api.close());

describe("a large file", () => {
  const ROWS = 6_000;
  /** Months from 1900 of three metrics: none of them is in the papers. */
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from("metric,organisation,period,value,note\n");
    for (let row = 0; row < ROWS; row += 1) {
      const metric = ["1B", "3A", "3B", "4A", "4B", "1E", "1G", "2D"][row % 8];
      const organisation = [COUNTY, RUTLAND][Math.floor(row / 8) % 2];
      const month = Math.floor(row / 16);
      const code = `${1_500 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      yield Buffer.from(
        `${metric},${organisation},${code}/${code},${(row % 1000) / 10},"Row ${row}, ""quoted"""\n`,
      );
    }
  };

  it("is staged, checked, recorded, found the same, and undone, with progress to be read meanwhile", {
    timeout: 120_000,
  }, async () => {
    const { db } = api.database;
    const viewer = await api.viewer("analyst@example.org");
    if (viewer === null) throw new Error("There is no analyst");
    const logger = createLogger({ level: "silent" });
    const context = createContext({ viewer, db, requestId: "test", logger });
    const take = async () => {
      const staged = await stageImport(context, viewer, "large.csv", lines());
      if (!staged.ok) throw new Error(JSON.stringify(staged.failure));
      const underWay = checkStaged(context, viewer, staged.value);
      const seen: number[] = [];
      let finished = false;
      void underWay.finally(() => {
        finished = true;
      });
      while (!finished) {
        const { data } = await analyst(
          `query ($id: ID!) { metricImport(id: $id) { state progress { waiting rowsDone rowsInAll } } }`,
          { id: staged.value.id },
        );
        const { progress } = data.metricImport;
        if (progress !== null) seen.push(progress.rowsDone);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(seen).toEqual([...seen].sort((left, right) => left - right));
      expect(seen.some((done) => done > 0 && done < ROWS)).toBe(true);
      const checked = await underWay;
      if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
      return checked.value;
    };
    const checked = await take();
    expect(checked.counts).toMatchObject({ rows: ROWS, new: ROWS, faulty: 0 });
    const recorded = await commitChecked(context, viewer, checked);
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.failure));
    const inForce = async () =>
      (await db.select({ n: count() }).from(observations).where(eq(observations.importId, checked.id)))[0]?.n;
    expect(await inForce()).toBe(ROWS);
    expect((await take()).counts).toMatchObject({ new: 0, revised: 0, same: ROWS });
    const { import: undone } = await importer.undo(checked.id);
    expect(undone).toMatchObject({ state: "UNDONE", revisedSince: { totalCount: 0 } });
    expect(await inForce()).toBe(ROWS);
    const [left] = await db
      .select({ n: count() })
      .from(observations)
      .where(isNull(observations.supersededAt));
    const [imported] = await api.database.sql`select count(*)::int as n from observations
      where import_id = ${checked.id} and superseded_at is null`;
    expect([imported?.n, (left?.n ?? 0) < ROWS]).toEqual([0, true]);
  });
});

describe("at the start", () => {
  const text = `metric,organisation,period,value\n1B,${COUNTY},2007-08,70\n`;
  const rowsOf = async (id: string) =>
    (await readStagedRows(api.database.db, { importId: id, sheet: 1, from: 1, limit: 10 })).length;

  it("what was cut off has failed, and nothing of it is kept; what waits goes on waiting", async () => {
    const { db } = api.database;
    const { import: waiting } = await importer.dryRun(text);
    const { import: cut } = await importer.dryRun(text);
    await db.update(metricImports).set({ state: "COMMITTING" }).where(eq(metricImports.id, cut.id));
    await tidyImports(db);
    expect(await importer.find(cut.id)).toMatchObject({
      state: "FAILED",
      failure: expect.stringContaining("cut off"),
    });
    expect([await rowsOf(cut.id), await rowsOf(waiting.id)]).toEqual([0, 2]);
    expect((await importer.find(waiting.id)).state).toBe("CHECKED");
    expect(await importer.importMetrics({ import: cut.id, dryRun: false })).toMatchObject({
      __typename: "ValidationError",
    });
  });

  it("rows that nobody recorded for a week go, and those lost in a crash of Postgres are told of", async () => {
    const { db, sql } = api.database;
    const { import: old } = await importer.dryRun(`${text}9Z,${COUNTY},2007-08,1\n`);
    const { import: lost } = await importer.dryRun(text);
    await sql`update metric_imports set uploaded_at = now() - interval '8 days' where id = ${old.id}`;
    await db.delete(metricImportRows).where(eq(metricImportRows.importId, lost.id));
    await tidyImports(db);
    expect([(await importer.find(old.id)).state, await rowsOf(old.id)]).toEqual(["EXPIRED", 0]);
    expect(
      await db.select().from(metricImportProblems).where(eq(metricImportProblems.importId, old.id)),
    ).toEqual([]);
    expect((await importer.find(lost.id)).state).toBe("FAILED");
  });
});
