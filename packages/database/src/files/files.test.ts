import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase, type DatabaseConnection } from "../connection.ts";
import { loadSampleData } from "../sample-data/load-sample-data.ts";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database.ts";
import { dropUnusedFiles } from "./drop-unused-files.ts";
import { readContent } from "./read-content.ts";
import { type Scanned, storeContent } from "./store-content.ts";
import { nextUnscanned, recordScan } from "./unscanned.ts";

let testDatabase: TestDatabase;
let database: DatabaseConnection;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = connectDatabase(testDatabase.url);
  await loadSampleData(database.db);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const KEPT = { code: "DR040" };
const pieceOf = (words: string): Buffer[] => [
  Buffer.from(words),
  Buffer.from([0, 1, 255]),
  Buffer.from(words),
];
const hashOf = (words: string): string =>
  createHash("sha256")
    .update(Buffer.concat(pieceOf(words)))
    .digest("hex");

const store = async (words: string, scanned: Scanned = "UNSCANNED") => {
  const pieces = pieceOf(words);
  let read = 0;
  const state = await storeContent(
    database.db,
    { sha256: hashOf(words), bytes: Buffer.concat(pieces).length, type: "CSV", scanned },
    async function* () {
      for (const piece of pieces) {
        read += 1;
        yield piece;
      }
    },
  );
  return { state, read, sha256: hashOf(words) };
};

const read = async (words: string): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of readContent(database.db, hashOf(words))) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** Cites it in the home care draft, sealed or not, and answers with the file's id. */
const cite = async (words: string): Promise<string> => {
  const [file] = await database.sql`
    insert into evidence_files (assessment_id, sha256, name, uploaded_by_id)
    select a.id, ${hashOf(words)}, ${`${words}.csv`}, (select id from users limit 1) from assessments a limit 1 returning id`;
  await database.sql`
    insert into evidence_links (revision_id, question, file_id, pinned_title, pinned_display, pinned_hash, pinned_file)
    select r.id, 'policy-change', ${file?.id}, 't', 'd', 'h', '{}' from assessment_revisions r limit 1`;
  return String(file?.id);
};

const seal = () => database.sql`
  update assessment_revisions set sealed_at = now(), sealed_content = '{}', content_hash = 'x'`;

test("what a file holds is stored once, whole or not at all, and comes back byte by byte", async () => {
  expect(await store("one")).toMatchObject({ state: "AVAILABLE", read: 3 });
  expect(await store("one")).toMatchObject({ state: "AVAILABLE", read: 0 });
  expect(await read("one")).toEqual(Buffer.concat(pieceOf("one")));
  const broken = storeContent(
    database.db,
    { sha256: hashOf("cut"), bytes: 10, type: "CSV", scanned: "UNSCANNED" },
    async function* () {
      yield Buffer.from("first");
      throw new Error("The disk is gone");
    },
  );
  await expect(broken).rejects.toThrow("The disk is gone");
  const [{ n } = { n: null }] =
    await database.sql`select count(*)::int as n from file_contents where sha256 = ${hashOf("cut")}`;
  expect(n).toBe(0);
});

test("two who send the same at the same time both find it there", async () => {
  const both = await Promise.all([store("twice"), store("twice")]);
  expect(both.map(({ state }) => state)).toEqual(["AVAILABLE", "AVAILABLE"]);
  expect(both.map(({ read: pieces }) => pieces).sort()).toEqual([0, 3]);
});

test("waits for the scanner, the longest wait first, and is let through or thrown away", async () => {
  await database.sql`update file_contents set scanned_at = now()`;
  expect((await store("waits", "WAITS")).state).toBe("QUARANTINED");
  expect((await store("waits", "UNSCANNED")).state).toBe("QUARANTINED");
  await store("later", "WAITS");
  const first = await nextUnscanned(database.db, null);
  const second = await nextUnscanned(database.db, first);
  expect([first?.sha256, second?.sha256]).toEqual([hashOf("waits"), hashOf("later")]);
  expect(await nextUnscanned(database.db, second)).toBeNull();
  await recordScan(database.db, hashOf("waits"), null);
  await recordScan(database.db, hashOf("later"), "Eicar-Signature");
  expect(await read("waits")).not.toHaveLength(0);
  expect(await read("later")).toHaveLength(0);
  expect(await nextUnscanned(database.db, null)).toBeNull();
  // The scanner was mistaken: sent again, and clean now.
  expect(await store("later", "CLEAN")).toMatchObject({ state: "AVAILABLE", read: 3 });
  expect(await read("later")).toEqual(Buffer.concat(pieceOf("later")));
});

test("goes when nobody cites it, some time after it came, and not before", async () => {
  await store("orphan");
  await store("cited");
  const file = await cite("cited");
  await dropUnusedFiles(database.db);
  expect(await read("orphan")).not.toHaveLength(0);
  await database.sql`update file_contents set received_at = now() - interval '1 hour'`;
  await dropUnusedFiles(database.db);
  expect(await read("orphan")).toHaveLength(0);
  expect(await read("cited")).not.toHaveLength(0);
  await dropUnusedFiles(database.db, file);
  expect(await read("cited")).not.toHaveLength(0);
  await database.sql`delete from evidence_links where file_id = ${file}`;
  await dropUnusedFiles(database.db, file);
  expect(await read("cited")).toHaveLength(0);
  const [{ n } = { n: null }] =
    await database.sql`select count(*)::int as n from evidence_files where id = ${file}`;
  expect(n).toBe(0);
});

test("what is cited can't be changed, and what is sealed can't be lost", async () => {
  const { sql } = database;
  await store("sealed");
  const sha256 = hashOf("sealed");
  const file = await cite("sealed");
  const refuses = async (change: PromiseLike<unknown>) => await expect(change).rejects.toMatchObject(KEPT);
  await refuses(sql`update evidence_files set name = 'other.csv'`);
  await refuses(sql`update file_contents set bytes = 1 where sha256 = ${sha256}`);
  await refuses(sql`update file_contents set type = 'PDF' where sha256 = ${sha256}`);
  await refuses(sql`update file_pieces set data = '\\x00' where sha256 = ${sha256}`);
  await refuses(sql`delete from file_pieces where sha256 = ${sha256}`);
  await refuses(sql`insert into file_pieces (sha256, position, data) values (${sha256}, 9, '\\x00')`);
  await expect(sql`delete from evidence_files where id = ${file}`).rejects.toMatchObject({ code: "23503" });
  await expect(sql`delete from file_contents where sha256 = ${sha256}`).rejects.toMatchObject({
    code: "23503",
  });
  await expect(sql`truncate file_pieces`).rejects.toMatchObject({ code: "DR002" });
  await seal();
  await expect(sql`delete from evidence_links where file_id = ${file}`).rejects.toMatchObject({
    code: "DR001",
  });
  // A scanner that knows more later still bars it from being handed out; the record keeps what was signed.
  await recordScan(database.db, sha256, "Late-Signature");
  expect(await read("sealed")).toEqual(Buffer.concat(pieceOf("sealed")));
  await refuses(sql`delete from file_pieces where sha256 = ${sha256}`);
});

test("the time is kept at which what a plan says last changed", async () => {
  const { sql } = database;
  const changed = async () => {
    const [row] =
      await sql`select e.words_changed_at as at, e.id, e.strategy_id from strategy_elements e order by e.id limit 1`;
    return row as { at: string | null; id: string; strategy_id: string };
  };
  const { at, id, strategy_id } = await changed();
  expect(at).toBeNull();
  await sql`update strategy_elements set position = position + 100, title = title where id = ${id}`;
  expect((await changed()).at).toBeNull();
  await sql`update strategy_elements set will_do = will_do || array['More'] where id = ${id}`;
  const first = (await changed()).at;
  expect(first).not.toBeNull();
  await sql`update strategies set summary = 'Other' where id = ${strategy_id}`;
  expect((await changed()).at).toEqual(first);
  await sql`update strategies set title = title || ' (renamed)' where id = ${strategy_id}`;
  expect((await changed()).at).not.toEqual(first);
});
