import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADD_TO,
  COUNTY,
  DASHBOARD,
  DEFINE,
  JUDGE,
  LEICESTER,
  PREPARE,
  RECORD,
  REMOVE_FROM,
  REPORT,
  SET_TARGET,
} from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
});
afterAll(() => api.close());

const EDITION = "2023-04/2023-11";

// biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
const send = async (source: string, input: object, ask = analyst): Promise<any> => {
  const { data, errors } = await ask(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};
const define = (changes: object = {}, ask = analyst) =>
  send(
    DEFINE,
    {
      code: "LOCAL-warm-homes",
      framework: "LOCAL",
      officialCode: "warm-homes",
      title: "Homes made warmer",
      aim: "HIGH",
      unit: "COUNT",
      accumulation: "CUMULATIVE",
      definition: "Homes that a grant has insulated, counted once each.",
      ...changes,
    },
    ask,
  );
const edition = (changes: object = {}) => ({ organisation: COUNTY, period: EDITION, ...changes });
const prepare = (changes: object = {}, ask = analyst) =>
  send(PREPARE, { ...edition(), scheme: "RAG", title: "Winter 2023", ...changes }, ask);

describe("a metric that nobody has heard of", () => {
  it("is added through the API alone and shows on a dashboard: 0 files", async () => {
    expect(await define()).toMatchObject({
      __typename: "MetricDefined",
      metric: { code: "LOCAL-warm-homes", definitions: [{ validFrom: null }] },
    });
    expect((await prepare()).dashboard).toMatchObject({ title: "Winter 2023", reportedOn: null, groups: [] });
    const added = await send(ADD_TO, {
      ...edition(),
      rows: [{ metric: "LOCAL-warm-homes" }, { metric: "1E" }],
    });
    expect(added.dashboard.groups[0].rows).toEqual([
      {
        position: 1,
        title: "Homes made warmer",
        metric: { code: "LOCAL-warm-homes" },
        currentPeriod: { code: EDITION },
        targetPeriod: { code: "2023-24" },
      },
      expect.objectContaining({ position: 2, metric: { code: "1E" } }),
    ]);
    const figure = { metric: "LOCAL-warm-homes", organisation: COUNTY };
    await send(RECORD, {
      figures: [
        { ...figure, period: EDITION, value: "412" },
        { ...figure, period: "2022-04/2022-11", value: "388" },
      ],
    });
    await send(SET_TARGET, { ...figure, period: "2023-24", kind: "TARGET", operator: "GTE", low: "600" });
    const { data } = await analyst(DASHBOARD, edition());
    expect(data.dashboard.groups[0].rows[0]).toMatchObject({
      metric: { code: "LOCAL-warm-homes" },
      current: { value: "412" },
      previous: { display: "388" },
      target: { display: "≥ 600" },
      // 412 in eight months of twelve heads for 618.
      rating: { suggested: "GREEN", judged: null, effective: "GREEN" },
    });
    expect(data.dashboard.summary.sentence).toBe(
      "1 on target, 0 within tolerance, 0 to miss, 1 no judgement: 2 measures",
    );
    const judged = await send(JUDGE, {
      ...figure,
      period: EDITION,
      scheme: "RAG",
      judged: "AMBER",
      reason: "Grants end in January.",
    });
    expect(judged.rating).toMatchObject({ suggested: "GREEN", judged: "AMBER", effective: "AMBER" });
  });

  it("has a code of its own", async () => {
    expect((await define()).problems).toEqual([
      { path: "code", message: "“Homes made warmer” has this code already." },
    ]);
    expect((await define({ code: "LOCAL-warmer" })).problems[0].path).toBe("officialCode");
    expect(
      (await define({ code: "Н1", officialCode: null, title: " " })).problems.map(
        ({ path }: { path: string }) => path,
      ),
    ).toEqual(["title", "code", "officialCode"]);
    expect((await define({ code: "X" }, api.as("head.of.service@example.org"))).__typename).toBe(
      "NotAllowed",
    );
  });
});

describe("a dashboard being prepared", () => {
  it("takes over an earlier one's rows, moved to its year", async () => {
    const { dashboard } = await prepare({
      period: "2024-04/2024-11",
      takeRowsFrom: "2022-04/2022-11",
      scheme: "BENCHMARK",
    });
    const rows = dashboard.groups.flatMap((group: { rows: unknown[] }) => group.rows);
    const { data } = await analyst(DASHBOARD, { organisation: COUNTY, period: "2022-04/2022-11" });
    expect(rows.length).toBe(
      data.dashboard.groups.flatMap((group: { rows: unknown[] }) => group.rows).length,
    );
    expect(rows[0].currentPeriod.code).toMatch(/^2024/);
  });

  it("is refused where there is one, where there is nothing to take over, and to others", async () => {
    expect((await prepare()).problems[0].path).toBe("period");
    expect((await prepare({ period: "2025-26", takeRowsFrom: "1999-00" })).problems[0].path).toBe(
      "takeRowsFrom",
    );
    expect((await prepare({ period: "someday" })).problems[0].path).toBe("period");
    expect((await prepare({ period: "2025-26", organisation: "E0" })).problems[0].path).toBe("organisation");
    expect((await prepare({ period: "2025-26", title: "" })).problems[0].path).toBe("title");
    const refused = await prepare({ period: "2025-26" }, api.as("scrutiny@example.org"));
    expect(refused.__typename).toBe("NotAllowed");
  });

  it.each([
    ["an unknown metric", [{ metric: "9Z" }], "rows.0.metric"],
    ["one that is there already", [{ metric: "1E" }], "rows.0.metric"],
    ["one sent twice", [{ metric: "1F" }, { metric: "1F" }], "rows.1.metric"],
    ["a bad period", [{ metric: "1F", targetPeriod: "soon" }], "rows.0.targetPeriod"],
    ["nothing", [], "rows"],
  ])("takes no %s", async (_name, rows, path) => {
    expect((await send(ADD_TO, { ...edition(), rows })).problems[0].path).toBe(path);
  });

  it("loses a row again, and is closed once it was reported", async () => {
    const removed = await send(REMOVE_FROM, { ...edition(), metric: "1E" });
    expect(removed.dashboard.groups[0].rows.length).toBe(1);
    const future = await send(REPORT, { ...edition(), reportedOn: "2090-01-01" });
    expect(future.problems[0].path).toBe("reportedOn");
    const reported = await send(REPORT, { ...edition(), reportedOn: "2024-01-22" });
    expect(reported.dashboard.reportedOn).toBe("2024-01-22");
    const late = await send(ADD_TO, { ...edition(), rows: [{ metric: "1F" }] });
    expect(late).toMatchObject({ __typename: "NotAllowed", message: expect.stringContaining("2024-01-22") });
    const reportedBefore = await send(ADD_TO, {
      ...edition({ period: "2019-04/2019-11" }),
      rows: [{ metric: "1F" }],
    });
    expect(reportedBefore.__typename).toBe("NotAllowed");
    const missing = await send(ADD_TO, { ...edition({ organisation: LEICESTER }), rows: [{ metric: "1F" }] });
    expect(missing.problems[0].path).toBe("period");
    await expect(
      api.database.db.execute(sql`update dashboard_rows set title = 'x' where position = 1`),
    ).rejects.toMatchObject({ cause: { code: "DR007" } });
  });
});
