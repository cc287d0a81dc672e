import type { Executor } from "@due-regard/database/connection";
import { assessmentPeople, assessmentRevisions, assessments } from "@due-regard/database/schema/assessments";
import { assessmentReadRules, type RowRule, SYSTEM } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import { and, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";

/**
 * Which assessments somebody may read, and as which of their revisions: the policy's `faceFor`, as SQL. Whatever asks for
 * assessments or for parts of them asks by these, so that an answer and a count never tell of what is hidden.
 */
export interface ShownAssessments {
  /** The row predicate. */
  readable: SQL;
  /** Number of the revision that is shown: the one in force, or the last that was signed. */
  revision: SQL<number>;
  /** What the assessment is as far as the viewer is told. */
  status: SQL<AssessmentStatus>;
  /** Joins that revision to its assessment. */
  isShown: SQL | undefined;
}

/** Whoever asks; null: nobody is signed in. */
export type AssessmentReader = Viewer | typeof SYSTEM | null;

/** Whose own assessments count as theirs. Null: nobody's. */
export const readerId = (reader: AssessmentReader): string | null =>
  reader === null || reader === SYSTEM ? null : reader.userId;

type StatusColumn = typeof assessments.status | typeof assessments.signedStatus;

const ruleCondition = (
  db: Executor,
  userId: string | null,
  { through, statuses }: RowRule,
  status: StatusColumn,
): SQL | undefined => {
  const inStatus = inArray(status, [...statuses]);
  if ("departmentId" in through) {
    return through.departmentId === null
      ? inStatus
      : and(inStatus, eq(assessments.departmentId, through.departmentId));
  }
  if (userId === null) return sql`false`;
  const drafting = db
    .select({ id: assessmentPeople.id })
    .from(assessmentPeople)
    .where(
      and(
        eq(assessmentPeople.assessmentId, assessments.id),
        eq(assessmentPeople.userId, userId),
        eq(assessmentPeople.role, through.drafting),
        isNull(assessmentPeople.removedAt),
      ),
    );
  return and(inStatus, exists(drafting));
};

const anyRule = (
  db: Executor,
  userId: string | null,
  rules: readonly RowRule[],
  status: StatusColumn,
): SQL | null =>
  rules.length === 0 ? null : (or(...rules.map((rule) => ruleCondition(db, userId, rule, status))) ?? null);

/** A rule for every status lets everything through as it stands: it never shows a signed revision in its place. */
const isForSomeStatuses = ({ statuses }: RowRule): boolean => statuses.length < ASSESSMENT_STATUSES.length;

/** The last revision before the one in force that the chair signed. */
export const LAST_SIGNED = sql<number>`(
  select max(r.number) from assessment_revisions r join signatures s on s.revision_id = r.id and s.role = 'DEG_CHAIR'
  where r.assessment_id = ${assessments.id} and r.number < ${assessments.revision})`;

const joins = (revision: SQL<number>): SQL | undefined =>
  and(eq(assessmentRevisions.assessmentId, assessments.id), eq(assessmentRevisions.number, revision));

const facesOf = (inForce: SQL, signed: SQL | null): ShownAssessments => {
  if (signed === null) {
    const revision = sql<number>`${assessments.revision}`;
    const status = sql<AssessmentStatus>`${assessments.status}`;
    return { readable: inForce, revision, status, isShown: joins(revision) };
  }
  const revision = sql<number>`case when ${inForce} then ${assessments.revision} else ${LAST_SIGNED} end`;
  const status = sql<AssessmentStatus>`case when ${inForce} then ${assessments.status} else ${assessments.signedStatus} end`;
  return { readable: sql`(${inForce} or ${signed})`, revision, status, isShown: joins(revision) };
};

/** What the policy table shows this reader. Nothing may be read when no rule lets them. The system's jobs see what is in force alone. */
export const shownTo = (db: Executor, reader: AssessmentReader): ShownAssessments => {
  const rules = assessmentReadRules(reader);
  const userId = readerId(reader);
  const inForce = anyRule(db, userId, rules, assessments.status);
  if (inForce === null) return facesOf(sql`false`, null);
  if (reader === SYSTEM) return facesOf(inForce, null);
  return facesOf(inForce, anyRule(db, userId, rules.filter(isForSomeStatuses), assessments.signedStatus));
};

/**
 * The same assessments with the last signed text in place of one that is being written anew: whatever adds up or cites what is signed
 * says the same to its lead as to everybody else. Who may read it as it stands may read that revision too.
 */
export const signedFirst = (db: Executor, reader: AssessmentReader): ShownAssessments => {
  const revision = sql<number>`case when ${assessments.signedStatus} is null then ${assessments.revision} else ${LAST_SIGNED} end`;
  const status = sql<AssessmentStatus>`coalesce(${assessments.signedStatus}, ${assessments.status})`;
  return { readable: shownTo(db, reader).readable, revision, status, isShown: joins(revision) };
};

/** A revision keeps the form that it was signed on, whatever the assessment moved to since. */
export const TEMPLATE_OF_REVISION = sql<string>`case when ${assessmentRevisions.number} = ${assessments.revision} then ${assessments.templateId}
  else coalesce((select t.id from form_templates t
    where t.key = ${assessmentRevisions.sealedContent}::jsonb #>> '{template,key}'
      and t.version::text = ${assessmentRevisions.sealedContent}::jsonb #>> '{template,version}'), ${assessments.templateId}) end`;
