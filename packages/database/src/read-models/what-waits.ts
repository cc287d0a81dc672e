import type { AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import type { Executor } from "../connection.ts";
import { recommendations } from "../schema/reviews.ts";
import { type OpenPoint, openPointsOf } from "./open-points.ts";
import { rowJson } from "./row-json.ts";
import { runPrepared } from "./run-prepared.ts";

/** An assessment that waits for somebody, since when, and what its reviewers have said so far. */
export interface WaitingAssessment {
  assessmentId: string;
  reference: string;
  departmentId: string;
  /** IN_REVIEW: it waits for its group. CHANGES_REQUESTED: for its lead. */
  status: Extract<AssessmentStatus, "IN_REVIEW" | "CHANGES_REQUESTED">;
  revision: number;
  /** Since it was submitted, or since it was sent back. ISO instant. */
  since: string;
  /** Of the revision in force, in the order in which they were made; of each person the latest counts. */
  recommendations: (typeof recommendations.$inferSelect)[];
  /** The chair's points that are not settled. */
  openPoints: OpenPoint[];
  /** Talks that are not settled, points among them. */
  openComments: number;
}

const WAITING = `select a.id as "assessmentId", a.reference, a.department_id as "departmentId", a.status, a.revision,
    to_json(coalesce(v.sealed_at, v.created_at)) #>> '{}' as since,
    (select coalesce(json_agg(${rowJson(recommendations, "r")} order by r.recorded_at), '[]')
      from recommendations r where r.revision_id = v.id) as recommendations,
    (${openPointsOf("a.id")}) as "openPoints",
    (select count(*)::int from comments t where t.assessment_id = a.id and t.thread_id is null and t.resolved_at is null) as "openComments"
  from assessments a join assessment_revisions v on v.assessment_id = a.id and v.number = a.revision
  where a.status in ('IN_REVIEW', 'CHANGES_REQUESTED') and ($1::uuid[] is null or a.id = any ($1::uuid[]))
  order by coalesce(v.sealed_at, v.created_at), a.reference`;

/**
 * What waits for a group or for a lead, longest first, in one prepared statement: all of it, for jobs that remind, or of the
 * assessments named. It asks no policy: whoever shows it to a person asks that first.
 */
export const readWhatWaits = async (
  db: Executor,
  assessmentIds: readonly string[] | null = null,
): Promise<WaitingAssessment[]> =>
  await runPrepared<WaitingAssessment & Record<string, unknown>>(db, WAITING, [
    assessmentIds === null ? null : [...assessmentIds],
  ]);
