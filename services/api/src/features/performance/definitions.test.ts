import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAILURE } from "../../testing/home-care.ts";
import { COUNTY, LEICESTER, RECORD } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
});
afterAll(() => api.close());

const REDEFINE = `
  mutation ($input: RedefineMetricInput!) {
    redefineMetric(input: $input) {
      __typename
      ... on MetricDefined { metric { definitions { validFrom validTo text breakNote } } }
      ${FAILURE}
    }
  }
`;
const DEFINE_GROUP = `
  mutation ($input: DefineComparatorGroupInput!) {
    defineComparatorGroup(input: $input) {
      __typename
      ... on ComparatorGroupDefined { group { name note organisations { code } } }
      ${FAILURE}
    }
  }
`;
// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const send = async (source: string, input: object, ask = analyst): Promise<any> => {
  const { data, errors } = await ask(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};
const redefine = (changes: object = {}, ask = analyst) =>
  send(
    REDEFINE,
    {
      metric: "1H",
      validFrom: "2023-04-01",
      definition: "Counted by client level data.",
      breakNote: "The return changed.",
      ...changes,
    },
    ask,
  );

describe("redefineMetric", () => {
  it("ends the definition in force the day before, and marks a break", async () => {
    const { metric } = await redefine();
    expect(metric.definitions.slice(-2)).toEqual([
      expect.objectContaining({ validTo: "2023-03-31" }),
      {
        validFrom: "2023-04-01",
        validTo: null,
        text: "Counted by client level data.",
        breakNote: "The return changed.",
      },
    ]);
  });

  it.each([
    [{ validFrom: "2023-04-01" }, "validFrom"],
    [{ validFrom: "2024-04-01", breakNote: " " }, "breakNote"],
    [{ validFrom: "2024-04-01", definition: "x".repeat(4_001) }, "definition"],
    [{ metric: "9Z" }, "metric"],
  ])("refuses %o", async (changes, path) => {
    expect((await redefine(changes)).problems[0].path).toBe(path);
  });

  it("is for analysts", async () => {
    expect((await redefine({}, api.as("head.of.service@example.org"))).__typename).toBe("NotAllowed");
  });
});

describe("defineComparatorGroup", () => {
  const list = { name: "Neighbours 2024", note: "Made up for a test", organisations: [COUNTY, LEICESTER] };

  it("loads a list to rank among", async () => {
    const { group } = await send(DEFINE_GROUP, list);
    expect(group.organisations.map(({ code }: { code: string }) => code).sort()).toEqual([LEICESTER, COUNTY]);
    const figure = { metric: "1H", period: "2023-24" };
    const figures = [
      { ...figure, organisation: COUNTY, value: "70.0" },
      { ...figure, organisation: LEICESTER, value: "60.0" },
    ];
    await send(RECORD, { figures });
    const { data } = await analyst(
      `{ comparatorGroups { name } metric(code: "1H") { ranking(period: "2023-24", group: "Neighbours 2024") { rank of } } }`,
    );
    expect(data).toEqual({
      comparatorGroups: [{ name: "Neighbours 2024" }],
      metric: { ranking: { rank: 1, of: 2 } },
    });
  });

  it.each([
    [{}, "name"],
    [{ name: "England" }, "name"],
    [{ name: "Alone", organisations: [COUNTY] }, "organisations"],
    [{ name: "Unknown", organisations: [COUNTY, "E0"] }, "organisations"],
  ])("refuses %o", async (changes, path) => {
    expect((await send(DEFINE_GROUP, { ...list, ...changes })).problems[0].path).toBe(path);
  });

  it("is for analysts", async () => {
    expect((await send(DEFINE_GROUP, list, api.as("scrutiny@example.org"))).__typename).toBe("NotAllowed");
  });
});
