import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expireKeys, KEY_DAYS } from "../../schema/expire-keys.ts";
import {
  FAILURE,
  HOME_CARE,
  SAVE_ANSWERS,
  SAVE_CHARACTERISTICS,
  SAVE_RIGHTS,
} from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const lead = "lead.officer@example.org";
const contributor = "contributor@example.org";

const SAVE_ACTION = `
  mutation ($input: SaveImprovementActionInput!) {
    saveImprovementAction(input: $input) {
      __typename
      ... on ImprovementActionSaved { improvementAction { id version objective } }
      ${FAILURE}
    }
  }
`;

const send = async (person: string, mutation: string, input: object) => {
  const { data, errors } = await api.as(person)(mutation, { input: { reference: HOME_CARE, ...input } });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as { __typename: string; answers: { version: number; text: string }[] };
};

const saveAnswer = (person: string, idempotencyKey: string | null, answer: object) =>
  send(person, SAVE_ANSWERS, { idempotencyKey, answers: [{ question: "related-policies", ...answer }] });

const stored = async () => {
  const [row] = await api.database.sql`
    select a.version, a.text from answers a join assessment_revisions r on r.id = a.revision_id
    join assessments s on s.id = r.assessment_id and s.revision = r.number
    where s.reference = ${HOME_CARE} and a.question = 'related-policies'`;
  return { version: Number(row?.version), text: String(row?.text) };
};

const countHistory = async (like: string): Promise<number> => {
  const [row] = await api.database.sql`
    select count(*)::int as count from audit_events where detail::text like ${`%${like}%`}`;
  return Number(row?.count);
};

/** One save of each kind, and words by which its history is found. */
const SAVES = [
  {
    mutation: SAVE_ANSWERS,
    words: "An answer sent twice",
    input: (words: string) => ({ answers: [{ question: "policy-change", text: words, basedOnVersion: 1 }] }),
  },
  {
    mutation: SAVE_CHARACTERISTICS,
    words: "A characteristic sent twice",
    input: (comments: string) => ({
      stage: "REPORT",
      impacts: [{ characteristic: "SEX", affected: true, comments, basedOnVersion: 0 }],
    }),
  },
  {
    mutation: SAVE_RIGHTS,
    words: "A right sent twice",
    input: (comments: string) => ({
      stage: "REPORT",
      impacts: [{ part: "CONVENTION", article: 8, affected: true, comments, basedOnVersion: 0 }],
    }),
  },
  {
    mutation: SAVE_ACTION,
    words: "An action sent twice",
    input: (objective: string) => ({ objective, basedOnVersion: 0 }),
  },
] as const;

describe("a save sent again under its key", () => {
  it.each(SAVES)("has one effect and the same answer: $words", async ({ mutation, words, input }) => {
    const call = { ...input(words), idempotencyKey: words };
    const first = await send(lead, mutation, call);
    expect(first.__typename).toMatch(/Saved$/);
    expect(await send(lead, mutation, call)).toEqual(first);
    expect(await countHistory(words)).toBe(1);
  });

  it("has none where somebody wrote on top meanwhile, and shows what stands now", async () => {
    const { version } = await stored();
    const call = { text: "Mine, whose answer was lost", basedOnVersion: version };
    expect((await saveAnswer(lead, "lost", call)).__typename).toBe("AnswersSaved");
    await saveAnswer(contributor, null, { text: "Theirs, on top of it", basedOnVersion: version + 1 });
    expect(await saveAnswer(lead, "lost", call)).toMatchObject({
      __typename: "AnswersSaved",
      answers: [{ version: version + 2, text: "Theirs, on top of it" }],
    });
    expect(await stored()).toEqual({ version: version + 2, text: "Theirs, on top of it" });
  });

  it("is refused under the key of another text", async () => {
    const { version } = await stored();
    await saveAnswer(lead, "one-key", { text: "One text", basedOnVersion: version });
    const other = { text: "Another text", basedOnVersion: version + 1 };
    expect((await saveAnswer(lead, "one-key", other)).__typename).toBe("ValidationError");
    expect((await saveAnswer(contributor, "one-key", other)).__typename).toBe("AnswersSaved");
  });

  it("after a conflict, which keeps no key, it takes effect on what stands", async () => {
    const { version } = await stored();
    const stale = { text: "Written over the wrong version", basedOnVersion: version - 1 };
    expect((await saveAnswer(lead, "stale", stale)).__typename).toBe("Conflict");
    const fresh = { ...stale, basedOnVersion: version };
    expect((await saveAnswer(lead, "stale", fresh)).__typename).toBe("AnswersSaved");
  });

  it("is judged by its version alone once its key is long past", async () => {
    const { version } = await stored();
    const call = { text: "Sent before a long leave", basedOnVersion: version };
    await saveAnswer(lead, "leave", call);
    await api.database
      .sql`update idempotency_keys set created_at = now() - make_interval(days => ${KEY_DAYS + 1}) where key = 'leave'`;
    await expireKeys(api.database.db);
    expect(await saveAnswer(lead, "leave", call)).toMatchObject({ answers: [{ version: version + 1 }] });
    expect(await countHistory("Sent before a long leave")).toBe(1);
  });
});

/** Moments, spread over the time that a save takes, at which its connection is cut. */
const ROUNDS = 12;

describe("a connection cut around COMMIT", () => {
  it("has an effect of exactly none or one, and a retry brings it to one", async () => {
    const observer = await api.database.sql.reserve();
    const countEffects = async (text: string) => {
      const [row] = await observer`
        select count(*)::int as count from audit_events where detail->>'after' = ${text}`;
      return Number(row?.count);
    };
    const start = performance.now();
    await saveAnswer(lead, null, { text: "Timed", basedOnVersion: (await stored()).version });
    const usual = performance.now() - start;
    let cuts = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const text = `Round ${round} of the cut connection`;
      const { version } = await stored();
      const answer = { question: "related-policies", text, basedOnVersion: version };
      const input = { reference: HOME_CARE, idempotencyKey: text, answers: [answer] };
      const save = () => api.as(lead)(SAVE_ANSWERS, { input });
      const first = save().catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, (usual * round) / ROUNDS));
      await observer`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      const answered = (await first)?.data?.saveAnswers?.__typename === "AnswersSaved";
      const effects = await countEffects(text);
      expect(answered ? [1] : [0, 1]).toContain(effects);
      if (!answered) cuts += 1;
      let retried = await save().catch(() => null);
      while (retried?.data?.saveAnswers === undefined) retried = await save().catch(() => null);
      expect(retried.data.saveAnswers.__typename).toBe("AnswersSaved");
      expect([await countEffects(text), await stored()]).toEqual([1, { text, version: version + 1 }]);
    }
    observer.release();
    expect(cuts).toBeGreaterThan(0);
  });
});

describe("a text given up in a conflict", () => {
  it("goes into the history with the choice, once", async () => {
    const { version, text } = await stored();
    const choice = { text, basedOnVersion: version, setAside: "What the lead wrote and gave up" };
    await saveAnswer(lead, "choice", choice);
    await saveAnswer(lead, "choice", choice);
    expect(await stored()).toEqual({ version, text });
    expect(await countHistory("What the lead wrote and gave up")).toBe(1);
  });

  it("is no way to store without bounds", async () => {
    const { version } = await stored();
    const choice = { text: "Kept", basedOnVersion: version, setAside: "x".repeat(120_001) };
    expect((await saveAnswer(lead, null, choice)).__typename).toBe("ValidationError");
  });
});
