import { lawInForceOn, type ReferenceData } from "@due-regard/domain/ehria/reference-types";
import type { PreparedPublication } from "@due-regard/domain/ehria/workflow/state";
import type { Executor } from "../connection.ts";
import { characteristics, rights } from "../schema/reference.ts";
import { type OpenPoint, openPointsOf } from "./open-points.ts";
import { rowJson } from "./row-json.ts";
import { runPrepared } from "./run-prepared.ts";

/** What judging an assessment takes besides the assessment itself. */
export interface CaseRows {
  /** The law in force on the day. */
  references: ReferenceData;
  /** Of everybody who ever drafted it, by user id. */
  jobTitles: ReadonlyMap<string, string>;
  /** User ids of those who hold the role of chair of its department's group. */
  chairs: string[];
  /** The chair's points that are not settled, each with what was said to it, in the order in which they were made. */
  openPoints: OpenPoint[];
  /** The copy of the revision in force that waits to be published. Null: there is none. */
  publication: PreparedPublication | null;
  /** True while an edition of it stands in the public register as published. */
  standsInRegister: boolean;
}

interface StoredCase extends Record<string, unknown> {
  characteristics: (typeof characteristics.$inferSelect)[];
  rights: (typeof rights.$inferSelect)[];
  people: { id: string; jobTitle: string }[];
  chairs: string[];
  openPoints: OpenPoint[];
  publication: PreparedPublication | null;
  standsInRegister: boolean;
}

/** Everybody who decided about a passage has made it, also those who were overruled. */
const PUBLICATION = `select json_build_object('hash', p.publication_hash, 'madeBy', json_build_array(p.prepared_by_id)::jsonb ||
    (select coalesce(jsonb_agg(distinct d.decided_by_id), '[]') from redaction_decisions d where d.revision_id = p.revision_id))
  from publications p
    join assessment_revisions r on r.id = p.revision_id
    join assessments a on a.id = r.assessment_id and a.revision = r.number
  where a.id = $1 and p.approved_at is null`;

const IN_REGISTER = `exists (select from published.entries e join assessments a on a.reference = e.reference
  where a.id = $1 and e.state = 'PUBLISHED')`;

const CASE = `select
  (select coalesce(json_agg(${rowJson(characteristics, "c")} order by c.position), '[]') from characteristics c) as characteristics,
  (select coalesce(json_agg(${rowJson(rights, "r")} order by r.position), '[]') from rights r) as rights,
  (select coalesce(json_agg(json_build_object('id', u.id, 'jobTitle', u.job_title)), '[]') from users u
    where exists (select from assessment_people p where p.user_id = u.id and p.assessment_id = $1)) as people,
  (select coalesce(json_agg(g.user_id), '[]') from role_grants g
    where g.role = 'DEG_CHAIR' and g.revoked_at is null and (g.department_id is null or g.department_id = $2)) as chairs,
  (${openPointsOf("$1")}) as "openPoints",
  (${PUBLICATION}) as publication,
  ${IN_REGISTER} as "standsInRegister"`;

/** One prepared statement. `today`: the ISO date on which the law must be in force. */
export const readAssessmentCase = async (
  db: Executor,
  { assessmentId, departmentId, today }: { assessmentId: string; departmentId: string; today: string },
): Promise<CaseRows> => {
  const [found] = await runPrepared<StoredCase>(db, CASE, [assessmentId, departmentId]);
  if (found === undefined) throw new Error("A statement without conditions gave no row");
  return {
    references: {
      characteristics: lawInForceOn(found.characteristics, today),
      rights: lawInForceOn(found.rights, today),
    },
    jobTitles: new Map(found.people.map(({ id, jobTitle }) => [id, jobTitle])),
    chairs: found.chairs,
    openPoints: found.openPoints,
    publication: found.publication,
    standsInRegister: found.standsInRegister,
  };
};
