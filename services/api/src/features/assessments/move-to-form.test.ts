import { loadTemplate } from "@due-regard/database/forms/store-template";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, COUNTY_FORM, publishChanged, questionIn } from "../../testing/form-operations.ts";
import {
  FAILURE,
  finishScreening,
  HOME_CARE,
  readAssessment,
  SAVE_ANSWERS,
  submit,
  TRANSITION,
} from "../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api.close());

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";

const MOVE = `
  mutation ($input: MoveAssessmentToFormInput!) {
    moveAssessmentToForm(input: $input) {
      __typename
      ... on AssessmentSaved { assessment { template { version } sections { key status } } }
      ${FAILURE}
    }
  }
`;

const SHOWN = `
  query ($reference: String!) {
    assessment(reference: $reference) {
      template { version }
      formMove {
        from { version } to { version }
        changes { kind question }
        carried { question part }
        added { question label required }
        setAside { question part says }
        returning { question part }
        sections { key before after }
      }
    }
  }
`;

const move = async (email: string, version: number) =>
  (await api.as(email)(MOVE, { input: { reference: HOME_CARE, version } })).data.moveAssessmentToForm;
// biome-ignore lint/suspicious/noExplicitAny: as asked for above
const shown = async (email = LEAD): Promise<any> =>
  (await api.as(email)(SHOWN, { reference: HOME_CARE })).data.assessment;

const storedTexts = async () =>
  await api.database.sql`
    select question, part, choice, text, version from answers order by question, part`;

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
type Change = (document: any) => void;
const publish = (change: Change) => publishChanged(api.as(ADMIN), COUNTY_FORM, change);

const dropQuestion =
  (key: string): Change =>
  (document) => {
    document.questions = document.questions.filter((each: { key: string }) => each.key !== key);
  };
const addQuestion: Change = (document) => {
  const after = document.questions.findIndex(({ key }: { key: string }) => key === "target-groups");
  const model = questionIn(document, "target-groups");
  const added = { ...model, key: "cost-of-it", number: null, label: "Cost", text: "What does it cost whom?" };
  document.questions.splice(after + 1, 0, added);
};

describe("a draft whose form has a newer version", () => {
  it("shows its lead what a move would change, and nobody else", async () => {
    await publish((document) => {
      addQuestion(document);
      dropQuestion("related-policies")(document);
    });
    const { formMove, template } = await shown();
    expect([template.version, formMove.from.version, formMove.to.version]).toEqual([1, 1, 2]);
    expect(formMove.changes).toEqual([
      { kind: "QUESTION_ADDED", question: "cost-of-it" },
      { kind: "QUESTION_REMOVED", question: "related-policies" },
    ]);
    expect(formMove.added).toEqual([{ question: "cost-of-it", label: "Cost", required: true }]);
    expect(formMove.setAside.map(({ question }: { question: string }) => question)).toEqual([
      "related-policies",
    ]);
    expect(formMove.setAside[0].says.length).toBeGreaterThan(20);
    expect(formMove.carried.length).toBeGreaterThan(30);
    expect(formMove.sections).toContainEqual({
      key: "defining-the-policy",
      before: "COMPLETE",
      after: "IN_PROGRESS",
    });
    expect((await shown("contributor@example.org")).formMove).toBeNull();
    expect((await shown()).template.version).toBe(1);
  });

  it("is moved by its lead: nothing stored changes, new statuses are computed, the history tells of it", async () => {
    await publish((document) => {
      addQuestion(document);
      dropQuestion("related-policies")(document);
    });
    const before = await storedTexts();
    const moved = await move(LEAD, 2);
    expect(moved.assessment.template).toEqual({ version: 2 });
    expect(moved.assessment.sections).toContainEqual({ key: "defining-the-policy", status: "IN_PROGRESS" });
    expect(await storedTexts()).toEqual(before);
    const after = await readAssessment(api.as(LEAD));
    const kept = after.answers.find(({ question }: { question: string }) => question === "related-policies");
    expect(kept).toMatchObject({ counts: false });
    const ASIDE = `query ($reference: String!) { assessment(reference: $reference) { keptAside { place label says why } } }`;
    const { data } = await api.as(LEAD)(ASIDE, { reference: HOME_CARE });
    // Its name is the one that the version had that asked for it.
    expect(data.assessment.keptAside).toContainEqual({
      place: null,
      label: expect.stringMatching(/^(?!related-policies)/),
      says: kept.text,
      why: "NOT_IN_FORM",
    });
    expect(after.history.edges[0].node).toMatchObject({
      action: "assessment.form-changed",
      actor: { name: "Robin Draftwell (demo)" },
    });
    const [event] = await api.database.sql`
      select detail from audit_events where action = 'assessment.form-changed'`;
    expect(event?.detail).toEqual({
      from: 1,
      to: 2,
      added: ["cost-of-it"],
      setAside: ["related-policies"],
      returning: [],
    });
    expect((await move(LEAD, 2)).__typename).toBe("AssessmentSaved");
    expect((await shown()).formMove).toBeNull();
  });

  it("gets back what was set aside when a version asks for it again", async () => {
    let removed: unknown;
    await publish((document) => {
      removed = structuredClone(questionIn(document, "related-policies"));
      dropQuestion("related-policies")(document);
    });
    await move(LEAD, 2);
    await publish((document) => document.questions.splice(8, 0, removed));
    const { formMove } = await shown();
    expect(formMove.returning).toEqual([{ question: "related-policies", part: null }]);
    const before = await storedTexts();
    await move(LEAD, 3);
    expect(await storedTexts()).toEqual(before);
    const { answers } = await readAssessment(api.as(LEAD));
    expect(answers.find(({ question }: { question: string }) => question === "related-policies").counts).toBe(
      true,
    );
  });

  it("keeps words that a question asks for no longer, also when it is answered again", async () => {
    const reference = HOME_CARE;
    const ask = api.as(LEAD);
    const input = {
      reference,
      answers: [{ question: "adverse-impact", choice: null, text: "Because of this.", basedOnVersion: 0 }],
    };
    expect((await ask(SAVE_ANSWERS, { input })).data.saveAnswers.__typename).toBe("AnswersSaved");
    await publish((document) => {
      questionIn(document, "adverse-impact").textLabel = null;
    });
    await move(LEAD, 2);
    const choice = questionIn(
      JSON.parse(
        (await ask(`{ form(key: "${COUNTY_FORM}") { newest { document } } }`)).data.form.newest.document,
      ),
      "adverse-impact",
    ).options[0].key;
    const words = { question: "adverse-impact", choice, text: "Because of this.", basedOnVersion: 1 };
    const again = await ask(SAVE_ANSWERS, { input: { reference, answers: [words] } });
    expect(again.data.saveAnswers.__typename).toBe("AnswersSaved");
    const bare = { ...words, text: null, basedOnVersion: 2 };
    await ask(SAVE_ANSWERS, { input: { reference, answers: [bare] } });
    const [row] = await api.database.sql`select choice, text from answers where question = 'adverse-impact'`;
    expect(row).toEqual({ choice, text: "Because of this." });
    const other = { ...bare, text: "Other words", basedOnVersion: 2 };
    expect(
      (await ask(SAVE_ANSWERS, { input: { reference, answers: [other] } })).data.saveAnswers,
    ).toMatchObject({
      __typename: "ValidationError",
      problems: [{ message: "This question takes a choice, not words" }],
    });
  });
});

describe("a move is refused", () => {
  it.each([
    [1, "AssessmentSaved"],
    [3, "ValidationError"],
    [0, "ValidationError"],
    [-1, "ValidationError"],
  ])("to version %i: %s", async (version, answer) => {
    await publish(addQuestion);
    expect((await move(LEAD, version)).__typename).toBe(answer);
    expect((await shown()).template.version).toBe(1);
  });

  it("back to an older version", async () => {
    await publish(addQuestion);
    await move(LEAD, 2);
    expect(await move(LEAD, 1)).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "version", message: "Choose a version of this form that is newer than 2." }],
    });
  });

  it.each([
    ["contributor@example.org", "NotAllowed"],
    [CHAIR, "NotFound"],
    [ADMIN, "NotFound"],
    ["other.department@example.org", "NotFound"],
  ])("by %s", async (email, answer) => {
    await publish(addQuestion);
    expect((await move(email, 2)).__typename).toBe(answer);
    expect((await shown()).template.version).toBe(1);
  });

  it("in review and once it is signed; sent back for changes it may move, and what was sealed stays sealed", async () => {
    await finishScreening(api.as(LEAD));
    expect((await submit(api.as(LEAD))).__typename).toBe("AssessmentSaved");
    await publish(addQuestion);
    expect(await move(LEAD, 2)).toMatchObject({
      __typename: "NotAllowed",
      message:
        "This assessment is in review. Its lead officer can move it to another version of its form while it is being written; nobody else can.",
    });
    expect((await shown()).formMove).toBeNull();
    const input = { reference: HOME_CARE, action: "REQUEST_CHANGES", reason: "The form has changed" };
    await api.as(CHAIR)(TRANSITION, { input });
    expect((await move(LEAD, 2)).__typename).toBe("AssessmentSaved");
    const { revisions, status } = await readAssessment(api.as(LEAD));
    expect(status).toBe("CHANGES_REQUESTED");
    const [first] = await api.database.sql`
      select id from form_templates where key = ${COUNTY_FORM} and version = 1`;
    const form = await loadTemplate(api.database.db, first?.id);
    expect(JSON.parse(revisions[0].sealedContent).template).toEqual({
      key: COUNTY_FORM,
      version: 1,
      documentHash: hashContent(form),
    });
    expect(revisions[1].sealedAt).toBeNull();
    expect(await submit(api.as(LEAD))).toMatchObject({ __typename: "ValidationError" });
  });
});
