import { sql as text } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkPublicRegister,
  connectPublicRegister,
  PUBLIC_ROLE,
  type PublicRegister,
} from "./public-register.ts";
import { createTestDatabase, type TestDatabase } from "./test-support/test-database.ts";

let test: TestDatabase;
let owner: Sql;
let register: PublicRegister;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = postgres(test.url, { max: 1, onnotice: () => undefined });
  register = connectPublicRegister(test.url, { max: 1 });
});
const roles: string[] = [];
afterAll(async () => {
  await register.close();
  // They belong to the whole server, and outlive the database.
  for (const role of roles) await owner.unsafe(`drop owned by ${role}; drop role ${role}`);
  await owner.end();
  await test.drop();
});

/** What Postgres refuses a statement with, as the public. */
const refused = async (statement: string): Promise<string> => {
  try {
    await register.db.execute(text.raw(statement));
    return "allowed";
  } catch (error) {
    return String((error as { cause?: { code?: string } }).cause?.code);
  }
};

const relations = async (): Promise<{ schema: string; name: string }[]> =>
  await owner`
  select n.nspname as schema, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  order by name`;

const DENIED = "42501";
const READ_ONLY = "25006";

describe("the public's connection", () => {
  it("reads the three tables of the register, and every other relation of the catalogue is denied to it", async () => {
    const all = await relations();
    const open = all.filter(({ schema }) => schema === "published").map(({ name }) => name);
    expect(open).toEqual(["published.editions", "published.entries", "published.files"]);
    expect(all.length - open.length).toBeGreaterThan(60);
    for (const { name } of all)
      expect([name, await refused(`select * from ${name} limit 1`)]).toEqual([
        name,
        open.includes(name) ? "allowed" : DENIED,
      ]);
  });

  it("writes nothing, whether or not it is told that it reads only", async () => {
    const writes = [
      `insert into published.entries (reference) values ('EHRIA-2026-0001')`,
      "update published.entries set notice = 'x'",
      "delete from published.editions",
      "truncate published.files",
      "create table published.mine (id int)",
      "create table public.mine (id int)",
    ];
    for (const write of writes) {
      expect([write, await refused(write)]).toEqual([write, READ_ONLY]);
      expect([write, await refused(`set transaction read write; ${write}`)]).toEqual([write, DENIED]);
    }
  });

  it("stays in its role when it is reset", async () => {
    const [row] = await register.db
      .execute(text.raw("reset role; select current_user as role"))
      .then(() => register.db.execute<{ role: string }>(text.raw("select current_user as role")));
    expect(row?.role).toBe(PUBLIC_ROLE);
  });
});

describe("the check at the start", () => {
  it("is content with the role, and with a login of its own that is a member of it", async () => {
    await expect(checkPublicRegister(test.url, null)).resolves.toBeUndefined();
    const own = await addReader("public_reader", `in role ${PUBLIC_ROLE}`);
    await expect(checkPublicRegister(test.url, own)).resolves.toBeUndefined();
    const reader = connectPublicRegister(test.url, { ownUrl: own, max: 1 });
    expect(await reader.db.execute(text.raw("select * from published.entries"))).toEqual([]);
    await reader.close();
  });

  it("refuses a login that may do more, and one that may not even read", async () => {
    await expect(checkPublicRegister(test.url, test.url)).rejects.toThrow(
      /The login of PUBLIC_DATABASE_URL may do more than read what is published: it has rights on \d+ tables/,
    );
    const nobody = await addReader("no_reader", "");
    await expect(checkPublicRegister(test.url, nobody)).rejects.toThrow(
      /it lacks the right to; .*grant select/,
    );
    const column = await addReader("column_reader", `in role ${PUBLIC_ROLE}`);
    await owner.unsafe(
      `grant select (email) on users to ${roles.at(-1)}; grant usage on schema public to public`,
    );
    await expect(checkPublicRegister(test.url, column)).rejects.toThrow("rights on 1 tables, public.users");
  });
});

/** Stands in for a login of its own, which the tests' server lets nobody have: an address whose connections have its rights alone. */
const addReader = async (name: string, rest: string): Promise<string> => {
  const url = new URL(test.url);
  const role = `${name}_${url.pathname.slice(1)}`;
  roles.push(role);
  await owner.unsafe(`create role ${role} nologin ${rest}; grant ${role} to current_user`);
  url.searchParams.set("role", role);
  return url.href;
};
