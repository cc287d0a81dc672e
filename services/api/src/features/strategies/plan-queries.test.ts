import { strategies } from "@due-regard/database/schema/strategies";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME_CARE, LINK_EVIDENCE } from "../../testing/home-care.ts";
import { PROGRESS } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

/** What the page of one plan asks: its line, its ratings and its gaps. */

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

const ONE = `
  query ($slug: String!, $period: String, $on: Date) {
    strategy(slug: $slug) {
      canRecordProgress metricCount
      succession { slug metricCount }
      carriedOver { metric { code } before { title } now { title } }
      dashboardEditions { period { code } }
      ratings(period: $period) {
        edition { period { code } }
        summary { rows sentence }
        rows { position quartile }
        layers { layer { title strategy { slug } } summary { rows } }
      }
      elements { id kind parent { id } ratings(period: $period) { summary { rows } rows { position } } }
      gaps(on: $on) {
        outcomeCount outcomesWithoutMetric { title }
        priorityCount prioritiesWithoutMetric { title }
        actionCount openActionCount overdueActions { reference }
        toBeReachedCount elementsWithoutAssessment { title } assessmentCount
      }
    }
  }
`;
const planOf = async (slug: string, variables: object = {}, as = head) =>
  (await ask(ONE, { slug, ...variables }, as)).strategy;

describe("ratings of a whole plan", () => {
  it.each([
    ["strategic-plan-2014-18", "2017-04/2017-11", 30],
    ["strategic-plan-2018-22", "2019-04/2019-11", 31],
    ["strategic-plan-2018-22", "2020-04/2020-11", 30],
    ["strategic-plan-2022-26", "2022-04/2022-11", 30],
  ])(
    "%s on the dashboard %s: %i measures, each under just one outcome and in one layer",
    async (slug, period, rows) => {
      const { ratings, elements } = await planOf(slug, { period });
      expect([ratings.edition.period.code, ratings.summary.rows]).toEqual([period, rows]);
      const tops = elements.filter(({ parent }: { parent: object | null }) => parent === null);
      const positions = tops.flatMap((top: { ratings: { rows: { position: number }[] } }) =>
        top.ratings.rows.map(({ position }) => position),
      );
      expect(positions.sort((a: number, b: number) => a - b)).toEqual(
        ratings.rows.map(({ position }: { position: number }) => position),
      );
      const inLayers = ratings.layers.map(({ summary }: { summary: { rows: number } }) => summary.rows);
      expect(inLayers.length).toBe(4);
      expect(inLayers.reduce((a: number, b: number) => a + b)).toBe(rows);
      expect(ratings.rows.some(({ quartile }: { quartile: string | null }) => quartile !== null)).toBe(
        slug !== "strategic-plan-2022-26",
      );
    },
  );

  it("by the department's four layers, of the department's plan at that time", async () => {
    const { ratings } = await planOf("strategic-plan-2018-22", { period: "2019-04/2019-11" });
    expect(ratings.layers).toEqual([
      {
        layer: { title: "Prevent need", strategy: { slug: "promoting-independence-2016-20" } },
        summary: { rows: 13 },
      },
      {
        layer: { title: "Reduce need", strategy: { slug: "promoting-independence-2016-20" } },
        summary: { rows: 5 },
      },
      {
        layer: { title: "Delay need", strategy: { slug: "promoting-independence-2016-20" } },
        summary: { rows: 6 },
      },
      {
        layer: { title: "Meet need", strategy: { slug: "promoting-independence-2016-20" } },
        summary: { rows: 7 },
      },
    ]);
  });

  it("come from the dashboards reported within the plan's years, unless another is named", async () => {
    const plan = await planOf("strategic-plan-2018-22", { period: "2022-04/2022-11" });
    expect(plan.dashboardEditions).toEqual([
      { period: { code: "2020-04/2020-11" } },
      { period: { code: "2019-04/2019-11" } },
    ]);
    // Its metrics hang under it in its own years only: none of the later dashboard's rows is its.
    expect(plan.ratings.summary.rows).toBe(0);
    expect((await planOf("strategic-plan-2018-22", { period: "1999-00" })).ratings).toBe(null);
  });
});

describe("succession", () => {
  it("is the whole line, the same from wherever one looks", async () => {
    const line = ["strategic-plan-2014-18", "strategic-plan-2018-22", "strategic-plan-2022-26"];
    for (const slug of line)
      expect((await planOf(slug)).succession.map((plan: { slug: string }) => plan.slug)).toEqual(line);
    expect((await planOf("joint-carers-strategy-2018-21")).succession).toEqual([
      { slug: "joint-carers-strategy-2018-21", metricCount: 5 },
    ]);
  });

  it("says what a plan took over from the one before, and where it hung and hangs", async () => {
    const { carriedOver, metricCount } = await planOf("strategic-plan-2022-26");
    expect([carriedOver.length, metricCount]).toEqual([29, 30]);
    expect(carriedOver.find(({ metric }: { metric: { code: string } }) => metric.code === "1E")).toEqual({
      metric: { code: "1E" },
      before: [
        {
          title:
            "People are cared for at home, in their own community, whenever possible, and for as long as possible",
        },
      ],
      now: [{ title: "Young people and adults are able to aim high and reach their full potential" }],
    });
    expect((await planOf("strategic-plan-2014-18")).carriedOver).toEqual([]);
  });

  it("ends where plans follow each other in a circle", async () => {
    const own = await createTestApi();
    try {
      const { db } = own.database;
      const bySlug = async (slug: string) =>
        (await db.select().from(strategies).where(eq(strategies.slug, slug)))[0]?.id ?? null;
      await db
        .update(strategies)
        .set({ supersedesId: await bySlug("strategic-plan-2022-26") })
        .where(eq(strategies.slug, "strategic-plan-2014-18"));
      const plan = await planOf("strategic-plan-2018-22", {}, own.as("analyst@example.org"));
      expect(plan.succession.length).toBe(3);
    } finally {
      await own.close();
    }
  }, 60_000);
});

describe("gaps with their denominators", () => {
  it.each([
    [
      "strategic-plan-2022-26",
      { outcomes: "1 of 11", priorities: "0 of 0", actions: "0 of 0 of 0", unassessed: "11 of 11" },
    ],
    [
      "leicester-asc-priorities-2017-18",
      { outcomes: "0 of 0", priorities: "6 of 6", actions: "0 of 0 of 0", unassessed: "6 of 6" },
    ],
    [
      "joint-carers-strategy-2018-21",
      { outcomes: "0 of 0", priorities: "4 of 8", actions: "0 of 0 of 0", unassessed: "8 of 8" },
    ],
    [
      "living-well-with-dementia-2019-22",
      { outcomes: "0 of 0", priorities: "0 of 0", actions: "8 of 13 of 13", unassessed: "0 of 0" },
    ],
  ])("%s", async (slug, expected) => {
    const { gaps } = await planOf(slug, { on: "2020-04-01" });
    expect({
      outcomes: `${gaps.outcomesWithoutMetric.length} of ${gaps.outcomeCount}`,
      priorities: `${gaps.prioritiesWithoutMetric.length} of ${gaps.priorityCount}`,
      actions: `${gaps.overdueActions.length} of ${gaps.openActionCount} of ${gaps.actionCount}`,
      unassessed: `${gaps.elementsWithoutAssessment.length} of ${gaps.toBeReachedCount}`,
    }).toEqual(expected);
  });

  it("counts the assessments that cite a plan, as far as the viewer may see them", async () => {
    const lead = api.as("lead.officer@example.org");
    const slug = "joint-carers-strategy-2018-21";
    expect((await planOf(slug, {}, lead)).gaps.assessmentCount).toBe(0);
    const { elements } = (await ask(`{ strategy(slug: "${slug}") { elements { id kind } } }`)).strategy;
    const cited = elements.filter(({ kind }: { kind: string }) => kind === "PRIORITY").slice(0, 2);
    for (const { id } of cited) {
      const input = { reference: HOME_CARE, place: "target-groups-consulted.a", strategyElement: id };
      expect((await ask(LINK_EVIDENCE, { input }, lead)).linkEvidence.__typename).toBe("EvidenceLinked");
    }
    const { gaps } = await planOf(slug, {}, lead);
    expect([gaps.assessmentCount, gaps.elementsWithoutAssessment.length]).toEqual([1, 6]);
    expect((await planOf(slug)).gaps.assessmentCount).toBe(0);
    const metricsOnly = api.as("analyst@example.org", ["read:metrics"]);
    expect((await planOf(slug, {}, metricsOnly)).gaps.assessmentCount).toBe(null);
  });
});

describe("Strategy.canRecordProgress", () => {
  it.each([
    ["head.of.service@example.org", "living-well-with-dementia-2019-22", true],
    // A role in the County's department does not reach the City's own plan.
    ["head.of.service@example.org", "leicester-asc-priorities-2017-18", false],
    ["lead.officer@example.org", "living-well-with-dementia-2019-22", false],
    ["scrutiny@example.org", "strategic-plan-2022-26", false],
  ])("%s, %s: %s", async (email, slug, may) => {
    expect((await planOf(slug, {}, api.as(email))).canRecordProgress).toBe(may);
  });

  it("is false for a token that may only read", async () => {
    const reader = api.as("analyst@example.org", ["read:metrics", "read:assessments"]);
    expect((await planOf("living-well-with-dementia-2019-22", {}, reader)).canRecordProgress).toBe(false);
  });
});

it("two notes in one request each show the action as it then stands", async () => {
  const { strategy } = await ask(
    `{ strategy(slug: "living-well-with-dementia-2019-22") { actions(last: 1, before: "T2Zmc2V0Q29ubmVjdGlvbjo1") { edges { node { id } } } } }`,
  );
  const action = strategy.actions.edges[0].node.id;
  const twice = PROGRESS.replace(
    "($input: RecordDeliveryProgressInput!)",
    "($a: RecordDeliveryProgressInput!, $b: RecordDeliveryProgressInput!)",
  ).replace(
    /recordDeliveryProgress\(input: \$input\)([\s\S]*)}\s*$/,
    "a: recordDeliveryProgress(input: $a)$1 b: recordDeliveryProgress(input: $b)$1 }",
  );
  const note = (number: number, status: string) => ({
    action,
    note: `Note ${number}`,
    status,
    basedOnNotes: number - 1,
  });
  const { a, b } = await ask(twice, { a: note(1, "IN_PROGRESS"), b: note(2, "DONE") });
  expect([a.action.status, a.action.progress.length]).toEqual(["IN_PROGRESS", 1]);
  expect([b.action.status, b.action.progress.length]).toEqual(["DONE", 2]);
});
