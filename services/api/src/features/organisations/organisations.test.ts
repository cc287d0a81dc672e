import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let ask: Ask;

beforeAll(async () => {
  api = await createTestApi();
  ask = api.as("scrutiny@example.org");
});
afterAll(() => api.close());

const COUNT = `query ($kind: OrganisationKind, $region: String, $on: Date) {
  organisations(kind: $kind, region: $region, on: $on, first: 0) { totalCount }
}`;
const count = async (variables: object): Promise<number> => {
  const { data, errors } = await ask(COUNT, { ...variables });
  expect(errors).toEqual([]);
  return data.organisations.totalCount;
};

describe("organisations", () => {
  it.each([
    [{ kind: "COUNTY", on: "2019-03-31" }, 27],
    [{ kind: "COUNTY", on: "2019-04-01" }, 26],
    [{ kind: "COUNTY", on: "2023-04-01" }, 21],
    [{ kind: "LONDON_BOROUGH" }, 33],
    [{ kind: "METROPOLITAN_DISTRICT" }, 36],
    [{ kind: "REGION" }, 9],
    [{ region: "E12000004", on: "2020-01-01" }, 9],
    [{ region: "E12000004", on: "2022-01-01" }, 10],
    [{ region: "E12999999" }, 0],
  ])("%j: %i", async (variables, expected) => {
    expect(await count(variables)).toBe(expected);
  });

  it("says where one lies, how long it was there and who took over, in a handful of statements", async () => {
    let answer: Awaited<ReturnType<Ask>> | null = null;
    const statements = await api.countStatements(async () => {
      answer = await ask(`{ organisations(kind: COUNTY, first: 100) {
        edges { node { code region { name } validFrom validTo successors { code name } } }
      } }`);
    });
    const nodes = (answer as Awaited<ReturnType<Ask>> | null)?.data.organisations.edges.map(
      (edge: { node: { code: string } }) => edge.node,
    );
    expect(nodes).toHaveLength(27);
    expect(nodes.find(({ code }: { code: string }) => code === "E10000006")).toEqual({
      code: "E10000006",
      region: { name: "North West" },
      validFrom: null,
      validTo: "2023-03-31",
      successors: [
        { code: "E06000063", name: "Cumberland Council" },
        { code: "E06000064", name: "Westmorland and Furness Council" },
      ],
    });
    // Who asks, their roles, the page, the regions, the successors: not one for each.
    expect(statements).toBeLessThanOrEqual(6);
  });
});
