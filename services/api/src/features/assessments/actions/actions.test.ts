import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  FAILURE,
  finishScreening,
  HOME_CARE,
  readAssessment,
  SAVE_ANSWERS,
  submit,
  TRANSITION,
} from "../../../testing/home-care.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";
import { readDownload } from "../../performance/exporting/testing/read-download.ts";
import { actionsDownload } from "./actions-download.ts";

/** What becomes of the actions of a signed plan: over the verbs, through a reopening, and wherever they are shown. */
let api: TestApi;
const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";
const HEAD = "head.of.service@example.org";
const OWNER = "analyst@example.org";

// biome-ignore lint/suspicious/noExplicitAny: what was asked for
type Loose = any;

const FIELDS = `id objective due dueInForce status overdue inForce canTrack linksVersion owner { name }
  metric { code } deliveryAction { reference } notes { number kind text status dueBefore dueAfter author { name } }
  assessment { reference }`;
const VERB = (name: string, input: string) => `mutation ($input: ${input}!) {
  ${name}(input: $input) { __typename ... on EqualityActionSaved { action { ${FIELDS} } } ${FAILURE} } }`;
const PROGRESS = VERB("recordActionProgress", "RecordActionProgressInput");
const DUE = VERB("resetActionDue", "ResetActionDueInput");
const LINKS = VERB("linkAction", "LinkActionInput");
const LIST = `query ($filter: EqualityActionFilter) { equalityActions(filter: $filter) { totalCount edges { node { ${FIELDS} } } } }`;
const ONE = `query ($id: ID!) { equalityAction(id: $id) { ${FIELDS} } }`;
const SAVE = `mutation ($input: SaveImprovementActionInput!) {
  saveImprovementAction(input: $input) { __typename ... on ImprovementActionSaved { improvementAction { id } } ${FAILURE} } }`;

const send = async (email: string, source: string, input: object): Promise<Loose> => {
  const { data, errors } = await api.as(email)(source, { input });
  expect(errors).toEqual([]);
  return Object.values(data)[0];
};
const list = async (filter: object = {}, email = LEAD): Promise<Loose> => {
  const { data, errors } = await api.as(email)(LIST, { filter });
  expect(errors).toEqual([]);
  expect(data.equalityActions.totalCount).toBe(data.equalityActions.edges.length);
  return data.equalityActions.edges.map((edge: Loose) => edge.node);
};
const one = async (id: string, email = LEAD): Promise<Loose> =>
  (await api.as(email)(ONE, { id })).data.equalityAction;

/** The rows of actions.csv as the lead officer gets them; else what stands against the question. */
const file = async (search: string): Promise<string[][]> => {
  const viewer = await api.viewer(LEAD);
  if (viewer === null) throw new Error("Nobody is signed in");
  const { db } = api.database;
  const context = { db, viewer, now: new Date().toISOString(), mostFigures: 1 };
  const asked = [...new URLSearchParams(search)].map(([name, value]) => [name, [value]]);
  const read = await actionsDownload.read(context, Object.fromEntries(asked));
  if (!read.ok)
    return "problems" in read.failure ? read.failure.problems.map((p) => [p.path, p.message]) : [];
  const bytes = (await actionsDownload.formats.csv?.write(read.value)) ?? new Uint8Array();
  return (await readDownload("csv", bytes)).Figures ?? [];
};

const firstDelivery = async (): Promise<{ id: string; reference: string; plan: string }> => {
  const { data } = await api.as(LEAD)(
    "{ strategies(first: 50) { edges { node { slug actions(first: 1) { edges { node { id reference } } } } } } }",
  );
  return data.strategies.edges.flatMap(({ node }: Loose) =>
    node.actions.edges.map((edge: Loose) => ({ ...edge.node, plan: node.slug })),
  )[0];
};

const plan = (objective: string, due: string) => ({
  reference: HOME_CARE,
  objective,
  action: `Do: ${objective}`,
  target: "All of them",
  officer: "Strategic planner",
  due,
  basedOnVersion: 0,
});
const signOff = async () => {
  expect(await submit(api.as(LEAD))).toMatchObject({ __typename: "AssessmentSaved" });
  const { contentHash: displayedHash, signingStatement: statement } = await readAssessment(api.as(CHAIR));
  const input = { reference: HOME_CARE, action: "SIGN_OFF", displayedHash, statement };
  expect(await send(CHAIR, TRANSITION, input)).toMatchObject({ assessment: { status: "SIGNED_OFF" } });
};

let first: string;
let second: string;
beforeAll(async () => {
  api = await createTestApi();
  await finishScreening(api.as(LEAD));
  // A form whose monitoring is missing asks for a plan.
  const { answers } = await readAssessment(api.as(LEAD));
  const { version } = answers.find(
    (each: Loose) => each.question === "monitoring-systems" && each.part === "a",
  );
  const missing = { question: "monitoring-systems", part: "a", choice: "NO", basedOnVersion: version };
  await send(LEAD, SAVE_ANSWERS, { reference: HOME_CARE, answers: [missing] });
  await send(LEAD, SAVE, { ...plan("Ask carers again", "2098-05-01"), fromQuestion: "monitoring-systems" });
  await send(LEAD, SAVE, { ...plan("Translate the leaflet", "2020-05-01") });
});
afterAll(() => api.close());

describe("actions of a plan", () => {
  it("are nobody's to track before it is signed", async () => {
    expect(await list()).toEqual([]);
    const [draft] = (await readAssessment(api.as(LEAD))).improvementActions;
    const answer = await send(LEAD, PROGRESS, { action: draft.id, note: "Begun", basedOnNotes: 0 });
    expect(answer.__typename).toBe("NotAllowed");
    await signOff();
  });

  it("are listed once it is, the late ones first, as far as it may be read", async () => {
    const actions = await list();
    expect(actions.map(({ objective, overdue, status }: Loose) => [objective, overdue, status])).toEqual([
      ["Translate the leaflet", true, "NOT_STARTED"],
      ["Ask carers again", false, "NOT_STARTED"],
    ]);
    [second, first] = actions.map(({ id }: Loose) => id);
    expect((await list({ overdue: true })).length).toBe(1);
    expect((await list({ text: "leaf" })).length).toBe(1);
    expect((await list({ text: "100%" })).length).toBe(0);
    expect((await list({ characteristic: "AGE" })).length).toBe(2);
    expect((await list({ dueBy: "2098-05-01" })).length).toBe(2);
    expect((await list({ mine: true })).length).toBe(2);
    expect(await list({ mine: true }, HEAD)).toEqual([]);
    expect((await list({}, OWNER)).map(({ canTrack }: Loose) => canTrack)).toEqual([false, false]);
  });

  it("get notes and a status, once for a key, and nobody overwrites what they did not see", async () => {
    const input = { action: second, note: "The printer was asked.", status: "IN_PROGRESS", basedOnNotes: 0 };
    const once = { ...input, idempotencyKey: "first" };
    expect((await send(LEAD, PROGRESS, once)).action).toMatchObject({
      status: "IN_PROGRESS",
      canTrack: true,
    });
    expect((await send(LEAD, PROGRESS, once)).action.notes.length).toBe(1);
    expect(await send(HEAD, PROGRESS, { ...input, status: "DONE" })).toMatchObject({
      conflicts: [{ currentVersion: 1, basedOnVersion: 0, theirs: "IN_PROGRESS: The printer was asked." }],
    });
    const noted = await send(HEAD, PROGRESS, { action: second, note: "Seen.", basedOnNotes: 0 });
    expect(noted.action.notes.map(({ number, status }: Loose) => [number, status])).toEqual([
      [1, "IN_PROGRESS"],
      [2, "IN_PROGRESS"],
    ]);
    expect(await send(LEAD, PROGRESS, { ...input, note: " " })).toMatchObject({
      problems: [{ path: "note" }],
    });
    for (const other of [CHAIR, OWNER, "contributor@example.org", "scrutiny@example.org"])
      expect((await send(other, PROGRESS, input)).__typename).toBe("NotAllowed");
  });

  it("get an owner who may read the assessment, a metric and a delivery action", async () => {
    const delivery = await firstDelivery();
    const input = {
      action: second,
      owner: OWNER,
      metric: "1E",
      deliveryAction: delivery.id,
      basedOnVersion: 1,
    };
    const problems = async (change: object) =>
      (await send(LEAD, LINKS, { ...input, ...change })).problems.map(({ path }: Loose) => path);
    expect(await problems({ owner: "nobody@example.org" })).toEqual(["owner"]);
    expect(await problems({ metric: "none" })).toEqual(["metric"]);
    const linked = await send(LEAD, LINKS, input);
    expect(linked.action).toMatchObject({
      metric: { code: "1E" },
      deliveryAction: { reference: delivery.reference },
      linksVersion: 2,
    });
    expect(await send(LEAD, LINKS, { ...input, metric: null })).toMatchObject({ __typename: "Conflict" });
    expect((await list({ mine: true }, OWNER)).length).toBe(1);
    expect((await list({ mine: true })).length).toBe(1);
    expect((await list({ metric: "1E" })).length).toBe(1);
    expect((await list({ metric: "1E", organisation: "E10000018" })).length).toBe(1);
    expect(await list({ organisation: "E06000016" })).toEqual([]);
    expect((await list({ strategy: delivery.plan })).length).toBe(1);
    const { plan: strategy, reference } = delivery;
    expect((await list({ strategy, deliveryAction: reference })).length).toBe(1);
    expect(await list({ strategy, deliveryAction: "none" })).toEqual([]);
    expect(await list({ strategy: "no-such-plan" })).toEqual([]);
  });

  it("are led to and counted from what they are joined to", async () => {
    const delivery = await firstDelivery();
    const led = `query ($id: ID!, $slug: String!) {
      metric(code: "1E") { equalityActions { objective } open: equalityActions(open: true, first: 5) { objective }
        done: equalityActions(open: false) { objective } equalityActionCounts { open overdue } }
      untouched: metric(code: "2D") { equalityActionCounts { open overdue } }
      own: metric(code: "1E") { equalityActions(organisation: "E10000018") { objective } equalityActionCounts(organisation: "E10000018") { open overdue } }
      others: metric(code: "1E") { equalityActions(organisation: "E06000016") { objective } equalityActionCounts(organisation: "E06000016") { open overdue } }
      metricActions { code open overdue }
      strategy(slug: $slug) { equalityActionCounts { open overdue } }
      node(id: $id) { ... on DeliveryAction { equalityActions { objective } equalityActionCounts { open overdue }
        element { equalityActions { objective } } } } }`;
    const { data, errors } = await api.as(LEAD)(led, { id: delivery.id, slug: delivery.plan });
    const only = [{ objective: "Translate the leaflet" }];
    const counts = { open: 1, overdue: 1 };
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      metric: { equalityActions: only, open: only, done: [], equalityActionCounts: counts },
      untouched: { equalityActionCounts: { open: 0, overdue: 0 } },
      own: { equalityActions: only, equalityActionCounts: counts },
      others: { equalityActions: [], equalityActionCounts: { open: 0, overdue: 0 } },
      metricActions: [{ code: "1E", ...counts }],
      strategy: { equalityActionCounts: counts },
      node: { equalityActions: only, equalityActionCounts: counts },
    });
  });

  it("are their owner's to track, who gives another date with a reason: both stay", async () => {
    const input = { action: second, due: "2099-01-31", reason: "The translator is ill.", basedOnNotes: 2 };
    expect(await send(OWNER, DUE, { ...input, due: "2020-06-01" })).toMatchObject({
      problems: [{ path: "due" }],
    });
    expect(await send(OWNER, DUE, { ...input, basedOnNotes: 1 })).toMatchObject({ __typename: "Conflict" });
    const moved = (await send(OWNER, DUE, input)).action;
    expect(moved).toMatchObject({ due: "2020-05-01", dueInForce: "2099-01-31", overdue: false });
    expect(moved.notes.at(-1)).toMatchObject({
      kind: "DUE_MOVED",
      dueBefore: "2020-05-01",
      dueAfter: "2099-01-31",
      text: "The translator is ill.",
    });
    const [counted] = await api.database.sql`
      select count(*)::int as n from audit_events where action like 'action.%' and detail ? 'after'`;
    expect(counted?.n).toBe(3);
  });

  it("come as a file that no spreadsheet takes for formulas, each row as it stands", async () => {
    const input = { action: second, note: "=HYPERLINK(1)", basedOnNotes: 3 };
    await send(OWNER, PROGRESS, input);
    const [, ...rows] = await file(`show=all&assessment=${HOME_CARE}`);
    expect(rows.map((row) => [row[3], row[7], row[8], row[9], row[10], row[12], row[13], row[14]])).toEqual([
      ["Ask carers again", "", "NOT_STARTED", "2098-05-01", "2098-05-01", "", "0", ""],
      [
        ...["Translate the leaflet", "Alex Figuresmith (demo)", "IN_PROGRESS", "2099-01-31", "2020-05-01"],
        ...["1E", "4", "'=HYPERLINK(1)"],
      ],
    ]);
    const { plan, reference } = await firstDelivery();
    expect((await file(`plan=${plan}&delivery=${reference}`)).length).toBe(1 + 1);
    expect((await file("show=overdue")).length).toBe(1);
    expect(await file("show=lately")).toEqual([["show", "show is one of: overdue, mine, all."]]);
  });

  it("go on while the assessment is written anew, and under the revision that is signed next", async () => {
    const reopen = { reference: HOME_CARE, action: "REOPEN", reason: "Figures moved" };
    expect(await send(LEAD, TRANSITION, reopen)).toMatchObject({ assessment: { revision: 2 } });
    expect((await list()).map(({ objective }: Loose) => objective)).toEqual([
      "Ask carers again",
      "Translate the leaflet",
    ]);
    const done = { action: second, note: "It is printed.", status: "DONE", basedOnNotes: 4 };
    expect((await send(OWNER, PROGRESS, done)).action.status).toBe("DONE");
    await signOff();
    const again = await one(second);
    expect(again).toMatchObject({ status: "DONE", inForce: true, owner: { name: expect.any(String) } });
    expect(again.id).not.toBe(second);
    expect(again.notes.length).toBe(5);
    expect((await list({ open: true })).length).toBe(1);
    expect((await list({ status: ["DONE"] })).length).toBe(1);
    const { sql } = api.database;
    await expect(sql`delete from equality_action_notes`).rejects.toMatchObject({ code: "DR002" });
    await expect(sql`update equality_action_notes set text = 'x'`).rejects.toMatchObject({ code: "DR002" });
  });

  it("take a fixed number of statements to list", async () => {
    // Without people: an owner and who wrote a note are loaded together or apart, as the answers of the database come in.
    const fields = FIELDS.replace("owner { name }", "").replace("author { name }", "");
    const count = (filter: object) =>
      api.countStatements(async () => {
        const { data } = await api.as(LEAD)(LIST.replace(FIELDS, fields), { filter });
        expect(data.equalityActions.totalCount).toBe("status" in filter ? 1 : 2);
      });
    expect(await count({})).toBe(await count({ status: ["DONE"] }));
  });

  it("are gone with a plan that is no longer in force", async () => {
    const withdraw = { reference: HOME_CARE, action: "WITHDRAW", reason: "Not needed" };
    expect(await send(CHAIR, TRANSITION, withdraw)).toMatchObject({ assessment: { status: "WITHDRAWN" } });
    expect([await list(), await one(first)]).toEqual([[], null]);
    const input = { action: first, note: "Late", basedOnNotes: 0 };
    expect((await send(LEAD, PROGRESS, input)).__typename).toBe("NotFound");
  });
});
