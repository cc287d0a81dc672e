import { createTestApi, type TestApi } from "@due-regard/api/testing/test-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remind } from "../jobs/remind.ts";
import { runNow } from "../testing/run-now.ts";

/** Dates bring notices, each stage once, by the clock in London. */
let api: TestApi;
let assessmentId: string;

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";
const ANALYST = "analyst@example.org";

beforeAll(async () => {
  api = await createTestApi();
  assessmentId = await plantSigned();
});
afterAll(() => api.close());

/** A signed assessment with a plan of three actions, of which what was signed counts two, and a figure that it cites. */
const plantSigned = async (): Promise<string> => {
  const { sql } = api.database;
  const [row] = await sql`
    with made as (
      insert into assessments (reference, title, department_id, template_id, started_on, status, review_due_on)
      select 'EHRIA-2026-0900', 'Day centres', d.id, t.id, '2026-01-05', 'SIGNED_OFF', '2026-12-20'
      from departments d, form_templates t where d.slug = 'adults-and-communities' and t.key = 'leicestershire-ehria' limit 1
      returning id)
    insert into assessment_revisions (assessment_id, number) select id, 1 from made returning id, assessment_id`;
  const [revision, assessment] = [row?.id, row?.assessment_id];
  await sql`
    insert into assessment_people (assessment_id, user_id, role)
    select ${assessment}, id, (case email when ${LEAD} then 'LEAD' else 'CONTRIBUTOR' end)::assessment_person_role
    from users where email in (${LEAD}, 'contributor@example.org')`;
  const actions = await sql`
    insert into improvement_actions (revision_id, position, action, due) values
      (${revision}, 1, 'one', '2026-12-05'), (${revision}, 2, 'two', '2026-12-05'), (${revision}, 3, 'hidden', '2026-12-01')
    returning id, action`;
  await sql`
    insert into evidence_links (revision_id, observation_id, pinned_title, pinned_display, pinned_hash)
    select ${revision}, o.id, 'x', 'x', 'x' from observations o join metrics m on m.id = o.metric_id
    where m.code = '4B' and o.period = '2022-23' and o.superseded_at is null and o.no_value_reason = 'RESULTS_DUE'`;
  const counted = actions.filter(({ action }) => action !== "hidden").map(({ id }) => ({ id }));
  await sql`
    update assessment_revisions set sealed_at = now(), content_hash = 'x',
      sealed_content = ${JSON.stringify({ improvementActions: counted })} where id = ${revision}`;
  return assessment;
};

const remindOn = (instant: string): Promise<void> =>
  runNow({ db: api.database.db, job: remind, context: { now: () => new Date(instant) } });

const wordsOf = async (email: string): Promise<string[]> => {
  const { data, errors } = await api.as(email)("{ notices { edges { node { kind words address } } } }");
  expect(errors).toEqual([]);
  return data.notices.edges.map(({ node }: { node: { kind: string; words: string } }) => node.words).sort();
};
const clear = () => api.database.sql`delete from notices`;

describe("reminders", () => {
  it("of actions come two weeks before, by the date in London, and once", async () => {
    // Before midnight in Greenwich and in London: it is the 20th, fifteen days before.
    await remindOn("2026-11-20T23:30:00Z");
    expect((await wordsOf(LEAD)).filter((words) => /action/i.test(words))).toEqual([]);
    await clear();
    await remindOn("2026-11-21T06:00:00Z");
    await remindOn("2026-11-29T06:00:00Z");
    expect((await wordsOf(LEAD)).filter((words) => /action/i.test(words))).toEqual([
      "2 actions due on 5 December 2026: Day centres",
    ]);
    expect((await wordsOf("contributor@example.org")).filter((words) => /action/i.test(words))).toEqual([]);
  });

  it("of actions that are late come once a week, to whoever owns them, by the date to which they were moved", async () => {
    const { sql } = api.database;
    const [action] = await sql`select id from improvement_actions where action = 'one'`;
    await sql`
      insert into equality_actions (id, assessment_id, owner_id, moved_to, moved_from)
      select ${action?.id}, ${assessmentId}, id, '2027-01-10', '2026-12-05' from users where email = ${ANALYST}`;
    await clear();
    for (const day of ["2027-01-11", "2027-01-12", "2027-01-17", "2027-01-18"])
      await remindOn(`${day}T06:00:00Z`);
    const late = "An action overdue since 10 January 2027: Day centres";
    const isOfActions = (words: string) => /action/i.test(words);
    expect((await wordsOf(ANALYST)).filter(isOfActions)).toEqual([late, late]);
    // The other one is still the lead's: in its sixth and its seventh week.
    const leads = (await wordsOf(LEAD)).filter(isOfActions);
    expect(new Set(leads)).toEqual(new Set(["An action overdue since 5 December 2026: Day centres"]));
    expect(leads.length).toBe(2);
    await sql`update equality_actions set status = 'DONE'`;
    await clear();
    await remindOn("2027-02-20T06:00:00Z");
    expect((await wordsOf(ANALYST)).filter(isOfActions)).toEqual([]);
  });

  it("take the date from London in summer too, when it is an hour ahead", async () => {
    await api.database.sql`update assessments set review_due_on = '2026-07-08' where id = ${assessmentId}`;
    await clear();
    await remindOn("2026-06-30T22:30:00Z");
    expect(await reviewsOf(LEAD)).toEqual([]);
    await remindOn("2026-06-30T23:30:00Z");
    expect(await reviewsOf(LEAD)).toEqual(["To be reviewed on 8 July 2026: Day centres"]);
  });

  const reviewsOf = async (email: string) => (await wordsOf(email)).filter((words) => /review/i.test(words));

  it("come again when something is late, then to the chair as well, and anew when the date has been moved", async () => {
    await remindOn("2026-07-09T06:00:00Z");
    await remindOn("2026-07-10T06:00:00Z");
    const late = "Review overdue since 8 July 2026: Day centres";
    expect(await reviewsOf(LEAD)).toEqual([late, "To be reviewed on 8 July 2026: Day centres"]);
    expect(await reviewsOf("contributor@example.org")).toContain(late);
    expect(await reviewsOf(CHAIR)).toEqual([late]);
    await api.database.sql`update assessments set review_due_on = '2026-07-15' where id = ${assessmentId}`;
    await remindOn("2026-07-11T06:00:00Z");
    expect(await reviewsOf(LEAD)).toContain("To be reviewed on 15 July 2026: Day centres");
  });

  it("of what waits for the group come to all of it a week before it is asked to decide, then to the chair, once each", async () => {
    const { sql } = api.database;
    const [row] = await sql`
      with made as (
        insert into assessments (reference, title, department_id, template_id, started_on, status)
        select 'EHRIA-2026-0901', 'Minibuses', department_id, template_id, '2026-01-05', 'IN_REVIEW' from assessments where id = ${assessmentId}
        returning id)
      insert into assessment_revisions (assessment_id, number, sealed_at, content_hash, sealed_content)
      select id, 1, '2026-06-30T23:30:00Z', 'x', '{}' from made returning assessment_id`;
    await sql`insert into assessment_people (assessment_id, user_id, role)
      select ${row?.assessment_id}, id, 'LEAD' from users where email = ${LEAD}`;
    await clear();
    const decisionsOf = async (email: string) =>
      (await wordsOf(email)).filter((words) => words.includes("Minibuses"));
    // Submitted on 1 July in London: 28 days are up on the 29th.
    await remindOn("2026-07-21T06:00:00Z");
    expect(await decisionsOf(CHAIR)).toEqual([]);
    for (const day of ["22", "23", "29"]) await remindOn(`2026-07-${day}T06:00:00Z`);
    const soon = "The group is asked to decide by 29 July 2026: Minibuses";
    expect(await decisionsOf(CHAIR)).toEqual([soon]);
    expect(await decisionsOf("deg.member@example.org")).toEqual([soon]);
    expect(await decisionsOf(LEAD)).toEqual([]);
    for (const day of ["30", "31"]) await remindOn(`2026-07-${day}T06:00:00Z`);
    expect(await decisionsOf(CHAIR)).toEqual([
      soon,
      "The group was asked to decide by 29 July 2026: Minibuses",
    ]);
    expect(await decisionsOf("deg.member@example.org")).toEqual([soon]);
    await sql`update assessments set status = 'WITHDRAWN' where id = ${row?.assessment_id}`;
  });

  it("tell analysts of results expected, an organisation's together, and of assessments those who cite them", async () => {
    await clear();
    await remindOn("2023-04-24T06:00:00Z");
    const expected = "expected in May 2023:";
    expect(await wordsOf(ANALYST)).toContain(`3 results ${expected} Leicestershire County Council`);
    expect(await wordsOf(LEAD)).toContain(`A result ${expected} Day centres`);
    expect((await wordsOf("head.of.service@example.org")).filter((words) => /result/i.test(words))).toEqual(
      [],
    );
    await remindOn("2023-06-01T06:00:00Z");
    const late = "expected in May 2023 still not recorded:";
    expect(await wordsOf(ANALYST)).toContain(`3 results ${late} Leicestershire County Council`);
    // What later years have overtaken is awaited by nobody: the County's of 2017/18, not the City's.
    expect((await wordsOf(ANALYST)).filter((words) => words.includes("2018"))).toEqual([
      "7 results expected in May 2018 still not recorded: Leicester City Council",
    ]);
  });

  it("keep quiet of what is over, and reach nobody who can't sign in any more", async () => {
    await clear();
    await api.database.sql`update assessments set status = 'WITHDRAWN' where id = ${assessmentId}`;
    await api.database.sql`update users set disabled_at = now() where email = ${ANALYST}`;
    await remindOn("2026-12-21T06:00:00Z");
    const [counted] = await api.database.sql`select count(*)::int as notices from notices`;
    expect(counted?.notices).toBe(0);
  });
});
