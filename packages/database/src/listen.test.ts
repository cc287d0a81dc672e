import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, type DatabaseConnection } from "./connection.ts";
import { listenTo } from "./listen.ts";
import { createTestDatabase, type TestDatabase } from "./test-support/test-database.ts";

let testDatabase: TestDatabase;
let database: DatabaseConnection;
let other: DatabaseConnection;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = connectDatabase(testDatabase.url, { max: 1 });
  other = connectDatabase(testDatabase.url, { max: 2 });
});
afterAll(async () => {
  await Promise.all([database.close(), other.close()]);
  await testDatabase.drop();
});

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(25);
  expect(holds()).toBe(true);
};

describe("listening", () => {
  it("hears what others commit, and goes on by itself after the connection was lost, saying so", async () => {
    const heard: string[] = [];
    let began = 0;
    await listenTo(database, "test", {
      onMessage: (payload) => heard.push(payload),
      onListening: () => {
        began += 1;
      },
    });
    expect(began).toBe(1);
    await other.sql.begin(async (tx) => {
      await tx`select pg_notify('test', 'one')`;
      await sleep(50);
      expect(heard).toEqual([]);
    });
    await until(() => heard.length === 1);
    for (let round = 2; round < 5; round += 1) {
      await other.sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and query ilike 'listen%'`;
      await until(() => began === round);
      await other.sql`select pg_notify('test', ${String(round)})`;
      await until(() => heard.includes(String(round)));
    }
    expect(heard).toEqual(["one", "2", "3", "4"]);
  });
});

describe("the record", () => {
  it("is announced by ids alone, once it is committed", async () => {
    const heard: string[] = [];
    await listenTo(database, "due_regard", { onMessage: (text) => heard.push(text), onListening: () => {} });
    const [assessment, person] = [
      "11111111-1111-4111-8111-111111111111",
      "22222222-2222-4222-8222-222222222222",
    ];
    const event = (
      subjectType: string,
      subjectId: string | undefined,
      assessmentId: string | null,
      action: string,
    ) =>
      other.sql`insert into audit_events (action, subject_type, subject_id, assessment_id, detail)
        values (${action}, ${subjectType}, ${subjectId ?? ""}, ${assessmentId}, '{"after": "A private text"}') returning sequence::int`;
    await other.sql
      .begin(async (tx) => {
        await tx`insert into audit_events (action, subject_type, subject_id, assessment_id) values ('x', 'assessment', ${assessment ?? ""}, ${assessment ?? ""})`;
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    const [first] = await event("assessment", assessment, assessment ?? null, "answer.saved");
    await event("USER", person, null, "ROLE_REVOKED");
    await event("USER", person, null, "SIGN_IN");
    await event("API_TOKEN", person, null, "REVOKE_TOKEN");
    await until(() => heard.length >= 2);
    await sleep(50);
    expect(heard.map((text) => JSON.parse(text))).toEqual([
      { assessment, first: first?.sequence, last: first?.sequence },
      { person },
    ]);
  });
});
