import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../context.ts";
import { type Canary, plantCanaries } from "../../testing/canaries.ts";
import { FAILURE, finishScreening, HOME_CARE, readAssessment, TRANSITION } from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";
import { markReviewDue } from "./mark-review-due.ts";

/** Who may sign with which sign-in, and what becomes of what was signed. */

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";

let api: TestApi;
let canaries: Canary[];
beforeAll(async () => {
  api = await createTestApi();
  ({ canaries } = await plantCanaries(api));
}, 60_000);
afterAll(() => api.close());

/** As somebody who signed in this many seconds ago; null: as a token of theirs. */
const asked = (email: string, secondsAgo: number | null) =>
  api.as(email, undefined, undefined, {
    authenticatedAt: secondsAgo === null ? null : new Date(Date.now() - secondsAgo * 1000).toISOString(),
  });

const sign = async (email: string, action: string, secondsAgo: number | null) => {
  const { contentHash: displayedHash, signingStatement: statement } = await readAssessment(api.as(email));
  const input = { reference: HOME_CARE, action, displayedHash, statement };
  const text = TRANSITION.replace("NotAllowed { message", "NotAllowed { message remedy");
  return (await asked(email, secondsAgo)(text, { input })).data.transitionAssessment;
};

const countSignatures = async (): Promise<number> => {
  const [row] = await api.database.sql`select count(*)::int as n from signatures s
    join assessment_revisions r on r.id = s.revision_id join assessments a on a.id = r.assessment_id
    where a.reference = ${HOME_CARE}`;
  return row?.n;
};

describe("signing", () => {
  beforeAll(() => finishScreening(api.as(LEAD)));

  it.each([
    ["a token", null, "USE_A_BROWSER"],
    ["a sign-in of more than five minutes ago", 301, "SIGN_IN_AGAIN"],
  ])("is refused to %s, with what to do", async (_name, secondsAgo, remedy) => {
    expect(await sign(LEAD, "SUBMIT", secondsAgo)).toMatchObject({ __typename: "NotAllowed", remedy });
    expect(await countSignatures()).toBe(0);
  });

  it("is not offered to a token, which is told why", async () => {
    const seen = await readAssessment(asked(LEAD, null));
    expect(seen.availableActions).not.toContain("SUBMIT");
    expect(seen.unavailableActions).toEqual([
      { action: "SUBMIT", because: expect.stringContaining("a token can't") },
    ]);
    expect(seen.signingStatement).toBeNull();
  });

  it("tells a page until when its reader may sign", async () => {
    const until = async (secondsAgo: number | null) =>
      (await asked(LEAD, secondsAgo)("{ viewer { maySignUntil } }")).data.viewer.maySignUntil;
    const left = (Date.parse(await until(100)) - Date.now()) / 1000;
    expect(Math.abs(left - 200)).toBeLessThan(10);
    expect([await until(301), await until(null)]).toEqual([null, null]);
  });

  it("is for the form's own words", async () => {
    const { contentHash: displayedHash } = await readAssessment(api.as(LEAD));
    const input = { reference: HOME_CARE, action: "SUBMIT", displayedHash, statement: "I confirm nothing." };
    expect((await api.as(LEAD)(TRANSITION, { input })).data.transitionAssessment).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "statement" }],
    });
  });

  it("goes through on a fresh sign-in, for the lead and then for the chair", async () => {
    expect(await sign(LEAD, "SUBMIT", 290)).toMatchObject({ assessment: { status: "IN_REVIEW" } });
    expect(await sign(CHAIR, "SIGN_OFF", 301)).toMatchObject({ remedy: "SIGN_IN_AGAIN" });
    expect(await sign(CHAIR, "SIGN_OFF", 0)).toMatchObject({ assessment: { status: "SIGNED_OFF" } });
    expect(await countSignatures()).toBe(2);
  });
});

const act = async (email: string, input: object) =>
  (await api.as(email)(TRANSITION, { input })).data.transitionAssessment;
/** The canary of the lead's own department in this state. */
const inState = (status: string): Canary => {
  const found = canaries.find(({ subject }) => subject.status === status);
  if (found === undefined) throw new Error(`No canary is ${status}`);
  return found;
};

describe("what is signed off", () => {
  const reason = "The figure cited has changed";

  it("becomes due for review by the system, which leaves its reason and nobody's name", async () => {
    const viewer = null;
    const { database } = api;
    const logger = { info: () => undefined } as never;
    const context = createContext({ viewer, db: database.db, requestId: "job", logger });
    expect(await markReviewDue(context, { reference: HOME_CARE, reason })).toEqual({
      ok: true,
      value: { reference: HOME_CARE },
    });
    const { status, history, availableActions } = await readAssessment(api.as(LEAD));
    expect([status, history.edges[0].node]).toEqual([
      "REVIEW_DUE",
      { action: "assessment.review-due", reason, actor: null, revision: 1 },
    ]);
    expect(availableActions).toEqual(["REOPEN", "SUPERSEDE"]);
    const again = await markReviewDue(context, { reference: HOME_CARE, reason });
    expect(again).toMatchObject({ failure: { kind: "NOT_ALLOWED" } });
    for (const status of ["DRAFT", "IN_REVIEW", "SUPERSEDED", "WITHDRAWN"]) {
      const { reference } = inState(status);
      const refused = await markReviewDue(context, { reference, reason });
      expect([status, refused]).toMatchObject([status, { failure: { kind: "NOT_FOUND" } }]);
    }
  });

  it("can't be marked over the API", async () => {
    const text = `mutation { transitionAssessment(input: { reference: "${HOME_CARE}", action: MARK_REVIEW_DUE }) { ${FAILURE} } }`;
    expect((await api.as(LEAD)(text)).errors).toHaveLength(1);
  });

  it("is superseded by another that is signed off, and leads there", async () => {
    const { reference } = inState("PUBLISHED");
    const supersede = (successor: string) => act(LEAD, { reference, action: "SUPERSEDE", reason, successor });
    for (const wrong of [reference, inState("DRAFT").reference, "EHRIA-2019-9999", ""]) {
      expect(await supersede(wrong)).toMatchObject({ problems: [{ path: "successor" }] });
    }
    const hidden = canaries.find(
      ({ subject }) => subject.status === "IN_REVIEW" && subject.leadId !== inState("DRAFT").subject.leadId,
    );
    const unseen = await supersede(hidden?.reference ?? "");
    expect(unseen).toEqual(await supersede("EHRIA-2019-9999"));
    expect(await supersede(HOME_CARE.toLowerCase())).toMatchObject({ assessment: { status: "SUPERSEDED" } });
    const { data } = await api.as("scrutiny@example.org")(
      `{ assessment(reference: "${reference}") { status supersededBy { reference } } }`,
    );
    expect(data.assessment).toEqual({ status: "SUPERSEDED", supersededBy: { reference: HOME_CARE } });
    const back = { reference: HOME_CARE, action: "SUPERSEDE", reason, successor: reference };
    expect(await act(LEAD, back)).toMatchObject({ problems: [{ path: "successor" }] });
  });

  it("is withdrawn by the chair alone, for a reason, and its signatures stay", async () => {
    const { reference } = inState("SIGNED_OFF");
    const withdraw = { reference, action: "WITHDRAW", reason };
    expect(await act(LEAD, withdraw)).toMatchObject({ __typename: "NotAllowed" });
    expect(await act(CHAIR, { ...withdraw, reason: " " })).toMatchObject({ problems: [{ path: "reason" }] });
    expect(await act(CHAIR, withdraw)).toMatchObject({ assessment: { status: "WITHDRAWN" } });
    const { signatures, revisions } = await readAssessment(api.as(CHAIR), reference);
    expect([signatures.length, revisions.at(-1).sealedAt]).toEqual([2, expect.any(String)]);
    expect(await act(CHAIR, { ...withdraw, action: "REOPEN" })).toMatchObject({ __typename: "NotAllowed" });
  });
});
