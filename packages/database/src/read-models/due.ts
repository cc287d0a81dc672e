import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";

/**
 * What is due, or will be: for reminders and for what waits for somebody. Whether it is soon or late is the domain's to say
 * (domain/notices/due.ts), and who may see it the policy's.
 */

/** The statuses in which a signed assessment's plan and review go on. */
const IN_FORCE = sql`a.status in ('SIGNED_OFF', 'PUBLISHED', 'REVIEW_DUE')`;

/** Whether an action is one of those that were signed: `id` and `sealedContent` are its own and its revision's columns. */
export const signedFor = (id: SQLWrapper, sealedContent: SQLWrapper): SQL =>
  sql`${id}::text in (
    select signed->>'id' from jsonb_array_elements(${sealedContent}::jsonb->'improvementActions') signed)`;

export interface DueDate {
  assessmentId: string;
  /** ISO date. */
  due: string;
  count: number;
}

/** Review dates up to and including `until` (an ISO date) of assessments that are in force. */
export const listDueReviews = async (db: Executor, until: string): Promise<DueDate[]> => [
  ...(await db.execute<DueDate & Record<string, unknown>>(sql`
    select a.id as "assessmentId", a.review_due_on::text as due, 1 as count
    from assessments a where ${IN_FORCE} and a.review_due_on <= ${until}::date order by a.review_due_on, a.id`)),
];

export interface DueActions extends DueDate {
  /** Who was named to see to them. Null: nobody, so the lead officer does. */
  ownerId: string | null;
}

/** The signed plan's revision: while the assessment is written anew, the last that the chair signed. */
const PLAN_IN_FORCE = sql`case when ${IN_FORCE} then a.revision else (
  select max(n.number) from assessment_revisions n join signatures s on s.revision_id = n.id and s.role = 'DEG_CHAIR'
  where n.assessment_id = a.id and n.number < a.revision) end`;

/** `dueInForce` of the domain (ehria/actions/live-action.ts), as SQL. */
const ACTION_DUE = sql`case when e.moved_to is not null and e.moved_from is not distinct from i.due then e.moved_to else i.due end`;

/**
 * Open actions of improvement plans in force, due up to and including `until`: how many of an assessment on each day, by who
 * sees to them. What was signed says which count: a plan that the form no longer asked for is kept, and is nobody's to do.
 */
export const listDueActions = async (db: Executor, until: string): Promise<DueActions[]> => [
  ...(await db.execute<DueActions & Record<string, unknown>>(sql`
    select a.id as "assessmentId", e.owner_id as "ownerId", (${ACTION_DUE})::text as due, count(*)::int as count
    from assessments a
      join assessment_revisions r on r.assessment_id = a.id and r.number = ${PLAN_IN_FORCE}
      join improvement_actions i on i.revision_id = r.id
      left join equality_actions e on e.id = coalesce(i.origin_id, i.id)
    where (${IN_FORCE} or a.signed_status in ('SIGNED_OFF', 'PUBLISHED', 'REVIEW_DUE'))
      and coalesce(e.status, 'NOT_STARTED') not in ('DONE', 'CANCELLED')
      and ${ACTION_DUE} <= ${until}::date and ${signedFor(sql`i.id`, sql`r.sealed_content`)}
    group by 1, 2, 3 order by 3, 1, 2`)),
];

export interface AwaitedResult {
  observationId: string;
  organisationId: string;
  metricId: string;
  /** As the figure says it: "May 2023", "2026-12-05". */
  expectedOn: string;
  /** Assessments that are not over and cite this figure. */
  citedBy: string[];
}

/**
 * Results that are due on some day and not recorded yet: figures without a value because results are due, of the last period
 * for which there is anything. (A blank of 2017/18 that later years have overtaken is history, and nobody waits for it.)
 */
export const listAwaitedResults = async (db: Executor): Promise<AwaitedResult[]> => [
  ...(await db.execute<AwaitedResult & Record<string, unknown>>(sql`
    select o.id as "observationId", o.organisation_id as "organisationId", o.metric_id as "metricId",
      o.expected_on as "expectedOn", array(
        select distinct r.assessment_id from observations cited
          join evidence_links e on e.observation_id = cited.id
          join assessment_revisions r on r.id = e.revision_id
          join assessments a on a.id = r.assessment_id and a.revision = r.number
        where cited.metric_id = o.metric_id and cited.organisation_id = o.organisation_id and cited.period = o.period
          and cited.period_start = o.period_start and cited.breakdown_characteristic is null and cited.status <> 'FORECAST'
          and a.status not in ('SUPERSEDED', 'WITHDRAWN')
        order by 1) as "citedBy"
    from observations o
    where o.no_value_reason = 'RESULTS_DUE' and o.superseded_at is null and o.expected_on is not null
      and o.breakdown_characteristic is null
      and not exists (
        select 1 from observations later
        where later.metric_id = o.metric_id and later.organisation_id = o.organisation_id and later.period_start >= o.period_start
          and later.period_end > o.period_end and later.superseded_at is null and later.breakdown_characteristic is null
          and later.status <> 'FORECAST')
    order by o.period_end, o.id`)),
];
