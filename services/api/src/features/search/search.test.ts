import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTY, RECORD } from "../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

const SEARCH = `
  query ($text: String!, $kinds: [SearchKind!], $organisation: String, $period: String, $groups: Boolean, $first: Int, $after: String) {
    search(text: $text, kinds: $kinds, organisation: $organisation, period: $period, groups: $groups, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          __typename
          ... on Node { id }
          ... on Metric { code title }
          ... on Strategy { slug title }
          ... on Assessment { reference title status }
          ... on StrategyElement { title strategy { slug } }
          ... on Observation { display period { code } organisation { code } breakdown { category } metric { code } }
        }
      }
    }
  }
`;

const CITY = "E06000016";
const LEAD = "lead.officer@example.org";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: what was found, as loose as JSON
type Loose = any;

const ask = async (text: string, more: object = {}, email = LEAD): Promise<Loose> => {
  const { data, errors } = await api.as(email)(SEARCH, { text, first: 100, ...more });
  expect(errors).toEqual([]);
  return data.search;
};
const nodes = async (text: string, more: object = {}, email = LEAD): Promise<Loose[]> =>
  (await ask(text, more, email)).edges.map(({ node }: Loose) => node);
const metricsFor = async (text: string, more: object = {}) =>
  (await nodes(text, { kinds: ["METRIC"], ...more })).map(({ code }) => code);
const figuresFor = async (text: string, more: object = {}, email = LEAD) =>
  (await nodes(text, { kinds: ["OBSERVATION"], ...more }, email)).map(
    ({ metric, organisation, period, display, breakdown }) =>
      [metric.code, organisation.code, period.code, display, breakdown?.category].filter(Boolean).join(" | "),
  );

describe("measures", () => {
  it.each<[string, string[]]>([
    ["1C pt 2a", ["1C pt 2a"]],
    ["1cpt2a", ["1C pt 2a"]],
    ["heritage visits", ["LOCAL-heritage-visits"]],
    ["adults aged 18+ direct payments", ["1C pt 2a", "1C pt 1a"]],
    ["visits to heritage", ["LOCAL-heritage-visits"]],
    ["herit vis", ["LOCAL-heritage-visits"]],
    ["hertiage visits", ["LOCAL-heritage-visits"]],
    ["sequel prevented", ["LOCAL-prevent"]],
    ["of the", []],
    ["!!!", []],
    ["zebra", []],
    ["heritage zebra", []],
    ["' & | ! :* <-> \\ heritage visits", ["LOCAL-heritage-visits"]],
  ])("“%s”", async (text, codes) => {
    expect(await metricsFor(text)).toEqual(codes);
  });

  it("the best match first, and only where every word names it", async () => {
    expect(await metricsFor("carers direct payments")).toEqual(["1C pt 2b", "1C pt 1b"]);
    expect((await metricsFor("carers")).slice(0, 2)).toEqual(["1D", "1I pt 2"]);
  });

  it("of one organisation and period: those that have figures there", async () => {
    expect(await metricsFor("carers social contact", { organisation: CITY, period: "2016-17" })).toEqual([
      "1I pt 2",
    ]);
    expect(await metricsFor("carers social contact 1999/00")).toEqual([]);
    expect(await metricsFor("heritage", { organisation: CITY })).toEqual([]);
  });
});

describe("figures", () => {
  it("of one's own organisation where none is named, as they stand now", async () => {
    expect(await figuresFor("heritage visits 2019/20")).toEqual([
      `LOCAL-heritage-visits | ${COUNTY} | 2019-04/2019-11 | 176.5k (Apr-Nov 2019)`,
    ]);
  });

  it("of the organisation that is named, in words or by its code", async () => {
    const named = await figuresFor("quality of life carers Leicester City 2016/17");
    expect(named).toEqual([`1D | ${CITY} | 2016-17 | 7.2`]);
    expect(await figuresFor("1D 2016/17", { organisation: CITY })).toEqual(named);
    expect(await figuresFor("1D", { organisation: CITY, period: "2016-17" })).toEqual(named);
  });

  it("all of an organisation's where nothing else is named", async () => {
    const all = await figuresFor("Leicester City Q3 2017/18");
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((each) => !each.includes(CITY))).toEqual([]);
  });

  it("of groups by their name, and never more of them than the reader may see", async () => {
    const figure = { metric: "1E", organisation: COUNTY, period: "2023-24" };
    const group = (category: string, value: string, numerator: string, denominator: string) => ({
      ...figure,
      value,
      numerator,
      denominator,
      breakdown: { characteristic: "SEX", category },
    });
    const figures = [
      group("Women", "64.13", "73213", "114163"),
      group("Men", "58.87", "73342", "124583"),
      group("Another sex", "42.86", "3", "7"),
    ];
    const recorded = await api.as("analyst@example.org")(RECORD, { input: { figures } });
    expect(recorded.data.recordObservations.__typename).toBe("ObservationsRecorded");
    expect(await figuresFor("employment women 2023/24")).toEqual([
      `1E | ${COUNTY} | 2023-24 | Suppressed to protect privacy | Women`,
    ]);
    const apart = async (groups: boolean) => (await figuresFor("1E 2023/24", { groups })).length;
    expect([await apart(true), await apart(false)]).toEqual([3, 0]);
    const [asRecorded] = await figuresFor("employment women 2023/24", {}, "analyst@example.org");
    expect(asRecorded).toContain("64.13");
    // What a figure says is no word of it: what is hidden can't be found by its value.
    expect(await figuresFor("employment 64.13")).toEqual([]);
    expect(await figuresFor("employment 64.13", {}, "analyst@example.org")).toEqual([]);
  });
});

describe("what plans say", () => {
  const elementsFor = async (text: string, more: object = {}) =>
    (await nodes(text, { kinds: ["STRATEGY_ELEMENT"], ...more })).map(({ title, strategy }) => [
      strategy.slug,
      title,
    ]);

  it("by the element's words, its plan's and whose it is", async () => {
    const young = [
      ["joint-carers-strategy-2018-21", "Supporting young Carers"],
      ["joint-carers-strategy-2018-21", "Supporting Young Carers"],
    ];
    expect(await elementsFor("young carers")).toEqual(young);
    expect(await elementsFor("young carers strategy Rutland")).toEqual(young);
    expect(await elementsFor("suporting young carrers")).toEqual(young);
    expect(await elementsFor("young carers", { organisation: CITY })).toEqual(young);
    expect(await elementsFor("young carers 2019/20")).toEqual(young);
    expect(await elementsFor("young carers 2012/13")).toEqual([]);
  });

  it("by a period alone: of the plans that were in force then", async () => {
    const plans = async (more: object) => [
      ...new Set((await elementsFor("2019-20", more)).map(([plan]) => plan)),
    ];
    expect(await plans({ organisation: CITY })).toEqual([
      "living-well-with-dementia-2019-22",
      "joint-carers-strategy-2018-21",
    ]);
    expect(await elementsFor("1999-00", { organisation: CITY })).toEqual([]);
  });
});

describe("plans", () => {
  const plansFor = async (text: string, more: object = {}) =>
    (await nodes(text, { kinds: ["STRATEGY"], ...more })).map(({ slug }) => slug);

  it("by their own words, whose they are and when they were in force, each plan once", async () => {
    expect(await plansFor("carers strategy")).toEqual(["joint-carers-strategy-2018-21"]);
    expect(await plansFor("carrers stratgy Rutland")).toEqual(["joint-carers-strategy-2018-21"]);
    expect(await plansFor("young carers")).toEqual([]);
    expect(await plansFor("carers", { organisation: CITY })).toEqual(["joint-carers-strategy-2018-21"]);
    expect(await plansFor("carers 2012/13")).toEqual([]);
  });
});

describe("assessments", () => {
  const assessmentsFor = async (text: string, more: object = {}, email = LEAD) =>
    (await nodes(text, { kinds: ["ASSESSMENT"], ...more }, email)).map(({ reference }) => reference);

  it.each<[string, object]>([
    ["home care", {}],
    ["hom car", {}],
    ["hoem care", {}],
    ["ehria-2019-0001", {}],
    ["EHRIA 2019 0001", {}],
    ["home care adults communities", {}],
    ["home care Leicestershire", {}],
    ["home care", { organisation: COUNTY }],
    ["home care 2019", {}],
  ])("“%s” %o: by title, reference, department and when they were written", async (text, more) => {
    expect(await assessmentsFor(text, more)).toEqual(["EHRIA-2019-0001"]);
  });

  it.each<[string, object, string?]>([
    ["home zebra", {}],
    ["home care 2012/13", {}],
    ["home care", { organisation: CITY }],
    // Led by another department: as if it were not there.
    ["home care", {}, "other.department@example.org"],
    ["ehria-2019-0001", {}, "other.department@example.org"],
  ])("“%s” %o as %s: not found, nor counted", async (text, more, email = LEAD) => {
    expect(await assessmentsFor(text, more, email)).toEqual([]);
    expect((await ask(text, { kinds: ["ASSESSMENT"], ...more }, email)).totalCount).toBe(0);
  });

  it("are nothing to a token that may read figures alone", async () => {
    const { data, errors } = await api.as(LEAD, ["read:metrics"])(SEARCH, { text: "home care", first: 100 });
    expect(errors).toEqual([]);
    const types = data.search.edges.map(({ node }: Loose) => node.__typename);
    expect(types).not.toContain("Assessment");
  });
});

it("gives all kinds in turn, page by page, each thing once", async () => {
  const { totalCount } = await ask("carers", { first: 0 });
  const counts = await Promise.all(
    ["METRIC", "STRATEGY", "STRATEGY_ELEMENT", "DELIVERY_ACTION", "ASSESSMENT", "OBSERVATION"].map(
      async (kind) => (await ask("carers", { kinds: [kind], first: 0 })).totalCount,
    ),
  );
  expect(totalCount).toBe(counts.reduce((sum: number, each: number) => sum + each, 0));
  const seen: Loose[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Loose = await ask("carers", { first: 7, after });
    seen.push(...page.edges.map(({ node }: Loose) => node));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(seen).toEqual(await nodes("carers", { first: 200 }));
  expect(new Set(seen.map(({ id }) => id)).size).toBe(totalCount);
  expect([...new Set(seen.map(({ __typename }) => __typename))]).toEqual([
    "Metric",
    "Strategy",
    "StrategyElement",
    "DeliveryAction",
    "Observation",
  ]);
});

it("takes few statements, however many kinds are asked for", async () => {
  const kinds = `query { m: search(text: "carers", kinds: [METRIC], first: 5) { totalCount edges { node { __typename } } }
    e: search(text: "carers", kinds: [STRATEGY_ELEMENT], first: 5) { totalCount edges { node { __typename } } }
    o: search(text: "carers", kinds: [OBSERVATION], first: 5) { totalCount edges { node { __typename } } } }`;
  // The viewer's two, what words mean, whose figures, organisations, metrics; then a list, its rows, and the figures' count.
  expect(await api.countStatements(() => api.as(LEAD)(kinds))).toBeLessThanOrEqual(14);
});

it.each<[object, string]>([
  [{ text: "a".repeat(201) }, "Search for up to 200 characters."],
  [{ text: "heritage", period: "last autumn" }, "“last autumn” is not a period."],
  [{ text: "heritage", organisation: "E99999999" }, "No organisation has the code “E99999999”."],
])("refuses in words what can't be asked", async (variables, message) => {
  const { data, errors } = await api.as(LEAD)(SEARCH, variables as Record<string, unknown>);
  expect([data, errors]).toEqual([
    null,
    [{ message: expect.stringContaining(message), code: "BAD_USER_INPUT" }],
  ]);
});

it("is for who may read figures", async () => {
  const tokens = [["read:assessments"], ["write:metrics"]] as const;
  for (const scopes of tokens) {
    const { errors } = await api.as(LEAD, scopes)(SEARCH, { text: "carers" });
    expect(errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  }
  expect((await api.as(null)(SEARCH, { text: "carers" })).errors.map(({ code }) => code)).toEqual([
    "UNAUTHENTICATED",
  ]);
});
