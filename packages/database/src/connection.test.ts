import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectDatabase } from "./connection.ts";
import { connectPublicRegister } from "./public-register.ts";
import { createTestDatabase, type TestDatabase } from "./test-support/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it.each([
  ["the application's", connectDatabase, "10s"],
  ["the public's", connectPublicRegister, "5s"],
])("%s connections compile no statement, and give up in time", async (_name, connect, timeout) => {
  const { db, close } = connect(database.url, { max: 1 });
  const rows = await db.execute(
    sql`select current_setting('jit') as jit, current_setting('statement_timeout') as timeout`,
  );
  expect([...rows]).toEqual([{ jit: "off", timeout }]);
  await close();
});
