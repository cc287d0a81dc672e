import { and, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectDatabase, type DatabaseConnection } from "../../connection.ts";
import { readAuthorities } from "../../reference/authorities.ts";
import { storeAuthorities } from "../../reference/store-authorities.ts";
import { metrics, observations } from "../../schema/metrics.ts";
import { sources } from "../../schema/sources.ts";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database.ts";
import { WHOLE_SET } from "./generate-figures.ts";
import { loadNational } from "./load-national.ts";
import { readNationalMetrics } from "./national-metrics.ts";

let testDatabase: TestDatabase;
let connection: DatabaseConnection;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  connection = connectDatabase(testDatabase.url, { max: 2 });
});
afterAll(async () => {
  await connection.close();
  await testDatabase.drop();
});

it("loads the set as figures of a source that says what they are", async () => {
  const { db } = connection;
  await storeAuthorities(db);
  const { authorities } = await readAuthorities();
  const set = { authorities, metrics: await readNationalMetrics(), ...WHOLE_SET, months: 2 };
  expect((await loadNational(connection, set)).rows).toBe(152 * 60 * 2);
  expect(await db.$count(observations)).toBe(152 * 60 * 2);
  const [row] = await db
    .select({
      value: observations.value,
      display: observations.display,
      source: sources.title,
      unit: metrics.unit,
    })
    .from(observations)
    .innerJoin(metrics, eq(metrics.id, observations.metricId))
    .innerJoin(sources, eq(sources.id, observations.sourceId))
    .where(and(eq(metrics.code, "1E"), eq(observations.period, "2011-04"), isNotNull(observations.value)))
    .limit(1);
  expect(row?.source).toContain("Synthetic");
  expect(row?.display).toMatch(new RegExp(`^${row?.value}% \\(\\d+ out of [\\d,]+\\) \\(provisional\\)$`));
});
