import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFigure, HOME_CARE, LINK_EVIDENCE } from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

/** What section pages ask, word for word (a test of the client holds the file against its query), and how programs save. */
const read = (name: string) =>
  readFileSync(new URL(`../../../../../docs/queries/${name}`, import.meta.url), "utf8");
const DRAFT = read("draft.graphql");
const SAVE = read("save-answers.graphql");

/** Two more find out who is asking: the test's own stand-in for signing in. */
const SIGNING_IN = 2;
const LEAD = "lead.officer@example.org";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const ask = async (source: string, variables: object = { reference: HOME_CARE }) => {
  const { data, errors } = await api.as(LEAD)(source, { ...variables });
  expect(errors).toEqual([]);
  return data;
};
const count = async (work: () => Promise<unknown>) => (await api.countStatements(work)) - SIGNING_IN;

describe("a draft", () => {
  it("is read whole in four statements: who may see it, all that it says, what judging it takes, its department", async () => {
    // The form is read once in the life of a process.
    const { assessment } = await ask(DRAFT);
    expect(assessment.answers.length).toBe(16);
    expect(assessment.characteristicImpacts.length).toBe(22);
    expect(await count(() => ask(DRAFT))).toBe(4);
  });

  it("takes three more where figures are cited, however many: whether they changed, their metrics, whose they are", async () => {
    const figure = await findFigure(api.as(LEAD), "LOCAL-delay", "2019-04/2019-11");
    for (const place of ["target-groups", "potential-impact.AGE"]) {
      await ask(LINK_EVIDENCE, { input: { reference: HOME_CARE, place, observation: figure.id } });
    }
    expect(await count(() => ask(DRAFT))).toBe(4 + 3);
  });

  it("is saved in six statements between begin and commit (it is locked before it is read, load-head.ts), two more for each further answer, and read once for what is answered", async () => {
    const { assessment } = await ask(DRAFT);
    const edit = (question: string) => {
      const stored = assessment.answers.find((each: { question: string }) => each.question === question);
      return { question, text: `${stored.text} More.`, basedOnVersion: stored.version };
    };
    const save = async (answers: object[]) => {
      const { saveAnswers } = await ask(SAVE, { input: { reference: HOME_CARE, answers } });
      expect(saveAnswers.__typename).toBe("AnswersSaved");
    };
    expect(await count(() => save([edit("target-groups")]))).toBe(2 + 6 + 1);
    expect(await count(() => save([edit("policy-change"), edit("related-policies")]))).toBe(2 + 6 + 2 + 1);
  });
});
