import { afterAll, beforeAll, expect, it } from "vitest";
import { HOME_CARE, SAVE_ANSWERS } from "../../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
type Loose = any;

const LEAD = "lead.officer@example.org";
const MEMBER = "deg.member@example.org";
const KEPT = `query ($reference: String!) { assessment(reference: $reference) {
  answers { question part version } keptAside { place label says why reason decidedBy { place label says } }
  givenUpTexts { place label text by { name } } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const read = async (email = LEAD): Promise<Loose> => {
  const { data, errors } = await api.as(email)(KEPT, { reference: HOME_CARE });
  expect(errors).toEqual([]);
  return data.assessment;
};
const save = async (question: string, change: object): Promise<void> => {
  const version =
    (await read()).answers.find((each: Loose) => each.question === question && each.part === null)?.version ??
    0;
  const answers = [{ question, basedOnVersion: version, ...change }];
  const { data } = await api.as(LEAD)(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers } });
  expect(data.saveAnswers.__typename).toBe("AnswersSaved");
};
const find = (kept: Loose[], place: string): Loose => kept.find((each) => each.place === place);

it("lists an answer while another one hides it, with which; and no longer once that changes", async () => {
  await save("report-already-needed", { choice: "YES" });
  await save("report-already-needed-reason", { text: "It was plain from the start." });
  await save("report-already-needed", { choice: "NO" });
  const hidden = find((await read()).keptAside, "report-already-needed-reason");
  expect(hidden).toMatchObject({
    says: "It was plain from the start.",
    why: "HIDDEN",
    reason: expect.stringMatching(/^It is asked only when .+ is Yes$/),
    decidedBy: [{ place: "report-already-needed", says: "No" }],
  });
  await save("report-already-needed", { choice: "YES" });
  expect(find((await read()).keptAside, "report-already-needed-reason")).toBeUndefined();
  await save("report-already-needed", { choice: "NO" });
});

it("lists a text that was given up in a conflict, with its author", async () => {
  await save("policy-change", { text: "Theirs, which stands", setAside: "Mine, which was given up" });
  expect((await read()).givenUpTexts).toEqual([
    {
      place: "policy-change",
      label: expect.stringMatching(/question|“/),
      text: "Mine, which was given up",
      by: { name: "Robin Draftwell (demo)" },
    },
  ]);
});

it("shows the group what is kept while it reviews, and readers of what is signed nothing of it", async () => {
  expect(await read(MEMBER)).toBeNull();
  await api.database.sql`update assessments set status = 'IN_REVIEW' where reference = ${HOME_CARE}`;
  expect(find((await read(MEMBER)).keptAside, "report-already-needed-reason").why).toBe("HIDDEN");
  await api.database.sql`update assessments set status = 'SIGNED_OFF' where reference = ${HOME_CARE}`;
  expect(await read("scrutiny@example.org")).toMatchObject({ keptAside: [], givenUpTexts: [] });
});
