import type { Executor } from "../connection.ts";
import { evidenceLinks } from "../schema/assessments.ts";
import type { EvidenceRow } from "./revision.ts";
import { rowJson } from "./row-json.ts";
import { runPrepared } from "./run-prepared.ts";

/** A figure, words of a plan or one of its delivery actions, that a signed assessment in force cites, with what is watched of it. */
export interface WatchedCitation {
  reference: string;
  link: EvidenceRow;
  /** Bounds that an officer set. Null: none on that side. */
  above: string | null;
  below: string | null;
  /** Of a figure. Null: words or a delivery action of a plan. */
  figure: CitedFigureRow | null;
}

export interface CitedFigureRow {
  metricId: string;
  metric: string;
  /** ONS code. */
  organisation: string;
  period: string;
  category: string | null;
  isForecast: boolean;
  /** Definitions of its metric that were recorded since it was cited. */
  redefined: { from: string | null; why: string | null }[];
  /** Whether anything that it is rated by may have been recorded since: asking for ratings is dear. */
  mayBeRatedOtherwise: boolean;
}

/** A day more than need be: a file's figures carry the instant at which it began to be recorded. */
const SINCE = "l.pinned_at - interval '1 day'";
const movedIn = (table: string): string => `exists (
  select from ${table} x where x.metric_id = o.metric_id and x.organisation_id = o.organisation_id
    and (x.recorded_at > ${SINCE} or x.superseded_at > ${SINCE}))`;

/** What was sealed says which citations count: those of questions that the form no longer asked are kept, and bind nobody. */
const STATEMENT = `
select a.reference, ${rowJson(evidenceLinks, "l", { fileState: "null" })} as link,
  w.above::text as above, w.below::text as below,
  case when o.id is not null then json_build_object('metricId', m.id, 'metric', m.code, 'organisation', c.code,
    'period', o.period, 'category', o.breakdown_category, 'isForecast', o.status = 'FORECAST',
    'redefined', (select coalesce(json_agg(json_build_object('from', d.valid_from, 'why', d.break_note) order by d.valid_from), '[]')
      from metric_definitions d where d.metric_id = m.id and d.break_note is not null and d.recorded_at > l.pinned_at),
    'mayBeRatedOtherwise', o.status <> 'FORECAST' and o.breakdown_category is null
      and (${["observations", "targets", "ratings"].map(movedIn).join(" or ")})) end as figure
from assessments a
  join assessment_revisions r on r.assessment_id = a.id and r.number = a.revision
  join evidence_links l on l.revision_id = r.id
  left join evidence_watches w on w.link_id = l.id
  left join observations o on o.id = l.observation_id
  left join metrics m on m.id = o.metric_id
  left join organisations c on c.id = o.organisation_id
where a.status in ('SIGNED_OFF', 'PUBLISHED', 'REVIEW_DUE')
  and l.id::text in (select e->>'id' from jsonb_array_elements(r.sealed_content::jsonb->'evidence') e)
  and (m.id is not null or ($1::text[] is null and num_nonnulls(l.strategy_element_id, l.delivery_action_id) = 1))
  and ($1::text[] is null or m.code = any($1::text[]))
order by a.reference, l.pinned_at, l.id`;

/** @param metrics codes of those alone to which the figures belong; null: everything */
export const listWatchedEvidence = async (
  db: Executor,
  metrics: readonly string[] | null,
): Promise<WatchedCitation[]> =>
  await runPrepared<WatchedCitation & Record<string, unknown>>(db, STATEMENT, [metrics as never]);

export interface ReviewDay {
  reference: string;
  /** ISO date. */
  reviewDueOn: string;
}

/** Signed assessments in force whose review was due on a day (ISO date) or before. */
export const listReviewDays = async (db: Executor, until: string): Promise<ReviewDay[]> =>
  await runPrepared<ReviewDay & Record<string, unknown>>(
    db,
    `select reference, review_due_on::text as "reviewDueOn" from assessments
     where status in ('SIGNED_OFF', 'PUBLISHED', 'REVIEW_DUE') and review_due_on <= $1::date order by reference`,
    [until],
  );
