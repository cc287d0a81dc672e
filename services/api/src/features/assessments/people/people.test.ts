import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { globalId, RANDOM_ID } from "../../../testing/policy-actors.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";

const LEAD = "lead.officer@example.org";
const OTHER = "other.department@example.org";

const SHOWN = `reference leadOfficer { name } contributors { name } canInvite canHandOver
  drafters { user { name } role removedAt addedBy { name } removedBy { name } }
  history(first: 3) { edges { node { label person { name } actor { name } } } }`;
const FAILURES = `__typename ... on Error { message } ... on ValidationError { problems { path message } }`;
const INVITE = `mutation ($input: InviteContributorInput!) { inviteContributor(input: $input) { ${FAILURES} ... on AssessmentSaved { assessment { ${SHOWN} } } } }`;
const REMOVE = `mutation ($input: RemoveContributorInput!) { removeContributor(input: $input) { ${FAILURES} ... on AssessmentSaved { assessment { ${SHOWN} } } } }`;
const HAND_OVER = `mutation ($input: HandOverLeadInput!) { handOverLead(input: $input) { ${FAILURES} ... on LeadHandedOver { reference lead { name } assessment { ${SHOWN} } } } }`;
const MINE = `{ assessments(filter: { mine: true }) { edges { node { reference } } } }`;

let api: TestApi;
let people: Record<string, string>;
let lead: Ask;
let other: Ask;

beforeAll(async () => {
  api = await createTestApi();
  const rows = await api.database.sql<{ id: string; email: string }[]>`select id, email from users`;
  people = Object.fromEntries(rows.map(({ id, email }) => [email.split("@")[0], globalId("User", id)]));
  lead = api.as(LEAD);
  other = api.as(OTHER);
});
afterAll(() => api.close());

let reference: string;
beforeEach(async () => {
  const [department] = await api.database
    .sql`select id from departments where slug = 'adults-and-communities'`;
  const { data } = await lead(
    `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) { ... on AssessmentSaved { assessment { reference } } } }`,
    { input: { title: "Together", department: globalId("Department", department?.id) } },
  );
  reference = data.startAssessment.assessment.reference;
});

const change = async (ask: Ask, text: string, person: string | undefined, more: object = {}) => {
  const { data, errors } = await ask(text, { input: { reference, person, ...more } });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as never;
};
const auditOf = (action: string) =>
  api.database
    .sql`select count(*)::int as rows from audit_events e join assessments a on a.id = e.assessment_id
    where a.reference = ${reference} and e.action = ${action}`.then(([row]) => row?.rows);

const references = async (ask: Ask): Promise<string[]> =>
  (await ask(MINE)).data.assessments.edges.map(
    (edge: { node: { reference: string } }) => edge.node.reference,
  );

describe("asking somebody to contribute", () => {
  it("lets them write at once, lists it among theirs, and is on record", async () => {
    expect(await references(other)).not.toContain(reference);
    expect(await change(lead, INVITE, people["other.department"])).toMatchObject({
      __typename: "AssessmentSaved",
      assessment: {
        contributors: [{ name: "Pat Nextdoor (demo)" }],
        drafters: [
          { role: "LEAD", addedBy: null },
          { role: "CONTRIBUTOR", addedBy: { name: "Robin Draftwell (demo)" }, removedAt: null },
        ],
        history: {
          edges: [
            { node: { label: "Asked to contribute", person: { name: "Pat Nextdoor (demo)" } } },
            { node: { label: "Started", person: null } },
          ],
        },
      },
    });
    expect(await references(other)).toContain(reference);
    const saved = await other(
      `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename } }`,
      { input: { reference, answers: [{ question: "policy-change", text: "Ours", basedOnVersion: 0 }] } },
    );
    expect(saved.data.saveAnswers.__typename).toBe("AnswersSaved");
    const { data } = await other(
      `query ($reference: String!) { assessment(reference: $reference) { canInvite canHandOver candidates(search: "Casey") { user { name } } } }`,
      { reference },
    );
    expect(data.assessment).toEqual({ canInvite: false, canHandOver: false, candidates: [] });
  });

  it("again, or with the same key, has no second effect", async () => {
    const key = { idempotencyKey: "once" };
    await change(lead, INVITE, people.contributor, key);
    await change(lead, INVITE, people.contributor, key);
    await change(lead, INVITE, people.contributor);
    expect(await auditOf("person.invited")).toBe(1);
    expect(await change(lead, INVITE, people.analyst, key)).toMatchObject({
      problems: [{ path: "idempotencyKey" }],
    });
  });

  it.each([
    ["the lead", "lead.officer", "Robin Draftwell (demo) leads this assessment, and so writes it already."],
    ["nobody known", null, "Choose somebody who is known here."],
  ])("is refused for %s, in words", async (_name, who, message) => {
    const person = who === null ? globalId("User", RANDOM_ID) : people[who];
    expect(await change(lead, INVITE, person)).toMatchObject({ problems: [{ path: "person", message }] });
  });

  it("finds people by name or address, and says what drafting bars them from", async () => {
    const find = async (search: string) =>
      (
        await lead(
          `query ($reference: String!, $search: String!) { assessment(reference: $reference) { candidates(search: $search) { user { name jobTitle } department { name } drafts bars } } }`,
          { reference, search },
        )
      ).data.assessment.candidates;
    expect(await find("chair")).toEqual([
      {
        user: { name: "Sam Chairwright (demo)", jobTitle: "Assistant director" },
        department: { name: "Adults and Communities" },
        drafts: null,
        bars: expect.stringContaining("can never sign it off"),
      },
    ]);
    expect(await find("other.dep")).toMatchObject([{ user: { name: "Pat Nextdoor (demo)" }, bars: null }]);
    expect(await find("DRAFTWELL")).toMatchObject([{ drafts: "LEAD" }]);
    for (const words of ["", "d", "%%", "__"]) expect(await find(words)).toEqual([]);
  });
});

describe("ending somebody's part", () => {
  it("shuts them out at once, and keeps that they contributed", async () => {
    await change(lead, INVITE, people["other.department"]);
    expect(await change(lead, REMOVE, people["other.department"])).toMatchObject({
      assessment: {
        contributors: [],
        drafters: [{ role: "LEAD" }, { role: "CONTRIBUTOR", removedBy: { name: "Robin Draftwell (demo)" } }],
      },
    });
    expect(await references(other)).not.toContain(reference);
    expect(await change(other, INVITE, people.analyst)).toMatchObject({ __typename: "NotFound" });
    await change(lead, REMOVE, people["other.department"]);
    expect(await auditOf("person.removed")).toBe(1);
    await expect(api.database.sql`delete from assessment_people`).rejects.toMatchObject({ code: "DR002" });
    await expect(
      api.database.sql`update assessment_people set removed_at = null where removed_at is not null`,
    ).rejects.toMatchObject({ code: "DR002" });
  });

  it("bars them from signing as chair, for ever", async () => {
    await change(lead, INVITE, people["deg.chair"]);
    await change(lead, REMOVE, people["deg.chair"]);
    const [found] = await api.database.sql`
      select a.id, u.id as "userId" from assessments a, users u where a.reference = ${reference} and u.email = 'deg.chair@example.org'`;
    await api.database
      .sql`update assessment_revisions set sealed_at = now(), sealed_content = '{}', content_hash = 'x' where assessment_id = ${found?.id}`;
    await expect(api.database.sql`
      insert into signatures (revision_id, role, user_id, statement, elements, content_hash)
      select id, 'DEG_CHAIR', ${found?.userId}, 'x', '{SCREENING}', 'x' from assessment_revisions where assessment_id = ${found?.id}`).rejects.toMatchObject(
      { code: "DR004" },
    );
  });

  it("is refused for the lead, and to contributors", async () => {
    expect(await change(lead, REMOVE, people["lead.officer"])).toMatchObject({
      problems: [{ message: expect.stringContaining("Hand it over") }],
    });
    await change(lead, INVITE, people["other.department"]);
    expect(await change(other, REMOVE, people["lead.officer"])).toMatchObject({ __typename: "NotAllowed" });
  });
});

describe("handing over the lead", () => {
  it("makes somebody else the lead, with the former one as contributor or gone", async () => {
    const stays = { staysAsContributor: true };
    expect(await change(lead, HAND_OVER, people["other.department"], stays)).toMatchObject({
      __typename: "LeadHandedOver",
      lead: { name: "Pat Nextdoor (demo)" },
      assessment: { leadOfficer: { name: "Pat Nextdoor (demo)" }, canInvite: false, canHandOver: false },
    });
    expect(await change(lead, HAND_OVER, people.analyst, stays)).toMatchObject({ __typename: "NotAllowed" });
    expect(await change(other, INVITE, people.contributor)).toMatchObject({ __typename: "AssessmentSaved" });
    expect(await auditOf("lead.handed-over")).toBe(1);
  });

  it("and leaving it takes it out of sight; a retry is told that it was done", async () => {
    const gone = { staysAsContributor: false, idempotencyKey: "hand over" };
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await change(lead, HAND_OVER, people["other.department"], gone)).toMatchObject({
        reference,
        lead: { name: "Pat Nextdoor (demo)" },
        assessment: null,
      });
    }
    expect(await references(lead)).not.toContain(reference);
    expect(await auditOf("lead.handed-over")).toBe(1);
  });

  it("to two people at once leaves one lead", async () => {
    const stays = { staysAsContributor: true };
    const answers = await Promise.all(
      ["contributor", "other.department"].map((who) => change(lead, HAND_OVER, people[who], stays)),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["LeadHandedOver", "NotAllowed"]);
  });
});
