import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findIdleQueries } from "./find-idle-queries.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const RESOLVERS = `import { pgTable, text } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
const notes = pgTable("notes", { text: text() });
export const forgotten = async (db: PostgresJsDatabase): Promise<void> => {
  db.insert(notes).values({ text: "never written" });
};
export const subquery = (db: PostgresJsDatabase) => db.select().from(notes);
export const fields = (db: PostgresJsDatabase) => [
  { resolve: () => db.insert(notes).values({ text: "written twice" }) },
  { resolve() { return db.select().from(notes); } },
  { resolve: async () => db.select().from(notes) },
];
export const awaited = async (db: PostgresJsDatabase) => {
  await db.insert(notes).values({ text: "once" });
  return db.select().from(notes);
};
`;

let directory: string;

// Inside the database package, where Drizzle is found; below node_modules, where nobody else looks.
beforeAll(async () => {
  const cache = join(ROOT, "packages/database/node_modules/.cache");
  await mkdir(cache, { recursive: true });
  directory = await mkdtemp(join(cache, "idle-"));
  const config = { extends: join(ROOT, "tsconfig.base.json"), files: ["note.graphql.ts"] };
  await writeFile(join(directory, "tsconfig.json"), JSON.stringify(config));
  await writeFile(join(directory, "note.graphql.ts"), RESOLVERS);
});

afterAll(async () => {
  await rm(directory, { recursive: true });
});

describe("findIdleQueries", () => {
  it("finds queries that never run, and those that a resolver would run twice", () => {
    expect(findIdleQueries(join(directory, "tsconfig.json"), directory)).toEqual([
      "note.graphql.ts:5",
      "note.graphql.ts:9",
      "note.graphql.ts:10",
    ]);
  });

  it("finds none in the API and in what it uses of the database package", () => {
    expect(findIdleQueries(join(ROOT, "services/api/tsconfig.json"), ROOT)).toEqual([]);
  });
});
