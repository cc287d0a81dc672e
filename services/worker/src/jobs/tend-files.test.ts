import { createHash } from "node:crypto";
import { openScanner } from "@due-regard/api/receiving/clamav";
import { EICAR, type FakeClamd, startFakeClamd } from "@due-regard/api/testing/fake-clamd";
import { connectDatabase, type DatabaseConnection } from "@due-regard/database/connection";
import { storeContent } from "@due-regard/database/files/store-content";
import { createTestDatabase, type TestDatabase } from "@due-regard/database/test-support/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runNow } from "../testing/run-now.ts";
import { tendFiles } from "./tend-files.ts";

let testDatabase: TestDatabase;
let database: DatabaseConnection;
let clamd: FakeClamd;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = connectDatabase(testDatabase.url);
  clamd = await startFakeClamd();
});
afterAll(async () => {
  await clamd.close();
  await database.close();
  await testDatabase.drop();
});

const store = (words: string) => {
  const data = Buffer.from(words);
  const sha256 = createHash("sha256").update(data).digest("hex");
  const content = { sha256, bytes: data.length, type: "CSV", scanned: "WAITS" } as const;
  return storeContent(database.db, content, async function* () {
    yield data;
  });
};

const states = async () =>
  (
    await database.sql`
    select c.state, c.found, (select count(*)::int from file_pieces p where p.sha256 = c.sha256) as pieces
    from file_contents c order by c.bytes`
  ).map(({ state, found, pieces }) => [state, found, pieces]);

const tend = (scanner = openScanner(clamd.address)) =>
  runNow({ db: database.db, job: tendFiles, context: { scanner } });

it("lets files wait while the scanner can't be asked, and through once it can: clean ones, and no others", async () => {
  await store("clean,1");
  await store(`${EICAR},and more`);
  const waiting = [
    ["QUARANTINED", null, 1],
    ["QUARANTINED", null, 1],
  ];
  await tend(openScanner({ path: "/nonexistent/clamd.ctl" }));
  expect(await states()).toEqual(waiting);
  clamd.answer = "stream: Can't allocate memory ERROR";
  await tend();
  expect(await states()).toEqual(waiting);
  clamd.answer = null;
  await tend();
  expect(await states()).toEqual([
    ["AVAILABLE", null, 1],
    ["REFUSED", "Eicar-Signature", 0],
  ]);
});

it("throws away what nobody cites, some time after it came", async () => {
  await database.sql`update file_contents set received_at = now() - interval '1 hour' where state = 'AVAILABLE'`;
  await tend();
  expect(await states()).toEqual([["REFUSED", "Eicar-Signature", 0]]);
});
