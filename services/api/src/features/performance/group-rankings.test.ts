import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTY, LEICESTER, RECORD, RUTLAND } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

/** What the metric page sends for its ranks: a test of the client holds this file against its query. */
const RANKS = readFileSync(
  new URL("../../../../../docs/queries/metric-ranks.graphql", import.meta.url),
  "utf8",
);
const METRIC = "2D";
const PERIOD = "2023-24";

let api: TestApi;
let analyst: Ask;

const record = async (figures: object[]) => {
  const { data, errors } = await analyst(RECORD, { input: { figures } });
  expect([errors, data.recordObservations.__typename]).toEqual([[], "ObservationsRecorded"]);
};

beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  const values = { [COUNTY]: "82.5", [LEICESTER]: "70.1", [RUTLAND]: "81.5", E92000001: "78.0" };
  await record(
    Object.entries(values).map(([organisation, value]) => ({
      metric: METRIC,
      organisation,
      period: PERIOD,
      value,
    })),
  );
});
afterAll(() => api.close());

describe("group rankings", () => {
  const rank = async (variables: object) => {
    const { data, errors } = await analyst(RANKS, {
      code: METRIC,
      group: "England",
      periods: [PERIOD],
      organisations: [COUNTY],
      period: [PERIOD],
      ...variables,
    });
    return { ...data?.metric, errors };
  };

  it("give places of some and of all, without the nation", async () => {
    const { series, everybody } = await rank({});
    expect(series[0]).toMatchObject({ of: 3, thresholds: null, groupMedian: "81.5" });
    expect(series[0].standings).toMatchObject([
      { organisation: { code: COUNTY }, value: "82.5", rank: 1, tied: false, quartile: null },
    ]);
    expect(everybody[0].standings.map(({ rank: place }: { rank: number }) => place)).toEqual([1, 2, 3]);
  });

  it("keep to the group, and leave out periods without a figure", async () => {
    const counties = await rank({ group: "Shire counties", periods: ["1999-00", PERIOD] });
    expect(
      counties.series.map(({ period, of }: { period: { code: string }; of: number }) => [period.code, of]),
    ).toEqual([[PERIOD, 1]]);
    expect((await rank({ code: "LOCAL-prevent" })).series).toEqual([]);
  });

  it("refuse a group that nobody loaded and a period that is none", async () => {
    expect((await rank({ group: "Friends" })).errors[0]).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining("Friends"),
    });
    expect((await rank({ periods: ["last year"] })).errors[0]).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("part quarters where enough reported", async () => {
    const { db } = api.database;
    await db.execute(`insert into organisations (code, name, kind)
      select 'E0700000' || n, 'Council ' || n, 'UNITARY' from generate_series(1, 9) n`);
    const figures = Array.from({ length: 9 }, (_, index) => ({
      metric: METRIC,
      organisation: `E0700000${index + 1}`,
      period: PERIOD,
      value: String(60 + index),
    }));
    await record(figures);
    const { everybody } = await rank({});
    expect(everybody[0]).toMatchObject({
      of: 12,
      thresholds: { top: "68.525", middle: "65.5", bottom: "62.75" },
    });
    const quartiles = everybody[0].standings.map(({ quartile }: { quartile: string }) => quartile);
    expect(quartiles).toEqual(["TOP", "SECOND", "THIRD", "BOTTOM"].flatMap((each) => [each, each, each]));
    const own = `{ metric(code: "${METRIC}") { ranking(period: "${PERIOD}", organisation: "${COUNTY}") { rank of quartile thresholds { top } } } }`;
    expect((await analyst(own)).data.metric.ranking).toEqual({
      rank: 1,
      of: 12,
      quartile: "TOP",
      thresholds: { top: "68.525" },
    });
  });
});
