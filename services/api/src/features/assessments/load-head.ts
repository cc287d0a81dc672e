import type { Executor } from "@due-regard/database/connection";
import { assessmentPeople, assessmentRevisions, assessments } from "@due-regard/database/schema/assessments";
import {
  type AssessmentSubject,
  assessmentReadRules,
  type RowRule,
  SYSTEM,
} from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { and, asc, eq, exists, getTableColumns, inArray, isNull, or, type SQL, sql } from "drizzle-orm";

export interface AssessmentPerson {
  userId: string;
  role: "LEAD" | "CONTRIBUTOR";
  removedAt: string | null;
}

/** A handing over of its review: who was named to chair it, by whom, and why. */
export interface NamedDeputy {
  deputyId: string;
  namedById: string;
  namedAt: string;
  reason: string;
}

/** An assessment without what it says: what lists show, and what the policy needs to know. */
export interface AssessmentHead {
  id: string;
  reference: string;
  title: string;
  status: AssessmentSubject["status"];
  departmentId: string;
  templateId: string;
  revision: number;
  revisionId: string;
  sealedAt: string | null;
  sealedHash: string | null;
  startedOn: string;
  completedOn: string | null;
  reviewDueOn: string | null;
  supersededById: string | null;
  sourceId: string | null;
  isDemo: boolean;
  /** Everybody who ever drafted it. */
  people: AssessmentPerson[];
  /** Every deputy ever named, in order: the last one counts. */
  deputies: NamedDeputy[];
  leadId: string | null;
  policySubject: AssessmentSubject;
}

/** Joins the revision in force: what earlier ones said is for those alone who may see the workings. */
export const isInForce = and(
  eq(assessmentRevisions.assessmentId, assessments.id),
  eq(assessmentRevisions.number, assessments.revision),
);

/** Whoever asks; null: nobody is signed in. */
export type AssessmentReader = Viewer | typeof SYSTEM | null;

const ruleCondition = (
  db: Executor,
  userId: string | null,
  { through, statuses }: RowRule,
): SQL | undefined => {
  const inStatus = inArray(assessments.status, [...statuses]);
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

/** The row predicate that the policy table gives for this viewer. Nothing may be read when no rule lets them. */
export const readableBy = (db: Executor, reader: AssessmentReader): SQL => {
  const userId = reader === null || reader === SYSTEM ? null : reader.userId;
  const rules = assessmentReadRules(reader);
  if (rules.length === 0) return sql`false`;
  return or(...rules.map((rule) => ruleCondition(db, userId, rule))) ?? sql`false`;
};

const people = sql<AssessmentPerson[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('userId', p.user_id, 'role', p.role, 'removedAt', p.removed_at) order by p.added_at), '[]')
  from assessment_people p where p.assessment_id = ${assessments.id})`;

const deputies = sql<NamedDeputy[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('deputyId', d.deputy_id, 'namedById', d.named_by_id, 'namedAt', d.named_at, 'reason', d.reason) order by d.named_at), '[]')
  from review_deputies d where d.assessment_id = ${assessments.id})`;

interface HeadQuestion {
  where: SQL | undefined;
  orderBy?: SQL[];
  limit?: number;
  offset?: number;
  /** Keeps the statement prepared: for a question that is asked again and again, whose number of values is always the same. */
  prepared?: boolean;
}

/** The one loader of assessments: whatever asks, rows pass the policy's predicate first. */
export const loadHeads = async (
  db: Executor,
  reader: AssessmentReader,
  question: HeadQuestion,
): Promise<AssessmentHead[]> => {
  const { where, orderBy = [asc(assessments.reference)], limit, offset, prepared = false } = question;
  let query = db
    .select({
      ...getTableColumns(assessments),
      revisionId: assessmentRevisions.id,
      sealedAt: assessmentRevisions.sealedAt,
      sealedHash: assessmentRevisions.contentHash,
      people,
      deputies,
    })
    .from(assessments)
    .innerJoin(assessmentRevisions, isInForce)
    .where(and(readableBy(db, reader), where))
    .orderBy(...orderBy)
    .$dynamic();
  if (limit !== undefined) query = query.limit(limit);
  if (offset !== undefined) query = query.offset(offset);
  return (prepared ? await query.prepare().execute() : await query).map(toHead);
};

export const everWrote = ({ people }: Pick<AssessmentHead, "people">): string[] => [
  ...new Set(people.map(({ userId }) => userId)),
];

export const handedOver = ({ deputies }: Pick<AssessmentHead, "deputies">): string[] => [
  ...new Set(deputies.map(({ namedById }) => namedById)),
];

const toHead = (row: Omit<AssessmentHead, "leadId" | "policySubject">): AssessmentHead => {
  const current = row.people.filter((person) => person.removedAt === null);
  const leadId = current.find((person) => person.role === "LEAD")?.userId ?? null;
  const contributorIds = current
    .filter((person) => person.role === "CONTRIBUTOR")
    .map((person) => person.userId);
  const conflictedIds = [...everWrote(row), ...handedOver(row)];
  const deputyId = row.deputies.at(-1)?.deputyId ?? null;
  const { status, departmentId } = row;
  const policySubject = { status, departmentId, leadId, contributorIds, conflictedIds, deputyId };
  return { ...row, leadId, policySubject };
};

/**
 * The assessment with this reference; null when there is none, and when the viewer may not see it. With a lock, it is held
 * first and read then: who drafts it stands in another table, which a statement that had to wait would show as it was before.
 */
export const loadHeadByReference = async (
  db: Executor,
  reader: AssessmentReader,
  reference: string,
  lock?: "update",
): Promise<AssessmentHead | null> => {
  const where = eq(assessments.reference, reference);
  if (lock !== undefined && !(await lockAssessment(db, reader, where, lock))) return null;
  return (await loadHeads(db, reader, { where, prepared: true }))[0] ?? null;
};

const lockAssessment = async (
  db: Executor,
  reader: AssessmentReader,
  where: SQL | undefined,
  lock: "update",
): Promise<boolean> => {
  const held = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(readableBy(db, reader), where))
    .for(lock, { of: assessments });
  return (await held.prepare().execute()).length > 0;
};

/** How many the viewer may see: the same predicate as the rows, so that a count never tells of a hidden one. */
export const countHeads = async (
  db: Executor,
  viewer: Viewer | null,
  where: SQL | undefined,
): Promise<number> => await db.$count(assessments, and(readableBy(db, viewer), where));
