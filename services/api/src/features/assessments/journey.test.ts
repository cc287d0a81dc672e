import { hashContent } from "@due-regard/domain/seal/hash-content";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findFigure,
  finishScreening,
  HOME_CARE,
  LINK_EVIDENCE,
  readAssessment,
  SAVE_ANSWERS,
  submit,
  TRANSITION,
} from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const act = async (email: string, input: object) =>
  (await api.as(email)(TRANSITION, { input: { reference: HOME_CARE, ...input } })).data.transitionAssessment;

/** The main job, in the order in which people do it: each test goes on from where the one before stopped. */
describe("the home care assessment, from draft to signature", () => {
  const lead = "lead.officer@example.org";
  const chair = "deg.chair@example.org";

  it("opens as the unfinished draft of the paper", async () => {
    const draft = await readAssessment(api.as(lead));
    expect(draft).toMatchObject({
      status: "DRAFT",
      revision: 1,
      availableActions: ["EDIT", "COMMENT", "WITHDRAW"],
      unavailableActions: [{ action: "SUBMIT", because: "18 things still need to be put right" }],
      screeningDecision: { likelyImpact: "NEUTRAL", reportRequired: false },
    });
    const statuses = Object.fromEntries(
      draft.sections.map(({ key, status }: { key: string; status: string }) => [key, status]),
    );
    expect(statuses).toEqual({
      details: "IN_PROGRESS",
      "defining-the-policy": "COMPLETE",
      screening: "IN_PROGRESS",
      report: "NOT_REQUIRED",
      "improvement-plan": "CANNOT_START_YET",
      "sign-off": "CANNOT_START_YET",
    });
  });

  it("is finished by its lead officer, citing a County figure that is pinned", async () => {
    const ask = api.as(lead);
    await finishScreening(ask);
    const figure = await findFigure(ask, "LOCAL-delay", "2019-04/2019-11");
    const input = {
      reference: HOME_CARE,
      place: "potential-impact.AGE",
      observation: figure.id,
      note: "Older people",
    };
    const { data } = await ask(LINK_EVIDENCE, { input });
    expect(data.linkEvidence).toMatchObject({
      __typename: "EvidenceLinked",
      evidence: {
        place: "potential-impact.AGE",
        pinned: { display: "12.2%", value: "12.2", period: "2019-04/2019-11" },
        changedSincePinned: false,
      },
    });
    const draft = await readAssessment(ask);
    expect(draft.blockers).toEqual([]);
    expect(draft.availableActions).toEqual(["EDIT", "COMMENT", "SUBMIT", "WITHDRAW"]);
  });

  it("is signed and submitted by its lead officer, and sealed", async () => {
    const before = await readAssessment(api.as(lead));
    expect(await submit(api.as(lead))).toMatchObject({
      __typename: "AssessmentSaved",
      assessment: { status: "IN_REVIEW", revision: 1, contentHash: before.contentHash },
    });
    const after = await readAssessment(api.as(lead));
    expect(after.signatures).toMatchObject([
      { role: "LEAD_OFFICER", contentHash: before.contentHash, valid: true, elements: ["SCREENING"] },
    ]);
    const [revision] = after.revisions;
    expect(hashContent(JSON.parse(revision.sealedContent))).toBe(before.contentHash);
    expect(revision.sealedContent).toContain("potential-impact");
    expect(after.availableActions).toEqual(["WITHDRAW"]);
  });

  it("waits for the chair, who asks for changes with a reason: a new revision opens, unsigned", async () => {
    const waiting = await api.as(chair)(
      "{ assessments(filter: { waitingForMe: true }) { totalCount edges { node { reference } } } }",
    );
    expect(waiting.data.assessments.edges).toEqual([{ node: { reference: HOME_CARE } }]);
    const sent = await act(chair, {
      action: "REQUEST_CHANGES",
      reason: "Say from which age the service is offered.",
    });
    expect(sent).toMatchObject({ assessment: { status: "CHANGES_REQUESTED", revision: 2 } });
    const back = await readAssessment(api.as(lead));
    expect(back).toMatchObject({
      changesRequestedBecause: "Say from which age the service is offered.",
      signatures: [],
      availableActions: ["EDIT", "COMMENT", "SUBMIT", "WITHDRAW"],
    });
    expect(back.evidence.length).toBe(1);
    expect(
      back.revisions.map((each: { number: number; sealedAt: unknown }) => [
        each.number,
        each.sealedAt !== null,
      ]),
    ).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(back.revisions[0].signatures).toEqual([{ role: "LEAD_OFFICER" }]);
  });

  it("is put right, signed again, and signed off by the chair", async () => {
    const ask = api.as(lead);
    const draft = await readAssessment(ask);
    const stored = draft.answers.find((each: { question: string }) => each.question === "target-groups");
    const answers = [
      {
        question: "target-groups",
        text: `${stored.text}\nThe service is for people aged 18 and over.`,
        basedOnVersion: stored.version,
      },
    ];
    const saved = await ask(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers } });
    expect(saved.data.saveAnswers.answers[0].version).toBe(stored.version + 1);
    expect((await submit(ask)).assessment.status).toBe("IN_REVIEW");
    const { contentHash, signingStatement } = await readAssessment(api.as(chair));
    expect(signingStatement).toContain("sign it off");
    const signed = await act(chair, {
      action: "SIGN_OFF",
      displayedHash: contentHash,
      statement: signingStatement,
    });
    expect(signed).toMatchObject({ assessment: { status: "SIGNED_OFF", revision: 2, contentHash } });
    const final = await readAssessment(api.as(chair));
    expect(final.completedOn).toBe("2020-01-31");
    expect(
      final.signatures.map(({ role, valid }: { role: string; valid: boolean }) => [role, valid]),
    ).toEqual([
      ["LEAD_OFFICER", true],
      ["DEG_CHAIR", true],
    ]);
    expect(final.history.edges.map(({ node }: { node: { action: string } }) => node.action)).toEqual([
      "assessment.signed-off",
      "assessment.submitted",
      "assessment.changes-requested",
      "assessment.submitted",
      "assessment.loaded",
    ]);
  });

  it("is read by the analyst, from the figure back to the decision", async () => {
    const { data } = await api.as("analyst@example.org")(
      `{ metric(code: "LOCAL-delay") { assessments { edges { node { reference status characteristicImpacts { characteristic } } } } } }`,
    );
    const [edge] = data.metric.assessments.edges;
    expect(edge.node).toMatchObject({ reference: HOME_CARE, status: "SIGNED_OFF" });
  });

  it("can't be changed any more, by the API or in the database", async () => {
    const answers = [{ question: "policy-change", text: "Other words", basedOnVersion: 1 }];
    const { data } = await api.as(lead)(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers } });
    expect(data.saveAnswers).toMatchObject({ __typename: "NotAllowed" });
    const { sql } = api.database;
    await expect(sql`update answers set text = 'Other words'`).rejects.toMatchObject({ code: "DR001" });
    await expect(sql`delete from evidence_links`).rejects.toMatchObject({ code: "DR001" });
    await expect(sql`update assessment_revisions set content_hash = 'x'`).rejects.toMatchObject({
      code: "DR001",
    });
    await expect(sql`update signatures set statement = 'x'`).rejects.toMatchObject({ code: "DR002" });
    await expect(sql`delete from audit_events`).rejects.toMatchObject({ code: "DR002" });
  });
});
