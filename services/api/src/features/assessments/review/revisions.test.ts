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
} from "../../../testing/home-care.ts";
import { type AnyAnswer, sender, signOff } from "../../../testing/review-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";

let api: TestApi;
const lead = () => api.as("lead.officer@example.org");
const chair = () => api.as("deg.chair@example.org");
/** Reads assessments once they are signed, and nothing of what goes on before. */
const scrutiny = () => api.as("scrutiny@example.org");
let element: string;

const ask = async (who: Ask, source: string, variables: object = {}): Promise<AnyAnswer> => {
  const { data, errors } = await who(source, { reference: HOME_CARE, ...variables });
  expect(errors).toEqual([]);
  return data;
};

const write = async (question: string, text: string) => {
  const { answers } = await readAssessment(lead());
  const stored = answers.find((each: AnyAnswer) => each.question === question && each.part === null);
  const input = { reference: HOME_CARE, answers: [{ question, text, basedOnVersion: stored?.version ?? 0 }] };
  expect((await lead()(SAVE_ANSWERS, { input })).data.saveAnswers.__typename).toBe("AnswersSaved");
};

/** Signed in its first revision, reopened by its lead and written on, citing one thing more. */
beforeAll(async () => {
  api = await createTestApi();
  const send = sender(api);
  await finishScreening(lead());
  await write("target-groups", "People aged 18 and over.");
  await submit(lead());
  await signOff(chair());
  await send("lead.officer", TRANSITION, { action: "REOPEN", reason: "The age changed" });
  await write("target-groups", "People aged 16 and over.");
  const figure = await findFigure(lead(), "LOCAL-delay", "2019-04/2019-11");
  const cited = { reference: HOME_CARE, place: "target-groups", observation: figure.id };
  await lead()(LINK_EVIDENCE, { input: cited });
  await send(
    "lead.officer",
    "mutation ($input: SaveImprovementActionInput!) { saveImprovementAction(input: $input) { __typename } }",
    {
      objective: "Hear from carers",
      action: "Ask them",
      target: "200",
      officer: "Lead",
      due: "2021-03-31",
      basedOnVersion: 0,
    },
  );
  const [row] = await api.database.sql`select id from evidence_links`;
  element = Buffer.from(`EvidenceLink:${row?.id}`).toString("base64");
});
afterAll(() => api.close());

const CHANGES = `query ($reference: String!, $from: Int, $to: Int) { assessment(reference: $reference) {
  changes(from: $from, to: $to) { from to questions { question number label rows { place label change fields { field runs { kind text } } } } } } }`;

describe("what a revision says otherwise", () => {
  it("is told question by question and word by word, also while it is being written", async () => {
    const { assessment } = await ask(lead(), CHANGES);
    const { from, to, questions } = assessment.changes;
    expect([from, to]).toEqual([1, 2]);
    const groups = questions.find(({ question }: AnyAnswer) => question === "target-groups");
    expect(groups.rows[0]).toEqual({
      place: "target-groups",
      label: null,
      change: "CHANGED",
      fields: [
        {
          field: "Text",
          runs: [
            { kind: "SAME", text: "People aged " },
            { kind: "REMOVED", text: "18" },
            { kind: "ADDED", text: "16" },
            { kind: "SAME", text: " and over." },
          ],
        },
      ],
    });
    expect(groups.rows[1]).toMatchObject({ label: "Evidence", change: "ADDED" });
    // The plan is not asked for: an action in it does not count.
    expect(questions.map(({ question }: AnyAnswer) => question)).toEqual(["target-groups"]);
  });

  it.each([{ from: 2, to: 1 }, { from: 1, to: 1 }, { from: 1, to: 9 }, { to: 1 }, { from: 7 }])(
    "is nothing for %o",
    async (variables) => {
      expect((await ask(lead(), CHANGES, variables)).assessment.changes).toBeNull();
    },
  );
});

const READ = `query ($reference: String!, $revision: Int) { assessment(reference: $reference, revision: $revision) {
  revision isEarlier status completedOn availableActions unavailableActions { action } signingStatement
  answers(section: "defining-the-policy") { question text } evidence { id } improvementActions { id } signatures { role valid } changes { from } comments { totalCount } } }`;
const groupsOf = (assessment: AnyAnswer): string =>
  assessment.answers.find(({ question }: AnyAnswer) => question === "target-groups").text;

describe("an earlier revision", () => {
  it("is read by its number, as it was signed, and only read", async () => {
    const { assessment } = await ask(lead(), READ, { revision: 1 });
    expect(groupsOf(assessment)).toBe("People aged 18 and over.");
    expect(assessment).toMatchObject({
      revision: 1,
      isEarlier: true,
      status: "CHANGES_REQUESTED",
      availableActions: [],
      unavailableActions: [],
      signingStatement: null,
      evidence: [],
      improvementActions: [],
      signatures: [
        { role: "LEAD_OFFICER", valid: true },
        { role: "DEG_CHAIR", valid: true },
      ],
    });
    expect((await ask(lead(), READ, { revision: 2 })).assessment).toMatchObject({
      revision: 2,
      isEarlier: false,
    });
  });

  it.each([0, 3, -1, 2_000_000_000])("there is none numbered %i", async (revision) => {
    expect((await ask(lead(), READ, { revision })).assessment).toBeNull();
  });

  it("keeps the form that it was signed on, when the assessment has moved to another", async () => {
    const { sql } = api.database;
    const form = `{ assessment(reference: "${HOME_CARE}", revision: 1) { template { version } } }`;
    await sql`insert into form_templates (key, version, title, published_at) values ('leicestershire-ehria', 99, 'Later', null)`;
    await sql`update form_templates set published_at = now() where version = 99`;
    await sql`update assessments set template_id = (select id from form_templates where version = 99) where reference = ${HOME_CARE}`;
    const { assessment } = await ask(lead(), form);
    expect(assessment.template.version).toBe(1);
    await sql`update assessments set template_id = (select id from form_templates where key = 'leicestershire-ehria' and version = 1)
      where reference = ${HOME_CARE}`;
  });
});

describe("readers of signed assessments", () => {
  it("go on seeing the signed revision while a later one is written, and learn nothing of that one", async () => {
    const { assessment } = await ask(scrutiny(), READ);
    expect(groupsOf(assessment)).toBe("People aged 18 and over.");
    expect(assessment).toMatchObject({
      revision: 1,
      isEarlier: false,
      status: "SIGNED_OFF",
      completedOn: "2020-01-31",
      availableActions: [],
      evidence: [],
      improvementActions: [],
      changes: null,
      comments: { totalCount: 0 },
    });
    expect(assessment.signatures.length).toBe(2);
    for (const revision of [1, 2]) expect((await ask(scrutiny(), READ, { revision })).assessment).toBeNull();
  });

  it("find it in lists and counts as the signed one that it is to them", async () => {
    const list = `query ($filter: AssessmentFilter!) { assessments(filter: $filter) { totalCount edges { node { status revision } } } }`;
    const found = async (who: Ask, filter: object) => (await ask(who, list, { filter })).assessments;
    const signed = { totalCount: 1, edges: [{ node: { status: "SIGNED_OFF", revision: 1 } }] };
    expect(await found(scrutiny(), {})).toEqual(signed);
    expect(await found(scrutiny(), { status: ["SIGNED_OFF"] })).toEqual(signed);
    expect(await found(scrutiny(), { status: ["CHANGES_REQUESTED"] })).toEqual({ totalCount: 0, edges: [] });
    expect((await found(chair(), { status: ["CHANGES_REQUESTED"] })).totalCount).toBe(1);
    expect((await found(chair(), { status: ["SIGNED_OFF"] })).totalCount).toBe(0);
  });

  it("don't find it by what the later revision alone says, cites or plans", async () => {
    const cited = `{ metric(code: "LOCAL-delay") { assessments { totalCount } } }`;
    expect((await ask(scrutiny(), cited)).metric.assessments.totalCount).toBe(0);
    expect((await ask(lead(), cited)).metric.assessments.totalCount).toBe(1);
    const [action] = await api.database.sql`select id from improvement_actions`;
    const ids = [element, Buffer.from(`EqualityAction:${action?.id}`).toString("base64")];
    const nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect((await ask(scrutiny(), nodes, { ids })).nodes).toEqual([null, null]);
    expect((await ask(lead(), nodes, { ids })).nodes.map((node: AnyAnswer) => node?.id)).toEqual(ids);
  });

  it("may do nothing to it, in words that tell nothing", async () => {
    const input = {
      reference: HOME_CARE,
      answers: [{ question: "target-groups", text: "x", basedOnVersion: 1 }],
    };
    const { data } = await scrutiny()(SAVE_ANSWERS, { input });
    expect(data.saveAnswers).toMatchObject({
      __typename: "NotAllowed",
      message: expect.stringContaining("signed off"),
    });
  });

  it("see it no longer once it is given up", async () => {
    await sender(api)("lead.officer", TRANSITION, { action: "WITHDRAW", reason: "Not needed" });
    expect((await ask(scrutiny(), READ)).assessment).toBeNull();
  });
});
