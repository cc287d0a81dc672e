import { verifySeal } from "@due-regard/domain/seal/ed25519";
import { canonicalText, hashContent } from "@due-regard/domain/seal/hash-content";
import { publishedSealSchema } from "@due-regard/domain/seal/published-seal";
import { keyIdOf } from "@due-regard/domain/seal/seal-key";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOWNLOADS } from "../../../downloads/downloads.ts";
import {
  finishScreening,
  HOME_CARE,
  readAssessment,
  SAVE_ANSWERS,
  submit,
  TRANSITION,
} from "../../../testing/home-care.ts";
import {
  DECIDE_REDACTIONS,
  PREPARE_PUBLICATION,
  readPublication,
  redactAll,
} from "../../../testing/publication-operations.ts";
import { type AnyAnswer, signOff } from "../../../testing/review-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../../testing/test-api.ts";

const WORDS = "We asked Priya Shah (priya@example.org), Robin Draftwell and 3 carers. Nothing else.";

let api: TestApi;
let lead: Ask;
let member: Ask;
let chair: Ask;
beforeAll(async () => {
  api = await createTestApi();
  lead = api.as("lead.officer@example.org");
  member = api.as("deg.member@example.org");
  chair = api.as("deg.chair@example.org");
  await finishScreening(lead);
  await write(WORDS);
  await submit(lead);
}, 60_000);
afterAll(() => api.close());

const write = async (text: string) => {
  const { answers } = await readAssessment(lead);
  const own = answers.find((each: { question: string }) => each.question === "policy-change");
  const answer = { question: "policy-change", text, basedOnVersion: own.version };
  const { data } = await lead(SAVE_ANSWERS, { input: { reference: HOME_CARE, answers: [answer] } });
  expect(data.saveAnswers.__typename).toBe("AnswersSaved");
};

const send = async (ask: Ask, text: string, input: object): Promise<AnyAnswer> => {
  const { data, errors } = await ask(text, { input: { reference: HOME_CARE, ...input } });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};
const decide = (ask: Ask, ...decisions: object[]) => send(ask, DECIDE_REDACTIONS, { decisions });
const prepare = (ask: Ask) => send(ask, PREPARE_PUBLICATION, {});
const move = (ask: Ask, action: string, input: object = {}) => send(ask, TRANSITION, { action, ...input });

const hitsOf = async (ask: Ask): Promise<AnyAnswer[]> => (await readPublication(ask)).publication.hits;
const hit = async (text: string): Promise<AnyAnswer> =>
  (await hitsOf(lead)).find((each) => each.text === text);

describe("before it is signed off", () => {
  it("shows nothing to anybody, and takes no decision", async () => {
    expect((await readPublication(lead)).publication).toBeNull();
    expect(await prepare(lead)).toMatchObject({ __typename: "NotAllowed" });
    await signOff(chair);
  });
});

describe("passages that may identify somebody", () => {
  it("are shown with what stands around them to who has a part in it, and to nobody else", async () => {
    const found = (await hitsOf(member)).filter(({ place }) => place === "policy-change.text");
    expect(found.map(({ text, kinds }) => [text, kinds])).toEqual([
      ["Priya Shah", ["NAME"]],
      ["priya@example.org", ["EMAIL"]],
      ["Robin Draftwell", ["KNOWN_PERSON", "NAME"]],
      ["3 carers", ["SMALL_GROUP"]],
    ]);
    expect(found[0]).toMatchObject({
      before: "We asked ",
      label: expect.stringMatching(/^Question 1/),
      decision: null,
    });
    for (const other of ["contributor", "other.department", "scrutiny"])
      expect((await readPublication(api.as(`${other}@example.org`)))?.publication ?? null).toBeNull();
  });

  it("hold up the copy until each is decided about", async () => {
    const { id } = await hit("Priya Shah");
    expect(await prepare(lead)).toMatchObject({
      __typename: "ValidationError",
      problems: expect.arrayContaining([{ path: id, message: "Decide about this passage first" }]),
    });
  });

  it.each([
    ["kept without a reason", { choice: "KEEP", version: 0 }, "decisions.0.reason"],
    [
      "replaced by a name",
      { choice: "REPLACE", replacement: "Zofia Nowak", version: 0 },
      "decisions.0.replacement",
    ],
    ["that isn't there", { hit: "0".repeat(32), choice: "REDACT", version: 0 }, "decisions.0.hit"],
    [
      "added with other words",
      {
        hit: null,
        passage: { place: "policy-change.text", start: 0, end: 2, text: "No" },
        choice: "REDACT",
        version: 0,
      },
      "decisions.0.hit",
    ],
  ])("one %s is told where it is wrong", async (_name, decision, path) => {
    const { id } = await hit("Priya Shah");
    expect(await decide(lead, { hit: id, ...decision })).toMatchObject({
      __typename: "ValidationError",
      problems: [{ path }],
    });
  });

  it("are decided one by one, and a second decision must know of the first", async () => {
    const { id } = await hit("Priya Shah");
    const replace = { hit: id, choice: "REPLACE", replacement: "a commissioner" };
    expect(await decide(member, { hit: id, choice: "REDACT", version: 0 })).toMatchObject({
      __typename: "AssessmentSaved",
    });
    expect(await decide(lead, { ...replace, version: 0 })).toMatchObject({
      __typename: "Conflict",
      conflicts: [{ currentVersion: 1, theirs: "Leave it out", yours: "Replace it: a commissioner" }],
    });
    expect(await decide(lead, { ...replace, version: 1 })).toMatchObject({ __typename: "AssessmentSaved" });
    expect((await hit("Priya Shah")).decision).toMatchObject({ choice: "REPLACE", version: 2 });
  });

  it("can be added by who reads the text", async () => {
    const start = WORDS.indexOf("Nothing else");
    const passage = { place: "policy-change.text", start, end: start + 12, text: "Nothing else" };
    expect(await decide(lead, { passage, choice: "REDACT", version: 0 })).toMatchObject({
      __typename: "AssessmentSaved",
    });
    expect((await hit("Nothing else")).kinds).toEqual(["ADDED"]);
  });
});

describe("the prepared copy", () => {
  it("has what was decided in every file, and is thrown away by another decision", async () => {
    const group = await hit("3 carers");
    await decide(lead, { hit: group.id, choice: "KEEP", reason: "They agreed", version: 0 });
    await redactAll(lead);
    expect(await prepare(lead)).toMatchObject({ __typename: "AssessmentSaved" });
    const first = (await readPublication(lead)).publication.prepared;
    expect(first.files.map(({ format }: AnyAnswer) => format)).toEqual(["html", "pdf", "docx", "json"]);
    expect(await prepare(lead)).toMatchObject({ __typename: "AssessmentSaved" });
    expect((await readPublication(chair)).publication.prepared.hash).toBe(first.hash);
    await decide(lead, { hit: group.id, choice: "REDACT", version: 1 });
    expect((await readPublication(lead)).publication.prepared).toBeNull();
    await prepare(lead);
    expect((await readPublication(lead)).publication.prepared.hash).not.toBe(first.hash);
  });

  it("is handed out to who has a part in it alone, byte for byte", async () => {
    const ask = async (email: string) =>
      DOWNLOADS.publication?.make(
        "html",
        { db: api.database.db, viewer: await api.viewer(email), now: new Date().toISOString() },
        { reference: [HOME_CARE] },
      );
    const made = await ask("deg.chair@example.org");
    const html = Buffer.from(made?.ok ? made.value.bytes : []).toString();
    expect(html).toContain("We asked [a commissioner] ([redacted]), [redacted] and [redacted]. [redacted].");
    expect(html).not.toContain("Draftwell");
    expect(await ask("contributor@example.org")).toMatchObject({ ok: false, failure: { kind: "NOT_FOUND" } });
  });

  it("can't be published by who decided or prepared, whatever else they are, nor unseen", async () => {
    const { hash } = (await readPublication(chair)).publication.prepared;
    expect(await move(lead, "PUBLISH", { displayedHash: hash })).toMatchObject({ __typename: "NotAllowed" });
    expect(await move(chair, "PUBLISH")).toMatchObject({ problems: [{ path: "displayedHash" }] });
    expect(await move(chair, "PUBLISH", { displayedHash: "a".repeat(64) })).toMatchObject({
      conflicts: [{ path: "publicationHash", theirs: hash }],
    });
    const { sql } = api.database;
    const approve = (email: string) =>
      sql`update publications set approved_at = now(), approved_by_id = (select id from users where email = ${email})`;
    for (const email of ["deg.member@example.org", "contributor@example.org", "lead.officer@example.org"])
      await expect(approve(email)).rejects.toThrow(/had no part in it|approved_by_another/);
    await expect(sql`update publications set copy = '{}'`).rejects.toThrow("approved as it is");
    await expect(sql`update redaction_decisions set choice = 'REDACT'`).rejects.toThrow("only ever added to");
  });

  it("is published by a second person: entry, edition, files and seal, with the audit record", async () => {
    const { prepared } = (await readPublication(chair)).publication;
    expect(await move(chair, "PUBLISH", { displayedHash: prepared.hash })).toMatchObject({
      assessment: { status: "PUBLISHED" },
    });
    const { sql } = api.database;
    const [edition] = await sql`select * from published.editions where reference = ${HOME_CARE}`;
    const seal = publishedSealSchema.parse(edition?.seal);
    const key = api.seals.known.find(({ kid }) => kid === seal.statement.keyId);
    expect(keyIdOf(key?.x ?? "")).toBe(seal.statement.keyId);
    expect(verifySeal(canonicalText(seal.statement), seal.seal, key?.x ?? "")).toBe(true);
    expect(hashContent(JSON.parse(edition?.content))).toBe(seal.statement.contentHash);
    const files = await sql`select format, sha256 from published.files where reference = ${HOME_CARE}`;
    expect(Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256]))).toEqual(
      seal.statement.files,
    );
    const [entry] =
      await sql`select state, edition, notice, department from published.entries where reference = ${HOME_CARE}`;
    expect(entry).toMatchObject({ state: "PUBLISHED", edition: 1, notice: null });
    const [event] = await sql`select detail from audit_events where action = 'assessment.published'`;
    expect(event?.detail).toMatchObject({
      publicSeal: seal.hash,
      publicationHash: prepared.hash,
      edition: 1,
    });
    expect(await decide(lead, { hit: "0".repeat(32), choice: "REDACT", version: 0 })).toMatchObject({
      __typename: "NotAllowed",
    });
  });
});

describe("afterwards", () => {
  it("a new revision is published as the next edition, with decisions of its own", async () => {
    expect(await move(lead, "REOPEN", { reason: "New figures" })).toMatchObject({
      assessment: { status: "CHANGES_REQUESTED" },
    });
    const { sql } = api.database;
    expect((await sql`select state from published.entries`)[0]?.state).toBe("PUBLISHED");
    await write("We asked Tomasz Nowak and nobody else.");
    await submit(lead);
    await signOff(chair);
    expect((await readPublication(lead)).publication.prepared).toBeNull();
    expect((await hit("Tomasz Nowak")).decision).toBeNull();
    await redactAll(member);
    await prepare(member);
    const { hash, edition } = (await readPublication(chair)).publication.prepared;
    expect(edition).toBe(2);
    await move(chair, "PUBLISH", { displayedHash: hash });
    const editions = await sql`select edition, seal from published.editions order by edition`;
    expect(editions.map((each) => each.edition)).toEqual([1, 2]);
    expect(editions[1]?.seal.statement.previous).toBe(editions[0]?.seal.hash);
  });

  it("withdrawing it tells the public in words of their own, which are scanned too", async () => {
    const withdraw = (input: object) =>
      move(chair, "WITHDRAW", { reason: "Private reason of Jane", ...input });
    expect(await withdraw({})).toMatchObject({ problems: [{ path: "publicNotice" }] });
    expect(
      await withdraw({ publicNotice: "Write to jo@example.org", publicNoticeChecked: true }),
    ).toMatchObject({
      problems: [{ path: "publicNotice", message: expect.stringContaining("jo@example.org") }],
    });
    expect(await withdraw({ publicNotice: "Zofia Nowak gave it up" })).toMatchObject({
      __typename: "ValidationError",
    });
    expect(await withdraw({ publicNotice: "The council gave the proposal up." })).toMatchObject({
      assessment: { status: "WITHDRAWN" },
    });
    const { sql } = api.database;
    expect((await sql`select state, notice, superseded_by from published.entries`)[0]).toEqual({
      state: "WITHDRAWN",
      notice: "The council gave the proposal up.",
      superseded_by: null,
    });
  });
});
