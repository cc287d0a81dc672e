import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, type DatabaseConnection } from "../connection.ts";
import { createSampleDatabase } from "../test-support/sample-database.ts";
import type { TestDatabase } from "../test-support/test-database.ts";

/** What foreign keys would hold about observations is held for whole statements: see the migration. */

let database: TestDatabase;
let connection: DatabaseConnection;
beforeAll(async () => {
  database = await createSampleDatabase();
  connection = connectDatabase(database.url, { max: 4 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const FOREIGN_KEY = { code: "23503" };
const nowhere = randomUUID();

/** Adds the same figure again for another year, referring to something else in one column. */
const addObservation = (column: string, value: string, year: number, sql = connection.sql) =>
  sql.unsafe(`
    with one as (select o.*, '${value}'::uuid as other from observations o where o.superseded_at is null limit 1)
    insert into observations (metric_id, organisation_id, source_id, recorded_by_id, import_id, period, period_start, period_end, status, unit, value, display)
    select ${["metric_id", "organisation_id", "source_id", "recorded_by_id", "import_id"]
      .map((name) => (name === column ? "other" : name))
      .join(", ")}, '${year}-01-01', '${year}-01-01', '${year}-01-01', 'ACTUAL', 'COUNT', 1, '1' from one`);

describe("an observation refers to what is there", () => {
  it.each(["metric_id", "organisation_id", "source_id", "recorded_by_id", "import_id"])(
    "by %s",
    async (column) => {
      await expect(addObservation(column, nowhere, 2040)).rejects.toMatchObject(FOREIGN_KEY);
    },
  );

  it.each(["metrics", "organisations", "sources"])("and no row of %s goes while one does", async (table) => {
    const column = `${table.slice(0, -1)}_id`;
    const [row] = await connection.sql.unsafe<{ id: string }[]>(
      `select ${column} as id from observations where ${column} is not null limit 1`,
    );
    await expect(
      connection.sql.unsafe(`update ${table} set id = gen_random_uuid() where id = '${row?.id}'`),
    ).rejects.toMatchObject(FOREIGN_KEY);
    await expect(connection.sql.unsafe(`delete from ${table} where id = '${row?.id}'`)).rejects.toMatchObject(
      FOREIGN_KEY,
    );
  });

  it("lets go what nothing refers to", async () => {
    const [made] = await connection.sql`
      insert into organisations (code, name, kind) values ('X1', 'Nobody’s', 'PARTNER') returning id`;
    await connection.sql`delete from organisations where id = ${made?.id}`;
    expect(await connection.sql`select 1 from organisations where code = 'X1'`).toHaveLength(0);
  });

  it("also when one is added while its metric goes: one of the two waits, and is refused", async () => {
    const [metric] = await connection.sql<{ id: string }[]>`
      insert into metrics (code, framework, official_code, title, aim, unit, accumulation)
      values ('Z1', 'LOCAL-Z', 'Z1', 'Goes', 'HIGH', 'COUNT', 'PERIOD') returning id`;
    const id = metric?.id ?? "";
    let added: Promise<unknown> = Promise.resolve();
    await connection.sql.begin(async (tx) => {
      await tx`delete from metrics where id = ${id}`;
      added = addObservation("metric_id", id, 2041).then(
        () => "ADDED",
        (error: { code: string }) => error.code,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await added).toBe("23503");
  });
});
