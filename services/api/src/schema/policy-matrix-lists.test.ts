import { may, mayOnAssessment } from "@due-regard/domain/access/policy";
import { SCOPES } from "@due-regard/domain/access/roles";
import { ASSESSMENT_STATUSES } from "@due-regard/domain/ehria/vocabulary";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SignedInViewer } from "../context.ts";
import { type Canary, type Cited, plantCanaries } from "../testing/canaries.ts";
import { globalId, POLICY_ACTORS, readableTo, wordsFor, wordsIn } from "../testing/policy-actors.ts";
import { selectEverything } from "../testing/select-everything.ts";
import { type Ask, createTestApi, type TestApi } from "../testing/test-api.ts";

const WHOLE = `fragment Whole on Assessment ${selectEverything("Assessment")}`;
const LIST = `query ($filter: AssessmentFilter, $orderBy: AssessmentOrder! = REFERENCE, $first: Int, $after: String, $last: Int, $before: String) {
  assessments(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage endCursor startCursor } edges { cursor node { reference } } } }`;
type Question = [filter: Record<string, unknown>, holds: (canary: Canary) => boolean];
const NO_ROWS = { totalCount: 0, edges: [] };

let api: TestApi;
let canaries: Canary[];
let cited: Cited;
beforeAll(async () => {
  api = await createTestApi();
  ({ canaries, cited } = await plantCanaries(api));
});
afterAll(() => api.close());

const references = (some: Canary[]): string[] => some.map(({ reference }) => reference).sort();

describe.each(POLICY_ACTORS)("$name", ({ email, scopes }) => {
  let ask: Ask;
  let viewer: SignedInViewer | null;
  let readable: Canary[];
  beforeEach(async () => {
    ask = api.as(email, scopes);
    viewer = await api.viewer(email, scopes);
    readable = readableTo(viewer, canaries);
  });

  /** A list's references and its count; a refused list has neither. */
  const list = async (variables: Record<string, unknown>) => {
    const { data, errors } = await ask(LIST, variables);
    if (!may(viewer, "assessments.list")) {
      expect(data).toBeNull();
      expect(errors.map(({ code }) => code)).toEqual([email === null ? "UNAUTHENTICATED" : "FORBIDDEN"]);
      return { count: 0, shown: [], pageInfo: { hasNextPage: false, endCursor: null, startCursor: null } };
    }
    expect(errors).toEqual([]);
    const { totalCount, edges, pageInfo } = data.assessments;
    const shown: string[] = edges.map((edge: { node: { reference: string } }) => edge.node.reference);
    return { count: totalCount as number, shown, pageInfo };
  };

  it("is listed just what the policy lets them read, whole and counted", async () => {
    const answered = await ask(
      `{ assessments(first: 200) { totalCount edges { node { ...Whole } } } } ${WHOLE}`,
    );
    expect(wordsIn(answered)).toEqual(wordsFor(viewer, canaries));
    const [homeCare] = await api.database.sql`select department_id as "departmentId" from assessments
      where reference = 'EHRIA-2019-0001'`;
    const leads = canaries[0]?.subject;
    const subject = { ...leads, status: "DRAFT", departmentId: homeCare?.departmentId } as Canary["subject"];
    const others = mayOnAssessment(viewer, "assessment.read", subject) ? 1 : 0;
    expect(answered.data?.assessments.totalCount ?? 0).toBe(readable.length + others);
  });

  it("is told nothing of the rest by a filter, a search or a count", async () => {
    const departments = [...new Set(canaries.map(({ subject }) => subject.departmentId))];
    const questions: Question[] = [
      [{}, () => true],
      ...ASSESSMENT_STATUSES.map(
        (status): Question => [{ status: [status] }, ({ subject }) => subject.status === status],
      ),
      ...departments.map(
        (id): Question => [
          { department: globalId("Department", id) },
          ({ subject }) => subject.departmentId === id,
        ],
      ),
      [{ characteristic: "AGE" }, () => true],
      [{ characteristic: "SEX" }, () => false],
      [{ reviewDueBy: "1999-12-31" }, () => false],
      [{ mine: true }, ({ subject }) => isMine(subject)],
      [{ waitingForMe: true }, ({ subject }) => waits(subject)],
    ];
    for (const [filter, holds] of questions) {
      const { count, shown } = await list({ filter: { search: "canary-", ...filter }, first: 200 });
      expect([filter, shown]).toEqual([filter, references(readable.filter(holds))]);
      expect([filter, count]).toEqual([filter, shown.length]);
    }
    for (const canary of canaries) {
      for (const search of [`policy canary-${canary.number}`, canary.reference]) {
        const { shown } = await list({ filter: { search }, first: 200 });
        expect(shown.includes(canary.reference)).toBe(readable.includes(canary));
      }
    }
    expect((await list({ filter: { search: "earlier-" } })).count).toBe(0);
    expect((await list({ filter: { search: "workings-" } })).count).toBe(0);
  });

  const isMine = ({ leadId, contributorIds }: Canary["subject"]): boolean =>
    viewer !== null && [leadId, ...contributorIds].includes(viewer.userId);
  const waits = (subject: Canary["subject"]): boolean => {
    if (["DRAFT", "CHANGES_REQUESTED"].includes(subject.status)) return isMine(subject);
    const reviews = viewer?.roles.some(
      ({ role, departmentId }) => role.startsWith("DEG_") && departmentId === subject.departmentId,
    );
    // What waits for a person waits for them whatever their token may do about it.
    const person = viewer && { ...viewer, scopes: SCOPES };
    const isToPrepare =
      subject.status === "SIGNED_OFF" && mayOnAssessment(person, "assessment.redact", subject);
    return isToPrepare || (subject.status === "IN_REVIEW" && reviews === true);
  };

  it("pages through just that, in every order, forwards and backwards", async () => {
    for (const orderBy of ["STARTED_NEWEST", "STARTED_OLDEST", "TITLE", "REFERENCE", "REVIEW_DUE"]) {
      const seen: string[] = [];
      const filter = { search: "canary-" };
      let page = await list({ filter, orderBy, first: 5 });
      seen.push(...page.shown);
      while (page.pageInfo.hasNextPage) {
        page = await list({ filter, orderBy, first: 5, after: page.pageInfo.endCursor });
        seen.push(...page.shown);
        expect(page.count).toBe(readable.length);
      }
      expect([...seen].sort()).toEqual(references(readable));
      const end = Buffer.from("OffsetConnection:1000").toString("base64");
      const back = await list({ filter, orderBy, last: 200, before: end });
      expect(back.shown.every((reference) => seen.includes(reference))).toBe(true);
    }
  });

  it("is offered as similar just what they may read", async () => {
    const answered = await ask(`{ similarAssessments(title: "Policy", first: 50) { ...Whole } } ${WHOLE}`);
    if (!may(viewer, "assessments.list")) {
      expect(answered.data).toBeNull();
      return;
    }
    const shown: string[] = answered.data.similarAssessments.map(
      (one: { reference: string }) => one.reference,
    );
    expect(shown.every((reference) => references(readable).includes(reference))).toBe(true);
    expect(shown.length).toBe(Math.min(50, readable.length));
  });

  it("finds by searching everything just what they may read", async () => {
    const query = `query ($text: String!) { search(text: $text, first: 200) { totalCount edges { node { ... on Assessment { ...Whole } } } } } ${WHOLE}`;
    const answered = await ask(query, { text: "policy canary" });
    if (!may(viewer, "performance.read")) {
      expect([answered.data, wordsIn(answered)]).toEqual([null, []]);
      return;
    }
    expect(answered.errors).toEqual([]);
    expect(answered.data.search.totalCount).toBe(readable.length);
    expect(wordsIn(answered)).toEqual(wordsFor(viewer, readable));
    for (const { number, reference } of canaries) {
      const { data } = await ask(query, { text: reference });
      expect(data.search.totalCount).toBe(readable.some((canary) => canary.number === number) ? 1 : 0);
    }
  });

  it("learns from what they may read, in the drafts that they may edit, and nowhere else", async () => {
    for (const { reference, subject } of canaries) {
      const answered = await ask(
        `query ($reference: String!) { assessment(reference: $reference) {
          earlierAnswers(question: "policy-change", first: 50) { text assessment { reference title findings { message } } } } }`,
        { reference },
      );
      const mayEdit = mayOnAssessment(viewer, "assessment.edit", subject);
      const others = mayEdit ? readable.filter((canary) => canary.reference !== reference) : [];
      const words = others.map(({ number }) => `canary-${number}`).sort();
      expect([reference, wordsIn(answered)]).toEqual([reference, words]);
    }
  });

  it("is told where an answer was copied from only where they may read that too", async () => {
    const { sql } = api.database;
    const drafts = canaries.filter(({ subject }) => subject.status === "DRAFT");
    await sql`alter table answer_copies disable trigger answer_copies_append_only`;
    for (const { id } of drafts)
      await sql`insert into answer_copies (revision_id, question, from_assessment_id, from_revision, text, copied_by_id)
        select r.id, 'policy-change', b.id, b.revision, 'Words of a copy', (select id from users limit 1)
        from assessment_revisions r, assessments b
        where r.assessment_id = ${id} and r.number = 2 and b.id <> ${id} and b.title like 'Policy canary-%'`;
    try {
      for (const { number, reference } of drafts) {
        const answered = await ask(
          `query ($reference: String!) { assessment(reference: $reference) { answers { origins { state assessment { reference title } } } } }`,
          { reference },
        );
        const shown = readable.some((canary) => canary.number === number);
        const others = shown ? readable.filter((canary) => canary.number !== number) : [];
        expect(wordsIn(answered)).toEqual(others.map((canary) => `canary-${canary.number}`).sort());
      }
    } finally {
      await sql`delete from answer_copies`;
      await sql`alter table answer_copies enable trigger answer_copies_append_only`;
    }
  });

  it("finds through a metric and a plan just what they may read", async () => {
    const element = globalId("StrategyElement", cited.strategyElementId);
    const answered = await ask(
      `query ($element: ID!) {
        metric(code: "LOCAL-delay") { assessments(first: 200) { totalCount edges { node { ...Whole } } } }
        node(id: $element) { ... on StrategyElement { assessments { ...Whole } } }
      } ${WHOLE}`,
      { element },
    );
    const { metric, node } = answered.data ?? {};
    if (!may(viewer, "performance.read")) {
      expect([metric, node]).toEqual([null, null]);
      expect(wordsIn(answered)).toEqual([]);
      return;
    }
    expect(answered.errors).toEqual([]);
    expect(metric.assessments.totalCount).toBe(readable.length);
    const found = (rows: { reference: string }[]) => rows.map(({ reference }) => reference).sort();
    expect(found(metric.assessments.edges.map((edge: { node: object }) => edge.node))).toEqual(
      references(readable),
    );
    expect(found(node.assessments)).toEqual(references(readable));
    expect(wordsIn(answered)).toEqual(wordsFor(viewer, canaries));
  });

  it("has on the agenda of a group on which they sit what is in review there, and nothing else", async () => {
    const answered = await ask(
      `{ reviewAgenda(first: 200) { totalCount edges { node { recommendations { reason } openComments assessment { ...Whole } } } } } ${WHOLE}`,
    );
    if (!may(viewer, "reviews.read")) {
      expect([answered.data, wordsIn(answered)]).toEqual([null, []]);
      return;
    }
    expect(answered.errors).toEqual([]);
    const seats = viewer?.roles.map(({ departmentId }) => departmentId) ?? [];
    const waiting = readable.filter(
      ({ subject }) => subject.status === "IN_REVIEW" && seats.includes(subject.departmentId),
    );
    expect(waiting.length).toBe(1);
    expect(answered.data.reviewAgenda.totalCount).toBe(1);
    expect(wordsIn(answered)).toEqual(wordsFor(viewer, waiting));
  });

  it("has counted in a cumulative impact what they may read of each state, whole, and nothing else", async () => {
    const query = `query ($filter: AssessmentFilter) { cumulativeImpact(filter: $filter) {
      assessmentCount notCounted headline assessments { ...Whole } cells { count entries { assessment { title } } assessments { reference } }
      harmsWithoutAction { assessment { title } } } } ${WHOLE}`;
    const wanted = canaries.map(({ reference }) => reference);
    for (const status of [null, [...ASSESSMENT_STATUSES]]) {
      const answered = await ask(query, { filter: { references: wanted, status } });
      if (!may(viewer, "assessments.list")) {
        expect([answered.data, wordsIn(answered)]).toEqual([null, []]);
        continue;
      }
      const counted = readable.filter(({ subject }) =>
        (status ?? ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"]).includes(subject.status),
      );
      const { assessmentCount, notCounted, cells, headline } = answered.data.cumulativeImpact;
      expect([assessmentCount, notCounted]).toEqual([counted.length, readable.length - counted.length]);
      expect(cells.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
        11 * counted.length,
      );
      expect(headline.join(" ").match(/\d+ assessments/)?.[0] ?? null).toBe(
        counted.length > 1 ? `${counted.length} assessments` : null,
      );
      expect(wordsIn(answered)).toEqual(wordsFor(viewer, counted));
    }
  });

  it("has in a committee's pack what is signed of what they may read, and no words of the rest", async () => {
    const filter = { references: canaries.map(({ reference }) => reference) };
    const query = `query ($filter: AssessmentFilter!) { committeePack(filter: $filter) {
      text parts { heading paragraphs } references { title details } assessments { reference } leftOut { reference title } } }`;
    const answered = await ask(query, { filter });
    if (!may(viewer, "assessments.list")) {
      expect([answered.data, wordsIn(answered)]).toEqual([null, []]);
      return;
    }
    const { assessments, leftOut } = answered.data.committeePack;
    expect([...assessments, ...leftOut].map(({ reference }) => reference).sort()).toEqual(
      references(readable),
    );
    expect(wordsIn(answered)).toEqual(readable.map(({ number }) => `canary-${number}`).sort());
  });

  it("finds nothing through any other metric, plan or figure", async () => {
    if (!may(viewer, "performance.read")) return;
    const answered = await ask(`{
      metrics(first: 200) { edges { node { code assessments { totalCount edges { node { title } } } } } }
      strategies(first: 50) { edges { node { elements { id assessments { title } metrics { assessments { totalCount } } } } } }
    }`);
    expect(answered.errors).toEqual([]);
    const others = answered.data.metrics.edges.filter(
      ({ node }: { node: { code: string } }) => node.code !== "LOCAL-delay",
    );
    expect(others.length).toBe(47);
    for (const { node } of others) expect(node.assessments).toEqual(NO_ROWS);
    expect(wordsIn(answered)).toEqual(readable.map(({ number }) => `canary-${number}`).sort());
  });
});
