import { may, mayOnAssessment } from "@due-regard/domain/access/policy";
import { NODE_ACTS, SCHEMA_POLICY } from "@due-regard/domain/access/schema-policy";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SignedInViewer } from "../context.ts";
import { ASSESSMENT_DOORS } from "../testing/assessment-doors.ts";
import { type Canary, plantCanaries } from "../testing/canaries.ts";
import {
  globalId,
  POLICY_ACTORS,
  RANDOM_ID,
  RANDOM_REFERENCE,
  readableTo,
  wordsFor,
  wordsIn,
} from "../testing/policy-actors.ts";
import { insertPublished } from "../testing/publish.ts";
import { doorsTo, selectEverything } from "../testing/select-everything.ts";
import { type Ask, createTestApi, type TestApi } from "../testing/test-api.ts";

/** Where things with global ids are kept that belong to no assessment. */
const TABLES = {
  Organisation: "organisations",
  Metric: "metrics",
  Department: "departments",
  Observation: "observations",
  User: "users",
  Strategy: "strategies",
  FormTemplate: "form_templates",
  StrategyElement: "strategy_elements",
  Commentary: "commentary",
  DeliveryAction: "delivery_actions",
};

const WHOLE = `fragment Whole on Assessment ${selectEverything("Assessment")}`;
const CITATION = `fragment Citation on EvidenceLink ${selectEverything("EvidenceLink")}`;
const ACTION = `fragment Action on EqualityAction { id objective action target officer assessment { title history { totalCount } } }`;
const WORKINGS = (SCHEMA_POLICY.Assessment?.["assessment.workings"] ?? "").split(" ");

let api: TestApi;
let canaries: Canary[];
beforeAll(async () => {
  api = await createTestApi();
  ({ canaries } = await plantCanaries(api));
  await insertPublished(api.database.db, api.seals, PUBLISHED);
  await api.database.sql`
    insert into commentary (metric_id, organisation_id, period, period_start, period_end, data, author_id)
    select metric_id, organisation_id, period, period_start, period_end, 'It rose.', (select id from users limit 1)
    from observations limit 1`;
});
afterAll(() => api.close());

/** Published of no assessment that there is: whoever asks gets it, and nothing private with it. */
const PUBLISHED = { reference: "EHRIA-1999-0001", title: "Published to all" };

it("knows every way to an assessment", () => {
  const types = [
    "Assessment",
    "AssessmentConnection",
    "AssessmentEdge",
    "EvidenceLink",
    "EvidenceFile",
    "FileAllowance",
    "EqualityAction",
    "EqualityActionConnection",
    "EqualityActionEdge",
    "Comment",
    "CommentConnection",
    "CommentEdge",
    "Node",
  ];
  expect(doorsTo(types)).toEqual(Object.keys(ASSESSMENT_DOORS).sort());
  const kinds = [
    ...Object.keys(TABLES),
    "PublishedAssessment",
    "Assessment",
    "EvidenceLink",
    "EqualityAction",
    "Comment",
  ];
  expect(kinds.sort()).toEqual(Object.keys(NODE_ACTS).sort());
});

describe.each(POLICY_ACTORS)("$name", ({ email, scopes }) => {
  let ask: Ask;
  let viewer: SignedInViewer | null;
  beforeEach(async () => {
    ask = api.as(email, scopes);
    viewer = await api.viewer(email, scopes);
  });

  /** As `field`, once for each canary, under an alias of its own. */
  const aliased = (field: (canary: Canary) => string): string =>
    canaries.map((canary) => `a${canary.number}: ${field(canary)}`).join(" ");
  // biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
  const shownIn = (data: any): number[] =>
    canaries.filter(({ number }) => data?.[`a${number}`] != null).map(({ number }) => number);
  const readable = (): number[] => readableTo(viewer, canaries).map(({ number }) => number);

  it("sees by reference, under aliases and through a fragment, what the policy lets them, and workings where it says so", async () => {
    const fields = aliased(({ reference }) => `assessment(reference: "${reference}") { ...Whole }`);
    const answered = await ask(`query { ${fields} } ${WHOLE}`);
    expect(shownIn(answered.data)).toEqual(readable());
    expect(wordsIn(answered)).toEqual(wordsFor(viewer, canaries));
    const refused = email === null || !scopes.includes("read:assessments");
    expect(answered.errors.length).toBe(refused ? canaries.length : 0);
    for (const { number, subject } of readableTo(viewer, canaries)) {
      const shown = WORKINGS.filter((field) => !isEmpty(answered.data[`a${number}`][field]));
      const allowed = mayOnAssessment(viewer, "assessment.workings", subject);
      expect([number, shown]).toEqual([number, allowed ? WORKINGS : []]);
    }
  });

  it("sees an earlier revision by its number where it sees the workings, and nowhere else", async () => {
    const fields = aliased(
      ({ reference }) => `assessment(reference: "${reference}", revision: 1) { ...Whole }`,
    );
    const answered = await ask(`query { ${fields} } ${WHOLE}`);
    const seen = canaries.filter(({ subject }) => mayOnAssessment(viewer, "assessment.workings", subject));
    expect(shownIn(answered.data)).toEqual(seen.map(({ number }) => number));
    const words = seen.flatMap(({ number }) => [
      `canary-${number}`,
      `earlier-${number}`,
      `workings-${number}`,
    ]);
    expect(wordsIn(answered)).toEqual(words.sort());
    for (const { number } of seen)
      expect(answered.data[`a${number}`]).toMatchObject({
        revision: 1,
        isEarlier: true,
        availableActions: [],
      });
  });

  it("sees by global id just what the policy lets them", async () => {
    const fields = aliased(({ id }) => `node(id: "${globalId("Assessment", id)}") { ...Whole }`);
    const one = await ask(`query { ${fields} } ${WHOLE}`);
    expect([shownIn(one.data), one.errors]).toEqual([readable(), []]);
    expect(wordsIn(one)).toEqual(wordsFor(viewer, canaries));
    const ids = [...canaries.map(({ id }) => id), RANDOM_ID].map((id) => globalId("Assessment", id));
    const all = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ...Whole } } ${WHOLE}`, { ids });
    expect(all.errors).toEqual([]);
    expect(all.data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual(
      ids.map((id, index) => (readable().includes(index + 1) ? id : null)),
    );
    expect(wordsIn(all)).toEqual(wordsFor(viewer, canaries));
  });

  it("sees citations and actions by global id just as the assessment that they belong to", async () => {
    const visible = new Set(readable());
    const parts = canaries.flatMap(
      ({ number, evidenceIds, actionId, earlierEvidenceId, earlierActionId }) => [
        ...evidenceIds.map((id) => ({ number, id: globalId("EvidenceLink", id) })),
        { number, id: globalId("EqualityAction", actionId) },
        // Rows of a revision no longer in force: nobody reaches them.
        { number: 0, id: globalId("EvidenceLink", earlierEvidenceId) },
        { number: 0, id: globalId("EqualityAction", earlierActionId) },
      ],
    );
    const ids = parts.map(({ id }) => id);
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ...Citation ...Action } } ${CITATION} ${ACTION}`;
    const answered = await ask(query, { ids });
    expect(answered.data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual(
      parts.map(({ number, id }) => (visible.has(number) ? id : null)),
    );
    expect(answered.errors).toEqual([]);
    expect(wordsIn(answered)).toEqual([...visible].map((number) => `canary-${number}`).sort());
    const single = canaries.map(
      ({ number, actionId }) =>
        `a${number}: node(id: "${globalId("EqualityAction", actionId)}") { ...Action }`,
    );
    expect(shownIn((await ask(`{ ${single.join(" ")} } ${ACTION}`)).data)).toEqual(readable());
  });

  it("sees comments by global id just where it sees the workings of their assessment", async () => {
    const seen = canaries.filter(({ subject }) => mayOnAssessment(viewer, "assessment.workings", subject));
    const ids = canaries.flatMap(({ commentIds }) => commentIds.map((id) => globalId("Comment", id)));
    const visible = new Set(
      seen.flatMap(({ commentIds }) => commentIds.map((id) => globalId("Comment", id))),
    );
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ...Talk } }
      fragment Talk on Comment { text replyTo { text } replies { text } resolvedBy { id } assessment { title } }`;
    const answered = await ask(query, { ids });
    expect(answered.errors).toEqual([]);
    expect(answered.data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual(
      ids.map((id) => (visible.has(id) ? id : null)),
    );
    const words = seen.flatMap(({ number }) => [`canary-${number}`, `workings-${number}`]);
    expect(wordsIn(answered)).toEqual(words.sort());
  });

  it("is given by global id each kind of thing that the policy grants, and never one thing in place of another", async () => {
    const rows = await Promise.all(
      Object.entries(TABLES).map(async ([type, table]) => {
        const [row] = await api.database.sql`select id from ${api.database.sql(table)} limit 1`;
        return { id: globalId(type, row?.id), granted: may(viewer, NODE_ACTS[type] ?? "open") };
      }),
    );
    rows.push({ id: globalId("PublishedAssessment", PUBLISHED.reference), granted: true });
    const parts = canaries.flatMap(({ number, id, actionId }) => {
      const granted = readable().includes(number);
      return [
        { id: globalId("Assessment", id), granted },
        { id: globalId("EqualityAction", actionId), granted },
      ];
    });
    // Granted and refused things in turn, with ids among them that name nothing.
    const things = parts.flatMap((part, index) => [part, ...rows.slice(index % rows.length).slice(0, 3)]);
    const strange = [
      "",
      "x",
      globalId("Nothing", RANDOM_ID),
      globalId("Metric", "1"),
      globalId("Metric", PUBLISHED.reference),
      globalId("PublishedAssessment", RANDOM_ID),
      globalId("PublishedAssessment", RANDOM_REFERENCE),
      globalId("__proto__", RANDOM_ID),
      globalId("constructor", RANDOM_ID),
    ];
    const asked = [...things, ...rows, ...strange.map((id) => ({ id, granted: false }))];
    const { data, errors } = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: asked.map(({ id }) => id),
    });
    expect(errors).toEqual([]);
    expect(data.nodes).toEqual(asked.map(({ id, granted }) => (granted ? { id } : null)));
    for (const { id, granted } of [...rows, ...strange.map((each) => ({ id: each, granted: false }))]) {
      const one = await ask("query ($id: ID!) { node(id: $id) { id } }", { id });
      expect(one).toEqual({ data: { node: granted ? { id } : null }, errors: [] });
    }
  });

  it("can't tell what is hidden from what is not there", async () => {
    const hidden = canaries.filter(({ number }) => !readable().includes(number));
    const byReference = `query ($key: String!) { assessment(reference: $key) { title } assessments(filter: { search: $key }) { totalCount edges { cursor } } }`;
    const byId = `query ($key: ID!) { node(id: $key) { id } nodes(ids: [$key]) { id } }`;
    const nothing = [
      await ask(byReference, { key: RANDOM_REFERENCE }),
      await ask(byId, { key: globalId("Assessment", RANDOM_ID) }),
      await ask(byId, { key: globalId("EvidenceLink", RANDOM_ID) }),
      await ask(byId, { key: globalId("EqualityAction", RANDOM_ID) }),
      await ask(byId, { key: globalId("Comment", RANDOM_ID) }),
    ];
    for (const { reference, id, evidenceIds, actionId, commentIds } of hidden) {
      expect([
        await ask(byReference, { key: reference }),
        await ask(byId, { key: globalId("Assessment", id) }),
        await ask(byId, { key: globalId("EvidenceLink", evidenceIds[0] ?? "") }),
        await ask(byId, { key: globalId("EqualityAction", actionId) }),
        await ask(byId, { key: globalId("Comment", commentIds[0] ?? "") }),
      ]).toEqual(nothing);
    }
  });
});

/** Null, no rows, or a connection without any. */
const isEmpty = (value: unknown): boolean => {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object" || !("edges" in (value as object))) return false;
  const { edges, totalCount, pageInfo } = value as { edges: []; totalCount: number; pageInfo: object };
  return edges.length === 0 && totalCount === 0 && !Object.values(pageInfo).some(Boolean);
};
