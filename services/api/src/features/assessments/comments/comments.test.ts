import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishScreening, readAssessment, submit } from "../../../testing/home-care.ts";
import {
  ADD_COMMENT,
  type AnyAnswer,
  CORRECT_COMMENT,
  RESOLVE_COMMENT,
  readReview,
  sender,
} from "../../../testing/review-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

let api: TestApi;
let send: (person: string, mutation: string, input: object) => Promise<AnyAnswer>;
beforeAll(async () => {
  api = await createTestApi();
  send = sender(api);
});
afterAll(() => api.close());

const PLACE = "potential-impact.AGE";
const lead = () => api.as("lead.officer@example.org");

/** Talks while it is written, in the order in which they happen: each test goes on from where the one before stopped. */
describe("comments on a draft", () => {
  let first: AnyAnswer;

  it("stand at a row of the form, once however often they are sent", async () => {
    const input = { place: PLACE, text: "  Which ages do we mean?  ", idempotencyKey: "one" };
    const added = await send("contributor", ADD_COMMENT, input);
    expect(added).toMatchObject({
      __typename: "CommentSaved",
      comment: {
        place: PLACE,
        kind: "COMMENT",
        text: "Which ages do we mean?",
        writtenAs: "CONTRIBUTOR",
        revision: 1,
        version: 1,
        resolved: false,
        canResolve: true,
        replyTo: null,
      },
      assessment: {
        commentCounts: [{ place: PLACE, section: "screening", open: 1, resolved: 0, unanswered: 0 }],
      },
    });
    expect(added.comment.correctableUntil).not.toBeNull();
    const again = await send("contributor", ADD_COMMENT, input);
    expect(again.comment.id).toBe(added.comment.id);
    expect((await readReview(lead())).comments.totalCount).toBe(1);
    first = added.comment;
  });

  it("can be put right by their author alone, on the version that they saw, until somebody answers", async () => {
    const better = { comment: first.id, text: "Which ages does it cover?", basedOnVersion: 1 };
    expect(await send("lead.officer", CORRECT_COMMENT, better)).toMatchObject({ __typename: "NotAllowed" });
    expect(await send("contributor", CORRECT_COMMENT, better)).toMatchObject({
      comment: { text: "Which ages does it cover?", version: 2 },
    });
    const stale = { ...better, text: "Another" };
    expect(await send("contributor", CORRECT_COMMENT, stale)).toMatchObject({
      __typename: "Conflict",
      conflicts: [{ path: PLACE, currentVersion: 2, theirs: "Which ages does it cover?", yours: "Another" }],
    });
    const reply = { replyTo: first.id, text: "From 18 on." };
    const answered = await send("lead.officer", ADD_COMMENT, reply);
    expect(answered.comment).toMatchObject({ place: PLACE, writtenAs: "LEAD", replyTo: { id: first.id } });
    const late = { ...stale, basedOnVersion: 2 };
    expect(await send("contributor", CORRECT_COMMENT, late)).toMatchObject({ __typename: "NotAllowed" });
    const [audit] = await api.database
      .sql`select detail from audit_events where action = 'comment.corrected'`;
    expect(audit?.detail).toEqual({ before: "Which ages do we mean?", after: "Which ages does it cover?" });
  });

  it("can be settled and opened again, and take answers while they are open", async () => {
    const settle = (resolved: boolean) =>
      send("lead.officer", RESOLVE_COMMENT, { comment: first.id, resolved });
    expect((await settle(true)).comment).toMatchObject({
      resolved: true,
      resolvedBy: { name: expect.any(String) },
    });
    expect((await settle(true)).__typename).toBe("CommentSaved");
    const answer = { replyTo: first.id, text: "Good" };
    expect(await send("contributor", ADD_COMMENT, answer)).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "replyTo" }],
    });
    const settled = await lead()(
      `{ assessment(reference: "EHRIA-2019-0001") { open: comments(resolved: false) { totalCount } here: comments(place: "${PLACE}", resolved: true) { totalCount } } }`,
    );
    expect(settled.data.assessment).toEqual({ open: { totalCount: 0 }, here: { totalCount: 1 } });
    expect((await settle(false)).comment).toMatchObject({ resolved: false, resolvedBy: null });
    expect((await send("contributor", ADD_COMMENT, answer)).__typename).toBe("CommentSaved");
    const [actions] = await api.database.sql`select array_agg(action order by sequence) as list
      from audit_events where action like 'comment.%'`;
    expect(actions?.list.slice(-4)).toEqual([
      "comment.written",
      "comment.resolved",
      "comment.reopened",
      "comment.written",
    ]);
  });

  it.each([
    ["no words", { text: " " }, ["text"]],
    ["4,001 characters", { text: "x".repeat(4_001) }, ["text"]],
    ["a place that the form lacks", { place: "potential-impact.WEATHER", text: "x" }, ["place"]],
    ["several faults", { place: "nothing", text: "" }, ["text", "place"]],
  ])("are refused with %s", async (_name, input, paths) => {
    const refused = await send("contributor", ADD_COMMENT, input);
    expect(refused.problems.map(({ path }: { path: string }) => path)).toEqual(paths);
  });

  it.each(["deg.member", "deg.chair", "other.department", "analyst"])("are nothing to %s", async (person) => {
    const refused = await send(person, ADD_COMMENT, { text: "Hello" });
    expect(refused).toMatchObject({ __typename: "NotFound" });
  });

  it("never enter what is signed", async () => {
    await finishScreening(lead());
    expect((await submit(lead())).__typename).toBe("AssessmentSaved");
    const { revisions } = await readAssessment(lead());
    expect(revisions[0].sealedContent).not.toContain("Which ages");
  });
});
