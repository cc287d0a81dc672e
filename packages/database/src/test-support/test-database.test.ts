import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { createTestDatabase } from "./test-database.ts";

describe("createTestDatabase", () => {
  it("gives each caller a migrated database of its own, and drops it", async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const sql = postgres(one.url, { max: 1 });
    await sql`create table only_here (id integer)`;
    const otherSql = postgres(other.url, { max: 1 });
    expect((await otherSql`select to_regclass('only_here') as found`)[0]?.found).toBeNull();
    expect((await sql`select to_regclass('only_here')::text as found`)[0]?.found).toBe("only_here");
    expect(
      (await sql`select count(*)::int as n from pg_tables where schemaname = 'public'`)[0]?.n,
    ).toBeGreaterThan(1);
    await Promise.all([sql.end(), otherSql.end()]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(postgres(one.url, { max: 1 })`select 1`).rejects.toMatchObject({ code: "3D000" });
  });
});
