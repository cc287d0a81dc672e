import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, type DatabaseConnection } from "../connection.ts";
import { BUILT_IN_GROUPS } from "../read-models/ranking.ts";
import { loadSampleData } from "../sample-data/load-sample-data.ts";
import { organisationSuccessors, organisations } from "../schema/organisations.ts";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database.ts";
import { readAuthorities } from "./authorities.ts";
import { storeAuthorities } from "./store-authorities.ts";

/** 161 authorities of one time or another, nine regions, England. */
const ALL = 171;

let testDatabase: TestDatabase;
let connection: DatabaseConnection;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  connection = connectDatabase(testDatabase.url, { max: 2 });
});
afterAll(async () => {
  await connection.close();
  await testDatabase.drop();
});

/** Every row with the transaction that wrote it last: a row that is not written again keeps it. */
const rowsWithWriter = async () =>
  await connection.sql`select code, name, xmin::text as writer from organisations order by code`;

describe("storeAuthorities", () => {
  it("keeps the rows that are there, by their code of then or now, with the names that they have", async () => {
    const { db } = connection;
    await db.insert(organisations).values([
      { code: "E10000018", name: "Leicestershire, the county", kind: "PARTNER" },
      { code: "E08000016", name: "Barnsley of old", kind: "METROPOLITAN_DISTRICT" },
      { code: "X1", name: "A hospital trust", kind: "PARTNER" },
    ]);
    const before = await db.select().from(organisations);
    await storeAuthorities(db);
    const after = await db.select().from(organisations);
    expect(after).toHaveLength(ALL + 1);
    const byId = new Map(after.map((row) => [row.id, row]));
    const kept = before.map(({ id }) => byId.get(id));
    expect(kept.map((row) => [row?.code, row?.name, row?.kind])).toEqual([
      ["E10000018", "Leicestershire, the county", "COUNTY"],
      ["E08000038", "Barnsley of old", "METROPOLITAN_DISTRICT"],
      ["X1", "A hospital trust", "PARTNER"],
    ]);
  });

  it("links regions and successors, and keeps dates", async () => {
    const { db } = connection;
    const region = db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.code, "E12000004"));
    const inRegion = await db.select().from(organisations).where(inArray(organisations.regionId, region));
    expect(inRegion).toHaveLength(11);
    const [cumbria] = await db.select().from(organisations).where(eq(organisations.code, "E10000006"));
    expect(cumbria).toMatchObject({ name: "Cumbria County Council", validFrom: null, validTo: "2023-03-31" });
    const next = await db
      .select({ name: organisations.name, validFrom: organisations.validFrom })
      .from(organisationSuccessors)
      .innerJoin(organisations, eq(organisations.id, organisationSuccessors.successorId))
      .where(eq(organisationSuccessors.organisationId, cumbria?.id ?? ""))
      .orderBy(organisations.name);
    expect(next).toEqual([
      { name: "Cumberland Council", validFrom: "2023-04-01" },
      { name: "Westmorland and Furness Council", validFrom: "2023-04-01" },
    ]);
  });

  it("writes nothing at a second start", async () => {
    const before = await rowsWithWriter();
    await storeAuthorities(connection.db);
    expect(await rowsWithWriter()).toEqual(before);
  });

  it("lets the sample data in after it, which gives its councils the papers' names", async () => {
    expect(await loadSampleData(connection.db)).toEqual({ loaded: true });
    expect(await connection.db.$count(organisations)).toBe(ALL + 1);
    const [county] = await connection.db
      .select()
      .from(organisations)
      .where(eq(organisations.code, "E10000018"));
    expect(county?.name).toBe("Leicestershire County Council");
    expect(await loadSampleData(connection.db)).toEqual({ loaded: false });
  });

  it("knows every region as a group to rank among", async () => {
    const { regions } = await readAuthorities();
    expect(BUILT_IN_GROUPS).toEqual(expect.arrayContaining(regions.map(({ name }) => name)));
  });
});
