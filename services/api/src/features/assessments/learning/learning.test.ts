import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAILURE, finishScreening, HOME_CARE, SAVE_ANSWERS, submit } from "../../../testing/home-care.ts";
import { type AnyAnswer, sender } from "../../../testing/review-operations.ts";
import { plantAssessment } from "../../../testing/signed-assessments.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { readRecord } from "../exporting/read-record.ts";
import { loadHeadByReference } from "../load-head.ts";

const EARLIER = `query ($reference: String!, $question: String!, $first: Int! = 5) {
  assessment(reference: $reference) {
    earlierAnswers(question: $question, first: $first) { part text revision assessment { reference title status } } } }`;

const COPY = `mutation ($input: CopyAnswerInput!) { copyAnswer(input: $input) {
  __typename
  ... on AnswersSaved { answers { question part text version origins { state revision assessment { reference } copiedBy { name } } } }
  ${FAILURE} } }`;

const READ = `query ($reference: String!) { assessment(reference: $reference) {
  contentHash
  answers { question text version origins { state assessment { reference } } }
  findings { rule weight place }
  history(first: 100, everything: true) { edges { node { action label } } } } }`;

const PUBLISHED = "Charges for transport go up by inflation, and by more for those who use it most.";
const SIGNED = "The service moves to two providers.";
const OPEN = "Nobody is told of a change.";

let api: TestApi;
let send: (person: string, mutation: string, input: object) => Promise<AnyAnswer>;
let references: Record<"near" | "far" | "old" | "own" | "hidden" | "foreign", string>;
beforeAll(async () => {
  api = await createTestApi();
  send = sender(api);
  const text = (words: string) => ({ "policy-change": words });
  references = {
    far: await plantAssessment(api, {
      title: "Bus fares",
      status: "PUBLISHED",
      texts: text(PUBLISHED),
    }),
    near: await plantAssessment(api, { title: "Meals at home", status: "SIGNED_OFF", texts: text(SIGNED) }),
    old: await plantAssessment(api, { title: "Home care", status: "SUPERSEDED", texts: text("As it was.") }),
    own: await plantAssessment(api, { title: "Day centres", status: "DRAFT", texts: text(OPEN) }),
    // Its question is hidden while the answer before it says No.
    hidden: await plantAssessment(api, {
      title: "Libraries",
      status: "DRAFT",
      texts: { "report-already-needed-reason": "Never asked." },
    }),
    foreign: await plantAssessment(api, {
      title: "Road works",
      status: "DRAFT",
      texts: text("Private to its department."),
      lead: "other.department",
    }),
  };
  // Theirs to read because they lead it, though another department's now.
  await api.database.sql`update assessments set department_id =
      (select department_id from users where email = 'other.department@example.org')
    where reference = ${references.far}`;
});
afterAll(() => api.close());

const LEAD = "lead.officer@example.org";
const earlier = async (question: string, email = LEAD, first = 5) => {
  const { data, errors } = await api.as(email)(EARLIER, { reference: HOME_CARE, question, first });
  expect(errors).toEqual([]);
  return data.assessment.earlierAnswers;
};
const found = (rows: AnyAnswer[]) => rows.map(({ assessment }) => assessment.reference);
const read = async (email = LEAD) => (await api.as(email)(READ, { reference: HOME_CARE })).data.assessment;
const answerTo = (assessment: AnyAnswer, question: string): AnyAnswer =>
  assessment.answers.find((each: AnyAnswer) => each.question === question);
const copy = async (input: object, person = "lead.officer") => {
  const all = { question: "policy-change", ...input };
  const { version = 0 } = answerTo(await read(), all.question) ?? {};
  return await send(person, COPY, { basedOnVersion: version, ...all });
};

/** The draft as its document is made of it. */
const recordOf = async (email: string) => {
  const viewer = await api.viewer(email);
  const head = await loadHeadByReference(api.database.db, viewer, HOME_CARE);
  if (head === null) throw new Error("It may not be read");
  return await readRecord(api.database.db, viewer, head, { withFindings: false });
};

describe("how others answered", () => {
  it("signed ones come first, of one's own department before others, then what was superseded, then drafts", async () => {
    const rows = await earlier("policy-change");
    const { near, far, old, own } = references;
    expect(found(rows)).toEqual([near, far, old, own]);
    expect(rows[1]).toEqual({
      part: null,
      text: PUBLISHED,
      revision: 1,
      assessment: { reference: far, title: "Bus fares", status: "PUBLISHED" },
    });
    expect(found(await earlier("policy-change", LEAD, 2))).toEqual([near, far]);
  });

  it("tells of what doesn't count nothing, nor of questions without running text, nor to who may not edit the draft", async () => {
    for (const question of ["report-already-needed-reason", "report-required", "policy-name", "nothing"])
      expect([question, await earlier(question)]).toEqual([question, []]);
    expect(await earlier("policy-change", LEAD, 0)).toEqual([]);
    await api.database.sql`update assessments set status = 'IN_REVIEW' where reference = ${HOME_CARE}`;
    expect(await earlier("policy-change", "deg.member@example.org")).toEqual([]);
    await api.database.sql`update assessments set status = 'DRAFT' where reference = ${HOME_CARE}`;
  });

  it("takes the same few statements however many there are", async () => {
    // Who asks (2), the draft, its body, the heads, their texts; and for each draft among them its body.
    const work = () => earlier("policy-change");
    await work();
    expect(await api.countStatements(work)).toBeLessThanOrEqual(2 + 4 + 1 + 1);
  });
});

describe("copying", () => {
  it("adds the words below what stands there, and says where they come from until nothing is left of them", async () => {
    const before = answerTo(await read(), "policy-change");
    const copied = await copy({ from: references.far });
    expect(copied).toEqual({
      __typename: "AnswersSaved",
      answers: [
        {
          question: "policy-change",
          part: null,
          text: `${before.text}\n\n${PUBLISHED}`,
          version: before.version + 1,
          origins: [
            {
              state: "KEPT",
              revision: 1,
              assessment: { reference: references.far },
              copiedBy: { name: "Robin Draftwell (demo)" },
            },
          ],
        },
      ],
    });
    const rules = async () =>
      (await read()).findings.filter(({ rule }: AnyAnswer) => rule === "copied-unchanged");
    const finding = { rule: "copied-unchanged", place: "policy-change" };
    expect(await rules()).toEqual([{ ...finding, weight: "SUGGESTS" }]);
    const save = async (text: string) => {
      const { version } = answerTo(await read(), "policy-change");
      const answers = [{ question: "policy-change", text, basedOnVersion: version }];
      expect((await send("lead.officer", SAVE_ANSWERS, { answers })).__typename).toBe("AnswersSaved");
      return answerTo(await read(), "policy-change").origins.map(({ state }: AnyAnswer) => state);
    };
    expect(await save(PUBLISHED)).toEqual(["UNCHANGED"]);
    expect(await rules()).toEqual([{ ...finding, weight: "WARNS" }]);
    expect(await save(PUBLISHED.replace("transport", "meals"))).toEqual(["CHANGED"]);
    expect(await save("Another text altogether.")).toEqual(["GONE"]);
    expect(await rules()).toEqual([]);
  });

  it("stands in the history with what was there before and where it comes from", async () => {
    const [event] = await api.database.sql`select detail from audit_events where action = 'answer.copied'`;
    expect(event?.detail).toMatchObject({
      place: "policy-change",
      after: expect.stringContaining(PUBLISHED),
      from: { reference: references.far, revision: 1, question: "policy-change", part: null },
    });
    const { history } = await read();
    expect(history.edges.map(({ node }: AnyAnswer) => node)).toContainEqual({
      action: "answer.copied",
      label: "Answer copied from another assessment",
    });
  });

  it("is a save like any other: on a version, once, by who may write, and never longer than an answer may be", async () => {
    const stale = await copy({ from: references.near, basedOnVersion: 1 });
    expect(stale).toMatchObject({
      __typename: "Conflict",
      conflicts: [{ path: "policy-change", basedOnVersion: 1, theirs: "Another text altogether." }],
    });
    const once = {
      from: references.near,
      idempotencyKey: "copy-1",
      basedOnVersion: stale.conflicts[0].currentVersion,
    };
    for (const _attempt of [1, 2]) expect((await copy(once)).__typename).toBe("AnswersSaved");
    expect(answerTo(await read(), "policy-change").text).toBe(`Another text altogether.\n\n${SIGNED}`);
    expect(await copy({ from: references.near })).toMatchObject({
      problems: [{ path: "policy-change", message: "These words stand in the answer already." }],
    });
    const { version } = answerTo(await read(), "policy-change");
    const long = [{ question: "policy-change", text: "x".repeat(19_990), basedOnVersion: version }];
    await send("lead.officer", SAVE_ANSWERS, { answers: long });
    expect(await copy({ from: references.near })).toMatchObject({
      problems: [{ message: "With these words the answer would be longer than 20,000 characters." }],
    });
    // A reader of nothing here, and a reader who may not write.
    expect(await copy({ from: references.near }, "other.department")).toMatchObject({
      __typename: "NotFound",
    });
  });

  it("can't tell an answer that may not be read from one that isn't there, and takes running text alone", async () => {
    const refused = await copy({ from: "EHRIA-2019-9999" });
    expect(refused.__typename).toBe("NotFound");
    for (const from of [references.foreign, references.hidden, HOME_CARE])
      expect(await copy({ from })).toEqual(refused);
    expect(await copy({ from: references.near, question: "policy-name" })).toMatchObject({
      problems: [{ message: "Only running text can be copied. Answer this question yourself." }],
    });
    for (const other of [{ question: "nothing" }, { part: "a" }])
      expect(await copy({ from: references.near, ...other })).toMatchObject({
        problems: [{ message: "This form has no such question." }],
      });
  });

  it("is no part of what is signed, stays with the text in later revisions, and can't be changed once it is", async () => {
    const { sql } = api.database;
    const { contentHash } = await read();
    await sql`insert into answer_copies (revision_id, question, from_assessment_id, from_revision, text, copied_by_id)
      select r.id, 'target-groups', b.id, 1, 'Elsewhere', (select id from users limit 1)
      from assessments a join assessment_revisions r on r.assessment_id = a.id, assessments b
      where a.reference = ${HOME_CARE} and b.reference = ${references.foreign}`;
    const after = await read();
    expect(after.contentHash).toBe(contentHash);
    // Where the words of a hidden assessment come from is not told; that they were copied is.
    expect(answerTo(after, "target-groups").origins).toEqual([{ state: "GONE", assessment: null }]);
    const texts = { "policy-change": `${SIGNED} And more.`, "target-groups": "Elsewhere" };
    const answers = Object.entries(texts).map(([question, text]) => {
      return { question, text, basedOnVersion: answerTo(after, question).version };
    });
    expect((await send("lead.officer", SAVE_ANSWERS, { answers })).__typename).toBe("AnswersSaved");
    const said = JSON.stringify([...(await recordOf(LEAD)).origins.values()].flat());
    expect(said).toMatch(/Copied from EHRIA-[-\d]+ Meals at home by Robin Draftwell \(demo\) on /);
    expect(said).toContain("Copied from another assessment by");
    await finishScreening(api.as(LEAD));
    expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
    await expect(sql`update answer_copies set text = ''`).rejects.toThrow("only ever added to");
    await expect(sql`delete from answer_copies`).rejects.toThrow("only ever added to");
    await expect(
      sql`insert into answer_copies (revision_id, question, from_assessment_id, from_revision, text, copied_by_id)
        select revision_id, 'related-policies', from_assessment_id, 1, 'Late', copied_by_id from answer_copies limit 1`,
    ).rejects.toThrow("sealed content cannot change");
    const back = await send(
      "deg.chair",
      `mutation ($input: TransitionAssessmentInput!) { transitionAssessment(input: $input) { __typename ... on AssessmentSaved { assessment { revision answers { question origins { state } } } } ${FAILURE} } }`,
      { action: "REQUEST_CHANGES", reason: "Look again", points: [{ text: "Say more" }] },
    );
    expect(back.assessment.revision).toBe(2);
    expect(answerTo(back.assessment, "policy-change").origins.length).toBe(2);
  });
});
