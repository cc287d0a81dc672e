import { inject } from "vitest";
import { connectDatabase } from "../connection.ts";
import { loadSampleData } from "../sample-data/load-sample-data.ts";
import { cloneDatabase, type TestDatabase, withMaintenance } from "./clone-database.ts";

/** Any number that nothing else locks on: the first test file that asks makes the database, the others wait for it. */
const LOCK = 4_011_892;

/**
 * As `createTestDatabase`, with the sample data in it: they are loaded once for the whole run and copied for each caller,
 * which takes about a tenth of loading them.
 */
export async function createSampleDatabase(): Promise<TestDatabase> {
  const empty = new URL(inject("templateDatabaseUrl"));
  const filled = new URL(empty);
  filled.pathname = `${empty.pathname}_with_sample_data`;
  await withMaintenance(empty, async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`;
    const name = filled.pathname.slice(1);
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (found === undefined) await makeSampleDatabase(empty, name);
  });
  return await cloneDatabase(filled);
}

/** Under another name until it is whole: a load that broke off leaves nothing that is taken for the sample data. */
async function makeSampleDatabase(empty: URL, name: string): Promise<void> {
  const making = await cloneDatabase(empty);
  const database = connectDatabase(making.url, { max: 1 });
  await loadSampleData(database.db).finally(() => database.close());
  const unfinished = new URL(making.url).pathname.slice(1);
  await withMaintenance(empty, (sql) => sql.unsafe(`ALTER DATABASE ${unfinished} RENAME TO ${name}`));
}
