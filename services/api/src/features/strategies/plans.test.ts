import { auditEvents } from "@due-regard/database/schema/audit";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME_CARE, LINK_EVIDENCE } from "../../testing/home-care.ts";
import { PROGRESS } from "../../testing/performance-operations.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let head: Ask;
// biome-ignore lint/suspicious/noExplicitAny: plans as asked for below
let plans: any[];

const PLANS = `{
  strategies { edges { node {
    slug organisations { code } startsOn endsOn
    elements { id kind title metrics { code } parent { id } }
    actions { edges { node { id reference status due { code } dueBy overdue(on: "2030-01-01") progress { number } } } }
  } } }
}`;

beforeAll(async () => {
  api = await createTestApi();
  head = api.as("head.of.service@example.org");
  const { data, errors } = await head(PLANS);
  expect(errors).toEqual([]);
  plans = data.strategies.edges.map((edge: { node: object }) => edge.node);
});
afterAll(() => api.close());

const planWithActions = () => plans.find((plan) => plan.actions.edges.length > 0);
const actionAt = (index: number) => planWithActions().actions.edges[index].node;
// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const record = async (input: object, ask = head): Promise<any> => {
  const { data, errors } = await ask(PROGRESS, {
    input: { note: "Two bids are in.", basedOnNotes: 0, ...input },
  });
  expect(errors).toEqual([]);
  return data.recordDeliveryProgress;
};

describe("recordDeliveryProgress", () => {
  it("adds notes, moves the status, and writes down who did", async () => {
    const { id } = actionAt(0);
    const first = await record({ action: id, status: "IN_PROGRESS" });
    expect(first.action).toEqual({
      status: "IN_PROGRESS",
      progress: [
        {
          number: 1,
          text: "Two bids are in.",
          status: "IN_PROGRESS",
          author: { name: "Jo Stewardson (demo)" },
        },
      ],
    });
    const second = await record({ action: id, note: " One is chosen. " }, api.as("analyst@example.org"));
    expect(second.action.progress[1]).toEqual({
      number: 2,
      text: "One is chosen.",
      status: "IN_PROGRESS",
      author: { name: "Alex Figuresmith (demo)" },
    });
    const events = await api.database.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "delivery.progress"));
    expect(events.map(({ detail }) => [detail.before, detail.after])).toEqual([
      ["NOT_STARTED", "IN_PROGRESS"],
      ["IN_PROGRESS", "IN_PROGRESS"],
    ]);
  });

  it("meets a conflict when others wrote before the status changes", async () => {
    const { id } = actionAt(0);
    const stale = await record({ action: id, status: "DONE", basedOnNotes: 1 });
    expect(stale.conflicts).toEqual([
      {
        path: "status",
        currentVersion: 2,
        basedOnVersion: 1,
        theirs: "IN_PROGRESS: One is chosen.",
        yours: "DONE: Two bids are in.",
      },
    ]);
    expect((await record({ action: id, status: "DONE", basedOnNotes: 2 })).action.status).toBe("DONE");
  });

  it("has its effect once under one key", async () => {
    const { id } = actionAt(1);
    await record({ action: id, idempotencyKey: "note-1" });
    const again = await record({ action: id, idempotencyKey: "note-1" });
    expect(again.action.progress.length).toBe(1);
  });

  it.each(["lead.officer@example.org", "scrutiny@example.org", "admin@example.org", null])(
    "is not for %s",
    async (email) => {
      expect((await record({ action: actionAt(1).id }, api.as(email))).__typename).toBe("NotAllowed");
    },
  );

  it("refuses an empty note, an action that is not there, and a token without the scope", async () => {
    const { id } = actionAt(1);
    expect((await record({ action: id, note: " " })).problems[0].path).toBe("note");
    expect((await record({ action: id, note: "x".repeat(2_001) })).problems[0].path).toBe("note");
    const missing = Buffer.from("DeliveryAction:00000000-0000-4000-8000-000000000000").toString("base64");
    expect((await record({ action: missing })).__typename).toBe("NotFound");
    const reader = api.as("analyst@example.org", ["read:metrics"]);
    expect((await record({ action: id }, reader)).__typename).toBe("NotAllowed");
  });
});

const GAPS = `
  query ($slug: String!, $on: Date) {
    strategy(slug: $slug) {
      gaps(on: $on) { on outcomesWithoutMetric { id title kind } elementsWithoutAssessment { id } overdueActions { reference status } }
    }
  }
`;
const gapsOf = async (slug: string, on: string | null = null, ask = head) => {
  const { data, errors } = await ask(GAPS, { slug, on });
  expect(errors).toEqual([]);
  return data.strategy.gaps;
};

describe("Strategy.gaps", () => {
  it("names the outcomes of every plan that nothing measures", async () => {
    for (const plan of plans) {
      const { outcomesWithoutMetric } = await gapsOf(plan.slug);
      const measured = new Set<string>();
      for (const element of plan.elements.filter((each: { metrics: object[] }) => each.metrics.length > 0))
        for (
          let at = element;
          at;
          at = plan.elements.find((each: { id: string }) => each.id === at.parent?.id)
        )
          measured.add(at.id);
      const expected = plan.elements.filter(
        ({ id, kind }: { id: string; kind: string }) => kind.endsWith("OUTCOME") && !measured.has(id),
      );
      expect(outcomesWithoutMetric.map(({ id }: { id: string }) => id)).toEqual(
        expected.map(({ id }: { id: string }) => id),
      );
    }
  });

  it("names actions that are late as of a day, and none that is done", async () => {
    const { slug, actions } = planWithActions();
    const all = actions.edges.map((edge: { node: { reference: string } }) => edge.node.reference);
    const late = (await gapsOf(slug, "2030-01-01")).overdueActions;
    expect(late.map(({ status }: { status: string }) => status)).not.toContain("DONE");
    expect(late.length).toBe(all.length - 1);
    expect((await gapsOf(slug, "2015-01-01")).overdueActions).toEqual([]);
    expect(actionAt(0)).toMatchObject({
      overdue: true,
      due: { code: expect.stringMatching(/^20\d\d-\d\d$/) },
    });
  });

  it("counts only assessments that the viewer may see, and does not answer whoever may not ask", async () => {
    const lead = api.as("lead.officer@example.org");
    const plan = plans.find((each) => each.elements.some((one: { kind: string }) => one.kind === "OUTCOME"));
    const outcome = plan.elements.find((one: { kind: string }) => one.kind === "OUTCOME");
    const idsOf = async (ask: Ask) =>
      (await gapsOf(plan.slug, null, ask)).elementsWithoutAssessment.map(({ id }: { id: string }) => id);
    expect(await idsOf(lead)).toContain(outcome.id);
    const input = { reference: HOME_CARE, place: "target-groups-consulted.a", strategyElement: outcome.id };
    const { data } = await lead(LINK_EVIDENCE, { input });
    expect(data.linkEvidence.__typename).toBe("EvidenceLinked");
    expect(await idsOf(lead)).not.toContain(outcome.id);
    // A draft is nobody else's to know of.
    expect(await idsOf(head)).toContain(outcome.id);
    const metricsOnly = api.as("analyst@example.org", ["read:metrics"]);
    expect((await gapsOf(plan.slug, null, metricsOnly)).elementsWithoutAssessment).toBe(null);
  });

  it("takes one statement for each part, however large the plan", async () => {
    const ask = () => gapsOf(plans[0].slug);
    // The plan; its elements, the metrics' links, the citations, the actions; two find out who is asking.
    expect(await api.countStatements(ask)).toBe(5 + 2);
  });
});

const RATINGS = `
  query ($slug: String!, $period: String) {
    strategy(slug: $slug) {
      elements {
        id kind title parent { id }
        ratings(period: $period) { edition { period { code } } summary { rows sentence } rows { metric { code } } }
      }
    }
  }
`;

describe("StrategyElement.ratings", () => {
  it("rolls ratings up from the newest dashboard within the plan's years, in a handful of statements", async () => {
    const slug = "strategic-plan-2018-22";
    const { data, errors } = await head(RATINGS, { slug });
    expect(errors).toEqual([]);
    const { elements } = data.strategy;
    const rated = elements.filter(
      (one: { ratings: { summary: { rows: number } } }) => one.ratings.summary.rows > 0,
    );
    expect(rated.length).toBeGreaterThan(1);
    for (const element of rated) {
      expect(element.ratings.edition.period.code).toBe("2020-04/2020-11");
      expect(element.ratings.summary.sentence).toMatch(
        new RegExp(`: ${element.ratings.rows.length} measures?$`),
      );
      const parent = elements.find((one: { id: string }) => one.id === element.parent?.id);
      if (parent) expect(parent.ratings.summary.rows).toBeGreaterThanOrEqual(element.ratings.summary.rows);
    }
    const earlier = await head(RATINGS, { slug, period: "2019-04/2019-11" });
    const [first] = earlier.data.strategy.elements;
    expect(first.ratings.edition.period.code).toBe("2019-04/2019-11");
    // The plan, its elements, the editions, the dashboard, the links; two find out who is asking.
    expect(await api.countStatements(() => head(RATINGS, { slug }))).toBe(5 + 2);
  });

  it("is null where there is no such dashboard", async () => {
    const { data } = await head(RATINGS, { slug: "strategic-plan-2018-22", period: "2021-04/2021-11" });
    expect(data.strategy.elements[0].ratings).toBe(null);
  });
});

it("knows the departments through which a role reaches a plan", async () => {
  const { db } = api.database;
  const [row] = await db
    .select({ code: organisations.code })
    .from(departments)
    .innerJoin(organisations, eq(organisations.id, departments.organisationId))
    .limit(1);
  expect(row?.code).toBe("E10000018");
});
