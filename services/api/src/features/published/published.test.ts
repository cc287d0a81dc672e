import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endPublished, insertPublished, type Publication } from "../../testing/publish.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
const ask = (query: string, variables = {}) => api.as(null)(query, variables);
const publish = (reference: string, title: string, rest: Partial<Publication> = {}) =>
  insertPublished(api.database.db, api.seals, { reference, title, ...rest });

beforeAll(async () => {
  api = await createTestApi();
  await publish("EHRIA-2026-0011", "Home care", { says: "Fewer visits.", characteristics: ["SEX", "AGE"] });
  await publish("EHRIA-2026-0012", "Buses", { says: "Fewer stops.", publishedAt: "2026-04-01T23:30:00Z" });
  await publish("EHRIA-2026-0013", "Secret parks", { says: "Secret.", characteristics: ["RACE"] });
  for (const [reference, state, supersededBy] of [
    ["EHRIA-2026-0011", "SUPERSEDED", "EHRIA-2026-0012"],
    ["EHRIA-2026-0013", "WITHDRAWN", null],
  ] as const)
    await endPublished(api.database.db, reference, {
      state,
      notice: "Made <anew>.",
      supersededBy,
      changedAt: "2026-05-01T10:00:00Z",
    });
});
afterAll(() => api.close());

const LIST = `query ($filter: PublishedAssessmentFilter) {
  publishedAssessments(filter: $filter) { totalCount edges { node { reference } } } }`;

describe("what is published, for nobody in particular", () => {
  it.each([
    [{}, ["EHRIA-2026-0012"]],
    [{ search: "stops" }, ["EHRIA-2026-0012"]],
    [{ search: "visits" }, []],
    [{ search: "visits", state: "SUPERSEDED", characteristic: "AGE", year: 2026 }, ["EHRIA-2026-0011"]],
    [
      { state: "WITHDRAWN", department: "adults-and-communities", organisation: "E10000018" },
      ["EHRIA-2026-0013"],
    ],
    [{ state: "WITHDRAWN", search: "secret" }, []],
    [{ state: "WITHDRAWN", characteristic: "RACE" }, []],
    [{ organisation: "E06000016" }, []],
  ])("answers %j", async (filter, references) => {
    const { data, errors } = await ask(LIST, { filter });
    expect(errors).toEqual([]);
    expect(data.publishedAssessments).toEqual({
      totalCount: references.length,
      edges: references.map((reference) => ({ node: { reference } })),
    });
  });

  it.each([
    [{ search: "x".repeat(201) }, "Search for at most 200 characters."],
    [{ search: "the" }, "That search holds no word that can be looked for"],
  ])("refuses %j in words", async (filter, message) => {
    const { errors } = await ask(LIST, { filter });
    expect(errors).toEqual([{ message: expect.stringContaining(message), code: "BAD_USER_INPUT" }]);
  });

  it("tells what became of each, by reference and by global id", async () => {
    const fields =
      "id title state publishedOn supersededOn withdrawnOn notice html characteristics formats { format address } supersededBy { reference }";
    const one = (reference: string) => `publishedAssessment(reference: "${reference}") { ${fields} }`;
    const { data, errors } = await ask(
      `{ old: ${one("EHRIA-2026-0011")} next: ${one("EHRIA-2026-0012")} gone: ${one("EHRIA-2026-0013")} none: ${one("EHRIA-2019-0001")} }`,
    );
    expect(errors).toEqual([]);
    expect(data.none).toBeNull();
    expect(data.next).toMatchObject({
      state: "PUBLISHED",
      publishedOn: "2026-04-02",
      notice: null,
      supersededBy: null,
    });
    expect(data.old).toMatchObject({
      title: "Home care",
      supersededOn: "2026-05-01",
      withdrawnOn: null,
      characteristics: ["AGE", "SEX"],
      supersededBy: { reference: "EHRIA-2026-0012" },
      html: expect.stringContaining("Fewer visits."),
    });
    expect(data.old.formats[1]).toEqual({ format: "PDF", address: "/register/EHRIA-2026-0011.pdf" });
    expect(data.gone).toMatchObject({
      title: "Withdrawn: EHRIA-2026-0013",
      withdrawnOn: "2026-05-01",
      html: '<p class="govuk-body">Made &lt;anew&gt;.</p>',
      formats: [],
      characteristics: [],
    });
    const again = await ask(
      "query ($id: ID!) { node(id: $id) { ... on PublishedAssessment { title } } }",
      data.old,
    );
    expect(again.data.node).toEqual({ title: "Home care" });
  });

  it("hands out at most fifty texts at a time", async () => {
    const aliases = Array.from({ length: 51 }, (_each, index) => `a${index}: html`).join(" ");
    const { errors } = await ask(`{ publishedAssessment(reference: "EHRIA-2026-0012") { ${aliases} } }`);
    expect(errors[0]).toEqual({
      message: expect.stringContaining("at most 50 texts"),
      code: "LIMIT_EXCEEDED",
    });
  });

  it("stands beside the assessment for those who may read it", async () => {
    const query = `{ assessment(reference: "EHRIA-2019-0001") { published { title } } }`;
    expect((await api.as("lead.officer@example.org")(query)).data.assessment).toEqual({ published: null });
    await publish("EHRIA-2019-0001", "Home care, published");
    expect((await api.as("lead.officer@example.org")(query)).data.assessment.published.title).toBe(
      "Home care, published",
    );
    expect((await ask(query)).errors[0]?.code).toBe("UNAUTHENTICATED");
  });
});
