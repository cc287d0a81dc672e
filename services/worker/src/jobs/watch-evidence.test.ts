import {
  FAILURE,
  findFigure,
  finishScreening,
  HOME_CARE,
  submit,
  TRANSITION,
} from "@due-regard/api/testing/home-care";
import { COUNTY, JUDGE, PROGRESS, RECORD } from "@due-regard/api/testing/performance-operations";
import { createTestApi, type TestApi } from "@due-regard/api/testing/test-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNow } from "../testing/run-now.ts";
import { runWaiting } from "../testing/run-waiting.ts";
import { watchEvidence } from "./watch-evidence.ts";

/** The loop from the decision back to the figures: a figure is cited, signed for, recorded anew, and its assessment is due. */
let api: TestApi;

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";
const ANALYST = "analyst@example.org";

// biome-ignore lint/suspicious/noExplicitAny: what was asked for
type Loose = any;

const send = async (email: string, source: string, input: object): Promise<Loose> => {
  const { data, errors } = await api.as(email)(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};

const LINK = `mutation ($input: LinkEvidenceInput!) {
  linkEvidence(input: $input) { __typename ... on EvidenceLinked { evidence { id } } ${FAILURE} } }`;
const WATCH = `mutation ($input: WatchEvidenceInput!) {
  watchEvidence(input: $input) {
    __typename ... on EvidenceWatched { evidence { watch { above below version setBy { name } } } } ${FAILURE} } }`;
const REVIEW_DATE = `mutation ($input: SetReviewDateInput!) {
  setReviewDate(input: $input) { __typename ... on AssessmentSaved { assessment { reviewDueOn } } ${FAILURE} } }`;
const STATE = `query ($reference: String!) { assessment(reference: $reference) {
  status canWatch reviewDueOn contentHash evidence { id watch { above below version } }
  reviewCauses { kind title before now words place revision metric { code } }
  history { edges { node { action reason actor { name } } } } } }`;
const NOTICES = `{ notices { edges { node { kind words address } } } }`;

const state = async (email = LEAD): Promise<Loose> =>
  (await api.as(email)(STATE, { reference: HOME_CARE })).data.assessment;
const figure = (metric: string, period = "2023-24") => ({ metric, organisation: COUNTY, period });
const record = async (given: object) => {
  const answer = await send(ANALYST, RECORD, { figures: [given] });
  expect(answer).toMatchObject({ __typename: "ObservationsRecorded" });
  return answer.observations[0];
};
const cite = async (observation: string) =>
  (await send(LEAD, LINK, { reference: HOME_CARE, place: "policy-change", observation })).evidence.id;
const watch = (input: object, email = LEAD) => send(email, WATCH, { reference: HOME_CARE, ...input });
const noticesOf = async (email: string): Promise<string[]> =>
  (await api.as(email)(NOTICES)).data.notices.edges
    .map(({ node }: Loose) => `${node.kind} ${node.address}`)
    .filter((line: string) => line.startsWith("REVIEW"));

/** Judged Amber on the dashboard that a committee saw. */
const TO_NOVEMBER = "2019-04/2019-11";

let watched: Loose;
let plain: Loose;
let awaited: Loose;
let watchedLink: string;
let delivery: string;

beforeAll(async () => {
  api = await createTestApi();
  watched = await record({ ...figure("1E"), value: "61.4" });
  plain = await record({ ...figure("1F"), value: "50.0" });
  awaited = await record({ ...figure("1G"), noValueReason: "RESULTS_DUE", expectedOn: "May 2027" });
  watchedLink = await cite(watched.id);
  await cite(plain.id);
  await cite(awaited.id);
  await cite((await findFigure(api.as(LEAD), "LOCAL-heritage-visits", TO_NOVEMBER)).id);
  const search = `{ search(text: "dementia", kinds: [DELIVERY_ACTION], first: 1) { edges { node { ... on DeliveryAction { id } } } } }`;
  delivery = (await api.as(LEAD)(search)).data.search.edges[0].node.id;
  await send(LEAD, LINK, { reference: HOME_CARE, place: "policy-change", deliveryAction: delivery });
  await finishScreening(api.as(LEAD));
});
afterAll(() => api.close());

describe("what is watched of a figure", () => {
  it("is set beside the citation by who may edit, between bounds that make sense, and seen by its version", async () => {
    const input = { evidence: watchedLink, above: "65", below: "60", basedOnVersion: 0 };
    const problems = async (change: object) => (await watch({ ...input, ...change })).problems?.[0]?.path;
    expect(await problems({ above: "61" })).toBe("above");
    expect(await problems({ below: "66" })).toBe("below");
    const { contentHash } = await state();
    const set = await watch({ ...input, idempotencyKey: "one" });
    expect(set.evidence.watch).toMatchObject({ above: "65", below: "60", version: 1 });
    expect(await watch({ ...input, idempotencyKey: "one" })).toMatchObject({ __typename: "EvidenceWatched" });
    expect(await watch({ ...input, above: "70" })).toMatchObject({
      conflicts: [{ currentVersion: 1, theirs: "above 65, below 60", yours: "above 70, below 60" }],
    });
    expect((await watch({ ...input, basedOnVersion: 1 }, CHAIR)).__typename).toBe("NotFound");
    expect((await state()).contentHash).toBe(contentHash);
  });

  it("is no part of what is signed: the lead sets it after sign-off too, and nobody else", async () => {
    expect(await submit(api.as(LEAD))).toMatchObject({ __typename: "AssessmentSaved" });
    const { contentHash: displayedHash, signingStatement: statement } = (
      await api.as(CHAIR)(`{ assessment(reference: "${HOME_CARE}") { contentHash signingStatement } }`)
    ).data.assessment;
    const signed = await send(CHAIR, TRANSITION, {
      reference: HOME_CARE,
      action: "SIGN_OFF",
      displayedHash,
      statement,
    });
    expect(signed).toMatchObject({ assessment: { status: "SIGNED_OFF" } });
    const input = { evidence: watchedLink, above: "64", below: "60", basedOnVersion: 1 };
    for (const other of [CHAIR, "contributor@example.org", "head.of.service@example.org"])
      expect((await watch(input, other)).__typename).toBe("NotAllowed");
    expect((await watch(input)).evidence.watch).toMatchObject({ above: "64", version: 2 });
    expect((await state()).contentHash).toBe(displayedHash);
  });
});

describe("figures that move", () => {
  it("within what is watched for, and later figures alone, make nothing due", async () => {
    await runWaiting(api.database.db);
    watched = await record({ ...figure("1E"), value: "62.1", basedOnRecordedAt: watched.recordedAt });
    await record({ ...figure("1F", "2024-25"), value: "20.0" });
    expect(await runWaiting(api.database.db)).toEqual(["evidence.watch", "evidence.watch"]);
    expect(await state()).toMatchObject({ status: "SIGNED_OFF", reviewCauses: [] });
    expect(await noticesOf(LEAD)).toEqual([]);
  });

  it("past it make a review due, with the reason in words, and its lead and the chair are told", async () => {
    watched = await record({ ...figure("1E"), value: "59.0", basedOnRecordedAt: watched.recordedAt });
    expect(await runWaiting(api.database.db)).toEqual(["evidence.watch", "notices.tell"]);
    const due = await state();
    expect(due).toMatchObject({
      status: "REVIEW_DUE",
      reviewCauses: [
        {
          kind: "PAST_THRESHOLD",
          before: "61.4%",
          now: "59.0% in 2023/24, below 60",
          place: "policy-change",
          metric: { code: "1E" },
        },
      ],
    });
    expect(due.history.edges[0].node).toMatchObject({
      action: "assessment.review-due",
      actor: null,
      reason: due.reviewCauses[0].words,
    });
    const told = [`REVIEW_DUE /assessments/${HOME_CARE}`];
    expect([await noticesOf(LEAD), await noticesOf(CHAIR)]).toEqual([told, told]);
    expect(await noticesOf("contributor@example.org")).toEqual([]);
  });

  it("again in the same way are the same cause; another one is told of as well", async () => {
    await record({ ...figure("1E"), value: "58.0", basedOnRecordedAt: watched.recordedAt });
    expect(await runWaiting(api.database.db)).toEqual(["evidence.watch"]);
    await record({ ...figure("1F"), value: "51.0", basedOnRecordedAt: plain.recordedAt });
    await record({ ...figure("1G"), value: "7.5", basedOnRecordedAt: awaited.recordedAt });
    await runWaiting(api.database.db);
    const { reviewCauses, history } = await state();
    expect(reviewCauses.map(({ kind, now }: Loose) => `${kind} ${now}`)).toEqual([
      "PAST_THRESHOLD 59.0% in 2023/24, below 60",
      "REVISED 51.0%",
      "RESULT_PUBLISHED 7.5%",
    ]);
    expect(history.edges.slice(0, 2).map(({ node }: Loose) => node.action)).toEqual([
      "review.cause-found",
      "review.cause-found",
    ]);
    expect((await noticesOf(LEAD)).filter((line) => line.startsWith("REVIEW_CAUSE"))).toHaveLength(2);
  });
});

describe("a delivery action of a plan that is cited", () => {
  const progress = (status: string, basedOnNotes: number) =>
    send("head.of.service@example.org", PROGRESS, { action: delivery, note: "Told.", status, basedOnNotes });

  it("may get on; given up, it makes a review due", async () => {
    await progress("IN_PROGRESS", 0);
    expect(await runWaiting(api.database.db)).toEqual(["evidence.watch"]);
    expect((await state()).reviewCauses).toHaveLength(3);
    await progress("CANCELLED", 1);
    await runWaiting(api.database.db);
    expect((await state()).reviewCauses.at(-1)).toMatchObject({
      kind: "WORDS_CHANGED",
      before: "Status: Not started",
      now: "Status: Cancelled",
    });
  });
});

describe("every morning", () => {
  const atSix = (instant: string) =>
    runNow({ db: api.database.db, job: watchEvidence, context: { now: () => new Date(instant) } });

  it("a review date that has come in London makes it due, and of workers at once one marks it", async () => {
    expect(await send(LEAD, REVIEW_DATE, { reference: HOME_CARE, on: "2020-01-01" })).toMatchObject({
      problems: [{ path: "on" }],
    });
    const set = await send(LEAD, REVIEW_DATE, { reference: HOME_CARE, on: "2098-07-08" });
    expect(set.assessment).toEqual({ reviewDueOn: "2098-07-08" });
    expect(await send(LEAD, REVIEW_DATE, { reference: HOME_CARE, on: "2098-07-09" })).toMatchObject({
      __typename: "Conflict",
    });
    await atSix("2098-07-07T22:30:00Z");
    expect((await state()).reviewCauses).toHaveLength(4);
    await Promise.all(Array.from({ length: 4 }, () => atSix("2098-07-07T23:30:00Z")));
    const { reviewCauses, history } = await state();
    expect(reviewCauses.at(-1).words).toBe("Its review was due on 8 July 2098");
    expect(reviewCauses).toHaveLength(5);
    const found = history.edges.filter(({ node }: Loose) => node.action === "review.cause-found");
    expect(found).toHaveLength(4);
  });

  it("a rating that got worse is found where somebody judged it", async () => {
    const heritage = `{ dashboard(organisation: "${COUNTY}", period: "${TO_NOVEMBER}", asAt: "2098-01-01T00:00:00Z") {
      groups { rows { metric { code } rating { judgedAt effective } } } } }`;
    const { data } = await api.as(LEAD)(heritage);
    const rows = data.dashboard.groups.flatMap((group: Loose) => group.rows);
    const { rating } = rows.find((row: Loose) => row.metric.code === "LOCAL-heritage-visits");
    expect(rating.effective).toBe("AMBER");
    const judged = await send("head.of.service@example.org", JUDGE, {
      ...figure("LOCAL-heritage-visits", TO_NOVEMBER),
      scheme: "RAG",
      judged: "RED",
      reason: "Visits fell",
      basedOnJudgedAt: rating.judgedAt,
    });
    expect(judged).toMatchObject({ __typename: "RatingJudged" });
    await runWaiting(api.database.db);
    expect((await state()).reviewCauses.at(-1)).toMatchObject({
      kind: "RATING_WORSE",
      before: expect.stringMatching(/^Amber \(/),
      now: expect.stringMatching(/^Red \(.* in April to November 2019\)$/),
    });
  });

  it("a definition that was recorded since is found; causes are only added to", async () => {
    const { sql } = api.database;
    await sql`insert into metric_definitions (metric_id, valid_from, text, break_note)
      select id, '2024-04-01', 'Other words', 'Counted otherwise' from metrics where code = '1F'`;
    await atSix("2098-07-09T05:30:00Z");
    expect((await state()).reviewCauses.at(-1)).toMatchObject({
      kind: "DEFINITION_CHANGED",
      now: "from 1 April 2024: Counted otherwise",
    });
    await expect(sql`delete from review_causes`).rejects.toMatchObject({ code: "DR002" });
    await expect(sql`update review_causes set now = 'x'`).rejects.toMatchObject({ code: "DR002" });
  });

  it("carries what is watched over to the revision that a reopening begins", async () => {
    const reopened = await send(LEAD, TRANSITION, {
      reference: HOME_CARE,
      action: "REOPEN",
      reason: "Its evidence moved",
    });
    expect(reopened).toMatchObject({ assessment: { status: "CHANGES_REQUESTED" } });
    const { evidence, reviewCauses, canWatch } = await state();
    const bounds = evidence.flatMap(({ watch: set }: Loose) => (set === null ? [] : [set]));
    expect([bounds, canWatch, reviewCauses.length]).toEqual([
      [{ above: "64", below: "60", version: 2 }],
      true,
      7,
    ]);
  });
});
