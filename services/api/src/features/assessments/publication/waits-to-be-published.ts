import { assessments } from "@due-regard/database/schema/assessments";
import type { Role, Viewer } from "@due-regard/domain/access/roles";
import { and, eq, inArray, not, or, type SQL, sql } from "drizzle-orm";

/**
 * Which signed assessments wait for somebody on their way to the public: the policy (`assessment.redact`) and the workflow's PUBLISH,
 * as SQL. Beside it, the loader asks whether they may be read.
 */
export const waitsToBePublished = (viewer: Viewer): SQL | undefined =>
  and(
    eq(assessments.status, "SIGNED_OFF"),
    or(
      and(not(IS_PREPARED), or(leads(viewer), and(inGroup(viewer, "DEG_MEMBER"), not(isConflicted(viewer))))),
      and(
        IS_PREPARED,
        or(inGroup(viewer, "DEG_CHAIR"), isDeputy(viewer)),
        not(isConflicted(viewer)),
        not(hadPartIn(viewer)),
      ),
    ),
  );

const REVISION = sql`(
  select r.id from assessment_revisions r where r.assessment_id = ${assessments.id} and r.number = ${assessments.revision})`;

const IS_PREPARED = sql`exists (
  select from publications c where c.revision_id = ${REVISION} and c.approved_at is null)`;

/** Whoever prepared it or decided about a passage, ever, is no second person. */
const hadPartIn = ({ userId }: Viewer): SQL => sql`(
  exists (select from publications c where c.revision_id = ${REVISION} and c.prepared_by_id = ${userId})
  or exists (select from redaction_decisions d where d.revision_id = ${REVISION} and d.decided_by_id = ${userId}))`;

const leads = ({ userId }: Viewer): SQL => sql`exists (
  select from assessment_people p
  where p.assessment_id = ${assessments.id} and p.user_id = ${userId} and p.role = 'LEAD' and p.removed_at is null)`;

/** Whoever ever drafted it, and a chair who handed it over. */
const isConflicted = ({ userId }: Viewer): SQL => sql`(
  exists (select from assessment_people p where p.assessment_id = ${assessments.id} and p.user_id = ${userId})
  or exists (select from review_deputies d where d.assessment_id = ${assessments.id} and d.named_by_id = ${userId}))`;

const inGroup = ({ roles }: Viewer, wanted: Role): SQL => {
  const grants = roles.filter(({ role }) => role === wanted);
  if (grants.some(({ departmentId }) => departmentId === null)) return sql`true`;
  const departments = grants.flatMap(({ departmentId }) => departmentId ?? []);
  return departments.length === 0 ? sql`false` : inArray(assessments.departmentId, departments);
};

/** The last who was named, for as long as they sit on the group. */
const isDeputy = (viewer: Viewer): SQL => sql`(${inGroup(viewer, "DEG_MEMBER")} and ${viewer.userId} = (
  select d.deputy_id from review_deputies d where d.assessment_id = ${assessments.id} order by d.named_at desc limit 1))`;
