import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

/** The list of plans: what its filters leave, and the headlines beside each plan. */

let api: TestApi;
let head: Ask;
beforeAll(async () => {
  api = await createTestApi();
  head = api.as("head.of.service@example.org");
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
const ask = async (query: string, variables: object = {}, as = head): Promise<any> => {
  const { data, errors } = await as(query, { ...variables });
  expect(errors).toEqual([]);
  return data;
};

const LIST = `
  query ($filter: StrategyFilter, $first: Int, $after: String) {
    strategies(filter: $filter, first: $first, after: $after) {
      totalCount
      edges { node { slug } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const slugsOf = (connection: { edges: { node: { slug: string } }[] }) =>
  connection.edges.map(({ node }) => node.slug);

describe("strategies(filter:)", () => {
  it.each([
    [
      "in force on the last day of a plan, which is not yet the first of the next",
      { inForceOn: "2018-03-31" },
      [
        "leicester-asc-priorities-2017-18",
        "joint-health-and-wellbeing-strategy",
        "promoting-independence-2016-20",
        "strategic-plan-2014-18",
      ],
    ],
    [
      "in force on the first day",
      { inForceOn: "2018-04-01" },
      ["joint-carers-strategy-2018-21", "strategic-plan-2018-22", "promoting-independence-2016-20"],
    ],
    ["in force when nothing was", { inForceOn: "2010-01-01" }, []],
    [
      "a council's, in force on a day: both must hold",
      { organisation: "E06000016", inForceOn: "2019-11-30" },
      ["living-well-with-dementia-2019-22", "joint-carers-strategy-2018-21"],
    ],
    [
      "a council's, in force on a day, by a word of the title",
      { organisation: "E06000016", inForceOn: "2019-11-30", search: "carers" },
      ["joint-carers-strategy-2018-21"],
    ],
  ])("%s", async (_name, filter, slugs) => {
    const { strategies: found } = await ask(LIST, { filter });
    expect([found.totalCount, slugsOf(found)]).toEqual([slugs.length, slugs]);
  });

  it("pages through what a filter leaves, and counts all of it", async () => {
    const filter = { organisation: "E10000018", inForceOn: "2018-03-31" };
    const first = (await ask(LIST, { filter, first: 2 })).strategies;
    expect([first.totalCount, slugsOf(first), first.pageInfo.hasNextPage]).toEqual([
      3,
      ["joint-health-and-wellbeing-strategy", "promoting-independence-2016-20"],
      true,
    ]);
    const next = (await ask(LIST, { filter, first: 2, after: first.pageInfo.endCursor })).strategies;
    expect([slugsOf(next), next.pageInfo.hasNextPage]).toEqual([["strategic-plan-2014-18"], false]);
  });
});

const HEADLINES = `{
  strategies(first: 100) {
    edges {
      node {
        slug period { code label } canRecordProgress
        organisations { name } supersedes { slug } supersededBy { slug } succession { slug }
        elements { kind parent { id } children { id } metrics { code } }
        dashboardEditions { period { code } }
        ratings { summary { rows sentence } layers { layer { title strategy { slug } } summary { rows } } }
        gaps {
          outcomeCount outcomesWithoutMetric { id } priorityCount prioritiesWithoutMetric { id }
          actionCount openActionCount overdueActions { id }
          toBeReachedCount elementsWithoutAssessment { id } assessmentCount
        }
      }
    }
  }
}`;

describe("the list with its headlines", () => {
  it("takes as many statements for nine plans as for one", async () => {
    // The plans; all plans, for their lines; those that they follow; those of the layers. Elements, links and the metrics
    // behind them, owners, departments, actions, citations, editions. The five dashboards that ratings come from. Two
    // find out who is asking.
    expect(await api.countStatements(() => ask(HEADLINES))).toBe(4 + 8 + 5 + 2);
  });

  it("tells a plan's years as a period", async () => {
    const { strategies: all } = await ask(HEADLINES);
    const periods = Object.fromEntries(
      all.edges.map(({ node }: { node: { slug: string; period: object } }) => [node.slug, node.period]),
    );
    expect(periods).toMatchObject({
      "strategic-plan-2018-22": { code: "2018-04/2022-03", label: "April 2018 to March 2022" },
      "leicester-asc-priorities-2017-18": { code: "2017-18", label: "2017/18" },
    });
  });
});
