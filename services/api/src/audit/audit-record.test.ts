import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditEvents } from "@due-regard/database/schema/audit";
import { getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApi, type TestApi } from "../testing/test-api.ts";
import { readCheckpointFile, writeCheckpoint } from "./checkpoint-file.ts";
import { verifyAudit } from "./verify-audit.ts";

/** What somebody with all of the database may try, each undone after. */

const directory = mkdtempSync(join(tmpdir(), "due-regard-checkpoints-"));
const path = join(directory, "checkpoints", "audit.jsonl");
let api: TestApi;
let people: { id: string }[];

const record = async (count: number, action = "test.done"): Promise<void> => {
  const { sql } = api.database;
  for (let index = 0; index < count; index += 1) {
    await sql`insert into audit_events (actor_id, action, subject_type, subject_id, detail)
      values (${people[0]?.id ?? null}, ${action}, 'test', gen_random_uuid(), ${JSON.stringify({ index, é: "\u2028" })}::text::jsonb)`;
  }
};
const checkpoint = () => writeCheckpoint(api.database.db, path, api.seals);
const checkpoints = () => readCheckpointFile(path, api.seals.known);
const faults = async () => (await verifyAudit(api.database.db, checkpoints().checkpoints)).faults;

const TABLES = ["audit_events", "audit_chain", "audit_head"];
const switchTriggers = (to: "disable" | "enable"): string =>
  TABLES.map((table) => `alter table ${table} ${to} trigger user;`).join(" ");

/** As somebody who may do anything to the tables, and so switches every trigger off first. */
const tamper = async (statement: string): Promise<void> => {
  await api.database.sql.unsafe(`${switchTriggers("disable")} ${statement}; ${switchTriggers("enable")}`);
};

const REHASH = `do $$ declare e record; before text; place bigint := 0; begin
  before := repeat('0', 64);
  for e in select c.position, v as event from audit_chain c join audit_events v on v.sequence = c.sequence order by c.position loop
    place := place + 1;
    update audit_chain set position = place, previous_hash = before,
      hash = encode(sha256(convert_to(before || ' ' || place || ' ' || audit_entry(e.event), 'UTF8')), 'hex') where sequence = (e.event).sequence;
    select hash into before from audit_chain where sequence = (e.event).sequence;
  end loop;
  update audit_head set position = place, hash = before;
end $$`;

let first: number;
beforeAll(async () => {
  api = await createTestApi();
  people = await api.database.sql<{ id: string }[]>`select id from users limit 1`;
  await record(5);
  await checkpoint();
  await record(5);
  await checkpoint();
  const [row] = await api.database.sql<{ n: number }[]>`select position::int as n from audit_head`;
  first = (row?.n ?? 0) - 9;
  await api.database.sql`create table kept_events as select * from audit_events`;
  await api.database.sql`create table kept_chain as select * from audit_chain`;
  await api.database.sql`create table kept_head as select * from audit_head`;
}, 60_000);
beforeEach(() =>
  tamper(`delete from audit_events; delete from audit_chain; delete from audit_head;
    insert into audit_events overriding system value select * from kept_events;
    insert into audit_chain select * from kept_chain; insert into audit_head select * from kept_head`),
);
afterAll(async () => {
  await api.close();
  rmSync(directory, { recursive: true });
});

/** The sequence of the event at a place of the chain. */
const at = (position: number): string => `(select sequence from kept_chain where position = ${position})`;

it("is whole when nobody has touched it, and agrees with its checkpoints", async () => {
  const verdict = await verifyAudit(api.database.db, checkpoints().checkpoints);
  expect(verdict).toMatchObject({ faults: [], agreed: 2, entries: first + 9 });
  expect(await checkpoint()).toBeNull();
});

it("covers every column of an event", () => {
  expect(Object.keys(getTableColumns(auditEvents)).sort()).toEqual(
    "action actorId assessmentId at detail reason requestId revision sequence subjectId subjectType".split(
      " ",
    ),
  );
});

describe("a superuser can't, unseen,", () => {
  const change = (column: string, value: string, n: number) =>
    `update audit_events set ${column} = ${value} where sequence = ${at(n)}`;
  it.each<[string, (n: number) => string, (n: number) => string]>([
    ["change an event", (n) => change("reason", "'other'", n + 3), (n) => `entry ${n + 3} (`],
    ["change who did it", (n) => change("actor_id", "null", n + 4), (n) => `entry ${n + 4} (`],
    ["change when", (n) => change("at", "at + interval '1 microsecond'", n + 5), (n) => `entry ${n + 5} (`],
    [
      "delete an event",
      (n) => `delete from audit_events where sequence = ${at(n + 2)}`,
      (n) => `the event of entry ${n + 2} `,
    ],
    [
      "delete an event with its entry",
      (n) =>
        `delete from audit_events where sequence = ${at(n + 2)}; delete from audit_chain where position = ${n + 2}`,
      (n) => `entry ${n + 2} is missing`,
    ],
    [
      "insert an event",
      () =>
        "insert into audit_events (action, subject_type, subject_id) values ('x', 'x', gen_random_uuid())",
      () => "the event of sequence ",
    ],
    [
      "change the order",
      (n) =>
        `update audit_chain set position = -1 where position = ${n + 2}; update audit_chain set position = ${n + 2} where position = ${n + 3}; update audit_chain set position = ${n + 3} where position = -1`,
      (n) => `entry ${n + 2} (`,
    ],
    [
      "swap two events",
      (n) =>
        `update audit_chain set sequence = -1 where position = ${n + 2}; update audit_chain set sequence = ${at(n + 2)} where position = ${n + 6}; update audit_chain set sequence = ${at(n + 6)} where position = ${n + 2}`,
      (n) => `entry ${n + 2} (`,
    ],
    [
      "cut the tail",
      (n) =>
        `delete from audit_events where sequence >= ${at(n + 8)}; delete from audit_chain where position >= ${n + 8}`,
      (n) => `entry ${n + 8} is missing`,
    ],
    [
      "cut the tail and move the head back",
      (
        n,
      ) => `delete from audit_events where sequence >= ${at(n + 8)}; delete from audit_chain where position >= ${n + 8};
        update audit_head set position = ${n + 7}, hash = (select hash from audit_chain where position = ${n + 7})`,
      (n) => `entry ${n + 8} is missing: checkpoint 2`,
    ],
    [
      "change an event and work every hash out again",
      (n) => `${change("reason", "'other'", n + 7)}; ${REHASH}`,
      (n) => `entry ${n + 5} or one after it up to ${n + 9} is not what checkpoint 2`,
    ],
    [
      "leave an event out and work every hash out again",
      (n) =>
        `delete from audit_events where sequence = ${at(n + 1)}; delete from audit_chain where position = ${n + 1}; ${REHASH}`,
      () => "entry 1 or one after it up to ",
    ],
  ])("%s", async (_name, statement, named) => {
    await tamper(statement(first));
    expect((await faults())[0]).toContain(named(first));
  });

  it("roll the database back to a backup and go on from there", async () => {
    await tamper(`delete from audit_events where sequence >= ${at(first + 7)}; delete from audit_chain where position >= ${first + 7};
      update audit_head set position = ${first + 6}, hash = (select hash from audit_chain where position = ${first + 6})`);
    await record(6, "after.restore");
    expect((await faults())[0]).toContain(`up to ${first + 9} is not what checkpoint 2`);
  });
});

it("can't be written past: every writer's event is chained at its commit, in whatever order they write", async () => {
  const { sql } = api.database;
  await Promise.all(Array.from({ length: 30 }, () => record(2)));
  await sql
    .begin(async (tx) => {
      await tx`insert into audit_events (action, subject_type, subject_id) values ('undone', 'x', gen_random_uuid())`;
      throw new Error("undone");
    })
    .catch(() => undefined);
  expect(await verifyAudit(api.database.db, checkpoints().checkpoints)).toMatchObject({
    faults: [],
    entries: first + 9 + 60,
  });
  for (const table of ["audit_chain", "audit_head"]) {
    await expect(sql.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: "DR002" });
    await expect(sql.unsafe(`update ${table} set hash = 'x'`)).rejects.toMatchObject({ code: "DR002" });
    await expect(sql.unsafe(`truncate ${table}`)).rejects.toMatchObject({ code: "DR002" });
  }
});

it("a checkpoint that was changed, left out or signed by another is named", () => {
  const text = checkpoints().checkpoints.map((each) => `${JSON.stringify(each)}\n`);
  const read = (lines: string) => {
    const file = join(directory, "other.jsonl");
    writeFileSync(file, lines);
    return readCheckpointFile(file, api.seals.known).faults;
  };
  expect(read(text.join(""))).toEqual([]);
  expect(read((text[0] ?? "").replace('"position":', '"position":1'))).toEqual([
    "line 1 of the checkpoints was changed",
  ]);
  expect(read(text[1] ?? "")).toEqual(["checkpoints before line 1 of the checkpoints are missing"]);
  expect(read("{}\n")).toEqual(["line 1 of the checkpoints can't be read"]);
  expect(readCheckpointFile(path, []).faults[0]).toContain("a key that is not known here");
});

it("leaves out a checkpoint that was not written to its end, says so, and writes the next one in its place", async () => {
  const written = readFileSync(path, "utf8");
  appendFileSync(path, '{"statement":{"for');
  expect(checkpoints()).toMatchObject({ unfinished: true, faults: [] });
  await record(1);
  await checkpoint();
  expect(checkpoints()).toMatchObject({ unfinished: false, faults: [] });
  expect(readFileSync(path, "utf8").startsWith(written)).toBe(true);
  expect(checkpoints().checkpoints.length).toBe(written.trim().split("\n").length + 1);
});
