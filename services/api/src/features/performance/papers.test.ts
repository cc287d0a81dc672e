import { readPapers } from "@due-regard/database/sample-data/performance/read-papers";
import {
  parsePrintedQuartile,
  parsePrintedRating,
} from "@due-regard/domain/metrics/printed/parse-printed-marks";
import { normaliseWhiteSpace } from "@due-regard/domain/metrics/printed/printed-text";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const DASHBOARD = `
  query ($organisation: String!, $period: String!, $asAt: DateTime) {
    dashboard(organisation: $organisation, period: $period, asAt: $asAt) {
      reportedOn
      summary { rows judged sentence counts { key count } }
      groups {
        layer { title }
        rows {
          position
          title
          metric { code }
          current { display value }
          previous { display }
          printed { current previous target }
          target { display }
          quartile
          ranking { rank of tied }
          rating { judged effective }
          revisedSince { value }
          doubts
        }
      }
    }
  }
`;

const readDashboard = async (organisation: string, period: string, asAt: string | null = null) => {
  const { data, errors } = await api.as("analyst@example.org")(DASHBOARD, { organisation, period, asAt });
  expect(errors).toEqual([]);
  return data.dashboard;
};

// biome-ignore lint/suspicious/noExplicitAny: rows as asked for above
const rowsOf = (dashboard: any): any[] =>
  dashboard.groups.flatMap((group: { rows: unknown[] }) => group.rows);

const COUNTY = "E10000018";
const LEICESTER = "E06000016";

describe("the papers over GraphQL", () => {
  it("shows the printed current value, target, rating and quartile of all 121 County rows", async () => {
    const { county } = await readPapers();
    let compared = 0;
    for (const paper of county) {
      const rows = rowsOf(await readDashboard(COUNTY, paper.edition));
      expect(rows.length).toBe(paper.rows.length);
      for (const [index, printed] of paper.rows.entries()) {
        expect({ row: printed.id, ...rows[index] }).toMatchObject({
          row: printed.id,
          position: index + 1,
          title: normaliseWhiteSpace(printed.title),
          current: { display: normaliseWhiteSpace(printed.current) },
          printed: { current: printed.current, previous: printed.previous, target: printed.target },
          target: { display: normaliseWhiteSpace(printed.target) },
          quartile: parsePrintedQuartile(printed.quartile ?? null).value,
          rating: { judged: parsePrintedRating(printed.rating).value },
        });
        compared += 1;
      }
    }
    expect(compared).toBe(121);
  });

  it("shows the printed value, target, rating and rank of all 31 City rows", async () => {
    const { city } = await readPapers();
    const rows = rowsOf(await readDashboard(LEICESTER, city.edition));
    expect(rows.length).toBe(31);
    for (const [index, printed] of city.rows.entries()) {
      const rank = /^(\d+)\/(\d+)( \(=\))?$/.exec(printed.englandRank ?? "");
      expect({ row: printed.id, ...rows[index] }).toMatchObject({
        row: printed.id,
        current: { display: normaliseWhiteSpace(printed.q3) },
        target: { display: normaliseWhiteSpace(printed.target) },
        rating: { judged: parsePrintedRating(printed.rating).value },
        ranking: rank && { rank: Number(rank[1]), of: Number(rank[2]), tied: rank[3] !== undefined },
      });
    }
  });

  it("has headline counts that reconcile with the rows and with the City's printed legend", async () => {
    const { summary } = await readDashboard(LEICESTER, "2017-18-Q3");
    expect(summary.sentence).toBe("8 on target, 1 within tolerance, 4 to miss, 18 no judgement: 31 measures");
    const printedRed = rowsOf(await readDashboard(COUNTY, "2017-04/2017-11")).filter(
      (row) => row.rating.effective === "RED",
    );
    expect(printedRed.map((row) => row.metric.code)).toEqual(["2A pt 1"]);
  });

  it("keeps what each committee saw, and shows later revisions when asked for", async () => {
    const heritage = async (asAt: string | null) =>
      rowsOf(await readDashboard(COUNTY, "2019-04/2019-11", asAt)).find(
        (row) => row.metric.code === "LOCAL-heritage-visits",
      );
    const seen = await heritage(null);
    expect([seen.current.value, seen.revisedSince.value]).toEqual(["107800", "176500"]);
    expect((await heritage("2020-01-20T00:00:00Z")).current.value).toBe("107800");
    expect((await heritage("2021-01-18T00:00:00Z")).current.value).toBe("176500");
  });

  it("knows of each observation what was known at an instant", async () => {
    const visits = async (asAt: string | null) => {
      const { data } = await api.as("scrutiny@example.org")(
        `query ($asAt: DateTime) { metric(code: "LOCAL-heritage-visits") {
          observations(organisation: "E10000018", from: "2019-04/2019-11", to: "2019-04/2019-11", asAt: $asAt) {
            totalCount edges { node { value status revisions { value } } } } } }`,
        { asAt },
      );
      const nodes = data.metric.observations.edges.map((edge: { node: { status: string } }) => edge.node);
      return nodes.filter(({ status }: { status: string }) => status === "ACTUAL");
    };
    expect(await visits("2019-12-31T00:00:00Z")).toEqual([]);
    expect((await visits("2020-01-20T00:00:00Z"))[0].value).toBe("107800");
    expect((await visits("2021-01-18T00:00:00Z"))[0].value).toBe("176500");
    expect(await visits(null)).toEqual([
      { value: "176500", status: "ACTUAL", revisions: [{ value: "107800" }, { value: "176500" }] },
    ]);
  });

  it("shows what was noticed of a paper as a whole", async () => {
    const { data } = await api.as("scrutiny@example.org")(
      `{ dashboardEditions(organisation: "${COUNTY}") { period { code } source { doubts } } }`,
    );
    const doubted = data.dashboardEditions.filter(
      ({ source }: { source: { doubts: string[] } }) => source.doubts.length > 0,
    );
    expect(doubted).toEqual([
      { period: { code: "2017-04/2017-11" }, source: { doubts: [expect.stringContaining("2016/17")] } },
    ]);
  });

  it("shows each doubt with its row", async () => {
    const rows = rowsOf(await readDashboard(COUNTY, "2022-04/2022-11"));
    const review = rows.find((row) => row.metric.code === "LOCAL-annual-review");
    expect(review.doubts.join(" ")).toContain("3,394");
  });
});

describe("the dashboard", () => {
  it("is read in one statement", async () => {
    const ask = api.as("analyst@example.org");
    const statements = await api.countStatements(() =>
      ask(DASHBOARD, { organisation: COUNTY, period: "2020-04/2020-11" }),
    );
    // Two more find out who is asking: the test's own stand-in for signing in.
    expect(statements).toBe(1 + 2);
  });

  it("counts equality actions beside all its measures in one statement more", async () => {
    // Theirs is made for each reader out of the policy's rules, while the dashboard's is the same for everybody and kept prepared.
    const counting = DASHBOARD.replace(
      "metric { code }",
      "metric { code equalityActionCounts { open overdue } }",
    );
    const ask = api.as("analyst@example.org");
    const statements = await api.countStatements(async () => {
      const { data } = await ask(counting, { organisation: COUNTY, period: "2020-04/2020-11" });
      const counts = rowsOf(data.dashboard).map(({ metric }) => metric.equalityActionCounts);
      expect(counts).toEqual(counts.map(() => ({ open: 0, overdue: 0 })));
    });
    expect(statements).toBe(1 + 1 + 2);
  });

  it("is null for an edition that was never reported, and says what a period code looks like", async () => {
    const ask = api.as("analyst@example.org");
    const unknown = await ask(DASHBOARD, { organisation: COUNTY, period: "2018-04/2018-11" });
    expect([unknown.data.dashboard, unknown.errors]).toEqual([null, []]);
    const wrong = await ask(DASHBOARD, { organisation: COUNTY, period: "last year" });
    expect(wrong.errors[0]).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining("2019-20"),
    });
  });
});

const METRIC = `
  query ($code: String!) {
    metric(code: $code) {
      code
      definitions { validFrom breakNote }
      results(organisation: "E10000018") { edition { period { code } } current { display } }
      observations(organisation: "E10000018", first: 100) { totalCount edges { node { period { code } value status } } }
      strategyElements { title strategy { slug } }
    }
  }
`;

describe("a metric", () => {
  it("is one series across four years and several plans", async () => {
    const { data } = await api.as("analyst@example.org")(METRIC, { code: "1C pt 2a" });
    const results = data.metric.results.map(
      (row: { edition: { period: { code: string } }; current: { display: string } }) => [
        row.edition.period.code,
        row.current.display,
      ],
    );
    expect(results).toEqual([
      ["2017-04/2017-11", "52.9% (2.6k out of 4.9k)"],
      ["2019-04/2019-11", "46.7%"],
      ["2020-04/2020-11", "45.6%"],
      ["2022-04/2022-11", "37.0%"],
    ]);
  });

  it("marks a re-definition as a break", async () => {
    const { data } = await api.as("analyst@example.org")(METRIC, { code: "LOCAL-heritage-visits" });
    expect(data.metric.definitions.length).toBe(2);
    expect(data.metric.definitions[1].breakNote).toContain("Website visits");
  });

  it("is not read by a token without the scope, nor by somebody signed out", async () => {
    const scoped = await api.as("analyst@example.org", ["read:assessments"])(METRIC, { code: "1E" });
    expect(scoped.errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    const signedOut = await api.as(null)(METRIC, { code: "1E" });
    expect(signedOut.errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
  });
});
