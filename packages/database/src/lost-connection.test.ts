import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./test-support/test-database.ts";

/**
 * postgres.js 3.4.9 mishandles a connection that Postgres ends. patches/postgres@3.4.9.patch mends what is tested here:
 * a pool slot that never recovers (upstream #1214, #1168), a crash of the process (#1133), and, worst, statements of a dead
 * transaction that run in somebody else's (#1216).
 */
let database: TestDatabase;
let killer: Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  killer = postgres(database.url, { max: 1 });
  await killer`create table written (number integer)`;
});

afterAll(async () => {
  await killer.end();
  await database.drop();
});

beforeEach(async () => {
  await killer`truncate written`;
});

const openPool = (): Sql => postgres(database.url, { max: 1, connect_timeout: 5 });
const backendOf = async (sql: Sql): Promise<number> => (await sql`select pg_backend_pid() as pid`)[0]?.pid;
const end = async (pid: number): Promise<void> => {
  await killer`select pg_terminate_backend(${pid}, 5000)`;
};

describe("when Postgres ends a connection", () => {
  it("during queries with parameters, the pool recovers each time", async () => {
    const sql = openPool();
    for (let round = 0; round < 10; round += 1) {
      const pid = await backendOf(sql);
      let failures = 0;
      const writing = (async () => {
        for (let number = 0; number < 200; number += 1) {
          // A fresh text each time, so that each statement is described first: that is what leaves a write behind.
          await sql.unsafe(`insert into written values ($1) -- ${round}.${number}`, [number]).catch(() => {
            failures += 1;
          });
        }
      })();
      await end(pid);
      await writing;
      expect(failures).toBeLessThanOrEqual(2);
    }
    await sql.end();
  });

  it("the next query doesn't get the old connection's error", async () => {
    const sql = openPool();
    const pid = await backendOf(sql);
    const sleeping = sql`select pg_sleep(10)`.catch((error: Error) => error);
    await sleep(50);
    await end(pid);
    expect(await sleeping).toBeInstanceOf(Error);
    expect((await sql`select 1 as one`)[0]?.one).toBe(1);
    await sql.end();
  });

  it("a dead transaction's later statements run nowhere", async () => {
    const sql = openPool();
    let other: Promise<unknown> = Promise.resolve();
    let late: unknown;
    const dead = sql.begin(async (transaction) => {
      await transaction`insert into written values (1)`;
      await end((await transaction`select pg_backend_pid() as pid`)[0]?.pid);
      await sleep(100);
      // The pool's only connection now serves another transaction, which must not notice the dead one.
      other = sql.begin(async (mine) => {
        await mine`insert into written values (2)`;
        await sleep(200);
      });
      await sleep(100);
      late = await transaction`insert into written values (3)`.catch(
        (error: { code?: string }) => error.code,
      );
      throw new Error("rolled back");
    });
    await expect(dead).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await sleep(400);
    await other;
    expect(late).toBe("CONNECTION_CLOSED");
    expect((await killer`select number from written`).map((row) => row.number)).toEqual([2]);
    await sql.end();
  });

  it("a transaction that carries on regardless fails without a crash, and the pool recovers", async () => {
    const sql = openPool();
    for (let round = 0; round < 5; round += 1) {
      const transaction = sql.begin(async (inside) => {
        const pid = (await inside`select pg_backend_pid() as pid`)[0]?.pid;
        const [first] = await Promise.allSettled([inside`select pg_sleep(1)`, end(pid)]);
        expect(first.status).toBe("rejected");
        await inside`insert into written values (${round})`;
      });
      await expect(transaction).rejects.toThrow();
    }
    expect((await sql`select count(*)::int as rows from written`)[0]?.rows).toBe(0);
    await sql.end();
  });
});
