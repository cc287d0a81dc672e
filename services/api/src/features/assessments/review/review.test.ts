import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../../context.ts";
import {
  finishScreening,
  HOME_CARE,
  readAssessment,
  submit,
  TRANSITION,
} from "../../../testing/home-care.ts";
import {
  ADD_COMMENT,
  type AnyAnswer,
  HAND_OVER,
  RECOMMEND,
  RESOLVE_COMMENT,
  readReview,
  sender,
  signOff,
} from "../../../testing/review-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { transitionAssessment } from "../transition-assessment.ts";

let api: TestApi;
let send: (person: string, mutation: string, input: object) => Promise<AnyAnswer>;
beforeAll(async () => {
  api = await createTestApi();
  send = sender(api);
});
afterAll(() => api.close());

const PLACE = "potential-impact.AGE";
const lead = () => api.as("lead.officer@example.org");
const chair = () => api.as("deg.chair@example.org");
const member = () => api.as("deg.member@example.org");
const idOf = async (person: string): Promise<string> =>
  (await api.database.sql`select id from users where email = ${`${person}@example.org`}`)[0]?.id;
const globalUser = async (person: string) => Buffer.from(`User:${await idOf(person)}`).toString("base64");

/** From submission to signature, in the order in which it happens: each test goes on from where the one before stopped. */
describe("the review", () => {
  let asked: AnyAnswer;
  beforeAll(async () => {
    await send("contributor", ADD_COMMENT, { place: PLACE, text: "Which ages does it cover?" });
    await finishScreening(lead());
    await submit(lead());
  });

  it("is the group's: those who wrote it read on, and say nothing", async () => {
    for (const person of ["lead.officer", "contributor"])
      expect(await send(person, ADD_COMMENT, { text: "And?" })).toMatchObject({ __typename: "NotAllowed" });
    asked = await send("deg.member", ADD_COMMENT, { place: "target-groups", text: "Carers are missing." });
    expect(asked).toMatchObject({ comment: { writtenAs: "DEG_MEMBER", revision: 1 } });
    expect((await readReview(lead())).comments.totalCount).toBe(2);
  });

  it("takes a recommendation about the text that was shown, which can change, and keeps each version", async () => {
    const { contentHash, availableActions } = await readReview(member());
    expect(availableActions).toEqual(["COMMENT", "RECOMMEND"]);
    const one = { recommendation: "SIGN_OFF", reason: "Clear.", displayedHash: contentHash };
    const other = { ...one, recommendation: "ASK_FOR_CHANGES", reason: "Carers are missing." };
    expect(await send("deg.member", RECOMMEND, { ...one, displayedHash: "0".repeat(64) })).toMatchObject({
      __typename: "Conflict",
      conflicts: [{ path: "contentHash", theirs: contentHash }],
    });
    expect(await send("deg.member", RECOMMEND, { ...one, reason: " " })).toMatchObject({
      problems: [{ path: "reason" }],
    });
    for (const input of [one, one, other])
      expect((await send("deg.member", RECOMMEND, input)).__typename).toBe("AssessmentSaved");
    expect((await readReview(chair())).recommendations).toMatchObject([
      {
        recommendation: "ASK_FOR_CHANGES",
        revision: 1,
        earlier: [{ recommendation: "SIGN_OFF", reason: "Clear." }],
      },
    ]);
    expect(await send("deg.chair", RECOMMEND, one)).toMatchObject({ __typename: "NotAllowed" });
  });

  it("ends in points that must be answered: new ones, and a member's comment", async () => {
    const bad = {
      action: "REQUEST_CHANGES",
      reason: "See below",
      points: [{ place: "nothing", text: "?" }, { text: " " }],
    };
    const [first] = (await readReview(chair())).comments.edges;
    expect((await send("deg.chair", TRANSITION, bad)).problems).toMatchObject([{ path: "points.0.place" }]);
    const mixed = { ...bad, points: [{ comment: asked.comment.id, text: "x" }] };
    expect((await send("deg.chair", TRANSITION, mixed)).problems).toMatchObject([{ path: "points.0" }]);
    const points = [{ place: PLACE, text: "Say from which age." }, { comment: asked.comment.id }];
    const input = { ...bad, points, idempotencyKey: "send-back" };
    for (const _twice of [1, 2])
      expect(await send("deg.chair", TRANSITION, input)).toMatchObject({
        assessment: { status: "CHANGES_REQUESTED", revision: 2 },
      });
    const after = await readReview(lead());
    expect(after.comments.totalCount).toBe(3);
    expect(after.commentCounts).toContainEqual({
      place: PLACE,
      section: "screening",
      open: 2,
      resolved: 0,
      unanswered: 1,
    });
    expect(after.unavailableActions).toEqual([
      { action: "SUBMIT", because: "2 points of the chair's still need your answer" },
    ]);
    expect(first.node.kind).toBe("COMMENT");
  });

  it("goes on when the lead has answered each point, and no sooner", async () => {
    const open = (await readReview(lead())).comments.edges
      .map(({ node }: AnyAnswer) => node)
      .filter(({ kind }: AnyAnswer) => kind === "POINT");
    expect(open.map(({ place, writtenAs }: AnyAnswer) => [place, writtenAs])).toEqual([
      ["target-groups", "DEG_MEMBER"],
      [PLACE, "DEG_CHAIR"],
    ]);
    expect(await send("lead.officer", RESOLVE_COMMENT, { comment: open[0].id })).toMatchObject({
      __typename: "NotAllowed",
    });
    await send("lead.officer", ADD_COMMENT, { replyTo: open[0].id, text: "Carers added in question 2." });
    const refused = await submit(lead());
    expect(refused).toMatchObject({ __typename: "ValidationError", problems: [{ path: PLACE }] });
    await send("contributor", ADD_COMMENT, { replyTo: open[1].id, text: "From 18: see question 10." });
    expect(await submit(lead())).toMatchObject({ assessment: { status: "IN_REVIEW", revision: 2 } });
    const settled = await send("deg.chair", RESOLVE_COMMENT, { comment: open[1].id });
    expect(settled.comment).toMatchObject({ resolved: true, revision: 1, answered: true });
  });
});

describe("a conflict of interest", () => {
  /** As from before reviewers were kept from writing. Undone after the test: what follows goes on without it. */
  const withFormerContributor = async (person: string, work: () => Promise<void>) => {
    const { sql } = api.database;
    await sql`alter table assessment_people disable trigger assessment_people_no_reviewers`;
    const [row] = await sql`insert into assessment_people (assessment_id, user_id, role, removed_at)
      select a.id, u.id, 'CONTRIBUTOR', now() from assessments a, users u
      where a.reference = 'EHRIA-2019-0001' and u.email = ${`${person}@example.org`} returning id`;
    await sql`alter table assessment_people enable trigger assessment_people_no_reviewers`;
    await work();
    await sql`alter table assessment_people disable trigger assessment_people_kept`;
    await sql`delete from assessment_people where id = ${row?.id}`;
    await sql`alter table assessment_people enable trigger assessment_people_kept`;
  };

  it("keeps a member who ever helped to write it from commenting and recommending, also in the database", async () => {
    await withFormerContributor("deg.member", async () => {
      const { contentHash, availableActions, unavailableActions } = await readReview(member());
      expect(availableActions).toEqual([]);
      expect(unavailableActions.map(({ action }: AnyAnswer) => action)).toEqual(["COMMENT", "RECOMMEND"]);
      const refused = { __typename: "NotAllowed" };
      expect(await send("deg.member", ADD_COMMENT, { text: "Fine" })).toMatchObject(refused);
      const input = { recommendation: "SIGN_OFF", reason: "Mine", displayedHash: contentHash };
      expect(await send("deg.member", RECOMMEND, input)).toMatchObject({
        ...refused,
        message: expect.stringContaining("helped to write"),
      });
      const { sql } = api.database;
      const userId = await idOf("deg.member");
      const recommended = sql`insert into recommendations (revision_id, user_id, recommendation, reason, content_hash)
        select id, ${userId}, 'SIGN_OFF', 'x', content_hash from assessment_revisions where content_hash = ${contentHash}`;
      await expect(recommended).rejects.toMatchObject({ code: "DR031" });
      const said = sql`insert into comments (assessment_id, revision, text, author_id, written_as)
        select id, 2, 'x', ${userId}, 'DEG_MEMBER' from assessments where reference = 'EHRIA-2019-0001'`;
      await expect(said).rejects.toMatchObject({ code: "DR031" });
      const deputy = sql`insert into review_deputies (assessment_id, deputy_id, named_by_id, reason)
        select a.id, ${userId}, ${await idOf("deg.chair")}, 'x' from assessments a where reference = 'EHRIA-2019-0001'`;
      await expect(deputy).rejects.toMatchObject({ code: "DR031" });
      expect((await readReview(chair())).possibleDeputies).toEqual([]);
    });
  });

  it("keeps whoever took part in the review from coming to lead it or write it, also in the database", async () => {
    const LEAD_ON = `mutation ($input: HandOverLeadInput!) { handOverLead(input: $input) { __typename ... on ValidationError { problems { path message } } } }`;
    for (const [person, name] of [
      ["deg.member", "Morgan Readthrough (demo)"],
      ["deg.chair", "Sam Chairwright (demo)"],
    ] as const) {
      const input = { person: await globalUser(person), staysAsContributor: true };
      expect(await send("lead.officer", LEAD_ON, input)).toMatchObject({
        problems: [
          { path: "person", message: expect.stringContaining(`${name} has taken part in the review`) },
        ],
      });
    }
    const CANDIDATES = `{ assessment(reference: "EHRIA-2019-0001") { candidates(search: "deg.member") { cannotDraft } } }`;
    const found = await lead()(CANDIDATES);
    expect(found.data.assessment.candidates).toMatchObject([
      { cannotDraft: expect.stringContaining("has taken part in the review") },
    ]);
    const written = api.database.sql`insert into assessment_people (assessment_id, user_id, role)
      select id, ${await idOf("deg.member")}, 'CONTRIBUTOR' from assessments where reference = 'EHRIA-2019-0001'`;
    await expect(written).rejects.toMatchObject({ code: "DR031" });
  });

  it("lets the chair hand over to a member alone, for a reason, and leaves the chair no part in it", async () => {
    expect((await readReview(member())).possibleDeputies).toEqual([]);
    const { possibleDeputies } = await readReview(chair());
    expect(possibleDeputies.map(({ name }: AnyAnswer) => name)).toEqual(["Morgan Readthrough (demo)"]);
    const deputy = possibleDeputies[0].id;
    const outsider = await globalUser("head.of.service");
    for (const [input, path] of [
      [{ deputy: outsider, reason: "Away" }, "deputy"],
      [{ deputy, reason: " " }, "reason"],
    ] as const)
      expect((await send("deg.chair", HAND_OVER, input)).problems).toMatchObject([{ path }]);
    expect(await send("deg.member", HAND_OVER, { deputy, reason: "x" })).toMatchObject({
      __typename: "NotAllowed",
    });
    const named = await send("deg.chair", HAND_OVER, {
      deputy,
      reason: "My brother runs one of the agencies.",
    });
    expect(named).toMatchObject({
      __typename: "AssessmentSaved",
      assessment: { availableActions: ["HAND_OVER_REVIEW"] },
    });
    const { deputy: chairing, unavailableActions } = await readReview(chair());
    expect(chairing).toMatchObject({ reason: "My brother runs one of the agencies." });
    expect(unavailableActions.map(({ action }: AnyAnswer) => action)).toEqual([
      "COMMENT",
      "REQUEST_CHANGES",
      "SIGN_OFF",
    ]);
    expect(await signOff(chair())).toMatchObject({ __typename: "NotAllowed" });
    // Nor do they choose again who decides in their place.
    expect(await readReview(chair())).toMatchObject({ possibleDeputies: [] });
    const again = await send("deg.chair", HAND_OVER, { deputy: outsider, reason: "Another one" });
    expect(again.problems).toMatchObject([{ message: expect.stringContaining("named one already") }]);
    const signature = api.database
      .sql`insert into signatures (revision_id, role, user_id, statement, elements, content_hash)
      select r.id, 'DEG_CHAIR', ${await idOf("deg.chair")}, 'x', '{SCREENING}', r.content_hash
      from assessment_revisions r where r.number = 2`;
    await expect(signature).rejects.toMatchObject({ code: "DR004" });
  });

  it("isn't got round by a request that began before a role ended or an account was closed", async () => {
    const { sql, db } = api.database;
    const viewer = await api.viewer("deg.member@example.org");
    const { contentHash, signingStatement } = await readAssessment(member());
    const logger = pino({ level: "silent" });
    const context = createContext({ viewer, db, requestId: "waited", logger, seals: api.seals });
    const sign = async () => {
      const shown = { displayedHash: contentHash, statement: signingStatement };
      const signed = await transitionAssessment(context, {
        reference: HOME_CARE,
        action: "SIGN_OFF",
        ...shown,
      });
      return signed.ok ? "signed" : signed.failure.kind;
    };
    const seats = sql`user_id = ${viewer?.userId ?? ""} and role = 'DEG_MEMBER'`;
    await sql`update role_grants set revoked_at = now() where ${seats}`;
    expect(await sign()).toBe("NOT_FOUND");
    await sql`insert into role_grants (user_id, role, department_id)
      select distinct user_id, role, department_id from role_grants where ${seats}`;
    await sql`update users set disabled_at = now() where id = ${viewer?.userId ?? ""}`;
    expect(await sign()).toBe("NOT_FOUND");
    await sql`update users set disabled_at = null where id = ${viewer?.userId ?? ""}`;
  });

  it("lets the deputy sign in the chair's place, for this assessment", async () => {
    expect((await readReview(member())).availableActions).toEqual([
      "COMMENT",
      "RECOMMEND",
      "HAND_OVER_REVIEW",
      "REQUEST_CHANGES",
      "SIGN_OFF",
    ]);
    expect(await signOff(member())).toMatchObject({ assessment: { status: "SIGNED_OFF" } });
    const { history, signatures } = await readAssessment(member());
    expect(signatures[1]).toMatchObject({
      role: "DEG_CHAIR",
      signatory: { name: "Morgan Readthrough (demo)" },
    });
    const handed = history.edges.find(({ node }: AnyAnswer) => node.action === "review.handed-over");
    expect(handed.node).toMatchObject({ reason: "My brother runs one of the agencies." });
    // What the deputy signed isn't undone by the chair who has an interest in it.
    const undone = await send("deg.chair", TRANSITION, { action: "REOPEN", reason: "I would rather not" });
    expect(undone).toMatchObject({ message: expect.stringContaining("handed the review") });
  });
});

it("nothing that was said, recommended or handed over can be changed or taken out of the record", async () => {
  const { sql } = api.database;
  for (const table of ["comments", "recommendations", "review_deputies"])
    await expect(sql`delete from ${sql(table)}`).rejects.toMatchObject({ code: "DR002" });
  await expect(sql`update recommendations set reason = 'x'`).rejects.toMatchObject({ code: "DR002" });
  await expect(sql`update comments set text = 'x'`).rejects.toMatchObject({ code: "DR030" });
  await expect(sql`update comments set author_id = ${await idOf("admin")}`).rejects.toMatchObject({
    code: "DR030",
  });
});
