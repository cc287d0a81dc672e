import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  findFigure,
  finishScreening,
  HOME_CARE,
  LINK_EVIDENCE,
  readAssessment,
  SAVE_ANSWERS,
  SAVE_CHARACTERISTICS,
  submit,
  TRANSITION,
} from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api.close());

const lead = "lead.officer@example.org";
const chair = "deg.chair@example.org";

/** Everything that a write could touch, as one value: equal before and after means that nothing was changed. */
const snapshot = async () => {
  const { sql } = api.database;
  const [row] = await sql`select
    (select jsonb_agg(a order by id) from assessments a) as heads,
    (select jsonb_agg(a order by id) from assessment_revisions a) as revisions,
    (select jsonb_agg(a order by id) from answers a) as answers,
    (select jsonb_agg(a order by id) from characteristic_impacts a) as characteristics,
    (select jsonb_agg(a order by id) from evidence_links a) as evidence,
    (select jsonb_agg(a order by id) from signatures a) as signatures,
    (select count(*) from audit_events) as audit`;
  return row;
};

/** Runs a wrong turn: it answers with the failure expected, and nothing changes. */
const expectRefusal = async (work: () => Promise<unknown>, failure: object) => {
  const before = await snapshot();
  expect(await work()).toMatchObject(failure);
  expect(await snapshot()).toEqual(before);
};

const act = async (email: string | null, input: object) =>
  (await api.as(email)(TRANSITION, { input: { reference: HOME_CARE, ...input } })).data.transitionAssessment;

const saveAnswer = async (email: string, answer: object) =>
  (await api.as(email)(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers: [answer] } })).data
    .saveAnswers;

describe("the wrong person", () => {
  it.each([
    ["other.department@example.org", "NotFound"],
    ["analyst@example.org", "NotFound"],
    ["scrutiny@example.org", "NotFound"],
    ["admin@example.org", "NotFound"],
    ["deg.chair@example.org", "NotFound"],
  ])("%s can't save into a draft, nor learn that it exists", async (email, failure) => {
    const answer = { question: "policy-change", text: "Mine", basedOnVersion: 1 };
    await expectRefusal(() => saveAnswer(email, answer), { __typename: failure });
    const { data } = await api.as(email)(
      `{ assessment(reference: "${HOME_CARE}") { title } assessments { totalCount } }`,
    );
    expect(data).toEqual({ assessment: null, assessments: { totalCount: 0 } });
  });

  it("a contributor may write and may not submit", async () => {
    await finishScreening(api.as("contributor@example.org"));
    const { contentHash } = await readAssessment(api.as("contributor@example.org"));
    const input = { action: "SUBMIT", displayedHash: contentHash, statement: "I confirm" };
    await expectRefusal(() => act("contributor@example.org", input), { __typename: "NotAllowed" });
  });

  it("the lead can't sign off as chair, even when made chair", async () => {
    await finishScreening(api.as(lead));
    await submit(api.as(lead));
    const { sql } = api.database;
    await sql`insert into role_grants (user_id, role, department_id)
      select id, 'DEG_CHAIR', department_id from users where email = ${lead}`;
    const { contentHash, unavailableActions } = await readAssessment(api.as(lead));
    expect(unavailableActions.map(({ action }: { action: string }) => action)).toContain("SIGN_OFF");
    const input = { action: "SIGN_OFF", displayedHash: contentHash, statement: "I confirm" };
    await expectRefusal(() => act(lead, input), { __typename: "NotAllowed" });
    const signature = sql`insert into signatures (revision_id, role, user_id, statement, elements, content_hash)
      select r.id, 'DEG_CHAIR', u.id, 'x', '{SCREENING}', r.content_hash from assessment_revisions r, users u where u.email = ${lead}`;
    await expect(signature).rejects.toMatchObject({ code: "DR004" });
  });

  it("nobody signed out may do anything", async () => {
    await expectRefusal(() => act(null, { action: "WITHDRAW", reason: "x" }), { __typename: "NotAllowed" });
  });

  it("a token without the scope may not write", async () => {
    const ask = api.as(lead, ["read:assessments"]);
    const answers = [{ question: "policy-change", text: "Mine", basedOnVersion: 1 }];
    const work = async () =>
      (await ask(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers } })).data.saveAnswers;
    await expectRefusal(work, { __typename: "NotAllowed" });
  });
});

describe("the wrong state", () => {
  it("a draft can't be signed off, sent back or reopened", async () => {
    for (const action of ["SIGN_OFF", "REQUEST_CHANGES", "REOPEN", "PUBLISH"]) {
      await expectRefusal(() => act(lead, { action, reason: "x" }), { __typename: "NotAllowed" });
    }
  });

  it("what is in review can't be edited by its lead", async () => {
    await finishScreening(api.as(lead));
    await submit(api.as(lead));
    const answer = { question: "policy-change", text: "Later", basedOnVersion: 1 };
    await expectRefusal(() => saveAnswer(lead, answer), { __typename: "NotAllowed" });
  });

  it("changes can't be asked for without a reason, nor with one of over 4,000 characters", async () => {
    await finishScreening(api.as(lead));
    await submit(api.as(lead));
    for (const reason of ["  ", "x".repeat(4_001)]) {
      const failure = { __typename: "ValidationError", problems: [{ path: "reason" }] };
      await expectRefusal(() => act(chair, { action: "REQUEST_CHANGES", reason }), failure);
    }
  });
});

describe("a stale version", () => {
  it("is a Conflict with both texts", async () => {
    const { answers } = await readAssessment(api.as(lead));
    const stored = answers.find((each: { question: string }) => each.question === "policy-change");
    const mine = { question: "policy-change", text: "The first to save", basedOnVersion: stored.version };
    expect(await saveAnswer("contributor@example.org", mine)).toMatchObject({ __typename: "AnswersSaved" });
    const late = { question: "policy-change", text: "The second to save", basedOnVersion: stored.version };
    await expectRefusal(() => saveAnswer(lead, late), {
      __typename: "Conflict",
      conflicts: [
        {
          path: "policy-change",
          currentVersion: stored.version + 1,
          basedOnVersion: stored.version,
          theirs: "The first to save",
          yours: "The second to save",
        },
      ],
    });
  });

  it("of one answer holds back the whole save", async () => {
    const answers = [
      { question: "related-policies", text: "Fine", basedOnVersion: 1 },
      { question: "policy-change", text: "Stale", basedOnVersion: 99 },
    ];
    const work = async () =>
      (await api.as(lead)(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers } })).data.saveAnswers;
    await expectRefusal(work, { __typename: "Conflict" });
  });

  it("is no conflict when the very same text is sent again after a lost answer", async () => {
    const answer = { question: "policy-change", text: "Sent twice", basedOnVersion: 1 };
    const first = await saveAnswer(lead, answer);
    await expectRefusal(() => saveAnswer(lead, answer), first);
  });

  it("of the content makes a signature a Conflict", async () => {
    await finishScreening(api.as(lead));
    const { contentHash, signingStatement } = await readAssessment(api.as(lead));
    await saveAnswer("contributor@example.org", {
      question: "related-policies",
      text: "Slipped in",
      basedOnVersion: 1,
    });
    const input = { action: "SUBMIT", displayedHash: contentHash, statement: signingStatement };
    await expectRefusal(() => act(lead, input), { __typename: "Conflict" });
  });
});

describe("a missing required part", () => {
  it("is named, with its place, and holds back the signature", async () => {
    const { contentHash, signingStatement } = await readAssessment(api.as(lead));
    expect(signingStatement).toBeNull();
    const work = () => act(lead, { action: "SUBMIT", displayedHash: contentHash, statement: "I confirm" });
    const before = await snapshot();
    const refused = await work();
    expect(refused.__typename).toBe("ValidationError");
    expect(refused.problems.map(({ path }: { path: string }) => path)).toContain("monitoring-systems.a");
    expect(refused.problems.length).toBe(18);
    expect(await snapshot()).toEqual(before);
  });

  it("an answer of the wrong shape or place is refused in words", async () => {
    await expectRefusal(
      () => saveAnswer(lead, { question: "no-such-question", text: "x", basedOnVersion: 0 }),
      {
        __typename: "ValidationError",
      },
    );
    await expectRefusal(
      () => saveAnswer(lead, { question: "report-required", choice: "PERHAPS", basedOnVersion: 1 }),
      {
        __typename: "ValidationError",
      },
    );
  });
});

describe("a negative impact", () => {
  it("forces a full report, and the draft can't be submitted without it", async () => {
    await finishScreening(api.as(lead));
    const { answers } = await readAssessment(api.as(lead));
    const stored = answers.find((each: { question: string }) => each.question === "likely-impact");
    await saveAnswer(lead, { question: "likely-impact", choice: "NEGATIVE", basedOnVersion: stored.version });
    const draft = await readAssessment(api.as(lead));
    expect(draft.screeningDecision).toMatchObject({ likelyImpact: "NEGATIVE", reportRequired: true });
    expect(draft.sections.find(({ key }: { key: string }) => key === "report").status).toBe("NOT_STARTED");
    const input = { action: "SUBMIT", displayedHash: draft.contentHash, statement: "I confirm" };
    const before = await snapshot();
    const refused = await act(lead, input);
    expect(refused.__typename).toBe("ValidationError");
    expect(refused.problems[0]).toMatchObject({ path: "report" });
    expect(await snapshot()).toEqual(before);
  });

  it("on one characteristic holds back a screening that says no report is needed", async () => {
    await finishScreening(api.as(lead));
    const { characteristicImpacts } = await readAssessment(api.as(lead));
    const age = characteristicImpacts.find(
      (each: { characteristic: string }) => each.characteristic === "AGE",
    );
    const impact = {
      characteristic: "AGE",
      affected: true,
      direction: "NEGATIVE",
      comments: age.comments,
      basedOnVersion: age.version,
    };
    await api.as(lead)(SAVE_CHARACTERISTICS, {
      input: { reference: HOME_CARE, stage: "SCREENING", impacts: [impact] },
    });
    const { contentHash } = await readAssessment(api.as(lead));
    const input = { action: "SUBMIT", displayedHash: contentHash, statement: "I confirm" };
    await expectRefusal(() => act(lead, input), { __typename: "ValidationError" });
  });
});

describe("a retry", () => {
  it("with the same idempotency key starts one assessment and cites once", async () => {
    const { data } = await api.as(lead)("{ departments { id name } }");
    const department = data.departments.find(
      (each: { name: string }) => each.name === "Adults and Communities",
    ).id;
    const start = `mutation ($input: StartAssessmentInput!) {
      startAssessment(input: $input) { __typename ... on AssessmentSaved { assessment { reference } } ... on ValidationError { problems { path } } } }`;
    const input = { title: "Library opening hours", department, idempotencyKey: "one" };
    const first = await api.as(lead)(start, { input });
    const again = await api.as(lead)(start, { input });
    expect(again.data).toEqual(first.data);
    const other = await api.as(lead)(start, { input: { ...input, title: "Something else" } });
    expect(other.data.startAssessment).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "idempotencyKey" }],
    });
    const figure = await findFigure(api.as(lead), "1E", "2019-04/2019-11");
    const cite = {
      reference: HOME_CARE,
      place: "potential-impact.DISABILITY",
      observation: figure.id,
      idempotencyKey: "two",
    };
    const cited = await api.as(lead)(LINK_EVIDENCE, { input: cite });
    const recited = await api.as(lead)(LINK_EVIDENCE, { input: cite });
    expect(recited.data.linkEvidence.evidence.id).toBe(cited.data.linkEvidence.evidence.id);
    const [count] = await api.database.sql`select
      (select count(*)::int from assessments) as assessments, (select count(*)::int from evidence_links) as links`;
    expect(count).toEqual({ assessments: 2, links: 1 });
  });
});
