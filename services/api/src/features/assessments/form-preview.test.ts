import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADMIN,
  COUNTY_FORM,
  documentOf,
  questionIn,
  SAVE_DRAFT,
  SHORT_FORM,
  START_DRAFT,
} from "../../testing/form-operations.ts";
import { fingerprintDatabase } from "../../testing/rollback.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const PREVIEW = `
  query ($key: String!, $version: Int, $content: FormPreviewContent) {
    formPreview(key: $key, version: $version, content: $content) {
      key title version isDraft faults
      sections { key status answered required }
      form { key title questions { key text visible forcedChoice } }
      answers { question part choice text version counts }
      characteristicImpacts { characteristic stage affected comments version }
      rightImpacts { article justification { necessary } version }
    }
  }
`;

// biome-ignore lint/suspicious/noExplicitAny: the preview as asked for above
const preview = async (variables: object, email = "lead.officer@example.org"): Promise<any> => {
  const { data, errors } = await api.as(email)(PREVIEW, { ...variables });
  expect(errors).toEqual([]);
  return data.formPreview;
};

const visible = (form: { questions: { key: string; visible: boolean }[] }[]): string[] =>
  form.flatMap(({ questions }) => questions.filter((each) => each.visible).map(({ key }) => key));

describe("a form tried out", () => {
  it("starts empty, as an officer would meet it", async () => {
    const shown = await preview({ key: SHORT_FORM, version: 1 });
    expect(shown).toMatchObject({ key: SHORT_FORM, version: 1, isDraft: false, faults: 0, answers: [] });
    expect(shown.sections.map(({ status }: { status: string }) => status)).toEqual([
      "NOT_STARTED",
      "NOT_STARTED",
      "CANNOT_START_YET",
      "CANNOT_START_YET",
      "CANNOT_START_YET",
    ]);
    expect(visible(shown.form)).not.toContain("effects-by-group");
  });

  it("follows made-up answers as it would follow real ones, and stores nothing", async () => {
    const before = await fingerprintDatabase(api.database);
    const content = {
      answers: [
        { question: "differently-affected", part: "residents", choice: "UNKNOWN", version: 3 },
        { question: "why-not-needed", text: "Hidden by then", version: 1 },
        { question: "no-such-question", text: "x", version: 1 },
      ],
      characteristicImpacts: [
        { stage: "REPORT", characteristic: "AGE", affected: true, comments: "Made up", version: 2 },
      ],
    };
    const shown = await preview({ key: SHORT_FORM, version: 1, content });
    expect(visible(shown.form)).toContain("effects-by-group");
    expect(shown.answers).toEqual([
      {
        question: "differently-affected",
        part: "residents",
        choice: "UNKNOWN",
        text: null,
        version: 3,
        counts: true,
      },
      {
        question: "why-not-needed",
        part: null,
        choice: null,
        text: "Hidden by then",
        version: 1,
        counts: false,
      },
      { question: "no-such-question", part: null, choice: null, text: "x", version: 1, counts: false },
    ]);
    expect(shown.characteristicImpacts[0]).toEqual({
      characteristic: "AGE",
      stage: "REPORT",
      affected: true,
      comments: "Made up",
      version: 2,
    });
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  it("counts made-up actions where an answer asks for one", async () => {
    const answers = [
      { question: "differently-affected", part: "residents", choice: "YES", version: 1 },
      { question: "decision", choice: "CHANGE_FIRST", text: "Because", version: 1 },
      { question: "look-again-on", text: "2026-01-05", version: 1 },
    ];
    const action = { objective: "o", action: "a", target: "t", officer: "Manager", due: "2026-05-01" };
    const outcomeWith = async (improvementActions: object[]): Promise<unknown> => {
      const content = { answers, improvementActions };
      const { sections } = await preview({ key: SHORT_FORM, version: 1, content });
      return sections.find(({ key }: { key: string }) => key === "outcome").answered;
    };
    expect(await outcomeWith([])).toBe(1);
    expect(await outcomeWith([{ ...action, id: "one" }])).toBe(2);
    expect(await outcomeWith([{ ...action, id: "one", fromQuestion: "decision" }])).toBe(3);
  });

  it("shows rights with their justification", async () => {
    const row = {
      stage: "SCREENING",
      part: "CONVENTION",
      article: 8,
      affected: true,
      necessary: "So",
      version: 1,
    };
    const shown = await preview({ key: COUNTY_FORM, version: 1, content: { rightImpacts: [row] } });
    expect(shown.rightImpacts).toHaveLength(30);
    expect(shown.rightImpacts.find(({ article }: { article: number }) => article === 8)).toEqual({
      article: 8,
      justification: { necessary: "So" },
      version: 1,
    });
  });

  it("shows a draft to those who look after forms, also while it has faults", async () => {
    const admin = api.as(ADMIN);
    const { draft } = (await admin(START_DRAFT, { input: { key: SHORT_FORM } })).data.startFormDraft;
    const document = documentOf(draft.document);
    questionIn(document, "summary").text = "";
    questionIn(document, "people").condition = { op: "IS", question: "gone", choice: "YES" };
    document.title = "Drafted for {{council}}";
    const input = { key: SHORT_FORM, document: JSON.stringify(document), basedOnVersion: 1 };
    await admin(SAVE_DRAFT, { input });
    const shown = await preview({ key: SHORT_FORM }, ADMIN);
    expect(shown).toMatchObject({
      isDraft: true,
      version: 2,
      faults: 1,
      title: "Drafted for Wexbrook District Council",
    });
    expect(visible(shown.form)).not.toContain("people");
    expect(await preview({ key: SHORT_FORM })).toBeNull();
    expect(await preview({ key: SHORT_FORM, version: 9 }, ADMIN)).toBeNull();
  });
});
