import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase, type DatabaseConnection } from "../connection.ts";
import { assessments } from "../schema/assessments.ts";
import { deliveryActions, strategies, strategyElements } from "../schema/strategies.ts";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database.ts";
import { findDeliveryActions, findElements } from "./find-elements.ts";
import { assessmentsCalledLike, assessmentsNamed, LEAST_ALIKE_TITLES } from "./match-assessments.ts";
import { matchMetrics, matchOrganisations } from "./match-nouns.ts";
import { withLikeness, withSpelling } from "./match-words.ts";

let testDatabase: TestDatabase;
let database: DatabaseConnection;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = connectDatabase(testDatabase.url, { max: 1 });
  const plan = { slug: "plan", title: "Plan", startsOn: "2018-04-01", endsOn: "2022-03-31" };
  const [strategy] = await database.db.insert(strategies).values(plan).returning();
  await database.db
    .insert(strategyElements)
    .values({ strategyId: strategy?.id ?? "", key: "a", kind: "OUTCOME", position: 1, title: "Carers" });
  await database.db
    .insert(deliveryActions)
    .values({ strategyId: strategy?.id ?? "", reference: "D1", title: "Carers", responsible: "Board" });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** Names of the indexes that are read when small tables, too, are not read through. */
const indexesRead = async (work: (db: DatabaseConnection["db"]) => Promise<unknown>): Promise<string[]> => {
  const { db } = database;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await work(tx as unknown as DatabaseConnection["db"]);
  });
  await db.execute(sql`select pg_stat_force_next_flush()`);
  const rows = await db.execute<{ name: string }>(
    sql`select indexrelname as name from pg_stat_user_indexes where idx_scan > 0 order by 1`,
  );
  return rows.map(({ name }) => name);
};

const words = [{ word: "carrers", known: false }];

test("the statements of a search and its indexes say the same, so that the indexes serve", async () => {
  expect(await indexesRead((db) => matchMetrics(db, { words, code: "carrers" }))).toEqual(
    expect.arrayContaining([
      "metrics_by_code_key",
      "metrics_by_official_code_key",
      "metrics_by_spelling",
      "metrics_by_words",
    ]),
  );
  expect(await indexesRead((db) => matchOrganisations(db, words))).toContain("organisations_by_words");
  const question = { words, organisations: [], periods: [], organisationId: null };
  expect(await indexesRead((db) => findElements(db, question))).toEqual(
    expect.arrayContaining([
      "strategies_by_words",
      "strategy_elements_by_spelling",
      "strategy_elements_by_words",
    ]),
  );
  expect(await indexesRead((db) => findDeliveryActions(db, question))).toEqual(
    expect.arrayContaining(["delivery_actions_by_spelling", "delivery_actions_by_words"]),
  );
});

const INDEXES = ["assessments_by_words", "assessments_by_spelling", "assessments_by_reference_key"];

class Undone extends Error {}

/** The plan of a statement over assessments, with what Postgres itself chooses. */
const planFor = async (db: DatabaseConnection["db"], where: SQL | undefined): Promise<string> => {
  const rows = await db.execute<{ "QUERY PLAN": string }>(
    sql`explain select 1 from ${assessments} where ${where}`,
  );
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
};

test("among many assessments, those called alike and those that are sought are read by index, and no table is read through", async () => {
  const { db } = database;
  await db
    .transaction(async (tx) => {
      // Undone at the end: an assessment needs a department and a form, which the planner doesn't ask for.
      await tx.execute(sql`alter table assessments drop constraint assessments_department_id_departments_id_fkey,
        drop constraint assessments_template_id_form_templates_id_fkey`);
      await tx.execute(sql`insert into assessments (reference, title, department_id, template_id, started_on)
      select 'EHRIA-1900-' || n, 'Assessment number ' || n || ' of ' || md5(n::text), gen_random_uuid(), gen_random_uuid(), '2020-01-01'
      from generate_series(1, 4000) n`);
      await tx.execute(sql`analyze assessments`);
      const within = tx as unknown as DatabaseConnection["db"];
      const alike = await withLikeness(within, LEAST_ALIKE_TITLES, (inner) =>
        planFor(inner as DatabaseConnection["db"], assessmentsCalledLike("Home care charges", null).where),
      );
      expect(alike).toContain("assessments_by_words");
      expect(alike).toContain("assessments_by_spelling");
      expect(alike).not.toContain("Seq Scan on assessments");
      const sought = { words, code: "carrers", departments: [], periods: [], organisationId: null };
      const found = await withSpelling(within, words, (inner) =>
        planFor(inner as DatabaseConnection["db"], assessmentsNamed(sought).where),
      );
      for (const name of INDEXES) expect(found).toContain(name);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
});
