import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME_CARE, LINK_EVIDENCE } from "../../testing/home-care.ts";
import { COUNTY, RECORD } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
let scrutiny: Ask;
const PERIOD = "2023-24";
const ids = new Map<string, string>();
const SEX = [
  { category: "Women", value: "68.1", numerator: "320", denominator: "470", note: "Three did not say" },
  { category: "Men", value: "55.8", numerator: "240", denominator: "430" },
  { category: "Another sex", value: "50.0", numerator: "3", denominator: "6" },
];

beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
  scrutiny = api.as("scrutiny@example.org");
  const figure = { metric: "1E", organisation: COUNTY, period: PERIOD };
  const figures = [
    { ...figure, value: "62.1" },
    ...SEX.map(({ category, ...parts }) => ({
      ...figure,
      ...parts,
      breakdown: { characteristic: "SEX", category },
    })),
  ];
  const { data, errors } = await analyst(RECORD, { input: { figures } });
  expect(errors).toEqual([]);
  for (const { id, breakdown } of data.recordObservations.observations)
    ids.set(breakdown?.category ?? "Everybody", id);
});
afterAll(() => api.close());

const LIST = `
  query ($breakdown: BreakdownFilter, $asAt: DateTime) {
    metric(code: "1E") {
      observations(organisation: "${COUNTY}", from: "${PERIOD}", to: "${PERIOD}", breakdown: $breakdown, asAt: $asAt) {
        totalCount
        edges { node {
          breakdown { characteristic category }
          status value numerator denominator display noValueReason note doubts
          revisions { value display }
        } }
      }
    }
  }
`;
const list = async (ask: Ask, variables: object = { breakdown: { characteristic: "SEX" } }) => {
  const { data, errors } = await ask(LIST, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data.metric.observations.edges.map((edge: { node: object }) => edge.node);
};

const SUPPRESSED = {
  status: "NOT_AVAILABLE",
  value: null,
  numerator: null,
  denominator: null,
  display: "Suppressed to protect privacy",
  noValueReason: "SUPPRESSED",
  note: null,
  doubts: [],
};

describe("breakdowns by protected characteristic", () => {
  it("show an analyst what was recorded", async () => {
    expect(await list(analyst)).toMatchObject([
      { breakdown: { characteristic: "SEX", category: "Another sex" }, value: "50.0", numerator: "3" },
      { breakdown: { category: "Men" }, value: "55.8", display: "55.8% (240 out of 430)" },
      { breakdown: { category: "Women" }, value: "68.1", note: "Three did not say" },
    ]);
  });

  it("hide a small group from everybody else, and a second so that it can't be found, and round the rest", async () => {
    for (const email of [
      "scrutiny@example.org",
      "head.of.service@example.org",
      "lead.officer@example.org",
      "admin@example.org",
    ]) {
      expect(await list(api.as(email))).toMatchObject([
        { breakdown: { category: "Another sex" }, ...SUPPRESSED },
        { breakdown: { category: "Men" }, ...SUPPRESSED },
        {
          breakdown: { category: "Women" },
          value: "68",
          numerator: "320",
          denominator: "470",
          display: "68% (320 out of 470)",
          note: null,
        },
      ]);
    }
  });

  it("protect one group as if all had been asked for, and keep out of the totals", async () => {
    const alone = await list(scrutiny, { breakdown: { characteristic: "SEX", category: "Men" } });
    expect(alone).toMatchObject([SUPPRESSED]);
    expect(await list(scrutiny, {})).toMatchObject([{ breakdown: null, value: "62.1" }]);
    expect(await list(scrutiny, { breakdown: { characteristic: "RACE" } })).toEqual([]);
  });

  it("are protected through node too", async () => {
    const node = `query ($id: ID!) { node(id: $id) { ... on Observation { value numerator display revisions { display } } } }`;
    const small = { id: ids.get("Another sex") ?? "" };
    const hidden = "Suppressed to protect privacy";
    expect((await scrutiny(node, small)).data.node).toEqual({
      value: null,
      numerator: null,
      display: hidden,
      revisions: [{ display: hidden }],
    });
    expect((await analyst(node, small)).data.node.numerator).toBe("3");
  });

  it("are protected for an analyst's token without the scope to read figures, and for one that may", async () => {
    const token = await api.as("analyst@example.org", ["read:assessments"])(LIST, {
      breakdown: { characteristic: "SEX" },
    });
    expect(token.errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    expect(await list(api.as("analyst@example.org", ["read:metrics"]))).toMatchObject([
      { numerator: "3" },
      {},
      {},
    ]);
  });

  it("are pinned as the public may see them when they are cited, and stay unchanged until the figure changes", async () => {
    const lead = api.as("lead.officer@example.org");
    const cite = async (category: string) => {
      const input = {
        reference: HOME_CARE,
        place: "target-groups-consulted.a",
        observation: ids.get(category),
      };
      const { data, errors } = await lead(LINK_EVIDENCE, { input });
      expect(errors).toEqual([]);
      return data.linkEvidence.evidence;
    };
    expect(await cite("Women")).toMatchObject({
      pinned: { value: "68", display: "68% (320 out of 470)", title: expect.stringContaining("Women") },
      changedSincePinned: false,
    });
    expect(await cite("Another sex")).toMatchObject({
      pinned: { value: null, display: "Suppressed to protect privacy" },
      changedSincePinned: false,
    });
  });

  it("show nobody but an analyst what was superseded", async () => {
    const before = await list(analyst);
    expect(before.length).toBe(3);
    const recordedAt = async () => {
      const { data } = await analyst(
        `query ($id: ID!) { node(id: $id) { ... on Observation { recordedAt } } }`,
        { id: ids.get("Women") },
      );
      return data.node.recordedAt as string;
    };
    const input = {
      figures: [
        {
          metric: "1E",
          organisation: COUNTY,
          period: PERIOD,
          value: "68.3",
          numerator: "321",
          denominator: "470",
          breakdown: { characteristic: "SEX", category: "Women" },
          basedOnRecordedAt: await recordedAt(),
        },
      ],
    };
    const { data } = await analyst(RECORD, { input });
    expect(data.recordObservations.__typename).toBe("ObservationsRecorded");
    const node = `query ($id: ID!) { node(id: $id) { ... on Observation { value revisions { value } } } }`;
    expect((await scrutiny(node, { id: ids.get("Women") })).data.node).toBe(null);
    expect((await analyst(node, { id: ids.get("Women") })).data.node.revisions).toEqual([
      { value: "68.1" },
      { value: "68.3" },
    ]);
  });
});

const DISPARITIES = `
  query ($reference: String) {
    metric(code: "1E") {
      disparities(organisation: "${COUNTY}", period: "${PERIOD}", characteristic: SEX, reference: $reference) {
        category reference ratio low high couldBeChance note
      }
    }
  }
`;

describe("disparities", () => {
  it("hold groups against a named one, with an interval, and say when numbers are too small", async () => {
    const { data } = await analyst(DISPARITIES, { reference: "Men" });
    expect(data.metric.disparities).toEqual([
      {
        category: "Another sex",
        reference: "Men",
        ratio: null,
        low: null,
        high: null,
        couldBeChance: null,
        note: "The numbers are too small to compare",
      },
      {
        category: "Women",
        reference: "Men",
        ratio: "1.22",
        low: "1.10",
        high: "1.36",
        couldBeChance: false,
        note: null,
      },
    ]);
  });

  it("hold a group against everybody else by default", async () => {
    const { data } = await analyst(DISPARITIES);
    const women = data.metric.disparities.find(({ category }: { category: string }) => category === "Women");
    expect(women).toMatchObject({ reference: "Everybody else", ratio: "1.23", couldBeChance: false });
  });

  it("give away nothing that is hidden", async () => {
    for (const reference of ["Men", null]) {
      const { data } = await scrutiny(DISPARITIES, { reference });
      expect(data.metric.disparities.every(({ ratio }: { ratio: string | null }) => ratio === null)).toBe(
        true,
      );
    }
  });
});
