import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAILURE, HOME_CARE } from "../../../testing/home-care.ts";
import { PROGRESS } from "../../../testing/performance-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

/** What plans say, cited: their elements, and their delivery actions by themselves. */

const LEAD = "lead.officer@example.org";

const EVIDENCE = `
  id kind changedSincePinned
  strategyElement { title }
  deliveryAction { reference strategy { slug } }
  pinned { title display value period hash }
  change { changedAt parts { category before now } }
`;
const LINK = `mutation ($input: LinkEvidenceInput!) {
  linkEvidence(input: $input) { __typename ... on EvidenceLinked { evidence { ${EVIDENCE} } } ${FAILURE} }
}`;
const RECITE = `mutation ($input: ReciteEvidenceInput!) {
  reciteEvidence(input: $input) { __typename ... on EvidenceLinked { evidence { ${EVIDENCE} } } ${FAILURE} }
}`;
const READ = `query ($reference: String!) { assessment(reference: $reference) { evidence { ${EVIDENCE} } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: what was asked for
type Loose = any;

const send = async (source: string, input: object, email = LEAD): Promise<Loose> => {
  const { data, errors } = await api.as(email)(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};
/** About the home care draft. */
const about = (source: string, input: object): Promise<Loose> =>
  send(source, { reference: HOME_CARE, ...input });
const link = async (input: object): Promise<Loose> => {
  const answer = await about(LINK, { place: "policy-change", ...input });
  expect(answer).toMatchObject({ __typename: "EvidenceLinked" });
  return answer.evidence;
};
const read = async (scopes?: Parameters<TestApi["as"]>[1]): Promise<Loose[]> =>
  (await api.as(LEAD, scopes)(READ, { reference: HOME_CARE })).data.assessment.evidence;
const readOne = async (id: string): Promise<Loose> => (await read()).find((each) => each.id === id);
const problemOf = (answer: Loose) => [answer.__typename, answer.problems?.[0]?.message ?? answer.message];

describe("a delivery action of a plan", () => {
  it("is found, pinned with how far it has got, and shows when it got on", async () => {
    const found = `{ search(text: "health checks", kinds: [DELIVERY_ACTION], first: 5) { totalCount edges { node {
      __typename ... on DeliveryAction { id reference title strategy { slug title } } } } } }`;
    const { data } = await api.as(LEAD)(found);
    const [{ node: action }] = data.search.edges;
    expect([data.search.totalCount, action.strategy.slug]).toEqual([1, "living-well-with-dementia-2019-22"]);
    const missing = {
      place: "policy-change",
      deliveryAction: btoa("DeliveryAction:5f0c7a52-1111-4222-8333-444455556666"),
    };
    expect(problemOf(await about(LINK, missing))[0]).toBe("NotFound");
    const cited = await link({ deliveryAction: action.id });
    expect(cited).toMatchObject({
      kind: "DELIVERY_ACTION",
      changedSincePinned: false,
      deliveryAction: { reference: action.reference },
      pinned: {
        title: `${action.strategy.title}: ${action.reference} ${action.title}`,
        display: expect.stringMatching(/^Responsible: .+\nDue: .+\nStatus: Not started$/),
      },
    });
    const twice = await about(LINK, { place: "policy-change", deliveryAction: action.id });
    expect(problemOf(twice)).toEqual(["ValidationError", "This is cited here already."]);
    const gaps = `{ strategy(slug: "living-well-with-dementia-2019-22") { gaps { assessmentCount actionsWithoutAssessment { id } } } }`;
    const left = (await api.as(LEAD)(gaps)).data.strategy.gaps;
    expect(left.assessmentCount).toBe(1);
    expect(left.actionsWithoutAssessment.map(({ id }: Loose) => id)).not.toContain(action.id);
    const progress = {
      action: action.id,
      note: "Half of them have it.",
      status: "IN_PROGRESS",
      basedOnNotes: 0,
    };
    await send(PROGRESS, progress, "head.of.service@example.org");
    const now = await readOne(cited.id);
    expect(now).toMatchObject({
      changedSincePinned: true,
      change: { parts: [{ before: "Status: Not started", now: "Status: In progress" }] },
    });
    expect(Date.parse(now.change.changedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(
      (await about(RECITE, { evidence: cited.id, basedOnHash: cited.pinned.hash })).evidence,
    ).toMatchObject({
      changedSincePinned: false,
      pinned: { display: expect.stringContaining("Status: In progress") },
    });
    const [unread] = (await read(["read:assessments"])).filter(({ kind }) => kind === "DELIVERY_ACTION");
    expect(unread).toMatchObject({ deliveryAction: null, change: null });
  });
});

describe("an element of a plan", () => {
  it("is pinned with all that it says, and shows when its words change", async () => {
    const { sql } = api.database;
    const [row] = await sql`
      select e.id, e.title, s.title as plan from strategy_elements e join strategies s on s.id = e.strategy_id
      where cardinality(e.will_do) > 0 order by e.id limit 1`;
    const cited = await link({ strategyElement: btoa(`StrategyElement:${row?.id}`) });
    expect(cited).toMatchObject({
      kind: "STRATEGY_ELEMENT",
      changedSincePinned: false,
      pinned: { title: `${row?.plan}: ${row?.title}`, value: null, period: null },
    });
    expect(cited.pinned.display).toContain("What will be done: ");
    await sql`update strategy_elements set will_do = will_do || array['Listen first'] where id = ${row?.id}`;
    const now = await readOne(cited.id);
    expect(now.changedSincePinned).toBe(true);
    expect(now.change.parts).toEqual([
      { category: null, before: cited.pinned.display, now: expect.stringContaining("Listen first") },
    ]);
    expect(Date.parse(now.change.changedAt)).toBeGreaterThan(Date.now() - 60_000);
    const anew = await about(RECITE, { evidence: cited.id, basedOnHash: cited.pinned.hash });
    expect(anew.evidence).toMatchObject({
      changedSincePinned: false,
      pinned: { display: now.change.parts[0].now },
    });
  });
});
