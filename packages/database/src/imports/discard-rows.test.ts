import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectDatabase, type DatabaseConnection } from "../connection.ts";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database.ts";
import { discardRows } from "./discard-rows.ts";

let database: TestDatabase;
let connection: DatabaseConnection;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = connectDatabase(database.url, { max: 2 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const stage = async (importId: string): Promise<void> => {
  await connection.sql`insert into metric_import_rows (import_id, sheet, first_row, last_row, rows)
    select ${importId}, 1, n, n, '[]' from generate_series(1, 3) n`;
};
const staged = async (): Promise<string[]> =>
  (
    await connection.sql<
      { id: string }[]
    >`select distinct import_id as id from metric_import_rows order by id`
  ).map(({ id }) => id);

it("throws away one import's rows and no other's, whoever is at the table", async () => {
  const [mine, other] = [randomUUID(), randomUUID()];
  await stage(mine);
  await stage(other);
  await discardRows(connection.db, mine);
  expect(await staged()).toEqual([other]);
  await connection.sql.begin(async (tx) => {
    await tx`select count(*) from metric_import_rows`;
    await discardRows(connection.db, other);
  });
  expect(await staged()).toEqual([]);
});

it("empties the stage as a whole where nobody else has rows in it", async () => {
  const mine = randomUUID();
  await stage(mine);
  await discardRows(connection.db, mine);
  const [size] = await connection.sql`select pg_relation_size('metric_import_rows')::int as bytes`;
  expect(size?.bytes).toBe(0);
});
