import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

/** What the home page asks, word for word: a test of the client holds the file against its query. */
const HOME = readFileSync(new URL("../../../../../../docs/queries/home.graphql", import.meta.url), "utf8");
const LEAD = "lead.officer@example.org";
/** Two more find out who is asking: the test's own stand-in for signing in. */
const SIGNING_IN = 2;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await plantSigned("EHRIA-2026-0900", "Day centres");
});
afterAll(() => api.close());

/** A signed assessment of the lead's that cites two figures, of which one is known otherwise by now, and has an action due. */
const plantSigned = async (reference: string, title: string): Promise<void> => {
  const { sql } = api.database;
  const [row] = await sql`
    with made as (
      insert into assessments (reference, title, department_id, template_id, started_on, status, review_due_on)
      select ${reference}, ${title}, d.id, t.id, '2026-01-05', 'SIGNED_OFF', '2026-12-20'
      from departments d, form_templates t
      where d.slug = 'adults-and-communities' and t.key = 'leicestershire-ehria' limit 1 returning id)
    insert into assessment_revisions (assessment_id, number) select id, 1 from made returning id, assessment_id`;
  await sql`
    insert into assessment_people (assessment_id, user_id, role)
    select ${row?.assessment_id}, id, 'LEAD' from users where email = ${LEAD}`;
  const [action] = await sql`
    insert into improvement_actions (revision_id, position, action, due)
    values (${row?.id}, 1, 'Ask carers again', '2026-12-05') returning id`;
  await sql`
    insert into evidence_links (revision_id, observation_id, pinned_title, pinned_display, pinned_value, pinned_hash)
    select ${row?.id}, o.id, 'x', o.display, case when m.code = '4B' then o.value else 1 end, 'x'
    from observations o join metrics m on m.id = o.metric_id
    where (m.code = '4B' and o.period = '2022-23' or m.code = 'LOCAL-delay' and o.period = '2019-04/2019-11')
      and o.superseded_at is null and o.breakdown_characteristic is null and o.status <> 'FORECAST'`;
  const content = JSON.stringify({ improvementActions: [{ id: action?.id }] });
  await sql`
    update assessment_revisions set sealed_at = now(), content_hash = 'x', sealed_content = ${content}
    where id = ${row?.id}`;
  await sql`
    insert into notices (recipient_id, kind, key, assessment_id)
    select id, 'SIGNED_OFF', ${`SIGNED_OFF:${reference}`}, ${row?.assessment_id} from users where email = ${LEAD}`;
};

const ask = async (email: string, dueBy = "2026-12-31") => {
  const { data, errors } = await api.as(email)(HOME, { dueBy });
  expect(errors).toEqual([]);
  return data;
};

describe("the home page", () => {
  it("shows what waits for a lead: drafts, notices, what is due, results cited, evidence that changed", async () => {
    const home = await ask(LEAD);
    const cited = home.awaitedResults.map((each: { observation: object }) => each.observation);
    expect(cited).toMatchObject([
      { metric: { code: "4B" }, organisation: { name: "Leicestershire County Council" } },
    ]);
    expect(home).toMatchObject({
      notices: { totalCount: 1, edges: [{ node: { words: "Signed off: Day centres" } }] },
      drafts: { totalCount: 1 },
      waiting: {
        totalCount: 1,
        edges: [{ node: { title: "Day centres", status: "SIGNED_OFF", publicationStep: "PREPARE" } }],
      },
      signed: {
        edges: [{ node: { title: "Day centres", changedEvidenceCount: 1, reviewDueOn: "2026-12-20" } }],
      },
      actions: { totalCount: 1, edges: [{ node: { action: "Ask carers again", dueInForce: "2026-12-05" } }] },
      awaitedResults: [{ expectedOn: "May 2023", stage: "OVERDUE", assessments: [{ title: "Day centres" }] }],
    });
    expect((await ask(LEAD, "2026-12-04")).actions.totalCount).toBe(0);
  });

  it("shows an analyst the results that they record, the earliest first, and nobody else theirs", async () => {
    const { awaitedResults } = await ask("analyst@example.org");
    expect(awaitedResults.map(({ expectedOn }: { expectedOn: string }) => expectedOn)).toEqual([
      ...Array(7).fill("May 2018"),
      ...Array(3).fill("May 2023"),
    ]);
    const scrutiny = await ask("scrutiny@example.org");
    expect([scrutiny.awaitedResults, scrutiny.actions.totalCount, scrutiny.notices.totalCount]).toEqual([
      [],
      0,
      0,
    ]);
  });

  it("tells who prepares a signed one for the public of it, and of the copy the chair, who had no part in it", async () => {
    const { sql } = api.database;
    const steps = async (name: string) => {
      const { waiting } = await ask(`${name}@example.org`);
      return waiting.edges.map(({ node }: { node: { publicationStep: string } }) => node.publicationStep);
    };
    const everybody = async () =>
      Object.fromEntries(
        await Promise.all(
          ["lead.officer", "deg.member", "deg.chair", "contributor", "scrutiny"].map(async (name) => [
            name,
            await steps(name),
          ]),
        ),
      );
    const none = { contributor: [], scrutiny: [] };
    expect(await everybody()).toEqual({
      ...none,
      "lead.officer": ["PREPARE"],
      "deg.member": ["PREPARE"],
      "deg.chair": [],
    });
    const prepareAs = (name: string) => sql`
      insert into publications (revision_id, edition, copy, copy_hash, publication_hash, prepared_by_id)
      select r.id, 1, 'x', 'x', 'x', u.id
      from assessment_revisions r join assessments a on a.id = r.assessment_id, users u
      where a.reference = 'EHRIA-2026-0900' and u.email = ${`${name}@example.org`} returning id`;
    await prepareAs("deg.member");
    expect(await everybody()).toEqual({
      ...none,
      "lead.officer": [],
      "deg.member": [],
      "deg.chair": ["APPROVE"],
    });
    await sql`delete from publications`;
    await prepareAs("deg.chair");
    expect(await steps("deg.chair")).toEqual([]);
    await sql`delete from publications`;
  });

  it("takes as many statements however much there is", async () => {
    const count = async () => (await api.countStatements(() => ask(LEAD))) - SIGNING_IN;
    const before = await count();
    await plantSigned("EHRIA-2026-0901", "Night centres");
    await plantSigned("EHRIA-2026-0902", "Weekend centres");
    expect((await ask(LEAD)).signed.edges.length).toBe(3);
    expect([before, await count()]).toEqual([STATEMENTS, STATEMENTS]);
  });
});

/** One of them asks for the departments of what waits to be prepared. */
const STATEMENTS = 20;
