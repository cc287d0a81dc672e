import { auditEvents } from "@due-regard/database/schema/audit";
import { observations } from "@due-regard/database/schema/metrics";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADD_TO,
  COUNTY,
  FORECAST,
  LEICESTER,
  PREPARE,
  RECORD,
} from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
let head: Ask;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  head = api.as("head.of.service@example.org");
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
const ask = async (query: string, variables: object = {}, as = analyst): Promise<any> => {
  const { data, errors } = await as(query, { ...variables });
  expect(errors).toEqual([]);
  return data;
};
const forecast = async (input: object, as = head) =>
  (await ask(FORECAST, { input: { organisation: COUNTY, ...input } }, as)).recordForecast;
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

describe("recordForecast", () => {
  const VISITS = "LOCAL-library-visits";
  const YEAR = "2022-23";
  const countForecasts = async () =>
    (
      await api.database.db
        .select({ n: count() })
        .from(observations)
        .where(eq(observations.status, "FORECAST"))
    )[0]?.n ?? 0;

  it("stores an officer's forecast with method, basis and author, and it outranks what is worked out", async () => {
    const stored = await forecast({
      metric: VISITS,
      period: YEAR,
      value: "760000",
      basis: " Two libraries close in winter. ",
    });
    expect(stored.forecast).toMatchObject({
      value: "760000",
      method: "OFFICER",
      basis: "Two libraries close in winter.",
      period: { code: YEAR },
      author: { name: "Jo Stewardson (demo)" },
      supersededAt: null,
      source: null,
    });
    expect((await outlook(VISITS, YEAR)).forecast).toMatchObject({
      value: "760000",
      author: { name: "Jo Stewardson (demo)" },
    });
    // A figure that comes later does not move it.
    await record({ metric: VISITS, period: "2022-04/2022-12", value: "600000" });
    expect((await outlook(VISITS, YEAR)).forecast).toMatchObject({ value: "760000", method: "OFFICER" });
    const row = await rowOf(VISITS, "2022-04/2022-11", new Date().toISOString());
    expect(row.forecast).toMatchObject({ value: "760000", method: "OFFICER" });
    expect(row.current).toEqual({ value: "516200", status: "ACTUAL" });
  });

  it("keeps every revision, and meets a conflict with both when somebody was first", async () => {
    const stale = await forecast({ metric: VISITS, period: YEAR, value: "1", basis: "A slip" }, analyst);
    expect(stale).toMatchObject({
      __typename: "Conflict",
      conflicts: [
        {
          path: "value",
          currentVersion: 1,
          basedOnVersion: 0,
          theirs: "760,000 (forecast): Two libraries close in winter.",
          yours: "1 (forecast): A slip",
        },
      ],
    });
    const { recordedAt } = (await outlook(VISITS, YEAR)).forecast;
    const second = await forecast(
      {
        metric: VISITS,
        period: YEAR,
        value: "770000",
        basis: "One stays open.",
        basedOnRecordedAt: recordedAt,
      },
      analyst,
    );
    expect(second.forecast.revisions).toEqual([
      {
        value: "760000",
        method: "OFFICER",
        basis: "Two libraries close in winter.",
        author: { name: "Jo Stewardson (demo)" },
        supersededAt: second.forecast.recordedAt,
      },
      {
        value: "770000",
        method: "OFFICER",
        basis: "One stays open.",
        author: { name: "Alex Figuresmith (demo)" },
        supersededAt: null,
      },
    ]);
    const at = (await outlook(VISITS, YEAR, { asAt: recordedAt })).forecast;
    expect(at.value).toBe("760000");
    const events = await api.database.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "forecast.recorded"));
    expect(events.map(({ reason, detail }) => [reason, detail.before, detail.after])).toEqual([
      ["Two libraries close in winter.", null, "760,000 (forecast)"],
      ["One stays open.", "760,000 (forecast)", "770,000 (forecast)"],
    ]);
  });

  it("makes no revision of what says the same, and has its effect once under one key", async () => {
    const before = await countForecasts();
    const input = { metric: VISITS, period: YEAR, value: "770000", basis: "One stays open." };
    await forecast(input, analyst);
    const keyed = {
      metric: VISITS,
      period: "2023-24",
      value: "800000",
      basis: "New hours",
      idempotencyKey: "f-1",
    };
    expect(await forecast(keyed)).toEqual(await forecast(keyed));
    expect(await countForecasts()).toBe(before + 1);
  });

  it("hands the forecast back to what is worked out: stored as it was that day, anew with each figure", async () => {
    const { recordedAt } = (await outlook(VISITS, YEAR)).forecast;
    const handed = await forecast({
      metric: VISITS,
      period: YEAR,
      method: "LINEAR",
      basedOnRecordedAt: recordedAt,
    });
    expect(handed.forecast).toMatchObject({
      value: "800000",
      method: "LINEAR",
      basis: "9 months of 12, straight line",
      author: { name: "Jo Stewardson (demo)" },
    });
    expect((await outlook(VISITS, YEAR)).forecast).toMatchObject({
      value: "800000",
      author: { name: "Jo Stewardson (demo)" },
    });
    await record({ metric: VISITS, period: "2022-04/2023-01", value: "650000" });
    expect((await outlook(VISITS, YEAR)).forecast).toMatchObject({
      value: "780000",
      method: "LINEAR",
      author: null,
      recordedAt: null,
    });
  });

  it.each([
    [{ metric: VISITS, period: "2024-25", value: "1" }, "basis", "Say what the forecast rests on."],
    [{ metric: VISITS, period: "2024-25", basis: "x" }, "value", "Give the value that you expect."],
    [
      { metric: VISITS, period: "2024-25", value: "1", basis: "x".repeat(1_001) },
      "basis",
      "Use 1000 characters or fewer.",
    ],
    [
      { metric: VISITS, period: "2024-25", value: "-1", basis: "x" },
      "value",
      "A figure of this kind can't be below nought.",
    ],
    [
      { metric: VISITS, period: "2022-04/2022-11", value: "1", basis: "x" },
      "period",
      "A forecast is for a whole year, such as 2019-20.",
    ],
    [{ metric: VISITS, period: "soon", value: "1", basis: "x" }, "period", null],
    [{ metric: "nothing", period: "2024-25", value: "1", basis: "x" }, "metric", null],
    [
      { metric: "2A pt 2", period: "2021-22", value: "1", basis: "x" },
      "period",
      "2021/22 has its figure, Full-year Actual 567 per 100k Pop. 832 Admissions in 21/22: there is nothing left to forecast.",
    ],
    [
      { metric: VISITS, period: YEAR, method: "LINEAR", value: "1" },
      "value",
      "A LINEAR forecast is worked out here: leave out its value and basis.",
    ],
    [
      { metric: VISITS, period: YEAR, method: "PROFILED", basis: "x" },
      "basis",
      "A PROFILED forecast is worked out here: leave out its value and basis.",
    ],
    [
      { metric: VISITS, period: YEAR, method: "PROFILED" },
      "method",
      "This measure's forecast is worked out as LINEAR.",
    ],
    [
      { metric: "1C pt 2a", period: "2024-25", method: "LINEAR" },
      "method",
      "There is no figure yet to forecast from.",
    ],
  ])("refuses %j", async (input, path, message) => {
    const before = await countForecasts();
    const refused = await forecast(input);
    expect(refused.__typename).toBe("ValidationError");
    expect(refused.problems[0].path).toBe(path);
    if (message !== null) expect(refused.problems[0].message).toBe(message);
    expect(await countForecasts()).toBe(before);
  });

  it("is for the heads of service of that council, and analysts", async () => {
    const input = { metric: VISITS, period: "2025-26", value: "1", basis: "x" };
    for (const email of ["lead.officer@example.org", "scrutiny@example.org", null])
      expect((await forecast(input, api.as(email))).__typename).toBe("NotAllowed");
    expect((await forecast({ ...input, organisation: LEICESTER })).__typename).toBe("NotAllowed");
    const reader = api.as("analyst@example.org", ["read:metrics"]);
    expect((await forecast(input, reader)).__typename).toBe("NotAllowed");
  });

  it("is never shown as an actual: on a new dashboard the figure stays the figure", async () => {
    const edition = { organisation: COUNTY, period: "2023-04/2023-11" };
    await ask(PREPARE, { input: { ...edition, scheme: "RAG", title: "Being prepared" } });
    const added = await ask(ADD_TO, {
      input: { ...edition, rows: [{ metric: VISITS, currentPeriod: "2023-04/2023-11" }] },
    });
    expect(added.addToDashboard.__typename).toBe("DashboardChanged");
    const row = await rowOf(VISITS, "2023-04/2023-11");
    expect([row.current, row.forecast.value, row.forecast.method]).toEqual([null, "800000", "OFFICER"]);
  });
});
