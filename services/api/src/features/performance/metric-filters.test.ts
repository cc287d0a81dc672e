import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMENT, COUNTY, LEICESTER } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let scrutiny: Ask;
beforeAll(async () => {
  api = await createTestApi();
  scrutiny = api.as("scrutiny@example.org");
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
const ask = async (query: string, variables: object = {}, as = scrutiny): Promise<any> => {
  const { data, errors } = await as(query, { ...variables });
  expect(errors).toEqual([]);
  return data;
};

const LIST = `
  query ($filter: MetricFilter, $first: Int, $after: String) {
    metrics(filter: $filter, first: $first, after: $after) {
      totalCount
      edges { node { code } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const find = async (filter: object, page: object = {}) => {
  const { metrics } = await ask(LIST, { filter, ...page });
  const codes: string[] = metrics.edges.map(({ node }: { node: { code: string } }) => node.code);
  return { codes, totalCount: metrics.totalCount, pageInfo: metrics.pageInfo };
};

const CITY = { organisation: LEICESTER, period: "2017-18-Q3" };
const RED = ["1E", "1F", "1H", "2B pt 1 local"];

describe("metrics(filter: { rated })", () => {
  it.each([
    ["red on the City's dashboard", { rated: { ...CITY, ratings: ["RED"] } }, RED],
    ["red or amber", { rated: { ...CITY, ratings: ["RED", "AMBER"] } }, [...RED, "2B pt 2 local"]],
    [
      "red, of the national framework",
      { framework: "ASCOF-2014", rated: { ...CITY, ratings: ["RED"] } },
      ["1E", "1F", "1H"],
    ],
    [
      "red, and in no plan",
      { withoutStrategy: true, rated: { ...CITY, ratings: ["RED"] } },
      ["1F", "1H", "2B pt 1 local"],
    ],
    [
      "red, in a plan, and low is good",
      {
        strategy: "strategic-plan-2014-18",
        aim: "LOW",
        rated: { organisation: COUNTY, period: "2017-04/2017-11", ratings: ["RED"] },
      },
      ["2A pt 1"],
    ],
    ["rated by another scheme than the dashboard's", { rated: { ...CITY, ratings: ["WORSE"] } }, []],
    ["on a dashboard that is not there", { rated: { organisation: COUNTY, period: "1999-00" } }, []],
    [
      "of an organisation that is not there",
      { rated: { organisation: "E99999999", period: "2017-18-Q3" } },
      [],
    ],
    ["with commentary, where none was written", { rated: { ...CITY, withCommentary: true } }, []],
  ])("%s", async (_name, filter, codes) => {
    const found = await find(filter);
    expect([found.codes, found.totalCount]).toEqual([codes, codes.length]);
  });

  it("counts as the dashboard's headline does", async () => {
    const counted = async (ratings: string[]) =>
      (await find({ rated: { ...CITY, ratings } }, { first: 0 })).totalCount;
    // 8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures.
    const { dashboard } = await ask(
      `{ dashboard(organisation: "${LEICESTER}", period: "2017-18-Q3") { groups { rows { metric { code } rating { effective } } } } }`,
    );
    const rows = dashboard.groups.flatMap((group: { rows: object[] }) => group.rows);
    for (const rating of ["GREEN", "AMBER", "RED", "NONE"]) {
      const codes = rows
        .filter(
          (row: { rating: { effective: string | null } }) => (row.rating.effective ?? "NONE") === rating,
        )
        .map((row: { metric: { code: string } }) => row.metric.code);
      expect([rating, await counted([rating])]).toEqual([rating, new Set(codes).size]);
    }
    expect((await find({ rated: CITY }, { first: 0 })).totalCount).toBe(31);
  });

  it("pages through what it finds, and counts all of it", async () => {
    const filter = { rated: { ...CITY, ratings: ["RED"] } };
    const first = await find(filter, { first: 3 });
    expect([first.codes, first.totalCount, first.pageInfo.hasNextPage]).toEqual([RED.slice(0, 3), 4, true]);
    const rest = await find(filter, { first: 3, after: first.pageInfo.endCursor });
    expect([rest.codes, rest.totalCount, rest.pageInfo.hasNextPage]).toEqual([RED.slice(3), 4, false]);
  });

  it("finds what has commentary, as known at an instant", async () => {
    const input = { metric: "1E", organisation: COUNTY, period: "2020-04/2020-11", data: "Fewer jobs." };
    const { writeCommentary } = await ask(COMMENT, { input }, api.as("head.of.service@example.org"));
    expect(writeCommentary.__typename).toBe("CommentaryWritten");
    const edition = { organisation: COUNTY, period: "2020-04/2020-11" };
    const asAt = new Date().toISOString();
    expect((await find({ rated: { ...edition, asAt, withCommentary: true } })).codes).toEqual(["1E"]);
    expect((await find({ rated: { ...edition, asAt, withCommentary: false } })).totalCount).toBe(29);
    expect((await find({ rated: { ...edition, withCommentary: true } })).codes).toEqual([]);
  });

  it("reads the dashboard once, for the filter and for the rows of every metric found", async () => {
    const query = `{ metrics(filter: { rated: { organisation: "${LEICESTER}", period: "2017-18-Q3", ratings: [RED] } }) {
      totalCount
      edges { node { code results(organisation: "${LEICESTER}", period: "2017-18-Q3") { rating { effective } ranking { rank of } } } }
    } }`;
    const { metrics } = await ask(query);
    // The dashboard, the metrics, their count; two find out who is asking.
    expect(await api.countStatements(() => ask(query))).toBe(3 + 2);
    const results = metrics.edges.map(({ node }: { node: { results: object[] } }) => node.results);
    expect(results).toEqual([
      [{ rating: { effective: "RED" }, ranking: { rank: 85, of: 152 } }],
      [{ rating: { effective: "RED" }, ranking: null }],
      [{ rating: { effective: "RED" }, ranking: null }],
      [{ rating: { effective: "RED" }, ranking: null }],
    ]);
  });

  it("says what a period looks like", async () => {
    const { errors } = await scrutiny(LIST, { filter: { rated: { ...CITY, period: "lately" } } });
    expect(errors[0]).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringContaining("2019-20") });
  });
});

describe("metrics(filter: { strategy })", () => {
  it("is the plan's metrics, and with withoutStrategy none", async () => {
    const carers = await find({ strategy: "joint-carers-strategy-2018-21" });
    expect(carers).toMatchObject({ codes: ["1D", "1I pt 2", "3B", "3C", "3D pt 2"], totalCount: 5 });
    expect((await find({ strategy: "joint-carers-strategy-2018-21", withoutStrategy: true })).codes).toEqual(
      [],
    );
    expect((await find({ strategy: "nothing" })).codes).toEqual([]);
  });
});

describe("metrics(filter: { withoutStrategy })", () => {
  it("is the metrics that hang under no plan, which the City reports and the County's plans do not name", async () => {
    const found = await find({ withoutStrategy: true });
    expect([found.totalCount, found.codes]).toEqual([
      12,
      [
        "1A",
        "1B",
        "1F",
        "1H",
        "1J",
        "2B pt 1 local",
        "2B pt 2",
        "2B pt 2 local",
        "2C pt 1",
        "2C pt 3",
        "3A",
        "4A",
      ],
    ]);
  });
});

describe("Metric.results(period:)", () => {
  it("is the row of that dashboard alone", async () => {
    const { metric } = await ask(
      `{ metric(code: "1C pt 2a") {
        one: results(organisation: "${COUNTY}", period: "2019-04/2019-11") { edition { period { code } } current { display } }
        none: results(organisation: "${COUNTY}", period: "2016-17") { title }
        all: results(organisation: "${COUNTY}") { title }
      } }`,
    );
    expect(metric.one).toEqual([
      { edition: { period: { code: "2019-04/2019-11" } }, current: { display: "46.7%" } },
    ]);
    expect([metric.none, metric.all.length]).toEqual([[], 4]);
  });
});
