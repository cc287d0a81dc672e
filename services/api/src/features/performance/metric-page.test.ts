import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME_CARE, LINK_EVIDENCE } from "../../testing/home-care.ts";
import {
  COMMENT,
  COUNTY,
  JUDGE,
  LEICESTER,
  RECORD,
  RUTLAND,
  SET_TARGET,
} from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

/** What the metric page sends, word for word: a test of the client holds these files against its queries. */
const read = (name: string) =>
  readFileSync(new URL(`../../../../../docs/queries/${name}`, import.meta.url), "utf8");
const PAGE = read("metric-page.graphql");
const RANKS = read("metric-ranks.graphql");

/** Two more find out who is asking: the test's own stand-in for signing in. */
const SIGNING_IN = 2;
/** Made for each reader out of the policy's rules. Actions that are found take a fixed number more: actions.test.ts. */
const FILTERED = 3;
const METRIC = "2D";
const PERIOD = "2023-24";

let api: TestApi;
let analyst: Ask;

const send = async (source: string, input: object, ask = analyst) => {
  const { data, errors } = await ask(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as { __typename: string; observations: { id: string; recordedAt: string }[] };
};

const GROUPS = [
  { category: "Men", value: "60.0", numerator: "120", denominator: "200" },
  { category: "Women", value: "75.0", numerator: "225", denominator: "300" },
  { category: "Another sex", value: "60.0", numerator: "3", denominator: "5" },
];

beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  const figure = { metric: METRIC, organisation: COUNTY, period: PERIOD };
  const recorded = await send(RECORD, {
    figures: [
      { ...figure, value: "81.5" },
      { ...figure, organisation: LEICESTER, value: "70.1" },
      { ...figure, organisation: RUTLAND, value: "81.5" },
      { ...figure, organisation: "E92000001", value: "78.0" },
      ...GROUPS.map(({ category, ...parts }) => ({
        ...figure,
        ...parts,
        breakdown: { characteristic: "SEX", category },
      })),
    ],
  });
  const [own] = recorded.observations;
  await send(RECORD, { figures: [{ ...figure, value: "82.5", basedOnRecordedAt: own?.recordedAt }] });
  await send(SET_TARGET, { ...figure, kind: "TARGET", operator: "GTE", low: "80" });
  await send(COMMENT, { ...figure, data: "It rose.", action: "Keep at it." });
  const lead = api.as("lead.officer@example.org");
  const citing = { reference: HOME_CARE, place: "target-groups-consulted.a", observation: own?.id };
  await send(LINK_EVIDENCE, citing, lead);
});
afterAll(() => api.close());

const WHOSE = { code: METRIC, organisation: COUNTY, organisations: [COUNTY, LEICESTER], asAt: null };
const open = async (ask: Ask = analyst, variables: object = {}) => {
  const { data, errors } = await ask(PAGE, { ...WHOSE, ...variables });
  expect(errors).toEqual([]);
  return data.metric;
};

type Figure = { period: { code: string }; value: string; status: string; revisions: { display: string }[] };
const figureOf = (figures: Figure[], code = PERIOD) => figures.find(({ period }) => period.code === code);

describe("the metric page", () => {
  it("is read in one statement, and what the policy filters in three: assessments, equality actions and their count", async () => {
    for (const email of ["analyst@example.org", "lead.officer@example.org", "scrutiny@example.org"])
      expect(await api.countStatements(() => open(api.as(email)))).toBe(1 + FILTERED + SIGNING_IN);
  });

  it("has its ranks in one statement", async () => {
    const variables = {
      code: METRIC,
      group: "England",
      periods: ["2021-22", PERIOD],
      organisations: [COUNTY],
      period: [PERIOD],
      asAt: null,
    };
    expect(await api.countStatements(() => analyst(RANKS, variables))).toBe(1 + SIGNING_IN);
  });

  it("shows figures with their revisions, beside another organisation's", async () => {
    const { sideBySide } = await open();
    expect(
      sideBySide.map(({ organisation }: { organisation: { code: string } }) => organisation.code),
    ).toEqual([COUNTY, LEICESTER]);
    expect(figureOf(sideBySide[0].observations)).toMatchObject({
      value: "82.5",
      revisions: [{ display: "81.5%" }, { display: "82.5%" }],
    });
    expect(figureOf(sideBySide[1].observations)).toMatchObject({
      value: "70.1",
      revisions: [{ display: "70.1%" }],
    });
  });

  it("shows targets with their versions and papers", async () => {
    const { targets } = await open();
    expect(targets[0]).toMatchObject({ period: { code: PERIOD }, display: "≥ 80%", source: null });
    const reset = targets.find(({ revisions }: { revisions: unknown[] }) => revisions.length > 1);
    expect(reset).toMatchObject({
      period: { code: "2020-21" },
      revisions: [
        { display: expect.any(String), supersededAt: expect.any(String) },
        { supersededAt: null, source: { committee: expect.stringContaining("Scrutiny") } },
      ],
    });
  });

  it("shows what papers print of England and of places, with the papers", async () => {
    const { benchmarks, reportedStandings } = await open();
    expect(benchmarks.at(-1)).toMatchObject({ group: "England", source: { key: expect.any(String) } });
    expect(reportedStandings.at(-1)).toMatchObject({
      group: "England",
      quartile: expect.any(String),
      source: { meetingDate: expect.stringMatching(/^20/) },
    });
  });

  it("shows commentary with its author, and ratings by edition, oldest first", async () => {
    const { commentary, results } = await open();
    expect(commentary).toMatchObject([
      { data: "It rose.", review: null, action: "Keep at it.", author: { name: expect.any(String) } },
    ]);
    expect(
      results.map(({ edition }: { edition: { period: { code: string } } }) => edition.period.code),
    ).toEqual(["2017-04/2017-11", "2019-04/2019-11", "2020-04/2020-11", "2022-04/2022-11"]);
  });

  it("shows what stands judged, with who judged, beside what each committee saw", async () => {
    const { results, judgements } = await open();
    const last = results.at(-1);
    await send(JUDGE, {
      metric: METRIC,
      organisation: COUNTY,
      period: last.ratingPeriod.code,
      scheme: "BENCHMARK",
      comparison: "SIMILAR",
      reason: "Two people fewer",
    });
    const after = await open();
    expect(after.judgements.length).toBe(judgements.length + 1);
    expect(after.judgements.at(-1)).toMatchObject({
      period: { code: last.ratingPeriod.code },
      comparison: "SIMILAR",
      reason: "Two people fewer",
      judgedBy: { name: expect.any(String) },
    });
    expect(after.results.at(-1).rating.comparison).toBe(null);
    expect((await open(analyst, { asAt: "2023-06-01T00:00:00Z" })).judgements.length).toBe(judgements.length);
    expect(await api.countStatements(() => open())).toBe(1 + FILTERED + SIGNING_IN);
  });

  it("shows assessments to those who may see them alone", async () => {
    const cited = async (email: string) =>
      (await open(api.as(email))).assessments.edges.map(
        ({ node }: { node: { reference: string } }) => node.reference,
      );
    expect(await cited("lead.officer@example.org")).toEqual([HOME_CARE]);
    expect([await cited("scrutiny@example.org"), await cited("analyst@example.org")]).toEqual([[], []]);
  });

  it("shows breakdowns as each viewer may see them", async () => {
    const [exact] = (await open()).breakdowns;
    expect(exact).toMatchObject({
      characteristic: "SEX",
      period: { code: PERIOD },
      periods: [{ code: PERIOD }],
    });
    expect(exact.observations.map(({ value }: { value: string }) => value)).toEqual(["60.0", "60.0", "75.0"]);
    expect(exact.disparities.at(-1)).toMatchObject({
      category: "Women",
      ratio: "1.25",
      couldBeChance: false,
    });
    const [shown] = (await open(api.as("scrutiny@example.org"))).breakdowns;
    const hidden = { value: null, noValueReason: "SUPPRESSED", display: "Suppressed to protect privacy" };
    expect(shown.observations).toMatchObject([
      hidden,
      hidden,
      { value: "75", display: "75% (225 out of 300)" },
    ]);
    expect(shown.disparities.map(({ ratio }: { ratio: string | null }) => ratio)).toEqual([null, null, null]);
    expect(shown.disparities.at(-1).note).toContain("hidden");
  });

  it("has no breakdowns for a period without any, and none before they were known", async () => {
    expect((await open(analyst, { breakdownPeriod: "2019-20" })).breakdowns).toEqual([]);
    expect((await open(analyst, { asAt: "2021-01-31T00:00:00Z" })).breakdowns).toEqual([]);
  });

  it("shows the whole as at a day", async () => {
    const { sideBySide, targets, commentary, reportedStandings } = await open(analyst, {
      asAt: "2018-06-01T00:00:00Z",
    });
    const known = sideBySide[0].observations.map(({ period }: Figure) => period.code);
    expect(known).toContain("2017-04/2017-11");
    expect(known).not.toContain("2019-20");
    expect(targets.map(({ period }: Figure) => period.code)).not.toContain("2020-21");
    expect([commentary, reportedStandings.map(({ period }: Figure) => period.code)]).toEqual([
      [],
      ["2016-17"],
    ]);
  });

  it("is null for a measure that nobody has", async () => {
    const { data, errors } = await analyst(PAGE, { ...WHOSE, code: "9Z" });
    expect([data.metric, errors]).toEqual([null, []]);
  });
});

describe("the same fields in other queries", () => {
  it("are answered together, however many metrics ask", async () => {
    const query = `{ metrics(first: 20) { edges { node {
      code
      definitions { text }
      observations(organisation: "${COUNTY}", first: 5) { totalCount edges { node { value source { key } revisions { display } } } }
      targets(organisation: "${COUNTY}") { display revisions { display } }
    } } } }`;
    let answered: Awaited<ReturnType<Ask>> | undefined;
    const statements = await api.countStatements(async () => {
      answered = await analyst(query);
    });
    expect(answered?.errors).toEqual([]);
    expect(answered?.data.metrics.edges.length).toBe(20);
    expect(statements).toBe(1 + 1 + SIGNING_IN);
  });

  it("give through node what they give by code", async () => {
    const fields = `code observations(organisation: "${COUNTY}", first: 100) { edges { node { id value revisions { id } } } }
      results(organisation: "${COUNTY}") { edition { period { code } } quartile ranking { rank } series(last: 3) { value } }
      disparities(organisation: "${COUNTY}", period: "${PERIOD}", characteristic: SEX) { category ratio }`;
    const byCode = await analyst(`{ metric(code: "${METRIC}") { id ${fields} } }`);
    const { id } = byCode.data.metric;
    const byId = await analyst(`query ($id: ID!) { node(id: $id) { ... on Metric { id ${fields} } } }`, {
      id,
    });
    expect([byCode.errors, byId.errors]).toEqual([[], []]);
    expect(byId.data.node).toEqual(byCode.data.metric);
    expect(byCode.data.metric.results.at(-1).series.length).toBeGreaterThan(1);
  });

  it("are asked for through fragments, aliases and directives, in one statement", async () => {
    const query = `
      query ($not: Boolean! = false) {
        measure: metric(code: "${METRIC}") {
          ...Figures
          ... on Metric { city: observations(organisation: "${LEICESTER}") { totalCount } }
          targets(organisation: "nobody") @include(if: $not) { display }
        }
      }
      fragment Figures on Metric { county: observations(organisation: "${COUNTY}", from: "2018-19") { totalCount } }`;
    let answered: Awaited<ReturnType<Ask>> | undefined;
    const statements = await api.countStatements(async () => {
      answered = await analyst(query);
    });
    expect(answered?.errors).toEqual([]);
    expect(answered?.data.measure.city.totalCount).toBeGreaterThan(3);
    expect(statements).toBe(1 + SIGNING_IN);
  });

  it("report a faulty argument at their own field, and the others still answer", async () => {
    const { data, errors } = await analyst(
      `{ metric(code: "${METRIC}") { title observations(organisation: "${COUNTY}", from: "soon") { totalCount } } }`,
    );
    expect(errors[0]).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringContaining("soon") });
    expect(data.metric).toBe(null);
  });
});

// At the end: what else such a request asked may still be under way when it is answered, and would be counted elsewhere.
describe("a question that can’t be answered", () => {
  it("says which organisation is unknown, and how many stand side by side", async () => {
    const unknown = await analyst(PAGE, { ...WHOSE, organisations: ["E00000000"] });
    expect(unknown.errors).toMatchObject([
      { code: "BAD_USER_INPUT", message: expect.stringContaining("E00000000") },
    ]);
    const many = Array.from({ length: 11 }, (_, index) => `E0${index}`);
    const tooMany = await analyst(PAGE, { ...WHOSE, organisations: many });
    expect(tooMany.errors).toMatchObject([
      { code: "BAD_USER_INPUT", message: expect.stringContaining("At most 10") },
    ]);
  });
});
