import {
  comparatorGroupMembers,
  comparatorGroups,
  organisations,
} from "@due-regard/database/schema/organisations";
import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADD_TO,
  COUNTY,
  DASHBOARD,
  FORECAST,
  LEICESTER,
  PREPARE,
  RECORD,
  RUTLAND,
} from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
const PERIOD = "2023-24";
const DERBY = "E06000015";
const NOTTS = "E10000024";

const send = async (source: string, input: object) => {
  const { data, errors } = await analyst(source, { input });
  expect(errors).toEqual([]);
  return data;
};

beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  const { db } = api.database;
  const [group] = await db.insert(comparatorGroups).values({ name: "Neighbours" }).returning();
  const members = await db
    .select()
    .from(organisations)
    .where(inArray(organisations.code, [COUNTY, DERBY]));
  await db
    .insert(comparatorGroupMembers)
    .values(members.map(({ id }) => ({ groupId: group?.id ?? "", organisationId: id })));
  // Long-term admissions, where lower is better: Leicester and Rutland tie.
  const figure = { metric: "2A pt 1", period: PERIOD };
  const { recordForecast } = await send(FORECAST, {
    ...figure,
    organisation: DERBY,
    value: "1.0",
    basis: "It would come first if forecasts were ranked",
  });
  expect(recordForecast.__typename).toBe("ForecastRecorded");
  await send(RECORD, {
    figures: [
      { ...figure, organisation: COUNTY, value: "11.0" },
      { ...figure, organisation: LEICESTER, value: "9.5" },
      { ...figure, organisation: RUTLAND, value: "9.5" },
      { ...figure, organisation: DERBY, value: "14.0" },
      { ...figure, organisation: NOTTS, value: "8.0" },
      { ...figure, organisation: "E92000001", value: "1.0" },
    ],
  });
});
afterAll(() => api.close());

const RANKING = `
  query ($code: String!, $period: String!, $group: String, $organisation: String, $asAt: DateTime) {
    metric(code: $code) {
      ranking(period: $period, group: $group, organisation: $organisation, asAt: $asAt) {
        group rank of tied quartile thresholds { top middle bottom } groupMedian basis
        standings { organisation { code } value rank tied quartile }
      }
    }
  }
`;
const ask = async (variables: object, as = analyst) => {
  const { data, errors } = await as(RANKING, { code: "2A pt 1", period: PERIOD, ...variables });
  return { ranking: data?.metric?.ranking, errors };
};

describe("Metric.ranking", () => {
  it("ranks every authority that reported, with ties, thresholds and the median", async () => {
    const { ranking } = await ask({ organisation: COUNTY });
    expect(ranking).toMatchObject({
      group: "England",
      rank: 4,
      of: 5,
      tied: false,
      quartile: "THIRD",
      thresholds: { top: "9.5", middle: "9.5", bottom: "11.0" },
      groupMedian: "9.5",
      basis: "Worked out from the 5 authorities of England with a figure for 2023/24",
    });
    expect(
      ranking.standings.map((one: { organisation: { code: string }; rank: number; tied: boolean }) => [
        one.organisation.code,
        one.rank,
        one.tied,
      ]),
    ).toEqual([
      [NOTTS, 1, false],
      expect.arrayContaining([2, true]),
      expect.arrayContaining([2, true]),
      [COUNTY, 4, false],
      [DERBY, 5, false],
    ]);
  });

  it("takes the viewer's own council when none is named", async () => {
    expect((await ask({})).ranking.rank).toBe(4);
    expect((await ask({}, api.as("scrutiny@example.org"))).ranking.rank).toBe(4);
  });

  it("ranks within a group, built in or loaded", async () => {
    expect((await ask({ group: "Shire counties" })).ranking).toMatchObject({ rank: 2, of: 2 });
    expect((await ask({ group: "Unitary authorities", organisation: DERBY })).ranking).toMatchObject({
      of: 3,
    });
    expect((await ask({ group: "East Midlands" })).ranking).toMatchObject({ rank: 4, of: 5 });
    expect((await ask({ group: "London" })).ranking).toBeNull();
    expect((await ask({ group: "Neighbours" })).ranking).toMatchObject({
      rank: 1,
      of: 2,
      group: "Neighbours",
    });
    const { errors } = await ask({ group: "Friends" });
    expect(errors).toMatchObject([
      { code: "BAD_USER_INPUT", message: expect.stringContaining("Shire counties") },
    ]);
  });

  it("gives the printed place where fewer than two reported, and nothing before anything was known", async () => {
    const { data } = await analyst(
      `{ dashboard(organisation: "${LEICESTER}", period: "2017-18-Q3") { groups { rows { metric { code } ranking { rank of basis thresholds { top } } } } } }`,
    );
    const rows = data.dashboard.groups.flatMap((group: { rows: unknown[] }) => group.rows);
    const ranked = rows.filter((row: { ranking: object | null }) => row.ranking !== null);
    expect(ranked.length).toBeGreaterThan(10);
    expect(ranked[0].ranking).toMatchObject({
      thresholds: null,
      basis: expect.stringContaining("Printed as"),
    });
    expect((await ask({ asAt: "2020-01-01T00:00:00Z" })).ranking).toBe(null);
  });

  it("takes one statement however many reported", async () => {
    // The metric, everybody's figures and their names; two more find out who is asking.
    expect(await api.countStatements(() => ask({ organisation: COUNTY }))).toBe(1 + 2);
  });
});

describe("MetricResult.ranking", () => {
  it("is worked out on a dashboard, in its one statement", async () => {
    await send(PREPARE, { organisation: COUNTY, period: PERIOD, scheme: "BENCHMARK", title: "Year 2023/24" });
    await send(ADD_TO, { organisation: COUNTY, period: PERIOD, rows: [{ metric: "2A pt 1" }] });
    const read = () => analyst(DASHBOARD, { organisation: COUNTY, period: PERIOD });
    const { data } = await read();
    expect(data.dashboard.groups[0].rows[0].ranking).toEqual({
      rank: 4,
      of: 5,
      tied: false,
      basis: "Worked out from the 5 authorities of England with a figure for 2023/24",
    });
    expect(await api.countStatements(read)).toBe(1 + 2);
  });
});
