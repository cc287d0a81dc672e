import { may, mayOnAssessment } from "@due-regard/domain/access/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Canary, plantCanaries } from "../testing/canaries.ts";
import { NOTICE_WRITES } from "../testing/notice-writes.ts";
import { PEOPLE_WRITES } from "../testing/people-writes.ts";
import { globalId, POLICY_ACTORS, readableTo, wordsFor, wordsIn } from "../testing/policy-actors.ts";
import { askAndRollBack, fingerprintDatabase } from "../testing/rollback.ts";
import { selectEverything } from "../testing/select-everything.ts";
import { createTestApi, type TestApi } from "../testing/test-api.ts";
import { writeText } from "../testing/write-texts.ts";

/** Everybody was told of every assessment, as if they could read it then: what they are shown now is the policy's to say. */
let api: TestApi;
let canaries: Canary[];
beforeAll(async () => {
  api = await createTestApi();
  ({ canaries } = await plantCanaries(api));
  await api.database.sql`
    insert into notices (recipient_id, kind, key, assessment_id)
    select u.id, 'COMMENTED', 'COMMENTED:' || a.reference, a.id from users u, assessments a where a.title like '%canary%'`;
  await api.database.sql`
    insert into notices (recipient_id, kind, key, organisation_id, due)
    select u.id, 'RESULTS_OVERDUE', 'RESULTS', o.id, 'May 2023' from users u, organisations o where o.code = 'E10000018'`;
});
afterAll(() => api.close());

/** Every action of a canary is joined to one metric and one delivery action, whatever becomes of its assessment. */
const joinActions = async (): Promise<string> => {
  const { sql } = api.database;
  const [delivery] =
    await sql`select id from delivery_actions where element_id is not null order by id limit 1`;
  for (const { actionId, id } of canaries)
    await sql`insert into equality_actions (id, assessment_id, metric_id, delivery_action_id, owner_id)
      select ${actionId}, ${id}, m.id, ${delivery?.id}, u.id from metrics m, users u
      where m.code = '1E' and u.email = 'analyst@example.org' on conflict do nothing`;
  return delivery?.id;
};

const NOTICES = `{
  viewer { unreadNotices }
  notices(first: 100) { totalCount edges { cursor node { kind words address assessment ${selectEverything("Assessment")} } } }
  unread: notices(unread: true) { totalCount }
}`;

describe.each(POLICY_ACTORS)("$name", ({ email, scopes }) => {
  it("is shown notices of what they may read now, and counts that tell of no other", async () => {
    const viewer = await api.viewer(email, scopes);
    const answered = await api.as(email, scopes)(NOTICES);
    if (!may(viewer, "notices.read")) {
      expect(answered.data?.viewer?.unreadNotices ?? null).toBeNull();
      expect(wordsIn(answered)).toEqual([]);
      const refused = email === null ? "UNAUTHENTICATED" : "FORBIDDEN";
      expect(answered.errors.map(({ code }) => code)).toEqual([refused]);
      return;
    }
    const figures = may(viewer, "performance.read") ? 1 : 0;
    const expected = readableTo(viewer, canaries).length + figures;
    const { viewer: me, notices, unread } = answered.data;
    expect([answered.errors, me.unreadNotices, notices.totalCount, unread.totalCount]).toEqual([
      [],
      expected,
      expected,
      expected,
    ]);
    expect(notices.edges.length).toBe(expected);
    expect(wordsIn(answered)).toEqual(wordsFor(viewer, canaries));
  });

  it("is listed actions in force, and results expected, of what they may read alone", async () => {
    const viewer = await api.viewer(email, scopes);
    const actions = await api.as(
      email,
      scopes,
    )(`{ equalityActions { totalCount edges { node { objective action assessment { title } } } } }`);
    const inForce = readableTo(viewer, canaries).filter(({ subject }) =>
      ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"].includes(subject.status),
    );
    expect([actions.data?.equalityActions?.totalCount ?? 0, wordsIn(actions)]).toEqual([
      inForce.length,
      inForce.map(({ number }) => `canary-${number}`).sort(),
    ]);
    const results = await api.as(
      email,
      scopes,
    )(`{ awaitedResults { expectedOn stage observation { display } assessments { title } } }`);
    expect(results.data?.awaitedResults?.length ?? 0).toBe(may(viewer, "performance.write") ? 10 : 0);
    expect(wordsIn(results)).toEqual([]);
  });

  it("is led to actions in force from a metric, a plan and an action’s own id, of what they may read alone", async () => {
    const viewer = await api.viewer(email, scopes);
    const deliveryId = await joinActions();
    const inForce = readableTo(viewer, canaries).filter(({ subject }) =>
      ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"].includes(subject.status),
    );
    const words = inForce.map(({ number }) => `canary-${number}`).sort();
    const plan = `node(id: "${globalId("DeliveryAction", deliveryId)}") { ... on DeliveryAction {`;
    const byId = canaries.map(
      ({ actionId }, index) =>
        `a${index}: equalityAction(id: "${globalId("EqualityAction", actionId)}") { objective }`,
    );
    const asked = [
      `metric(code: "1E") { equalityActions { objective notes { text } } }`,
      `${plan} equalityActions { objective } } }`,
      `${plan} element { equalityActions { objective } } } }`,
      byId.join(" "),
    ];
    const figures = may(viewer, "performance.read");
    for (const [index, text] of asked.entries()) {
      const answered = await api.as(email, scopes)(`{ ${text} }`);
      expect([index, wordsIn(answered)]).toEqual([index, figures || index === 3 ? words : []]);
    }
    const { data } = await api.as(email, scopes)("{ metricActions { code open } }");
    const counted = inForce.length > 0 ? [{ code: "1E", open: inForce.length }] : [];
    if (figures) expect(data?.metricActions ?? []).toEqual(counted);
    const counts = await api.as(
      email,
      scopes,
    )(`{
      metric(code: "1E") { equalityActionCounts { open } }
      ${plan} equalityActionCounts { open } element { strategy { equalityActionCounts { open } } } } } }`);
    if (!figures) return;
    const own = may(viewer, "assessments.list") ? { open: inForce.length } : null;
    expect(counts.data).toEqual({
      metric: { equalityActionCounts: own },
      node: { equalityActionCounts: own, element: { strategy: { equalityActionCounts: own } } },
    });
  });

  it("may write what the policy grants, and nothing else", async () => {
    const viewer = await api.viewer(email, scopes);
    const before = await fingerprintDatabase(api.database);
    for (const [mutation, { needs, input, answers }] of Object.entries({
      ...NOTICE_WRITES,
      ...PEOPLE_WRITES,
    })) {
      const request = { email, scopes, text: writeText(mutation), variables: { input } };
      const { data, errors } = await askAndRollBack(api, request);
      expect([mutation, errors]).toEqual([mutation, []]);
      const answer = may(viewer, needs) ? answers : "NotAllowed";
      expect([mutation, data[mutation].__typename]).toEqual([mutation, answer]);
    }
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  it("sees how the background jobs stand only as an administrator", async () => {
    const viewer = await api.viewer(email, scopes);
    const { data, errors } = await api.as(
      email,
      scopes,
    )(`{ backgroundJobs ${selectEverything("BackgroundJobs")} }`);
    const granted = may(viewer, "jobs.manage");
    expect([data?.backgroundJobs?.waiting ?? null, errors.length]).toEqual(granted ? [0, 0] : [null, 1]);
  });

  it("sees addresses and roles of others only as an administrator", async () => {
    const viewer = await api.viewer(email, scopes);
    const answered = await api.as(
      email,
      scopes,
    )(
      `{ viewer { canManagePeople } people(filter: { text: "analyst@" }) { totalCount edges { node ${selectEverything("Person")} } } }`,
    );
    const granted = may(viewer, "people.manage");
    expect([answered.data?.people?.totalCount ?? null, answered.errors.length]).toEqual(
      granted ? [1, 0] : [null, 1],
    );
    expect(JSON.stringify(answered).includes("analyst@example.org")).toBe(granted);
    expect(answered.data?.viewer?.canManagePeople ?? false).toBe(granted);
  });

  it("is shown what hangs on a person only as an administrator, and of drafts nothing that is written in them", async () => {
    const viewer = await api.viewer(email, scopes);
    await joinActions();
    const left = ["leads", "deputyFor"].map((field) => {
      const type = field === "leads" ? "LedAssessment" : "DeputyPlace";
      return `${field} ${selectEverything(type)}`;
    });
    const owned = `ownedActions { action { objective assessment { title } } successors { user { name } } }`;
    const answered = await api.as(
      email,
      scopes,
    )(`{ people { edges { node { contributesTo ${left.join(" ")} ${owned} } } } }`);
    if (!may(viewer, "people.manage")) {
      expect([answered.data, answered.errors.length]).toEqual([null, 1]);
      return;
    }
    const inForce = readableTo(viewer, canaries).filter(({ subject }) =>
      ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"].includes(subject.status),
    );
    expect([answered.errors, wordsIn(answered)]).toEqual([
      [],
      inForce.map(({ number }) => `canary-${number}`).sort(),
    ]);
    const shown = answered.data.people.edges.flatMap(
      (edge: { node: { leads: object[] } }) => edge.node.leads,
    );
    const references = shown.map(({ reference }: { reference: string }) => reference);
    const toGiveOn = canaries.filter(({ subject }) =>
      mayOnAssessment(viewer, "assessment.reassign", subject),
    );
    expect(references).toEqual(expect.arrayContaining(toGiveOn.map(({ reference }) => reference)));
    for (const { reference } of canaries.filter((canary) => !toGiveOn.includes(canary)))
      expect(references).not.toContain(reference);
  });
});
