import { auditEvents } from "@due-regard/database/schema/audit";
import { observations } from "@due-regard/database/schema/metrics";
import { count, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTY, FORECAST, LEICESTER, RECORD, SET_TARGET } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const record = async (figures: object[], ask = analyst, idempotencyKey?: string): Promise<any> => {
  const { data, errors } = await ask(RECORD, { input: { figures, idempotencyKey } });
  expect(errors).toEqual([]);
  return data.recordObservations;
};
const visits = (changes: object = {}) => ({
  metric: "LOCAL-library-visits",
  organisation: COUNTY,
  period: "2023-04/2023-11",
  value: "812300",
  ...changes,
});
const countObservations = async () =>
  (await api.database.db.select({ n: count() }).from(observations))[0]?.n ?? 0;
const countAudited = async (action: string) =>
  (await api.database.db.select({ n: count() }).from(auditEvents).where(like(auditEvents.action, action)))[0]
    ?.n ?? 0;

describe("recordObservations", () => {
  it("records a figure, then supersedes it, and keeps both", async () => {
    const [before, audited] = [await countObservations(), await countAudited("observation.recorded")];
    const first = await record([visits({ note: "From the counters" })]);
    expect(first).toMatchObject({
      __typename: "ObservationsRecorded",
      recorded: 1,
      observations: [
        {
          status: "ACTUAL",
          unit: "COUNT",
          value: "812300",
          display: "812,300",
          source: null,
          supersededAt: null,
          note: "From the counters",
        },
      ],
    });
    const { recordedAt } = first.observations[0];
    const second = await record([visits({ value: "815040", basedOnRecordedAt: recordedAt })]);
    expect(second.observations[0]).toMatchObject({ value: "815040", note: null });
    const asked = `query ($asAt: DateTime) { metric(code: "LOCAL-library-visits") {
      observations(organisation: "${COUNTY}", from: "2023-04/2023-11", to: "2023-04/2023-11", asAt: $asAt) {
        edges { node { value supersededAt revisions { value supersededAt } } } } } }`;
    const valuesAt = async (asAt: string | null) => {
      const { data } = await analyst(asked, { asAt });
      return data.metric.observations.edges.map((edge: { node: { value: string } }) => edge.node.value);
    };
    expect(await valuesAt(null)).toEqual(["815040"]);
    expect(await valuesAt(recordedAt)).toEqual(["812300"]);
    expect(await valuesAt(second.observations[0].recordedAt)).toEqual(["815040"]);
    expect(await valuesAt(new Date(Date.parse(recordedAt) - 1).toISOString())).toEqual([]);
    const { data } = await analyst(asked);
    expect(data.metric.observations.edges[0].node.revisions).toEqual([
      { value: "812300", supersededAt: second.observations[0].recordedAt },
      { value: "815040", supersededAt: null },
    ]);
    expect([await countObservations(), await countAudited("observation.recorded")]).toEqual([
      before + 2,
      audited + 2,
    ]);
  });

  it("makes no revision of a figure that says the same, whatever it was based on", async () => {
    const figure = visits({ period: "2021-22-Q1", value: "200000" });
    const first = await record([figure]);
    const again = await record([figure]);
    expect(again).toMatchObject({ recorded: 0, observations: [{ id: first.observations[0].id }] });
    const precise = await record([
      { ...figure, value: "200000.0", basedOnRecordedAt: first.observations[0].recordedAt },
    ]);
    expect(precise).toMatchObject({ recorded: 1, observations: [{ value: "200000.0" }] });
  });

  it("tells of somebody who recorded another meanwhile, with both figures", async () => {
    const figure = visits({ period: "2021-22-Q2", value: "1000" });
    const first = await record([figure]);
    const { recordedAt } = first.observations[0];
    await record([{ ...figure, value: "1100", basedOnRecordedAt: recordedAt }]);
    const before = await countObservations();
    const stale = await record([
      { ...figure, value: "1200", basedOnRecordedAt: recordedAt },
      visits({ period: "2021-22-Q3" }),
    ]);
    expect(stale).toMatchObject({
      __typename: "Conflict",
      conflicts: [
        { path: "figures.0", currentVersion: 2, basedOnVersion: 1, theirs: "1,100", yours: "1,200" },
      ],
    });
    const unseen = await record([{ ...figure, value: "1200" }]);
    expect(unseen.conflicts).toMatchObject([{ basedOnVersion: 0, currentVersion: 2 }]);
    expect(await countObservations()).toBe(before);
  });

  it("lets just one of two writers at once win", async () => {
    const figure = visits({ period: "2021-22-Q4" });
    const { observations: seen } = await record([{ ...figure, value: "1" }]);
    const outcomes = await Promise.all(
      ["2", "3", "4"].map((value) => record([{ ...figure, value, basedOnRecordedAt: seen[0].recordedAt }])),
    );
    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual([
      "Conflict",
      "Conflict",
      "ObservationsRecorded",
    ]);
  });

  it("keeps a forecast apart from what happened, and a reason in place of a value", async () => {
    const share = { metric: "1C pt 2a", organisation: COUNTY, period: "2023-24" };
    const { data } = await api.as("head.of.service@example.org")(FORECAST, {
      input: { ...share, value: "46.0", basis: "The spring's reviews are done" },
    });
    expect(data.recordForecast.forecast).toMatchObject({ value: "46.0", method: "OFFICER" });
    const both = await record([
      { ...share, value: "44.0" },
      { ...share, period: "2022-04/2022-10", noValueReason: "RESULTS_DUE", expectedOn: "May 2023" },
    ]);
    expect(both.observations.map(({ display }: { display: string }) => display)).toEqual([
      "44.0%",
      "Survey results due May 2023",
    ]);
    expect(both.observations[1]).toMatchObject({ value: null, status: "NOT_AVAILABLE" });
    const { data: known } = await analyst(
      `{ metric(code: "1C pt 2a") { observations(organisation: "${COUNTY}", from: "2023-24", to: "2023-24") {
        edges { node { display status supersededAt } } } } }`,
    );
    expect(known.metric.observations.edges.map((edge: { node: object }) => edge.node)).toEqual([
      { display: "44.0%", status: "ACTUAL", supersededAt: null },
      { display: "46.0% (forecast)", status: "FORECAST", supersededAt: null },
    ]);
  });

  it("leaves forecasts to the verb that asks what they rest on", async () => {
    const refused = await record([visits({ period: "2023-24", value: "1200", status: "FORECAST" })]);
    const message = "A forecast is recorded with what it rests on: use `recordForecast`.";
    expect(refused.problems).toEqual([{ path: "figures.0.status", message }]);
  });

  it("keeps what a careful reader doubts with the figure", async () => {
    const figure = {
      metric: "1E",
      organisation: COUNTY,
      period: "2021-22-Q1",
      value: "85.0",
      numerator: "370",
      denominator: "430",
    };
    const { observations: recorded } = await record([figure]);
    expect(recorded[0]).toMatchObject({
      display: "85.0% (370 out of 430)",
      doubts: ["370 of 430 makes 86.0%, not 85.0%"],
    });
  });

  it("has its effect once under one idempotency key", async () => {
    const figure = visits({ period: "2020-21-Q1", value: "7" });
    const first = await record([figure], analyst, "import-7");
    const before = await countObservations();
    expect(await record([figure], analyst, "import-7")).toEqual(first);
    expect(await countObservations()).toBe(before);
    const other = await record([{ ...figure, value: "8" }], analyst, "import-7");
    expect(other.problems[0].path).toBe("idempotencyKey");
  });

  it.each([
    ["an unknown metric", { metric: "9Z" }, "figures.1.metric"],
    ["an unknown organisation", { organisation: "E99999999" }, "figures.1.organisation"],
    ["a bad period", { period: "last year" }, "figures.1.period"],
    ["a value below nought", { value: "-1" }, "figures.1.value"],
    ["a value and a reason for none", { noValueReason: "SUPPRESSED" }, "figures.1.noValueReason"],
    ["a period yet to come", { period: "2090-91" }, "figures.1.period"],
    ["the same figure twice", {}, "figures.1.metric"],
  ])("refuses %s, and records none of the others", async (_name, changes, path) => {
    const before = await countObservations();
    const good = visits({ period: "2020-21-Q2" });
    const refused = await record([good, { ...good, ...changes }]);
    expect([refused.__typename, refused.problems[0].path]).toEqual(["ValidationError", path]);
    expect(await countObservations()).toBe(before);
  });

  it("refuses none at all, and too many", async () => {
    expect((await record([])).problems[0].path).toBe("figures");
    expect((await record(Array(501).fill(visits()))).problems[0].path).toBe("figures");
  });

  it.each([
    ["head.of.service@example.org", undefined],
    ["scrutiny@example.org", undefined],
    ["lead.officer@example.org", undefined],
    ["admin@example.org", undefined],
    [null, undefined],
    ["analyst@example.org", ["read:metrics"] as const],
  ])("is not for %s with the scopes %s", async (email, scopes) => {
    const before = await countObservations();
    const refused = await record([visits({ value: "1" })], api.as(email, scopes));
    expect(refused.__typename).toBe("NotAllowed");
    expect(await countObservations()).toBe(before);
  });

  it("writes two hundred figures in as many statements as one", async () => {
    const months = Array.from({ length: 200 }, (_, index) => {
      const month = `${1990 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
      return visits({ metric: "LOCAL-e-loans", period: `${month}/${month}`, value: String(1000 + index) });
    });
    const one = await api.countStatements(() =>
      record([visits({ metric: "LOCAL-e-loans", period: "1980-81" })]),
    );
    expect(await api.countStatements(() => record(months))).toBe(one);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const setTarget = async (changes: object, ask = analyst): Promise<any> => {
  const input = {
    metric: "2D",
    organisation: COUNTY,
    period: "2021-22",
    kind: "TARGET",
    operator: "GTE",
    low: "84.0",
    ...changes,
  };
  const { data, errors } = await ask(SET_TARGET, { input });
  expect(errors).toEqual([]);
  return data.setTarget;
};

describe("setTarget", () => {
  it("re-sets a target during its life, and keeps both", async () => {
    const first = await setTarget({ toleranceKind: "ABSOLUTE", tolerance: "0.5" });
    expect(first.target).toMatchObject({
      display: "≥ 84.0%",
      tolerance: "0.5",
      toleranceKind: "ABSOLUTE",
      high: null,
    });
    const second = await setTarget({ low: "87.0", basedOnRecordedAt: first.target.recordedAt });
    expect(second.target).toMatchObject({
      display: "≥ 87.0%",
      toleranceKind: "NONE",
      revisions: [
        { display: "≥ 84.0%", supersededAt: second.target.recordedAt },
        { display: "≥ 87.0%", supersededAt: null },
      ],
    });
    expect((await setTarget({ low: "87.0" })).target.revisions.length).toBe(2);
    const stale = await setTarget({ low: "90.0", basedOnRecordedAt: first.target.recordedAt });
    expect(stale.conflicts).toEqual([
      { path: "target", currentVersion: 2, basedOnVersion: 1, theirs: "≥ 87.0%", yours: "≥ 90.0%" },
    ]);
  });

  it.each([
    [{ kind: "BAND", operator: "BETWEEN", metric: "LOCAL-delay", low: "6", high: "11" }, "6% to 11%"],
    [{ kind: "MAINTAIN", operator: "MAINTAIN", low: null, metric: "1G" }, "Maintain last year"],
    [
      { kind: "BENCHMARK", benchmarkGroup: "England", benchmarkPeriod: "2020-21", metric: "1H" },
      "≥ 84.0% (England)",
    ],
    [{ kind: "MILESTONE", period: "2023-04/2023-11", metric: "1E" }, "≥ 84.0%"],
    [{ kind: "TO_BE_CONFIRMED", operator: "NONE", low: null, metric: "1F" }, "To be confirmed"],
  ])("takes %o", async (changes, display) => {
    expect((await setTarget(changes)).target.display).toBe(display);
  });

  it.each([
    [{ operator: "LTE", low: null, high: "3" }, "operator"],
    [{ kind: "BAND" }, "operator"],
    [{ low: null }, "low"],
    [{ tolerance: "1" }, "tolerance"],
    [{ metric: "9Z" }, "metric"],
    [{ period: "soon" }, "period"],
    [{ kind: "BENCHMARK", benchmarkGroup: "England", benchmarkPeriod: "soon" }, "benchmarkPeriod"],
  ])("refuses %o", async (changes, path) => {
    expect((await setTarget({ period: "2022-23", ...changes })).problems[0].path).toBe(path);
  });

  it("is for analysts, wherever the organisation", async () => {
    expect((await setTarget({}, api.as("head.of.service@example.org"))).__typename).toBe("NotAllowed");
    expect((await setTarget({ organisation: LEICESTER })).target.display).toBe("≥ 84.0%");
  });
});
