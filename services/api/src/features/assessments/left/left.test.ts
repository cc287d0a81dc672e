import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { users } from "@due-regard/database/schema/people";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { globalId } from "../../../testing/policy-actors.ts";
import { plantAssessment } from "../../../testing/signed-assessments.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

/** Somebody leaves: what hangs on them is named to an administrator, who gives it on without reading it. */
// biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
type Loose = any;

const LEAD = "lead.officer@example.org";
const HELPER = "contributor@example.org";
const ADMIN = "admin@example.org";
const CHAIR = "deg.chair@example.org";
const TITLE = "A title that no administrator reads";

const SUCCESSORS = "successors { user { id name } contributes bars }";
const LEFT = `leads { reference status department { slug } contributors ${SUCCESSORS} } contributesTo
  deputyFor { reference namedBy { name } }
  ownedActions { action { id objective linksVersion owner { name } } ${SUCCESSORS} }`;
const FAILURE = `... on Error { message } ... on ValidationError { problems { path message } } ... on Conflict { conflicts { path theirs yours } }`;
const PERSON = `query ($user: ID!) { person(user: $user) { disabledAt ${LEFT} } }`;
const REASSIGN = `mutation ($input: ReassignLeadInput!) { done: reassignLead(input: $input) { __typename ${FAILURE}
  ... on LeadReassigned { reference lead { name } person { ${LEFT} } } } }`;
const REASSIGN_ACTION = `mutation ($input: ReassignActionInput!) { done: reassignAction(input: $input) { __typename ${FAILURE}
  ... on ActionReassigned { action { owner { name } linksVersion } person { ${LEFT} } } } }`;

let api: TestApi;
let people: Record<string, string>;
let rows: Record<string, string>;
let reference: string;

const send = (email: string, source: string, variables: object): Promise<Loose> =>
  api.as(email)(source, { ...variables });
const done = async (email: string, source: string, input: object): Promise<Loose> => {
  const { data, errors } = await send(email, source, { input });
  expect(errors).toEqual([]);
  return data.done;
};
const leftBy = async (who: string): Promise<Loose> => {
  const { data, errors } = await send(ADMIN, PERSON, { user: people[who] });
  expect(errors).toEqual([]);
  return data.person;
};
const give = (to: string, change: object = {}) =>
  done(ADMIN, REASSIGN, { reference, from: people["lead.officer"], to: people[to], ...change });
const problemsOf = async (answer: Promise<Loose>): Promise<unknown> => {
  const { __typename, message, problems } = await answer;
  return __typename === "ValidationError" ? problems[0] : [__typename, message];
};
const setAccount = (who: string, disabledAt: string | null) =>
  api.database.db
    .update(users)
    .set({ disabledAt })
    .where(eq(users.id, rows[who] ?? ""));

beforeAll(async () => {
  api = await createTestApi();
  const found = await api.database.sql<{ id: string; email: string }[]>`select id, email from users`;
  rows = Object.fromEntries(found.map(({ id, email }) => [email.split("@")[0], id]));
  people = Object.fromEntries(Object.entries(rows).map(([name, id]) => [name, globalId("User", id)]));
  const [department] = await api.database
    .sql`select id from departments where slug = 'adults-and-communities'`;
  const started = await done(
    LEAD,
    `mutation ($input: StartAssessmentInput!) { done: startAssessment(input: $input) { ... on AssessmentSaved { assessment { reference } } } }`,
    { title: TITLE, department: globalId("Department", department?.id) },
  );
  reference = started.assessment.reference;
  const INVITE = `mutation ($input: InviteContributorInput!) { done: inviteContributor(input: $input) { __typename } }`;
  await done(LEAD, INVITE, { reference, person: people["other.department"] });
});
afterAll(() => api.close());

describe("what somebody leads", () => {
  it("is named to an administrator by its reference, with who could follow, and nothing that is written in it", async () => {
    const { data } = await send(ADMIN, PERSON, { user: people["lead.officer"] });
    const led = data.person.leads.find((each: Loose) => each.reference === reference);
    expect(led).toMatchObject({
      status: "DRAFT",
      department: { slug: "adults-and-communities" },
      contributors: 1,
    });
    expect(led.successors).toEqual([
      { user: { id: people.contributor, name: "Casey Addmore (demo)" }, contributes: false, bars: null },
    ]);
    expect(JSON.stringify(data)).not.toContain(TITLE);
    expect((await leftBy("other.department")).contributesTo).toBe(1);
  });

  it("stays theirs to hand over while they can sign in", async () => {
    expect(await problemsOf(give("contributor"))).toEqual([
      "NotAllowed",
      "Robin Draftwell (demo) can sign in, and so can hand this over. Once their account is closed, you can do it for them",
    ]);
  });

  it("goes to an officer of its department once they can't, and to nobody else", async () => {
    await setAccount("lead.officer", "2026-11-01T09:00:00Z");
    for (const [to, message] of [
      ["admin", "You can't make yourself its lead officer: administrators don't read drafts by their office"],
      [
        "other.department",
        "Pat Nextdoor (demo) is no officer in its department. Choose somebody who is, or give them that role",
      ],
      ["lead.officer", "Robin Draftwell (demo) can't sign in any more. Choose somebody else"],
    ])
      expect(await problemsOf(give(to ?? ""))).toEqual({ path: "to", message });
    const nowhere = { reference: "EHRIA-2019-9999" };
    expect([
      await problemsOf(give("contributor", { from: people.contributor })),
      await problemsOf(give("contributor", nowhere)),
    ]).toEqual([
      ["NotFound", "This person leads no assessment with this reference."],
      ["NotFound", "This person leads no assessment with this reference."],
    ]);
    for (const email of [LEAD, HELPER, CHAIR]) {
      const input = { reference, from: people["lead.officer"], to: people.contributor };
      expect((await done(email, REASSIGN, input)).__typename).toBe("NotAllowed");
    }
  });

  it("is on record, told to the new lead and the others, done once for a key, and read by the administrator neither before nor after", async () => {
    const key = { idempotencyKey: "give on" };
    const answer = await give("contributor", key);
    expect(answer).toMatchObject({
      __typename: "LeadReassigned",
      reference,
      lead: { name: "Casey Addmore (demo)" },
    });
    expect(answer.person.leads.map((led: Loose) => led.reference)).not.toContain(reference);
    expect(await give("contributor", key)).toEqual(answer);
    expect(await problemsOf(give("contributor"))).toMatchObject(["NotFound", expect.anything()]);
    const events = await api.database.sql`
      select e.subject_id as "subjectId", e.actor_id as "actorId", e.detail ->> 'formerId' as former from audit_events e
      join assessments a on a.id = e.assessment_id where a.reference = ${reference} and e.action = 'lead.reassigned'`;
    expect(events).toEqual([
      { subjectId: rows.contributor, actorId: rows.admin, former: rows["lead.officer"] },
    ]);
    const SEEN = `query ($reference: String!) { assessment(reference: $reference) { title leadOfficer { name }
      drafters { user { name } role removedAt removedBy { name } } history(first: 1) { edges { node { label person { name } } } } } }`;
    expect((await send(ADMIN, SEEN, { reference })).data.assessment).toBeNull();
    expect((await send(HELPER, SEEN, { reference })).data.assessment).toMatchObject({
      title: TITLE,
      leadOfficer: { name: "Casey Addmore (demo)" },
      drafters: expect.arrayContaining([
        // Who left keeps their place on record, and with it the conflict of interest, whatever they come back as.
        expect.objectContaining({
          user: { name: "Robin Draftwell (demo)" },
          role: "LEAD",
          removedBy: { name: "Kim Keyholder (demo)" },
        }),
      ]),
      history: {
        edges: [
          {
            node: {
              label: "Made lead officer, in place of one who can no longer sign in",
              person: { name: "Casey Addmore (demo)" },
            },
          },
        ],
      },
    });
    await setAccount("lead.officer", null);
    expect((await send(LEAD, SEEN, { reference })).data.assessment).toBeNull();
  });

  it("never goes to somebody who took part in its review", async () => {
    await setAccount("contributor", "2026-11-01T09:00:00Z");
    await api.database
      .sql`insert into role_grants (user_id, role) values (${rows["deg.chair"] ?? ""}, 'OFFICER')`;
    await api.database.sql`insert into review_deputies (assessment_id, deputy_id, named_by_id, reason)
      select id, ${rows["deg.chair"] ?? ""}, ${rows["deg.member"] ?? ""}, 'Somebody else decides' from assessments where reference = ${reference}`;
    const [led] = (await leftBy("contributor")).leads;
    expect(led.successors.map(({ user }: Loose) => user.name)).toEqual(["Robin Draftwell (demo)"]);
    const from = { from: people.contributor };
    expect(await problemsOf(give("deg.chair", from))).toEqual({
      path: "to",
      message:
        "Sam Chairwright (demo) has taken part in its review, so they can't lead it. Choose somebody else",
    });
    await api.database.sql`update assessments set status = 'IN_REVIEW' where reference = ${reference}`;
    expect((await leftBy("deg.chair")).deputyFor).toEqual([
      { reference, namedBy: { name: "Morgan Readthrough (demo)" } },
    ]);
  });
});

describe("an action that somebody owns", () => {
  it("goes to another reader once they can't sign in, on the version that was seen", async () => {
    const actions = [{ action: "Ask carers again" }];
    const planted = await plantAssessment(api, {
      title: "Signed",
      status: "SIGNED_OFF",
      impacts: [],
      actions,
    });
    const [row] = await api.database.sql`
      select i.id, a.id as "assessmentId" from improvement_actions i join assessment_revisions r on r.id = i.revision_id
      join assessments a on a.id = r.assessment_id where a.reference = ${planted}`;
    await api.database.db
      .insert(equalityActions)
      .values({ id: row?.id, assessmentId: row?.assessmentId, ownerId: rows.analyst });
    const [owned] = (await leftBy("analyst")).ownedActions;
    expect(owned.action).toMatchObject({ linksVersion: 1, owner: { name: "Alex Figuresmith (demo)" } });
    const names = owned.successors.map(({ user }: Loose) => user.name);
    expect(names).toContain("Jo Stewardson (demo)");
    expect(names).not.toContain("Alex Figuresmith (demo)");
    expect(names).not.toContain("Pat Nextdoor (demo)");
    const input = {
      action: owned.action.id,
      from: people.analyst,
      to: people["head.of.service"],
      basedOnVersion: 1,
    };
    expect((await done(ADMIN, REASSIGN_ACTION, input)).__typename).toBe("NotAllowed");
    await setAccount("analyst", "2026-11-01T09:00:00Z");
    expect(
      await problemsOf(done(ADMIN, REASSIGN_ACTION, { ...input, to: people["other.department"] })),
    ).toEqual({
      path: "to",
      message:
        "Pat Nextdoor (demo) can't read this assessment, so they can't see to its actions. Choose somebody else",
    });
    expect(await done(ADMIN, REASSIGN_ACTION, input)).toMatchObject({
      action: { owner: { name: "Jo Stewardson (demo)" }, linksVersion: 2 },
      person: { ownedActions: [] },
    });
    expect(await done(ADMIN, REASSIGN_ACTION, input)).toMatchObject({
      __typename: "Conflict",
      conflicts: [{ path: "owner", theirs: "Jo Stewardson (demo)", yours: "Jo Stewardson (demo)" }],
    });
    expect((await done("head.of.service@example.org", REASSIGN_ACTION, input)).__typename).toBe("NotAllowed");
  });
});
