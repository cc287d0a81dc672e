import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTY, LEICESTER, RECORD } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
const ask = async (query: string, variables: object = {}, as = analyst): Promise<any> => {
  const { data, errors } = await as(query, { ...variables });
  expect(errors).toEqual([]);
  return data;
};
const record = async (...figures: object[]) => {
  const { recordObservations } = await ask(RECORD, {
    input: { figures: figures.map((figure) => ({ organisation: COUNTY, ...figure })) },
  });
  expect(recordObservations.__typename).toBe("ObservationsRecorded");
  return recordObservations.observations;
};

const OUTLOOK = `
  query ($code: String!, $organisation: String!, $period: String!, $asAt: DateTime) {
    metric(code: $code) {
      forecast(organisation: $organisation, period: $period, asAt: $asAt) {
        value method basis period { code } author { name } recordedAt source { key }
        revisions { value method author { name } supersededAt }
      }
      noForecastReason(organisation: $organisation, period: $period, asAt: $asAt)
    }
  }
`;
const outlook = async (
  code: string,
  period: string,
  { organisation = COUNTY, asAt }: { organisation?: string; asAt?: string } = {},
) => (await ask(OUTLOOK, { code, organisation, period, asAt })).metric;

describe("Metric.forecast over the papers", () => {
  it.each([
    // What a paper prints outranks what could be worked out; the City says how it made its own.
    ["2A pt 2", COUNTY, "2020-21", "462.0", "OFFICER", "Printed as the full-year forecast for 2020/21"],
    [
      "2A pt 1",
      LEICESTER,
      "2017-18",
      "14.3",
      "LINEAR",
      "Printed as “Forecast based on Q3”: 9 months of 12, straight line",
    ],
    [
      "2A pt 2",
      LEICESTER,
      "2017-04/2017-12",
      "641",
      "LINEAR",
      "Printed as “Forecast based on Q3”: 9 months of 12, straight line",
    ],
    // Nobody printed one: 516.2k visits to November, ×12/8.
    ["LOCAL-library-visits", COUNTY, "2022-23", "774300", "LINEAR", "8 months of 12, straight line"],
    ["LOCAL-library-visits", COUNTY, "2022-04/2022-11", "774300", "LINEAR", "8 months of 12, straight line"],
  ])("%s of %s in %s: %s, %s", async (code, organisation, period, value, method, basis) => {
    const found = await outlook(code, period, { organisation });
    expect(found).toMatchObject({ forecast: { value, method, basis, author: null }, noForecastReason: null });
    expect(found.forecast.recordedAt === null).toBe(code.startsWith("LOCAL"));
    expect(found.forecast.revisions.length).toBe(code.startsWith("LOCAL") ? 0 : 1);
  });

  it.each([
    [
      "LOCAL-heritage-visits",
      "2022-23",
      "The count goes with the seasons: a forecast needs an earlier year with a figure for the same months and one for the whole year, counted as since 1 April 2019",
    ],
    [
      "1C pt 2a",
      "2022-04/2022-11",
      "Only a count that adds up through the year can be forecast from part of it",
    ],
    ["1C pt 2a", "2030-31", "There is no figure yet to forecast from"],
  ])("%s has none for %s, and says why", async (code, period, reason) => {
    expect(await outlook(code, period)).toEqual({ forecast: null, noForecastReason: reason });
  });

  it("goes by what was known at an instant", async () => {
    const before = await outlook("2A pt 2", "2020-21", { asAt: "2021-01-17T00:00:00Z" });
    expect(before).toEqual({ forecast: null, noForecastReason: "There is no figure yet to forecast from" });
  });

  it("takes one read for the forecast and the reason for none", async () => {
    // The metric, the organisation, its figures, the definitions; two find out who is asking.
    expect(await api.countStatements(() => outlook("LOCAL-heritage-visits", "2022-23"))).toBe(4 + 2);
  });
});

const ROW = `
  query ($period: String!, $asAt: DateTime) {
    dashboard(organisation: "${COUNTY}", period: $period, asAt: $asAt) {
      groups { rows {
        metric { code } current { value status }
        forecast { value method basis author { name } revisions { value } } noForecastReason
        target { display } rating { suggested reason } series { value status }
      } }
    }
  }
`;
const rowOf = async (code: string, period: string, asAt: string | null = null) => {
  const { dashboard } = await ask(ROW, { period, asAt });
  return dashboard.groups
    .flatMap((group: { rows: object[] }) => group.rows)
    .find((row: { metric: { code: string } }) => row.metric.code === code);
};

describe("MetricResult.forecast", () => {
  const HERITAGE = "LOCAL-heritage-visits";

  it("of a seasonal count has none while no whole year is known, and the rating does without", async () => {
    const row = await rowOf(HERITAGE, "2019-04/2019-11");
    expect([row.forecast, row.rating.suggested]).toEqual([null, null]);
    expect(row.noForecastReason).toContain("goes with the seasons");
  });

  it("is profiled once earlier years are known, counted alike, and meets the year-end target", async () => {
    await record(
      { metric: HERITAGE, period: "2019-20", value: "220000" },
      { metric: HERITAGE, period: "2017-18", value: "150000" },
    );
    const now = new Date().toISOString();
    const row = await rowOf(HERITAGE, "2020-04/2020-11", now);
    // 176.5k of 220k had come by November 2019; 2017/18 was counted otherwise: website visits came in from April 2019.
    expect(row.forecast).toEqual({
      value: "105326",
      method: "PROFILED",
      basis: "80.2% of the year was reached by the same month in 2019/20",
      author: null,
      revisions: [],
    });
    expect(row.current).toEqual({ value: "84500", status: "ACTUAL" });
    // What the committee saw stays as it saw it.
    expect((await rowOf(HERITAGE, "2020-04/2020-11")).forecast).toBe(null);
    // The year that had no year before it since the change still has none.
    expect((await rowOf(HERITAGE, "2019-04/2019-11", now)).forecast).toBe(null);
  });

  it("takes the mean share of several years", async () => {
    await record({ metric: HERITAGE, period: "2021-22", value: "260000" });
    expect((await outlook(HERITAGE, "2022-23")).forecast).toMatchObject({
      // 80.2% in 2019/20 and 70.0% in 2021/22.
      value: "310995",
      basis: "75.1% of the year was reached by the same month in 2019/20 and 2021/22, on average",
    });
  });

  it("is read with the dashboard, in its one statement", async () => {
    const forecasts = `{ dashboard(organisation: "${COUNTY}", period: "2022-04/2022-11") {
      groups { rows { forecast { value method basis period { code } recordedAt } noForecastReason } } } }`;
    expect(await api.countStatements(() => ask(forecasts))).toBe(1 + 2);
  });

  it("shows a row's printed forecast as the officer's", async () => {
    const row = await rowOf("2A pt 2", "2020-04/2020-11");
    expect(row.current).toEqual({ value: "462.0", status: "FORECAST" });
    expect(row.forecast).toMatchObject({ value: "462.0", method: "OFFICER" });
    const statuses = row.series.map(({ status }: { status: string }) => status);
    expect([...new Set(statuses)]).toEqual(["ACTUAL"]);
  });
});
