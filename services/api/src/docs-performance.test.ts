import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi } from "./testing/test-api.ts";

/** The documents' worked queries about performance and plans, with the values that the papers print. */

const QUERIES = new URL("../../../docs/queries/", import.meta.url);
const ANALYST = "analyst@example.org";
const SCRUTINY = "scrutiny@example.org";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
}, 60_000);
afterAll(() => api.close());

/** The answer to one of the files, as a demo person. */
const run = async (file: string, email: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await api.as(email)(readFileSync(new URL(file, QUERIES), "utf8"), variables);
  expect(errors).toEqual([]);
  return data;
};

// biome-ignore lint/suspicious/noExplicitAny: rows as the query asks for them
const rowsOf = (dashboard: any): any[] => dashboard.groups.flatMap((group: any) => group.rows);
const titled = (title: string) => (row: { title: string }) => row.title === title;

it("a dashboard as its committee saw it", async () => {
  const { dashboard } = await run("dashboard.graphql", ANALYST);
  expect(dashboard.summary.sentence).toBe(
    "19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures",
  );
  const heritage = rowsOf(dashboard).find(({ metric }) => metric.code === "LOCAL-heritage-visits");
  expect(heritage).toMatchObject({ target: { display: "146.1k" }, rating: { effective: "AMBER" } });
});

it("the same dashboard as at a later instant", async () => {
  const { asSeen, later } = await run("dashboard-as-at.graphql", ANALYST);
  const figures = [asSeen, later].map((each) => rowsOf(each).find(titled("Heritage visits")));
  expect(figures.map(({ current }) => current.display)).toEqual([
    "107.8k (Apr-Nov)",
    "176.5k (Apr-Nov 2019)",
  ]);
  expect(figures.map(({ revisedSince }) => revisedSince?.display ?? null)).toEqual([
    "176.5k (Apr-Nov 2019)",
    null,
  ]);
});

it("one measure over the years", async () => {
  const { metric } = await run("metric-over-years.graphql", ANALYST);
  const figures = metric.observations.edges.map(
    ({ node }: { node: { period: { code: string }; value: string } }) => [node.period.code, node.value],
  );
  expect(figures).toEqual([
    ["2016-17", "55.4"],
    ["2017-04/2017-11", "52.9"],
    ["2018-19", "49.9"],
    ["2019-04/2019-11", "46.7"],
    ["2019-20", "47.5"],
    ["2020-04/2020-11", "45.6"],
    ["2021-22", "40.2"],
    ["2022-04/2022-11", "37.0"],
  ]);
});

it("ratings with their reasons", async () => {
  const { dashboard } = await run("ratings-with-reasons.graphql", ANALYST);
  const sequels = rowsOf(dashboard).find(titled("% of sequels that 'Prevent Need'"));
  expect(sequels.rating).toMatchObject({
    suggested: "AMBER",
    judged: "AMBER",
    reason: "As printed in the committee paper",
  });
});

it("a plan with its outcomes and measures", async () => {
  const { strategy } = await run("strategy.graphql", ANALYST);
  const cared = strategy.elements.find(
    titled(
      "People are cared for at home, in their own community, whenever possible, and for as long as possible",
    ),
  );
  expect(strategy.supersededBy.title).toBe("Strategic Plan 2022-26");
  expect(cared.metrics[0].code).toBe("1C pt 1a");
});

it("one measure across four years and two councils", async () => {
  const { metric } = await run("metric-two-councils.graphql", SCRUTINY);
  const years = (rows: { edition: { period: { label: string } }; current: { display: string } }[]) =>
    rows.map(({ edition, current }) => [edition.period.label, current.display]);
  expect(years(metric.county)).toEqual([
    ["April to November 2017", "52.9% (2.6k out of 4.9k)"],
    ["April to November 2019", "46.7%"],
    ["April to November 2020", "45.6%"],
    ["April to November 2022", "37.0%"],
  ]);
  expect(years(metric.city)).toEqual([["Quarter 3, 2017/18", "50.7% (1,836/3,622)"]]);
  expect(metric.city[0]).toMatchObject({ target: { display: "46.1%" }, rating: { effective: "GREEN" } });
});

it("all red measures with what was said about them", async () => {
  const { metrics } = await run("red-measures.graphql", SCRUTINY);
  const rows = metrics.edges.map(({ node }: { node: { code: string; results: [object] } }) => ({
    code: node.code,
    ...node.results[0],
  }));
  expect(metrics.totalCount).toBe(4);
  expect(rows).toMatchObject([
    {
      code: "1E",
      current: { display: "4.4% (34/767)" },
      target: { display: "6.6%" },
      rating: { effective: "RED" },
      printed: { comments: "Position at Q3 2016/17: 4.8% (37/769)" },
      commentary: [],
    },
    { code: "1F", current: { display: "2.0%" }, target: { display: "5.2%" } },
    { code: "1H", current: { display: "28.0%" }, target: { display: "68%" } },
    { code: "2B pt 1 local", current: { display: "85.0% (370/430)" }, target: { display: "90.0%" } },
  ]);
});

it("all red measures with the commentary of those who may write it, as known now", async () => {
  const county = { organisation: "E10000018", period: "2020-04/2020-11" };
  const input = {
    ...county,
    metric: "2D",
    data: "Fewer people needed nothing more after reablement.",
    review: "Referrals from hospital were for people with greater needs.",
    action: "The offer is being looked at with the NHS.",
  };
  const write = `mutation ($input: WriteCommentaryInput!) { writeCommentary(input: $input) { __typename } }`;
  const { data } = await api.as("head.of.service@example.org")(write, { input });
  expect(data.writeCommentary.__typename).toBe("CommentaryWritten");
  const asAt = new Date().toISOString();
  const { metrics } = await run("red-measures.graphql", SCRUTINY, { ...county, asAt });
  expect(metrics.edges.map(({ node }: { node: { code: string } }) => node.code)).toEqual(["2D"]);
  expect(metrics.edges[0].node.results[0]).toMatchObject({
    rating: { effective: "RED" },
    commentary: [{ data: input.data, review: input.review, action: input.action }],
  });
});

it("ranks among authorities, worked out and as printed", async () => {
  const { metric, dashboard } = await run("ranks.graphql", SCRUTINY);
  expect(metric.ranking).toMatchObject({
    rank: 2,
    of: 3,
    tied: false,
    groupMedian: "7.4",
    standings: [
      { rank: 1, value: "8.4", organisation: { name: "Rutland County Council" } },
      { rank: 2, value: "7.4", organisation: { name: "Leicestershire County Council" } },
      { rank: 3, value: "7.2", organisation: { name: "Leicester City Council" } },
    ],
  });
  const printed = rowsOf(dashboard).map(({ ranking }) => ranking && [ranking.rank, ranking.of, ranking.tied]);
  expect(printed).toContainEqual([121, 152, true]);
  expect(printed).toContainEqual([7, 152, false]);
  expect(printed.filter((place) => place !== null).length).toBe(26);
});

it("a plan with its ratings, which reconcile with the rows beneath", async () => {
  const { strategy } = await run("strategy-ratings.graphql", SCRUTINY);
  const sentence = "19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures";
  expect(strategy.ratings.summary).toMatchObject({ sentence, rows: 31 });
  const outcomes = strategy.elements.filter(({ kind }: { kind: string }) => kind === "OUTCOME");
  const counted = outcomes.map(
    (outcome: { title: string; ratings: { summary: { rows: number }; rows: object[] } }) => {
      expect(outcome.ratings.rows.length).toBe(outcome.ratings.summary.rows);
      return [outcome.title, outcome.ratings.summary.rows];
    },
  );
  expect(counted).toEqual([
    ["Wellbeing and Opportunity", 18],
    ["Great Communities", 9],
    ["Strong Economy", 1],
    ["Affordable and Quality Homes", 1],
    ["Keeping People Safe", 2],
  ]);
  expect(
    strategy.ratings.layers.map(
      ({ layer, summary }: { layer: { title: string }; summary: { sentence: string } }) => [
        layer.title,
        summary.sentence,
      ],
    ),
  ).toEqual([
    ["Prevent need", "8 on target, 1 within tolerance, 0 to miss, 4 no judgement: 13 measures"],
    ["Reduce need", "3 on target, 0 within tolerance, 0 to miss, 2 no judgement: 5 measures"],
    ["Delay need", "4 on target, 2 within tolerance, 0 to miss, 0 no judgement: 6 measures"],
    ["Meet need", "4 on target, 1 within tolerance, 0 to miss, 2 no judgement: 7 measures"],
  ]);
  expect(strategy.gaps).toMatchObject({ outcomesWithoutMetric: [], outcomeCount: 10, openActionCount: 0 });
  const dementia = await run("strategy-ratings.graphql", SCRUTINY, {
    slug: "living-well-with-dementia-2019-22",
    on: "2020-04-01",
  });
  expect(
    dementia.strategy.gaps.overdueActions.map(({ reference }: { reference: string }) => reference),
  ).toEqual(["D03", "D01", "D02", "D04", "D05", "D07", "D08", "D09"]);
  expect(dementia.strategy.gaps.openActionCount).toBe(13);
});

it("metrics with no strategy", async () => {
  const { metrics } = await run("metrics-without-strategy.graphql", SCRUTINY);
  expect([
    metrics.totalCount,
    metrics.edges.map(({ node }: { node: { code: string } }) => node.code),
  ]).toEqual([
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
  expect(metrics.edges[0].node.organisations).toEqual([{ name: "Leicester City Council" }]);
});

it("where a year was heading, and why one cannot say", async () => {
  const found = await run("forecast.graphql", SCRUTINY);
  expect(found.admissions.forecast).toMatchObject({
    value: "462.0",
    method: "OFFICER",
    basis: "Printed as the full-year forecast for 2020/21",
    author: null,
  });
  expect(found.libraryVisits.forecast).toMatchObject({
    value: "241350",
    method: "LINEAR",
    basis: "8 months of 12, straight line",
    source: null,
  });
  expect(found.heritageVisits).toMatchObject({
    forecast: null,
    noForecastReason: expect.stringContaining("goes with the seasons"),
  });
});

it("all that the page of one measure shows", async () => {
  const whose = { code: "1D", organisation: "E10000018", organisations: ["E10000018", "E06000016"] };
  const { metric } = await run("metric-page.graphql", ANALYST, whose);
  const [county, city] = metric.sideBySide;
  expect([county.observations.length, city.observations.length]).toEqual([3, 4]);
  expect(metric.benchmarks.map(({ value }: { value: string }) => value)).toEqual(["8.1", "7.9", "7.7"]);
});

it("quartiles over the years and everybody's place in one of them", async () => {
  const { metric } = await run("metric-ranks.graphql", ANALYST, {
    code: "1D",
    group: "England",
    periods: ["2012-13", "2014-15", "2016-17"],
    organisations: ["E10000018"],
    period: ["2016-17"],
  });
  expect(metric.series.map(({ standings }: { standings: { rank: number }[] }) => standings[0]?.rank)).toEqual(
    [2, 2, 2],
  );
  expect(metric.everybody[0]).toMatchObject({ of: 3, thresholds: null, groupMedian: "7.5" });
});

it("an officer's forecast, and what it says to somebody who may not", async () => {
  const input = {
    metric: "LOCAL-heritage-visits",
    organisation: "E10000018",
    period: "2022-23",
    value: "310000",
    basis: "Bookings for the winter events are ahead of last year",
  };
  const { recordForecast } = await run("record-forecast.graphql", "head.of.service@example.org", { input });
  expect(recordForecast).toMatchObject({
    __typename: "ForecastRecorded",
    forecast: { value: "310000", method: "OFFICER", author: { name: "Jo Stewardson (demo)" } },
  });
  const refused = await run("record-forecast.graphql", SCRUTINY, { input });
  expect(refused.recordForecast.__typename).toBe("NotAllowed");
});
