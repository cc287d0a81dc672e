import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ADMIN,
  COUNTY_FORM,
  DISCARD_DRAFT,
  documentOf,
  IMPORT_DRAFT,
  PUBLISH_DRAFT,
  questionIn,
  readFormOf,
  SAVE_DRAFT,
  SHORT_FORM,
  START_DRAFT,
} from "../../testing/form-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let ask: Ask;
beforeEach(async () => {
  api = await createTestApi();
  ask = api.as(ADMIN);
});
afterEach(() => api.close());

const start = async (input: object) => (await ask(START_DRAFT, { input })).data.startFormDraft;
const importForm = async (input: object) => (await ask(IMPORT_DRAFT, { input })).data.importFormDraft;
const save = async (input: object) => (await ask(SAVE_DRAFT, { input })).data.saveFormDraft;
const discard = async (input: object) => (await ask(DISCARD_DRAFT, { input })).data.discardFormDraft;
const publish = async (input: object) => (await ask(PUBLISH_DRAFT, { input })).data.publishFormDraft;

const auditOf = async (action: string) =>
  await api.database.sql<{ detail: Record<string, unknown> }[]>`
    select detail from audit_events where action = ${action} order by sequence`;

describe("export and import", () => {
  it.each([COUNTY_FORM, SHORT_FORM])("%s imports again as a draft with the same hash", async (key) => {
    const { versions } = await readFormOf(ask, key);
    const [{ document, hash, version }] = versions;
    const imported = await importForm({ document });
    expect(imported).toMatchObject({
      __typename: "FormDraftSaved",
      draft: { key, version: 1, nextVersion: 2, hash, sameAs: { version }, faults: [], changes: [] },
    });
    expect(documentOf(imported.draft.document)).toEqual({ ...documentOf(document), version: 2 });
    const refused = await publish({ key, basedOnVersion: 1 });
    expect(refused).toEqual({
      __typename: "NotAllowed",
      message: "This draft says just what version 1 says: there is nothing to publish.",
    });
  });

  it("takes a form under another key, and publishes it as that form's first version", async () => {
    const { versions } = await readFormOf(ask, SHORT_FORM);
    const { draft } = await importForm({ document: versions[0].document, key: "our-own-form" });
    expect(draft).toMatchObject({ key: "our-own-form", nextVersion: 1, changes: null, sameAs: null });
    const { template } = await publish({ key: "our-own-form", basedOnVersion: draft.version });
    expect(template).toMatchObject({
      key: "our-own-form",
      version: 1,
      publishedBy: { name: "Kim Keyholder (demo)" },
    });
    const { data } = await ask(`{ forms { key newest { version } draft { version } } }`);
    expect(data.forms.map(({ key }: { key: string }) => key)).toEqual([
      COUNTY_FORM,
      "our-own-form",
      SHORT_FORM,
    ]);
  });

  it("keeps a faulty form as a draft, and names each fault with its place and remedy", async () => {
    const document = documentOf((await readFormOf(ask)).versions[0].document);
    questionIn(document, "policy-change").text = "";
    questionIn(document, "representatives-consulted").condition = {
      op: "IS",
      question: "gone",
      choice: "YES",
    };
    const { draft } = await importForm({ document: JSON.stringify(document) });
    expect(draft.faults).toEqual([
      {
        path: "questions.policy-change.text",
        section: null,
        question: "policy-change",
        message: "There are no words here",
        remedy: "Write it, or take out what it belongs to",
      },
    ]);
    questionIn(document, "policy-change").text = "What is new?";
    const input = { key: COUNTY_FORM, document: JSON.stringify(document), basedOnVersion: 1 };
    expect((await save(input)).draft.faults).toEqual([
      {
        path: "questions.representatives-consulted.condition",
        section: null,
        question: "representatives-consulted",
        message: '"gone" is not a question that comes earlier',
        remedy: "Choose a question that stands before this one, or move this one further down",
      },
    ]);
    expect(await publish({ key: COUNTY_FORM, basedOnVersion: 2 })).toEqual({
      __typename: "ValidationError",
      message: "This draft has faults, so it can't be published yet",
      problems: [
        {
          path: "questions.representatives-consulted.condition",
          message:
            '"gone" is not a question that comes earlier. Choose a question that stands before this one, or move this one further down.',
        },
      ],
    });
    expect((await readFormOf(ask)).versions).toHaveLength(1);
  });

  it.each([
    ["no JSON", "<form>", "document", /not a file of JSON/],
    ["a list", "[]", "", /an object .* belongs here/],
    ["another thing", '{"name": "x"}', "key", /text belongs here/],
    [
      "two questions of one key",
      null,
      "questions",
      /"policy-change" occurs twice. Give one of them another key\./,
    ],
  ])("refuses %s, and says why", async (_name, text, path, message) => {
    const twice = documentOf((await readFormOf(ask)).versions[0].document);
    questionIn(twice, "target-groups").key = "policy-change";
    const refused = await importForm({ document: text ?? JSON.stringify(twice) });
    expect(refused.__typename).toBe("ValidationError");
    const found = refused.problems.find((each: { path: string }) => each.path === path);
    expect(found?.message).toMatch(message);
    expect((await readFormOf(ask)).draft).toBeNull();
  });

  it("replaces a draft only when told so, and keeps what it replaced in the record", async () => {
    await start({ key: COUNTY_FORM });
    const document = documentOf((await readFormOf(ask)).versions[0].document);
    document.title = "From a file";
    const file = JSON.stringify(document);
    const refused = await importForm({ document: file });
    expect(refused).toMatchObject({
      __typename: "Conflict",
      message:
        "This form has a draft already, begun by Kim Keyholder (demo). Go on with that one, publish it or discard it first.",
      conflicts: [{ path: "draft", currentVersion: 1 }],
    });
    expect((await importForm({ document: file, replacesVersion: 7 })).__typename).toBe("Conflict");
    const replaced = await importForm({ document: file, replacesVersion: 1 });
    expect(replaced.draft).toMatchObject({ version: 2, title: "From a file" });
    const [event] = await auditOf("form.draft-imported");
    expect(event?.detail.replaced).toMatchObject({ title: "Equality and human rights impact assessment" });
  });
});

describe("a draft", () => {
  it("is one for each form, begun from the newest version or another", async () => {
    const begun = await start({ key: COUNTY_FORM });
    expect(begun.draft).toMatchObject({ version: 1, nextVersion: 2, basedOn: { version: 1 }, changes: [] });
    expect(await start({ key: COUNTY_FORM })).toMatchObject({ __typename: "NotAllowed" });
    expect(await start({ key: "nowhere" })).toMatchObject({ __typename: "NotFound" });
    expect(await start({ key: SHORT_FORM, fromVersion: 9 })).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "fromVersion", message: "This form has no version 9." }],
    });
  });

  it("is saved on the version that the edit was based on; a stale save writes nothing, a repeated one counts", async () => {
    const { draft } = await start({ key: COUNTY_FORM });
    const change = (title: string): string => JSON.stringify({ ...documentOf(draft.document), title });
    const first = { key: COUNTY_FORM, document: change("One"), basedOnVersion: 1 };
    expect((await save(first)).draft).toMatchObject({ version: 2, title: "One" });
    expect(await save({ ...first, document: change("Two") })).toMatchObject({
      __typename: "Conflict",
      message: "Somebody else saved this draft while you were working on it.",
      conflicts: [{ path: "draft", currentVersion: 2, basedOnVersion: 1 }],
    });
    expect((await save(first)).draft.version).toBe(2);
    expect((await readFormOf(ask)).draft.title).toBe("One");
    const events = await auditOf("form.draft-saved");
    expect(events.map(({ detail }) => detail)).toEqual([
      { key: COUNTY_FORM, version: 2, changed: ["FORM_CHANGED"] },
    ]);
  });

  it("is saved by many at once: each save counts or is told that it is stale", async () => {
    const { draft } = await start({ key: COUNTY_FORM });
    const saves = Array.from({ length: 6 }, (_each, index) =>
      save({
        key: COUNTY_FORM,
        document: JSON.stringify({ ...documentOf(draft.document), title: `Title ${index}` }),
        basedOnVersion: 1,
      }),
    );
    const names = (await Promise.all(saves)).map(({ __typename }) => __typename).sort();
    expect(names).toEqual([...Array.from({ length: 5 }, () => "Conflict"), "FormDraftSaved"]);
  });

  it("belongs to its form", async () => {
    await start({ key: COUNTY_FORM });
    const document = (await readFormOf(ask, SHORT_FORM)).versions[0].document;
    expect(await save({ key: COUNTY_FORM, document, basedOnVersion: 1 })).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path: "key" }],
    });
  });

  it("is given up only as it was seen, and stays in the record", async () => {
    const { draft } = await start({ key: COUNTY_FORM });
    expect(await discard({ key: COUNTY_FORM, basedOnVersion: 5 })).toMatchObject({ __typename: "Conflict" });
    expect(await discard({ key: COUNTY_FORM, basedOnVersion: draft.version })).toEqual({
      __typename: "FormDraftDiscarded",
      form: { key: COUNTY_FORM, draft: null },
    });
    const [event] = await auditOf("form.draft-discarded");
    expect(event?.detail.document).toMatchObject({ key: COUNTY_FORM });
    expect(await discard({ key: COUNTY_FORM, basedOnVersion: 1 })).toMatchObject({ __typename: "NotFound" });
  });
});

describe("publishing", () => {
  it("makes the next version, for good, once, and says who did", async () => {
    const { draft } = await start({ key: COUNTY_FORM });
    const document = documentOf(draft.document);
    questionIn(document, "policy-change").text = "What is new or different, and why?";
    const saved = await save({ key: COUNTY_FORM, document: JSON.stringify(document), basedOnVersion: 1 });
    expect(saved.draft.changes).toEqual([
      {
        kind: "QUESTION_REWORDED",
        section: "defining-the-policy",
        question: "policy-change",
        name: "What is changing and why",
        details: [
          {
            what: "Question",
            before:
              "Compared with today, what does this policy bring in, alter or end, and for which reasons?",
            after: "What is new or different, and why?",
          },
        ],
      },
    ]);
    expect(await publish({ key: COUNTY_FORM, basedOnVersion: 1 })).toMatchObject({ __typename: "Conflict" });
    const input = { key: COUNTY_FORM, basedOnVersion: 2, idempotencyKey: "publish-1" };
    const published = await publish(input);
    expect(published.template).toMatchObject({
      version: 2,
      hash: saved.draft.hash,
      publishedBy: { name: "Kim Keyholder (demo)" },
    });
    expect((await publish(input)).template).toEqual(published.template);
    const form = await readFormOf(ask);
    expect([form.draft, form.newest.version]).toEqual([null, 2]);
    expect(
      form.versions.map((each: { version: number; assessmentCount: number }) => [
        each.version,
        each.assessmentCount,
      ]),
    ).toEqual([
      [2, 0],
      [1, 1],
    ]);
    const [event] = await auditOf("form.published");
    expect(event?.detail).toEqual({ key: COUNTY_FORM, version: 2, after: 1, hash: saved.draft.hash });
    const { sql } = api.database;
    await expect(sql`update form_questions set text = 'x'`).rejects.toMatchObject({ code: "DR006" });
    const compared = `{ form(key: "${COUNTY_FORM}") { newest { changesSince(version: 1) { kind question } } } }`;
    const numbered = `{ form(key: "${COUNTY_FORM}") {
      one: version(number: 1) { version } none: version(number: 9) { version }
      askedQuestions { key label kind version }
    } }`;
    const { one, none, askedQuestions } = (await ask(numbered)).data.form;
    expect([one, none]).toEqual([{ version: 1 }, null]);
    expect(askedQuestions[0]).toEqual({
      key: "policy-name",
      label: "Name of the policy",
      kind: "TEXT",
      version: 2,
    });
    expect(new Set(askedQuestions.map(({ key }: { key: string }) => key)).size).toBe(askedQuestions.length);
    expect((await ask(compared)).data.form.newest.changesSince).toEqual([
      { kind: "QUESTION_REWORDED", question: "policy-change" },
    ]);
  });

  it("refuses a question of another kind under a key that was published", async () => {
    const { draft } = await start({ key: COUNTY_FORM });
    const document = documentOf(draft.document);
    questionIn(document, "other-groups-explored").kind = "LONG_TEXT";
    questionIn(document, "consultation-planned").required = true;
    const saved = await save({ key: COUNTY_FORM, document: JSON.stringify(document), basedOnVersion: 1 });
    expect(saved.draft.faults.map(({ path, message }: Record<string, string>) => [path, message])).toEqual([
      [
        "questions.other-groups-explored.kind",
        "This question was of kind “Yes or No” (YES_NO) in version 1, and its answers carry over",
      ],
    ]);
  });
});
