import type { Executor } from "@due-regard/database/connection";
import { assessmentRevisions, assessments } from "@due-regard/database/schema/assessments";
import {
  type AssessmentSubject,
  assessmentReadRules,
  mayOnAssessment,
} from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type AssessmentReader, readerId, shownTo, signedFirst, TEMPLATE_OF_REVISION } from "./shown-to.ts";

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
  /** True for a revision that was asked for by its number while a later one is shown. It is only read. */
  isEarlier: boolean;
  /** False for such a one, and for the last signed one that readers see while a later one is written. */
  isInForce: boolean;
  revisionId: string;
  sealedAt: string | null;
  sealedHash: string | null;
  startedOn: string;
  completedOn: string | null;
  reviewDueOn: string | null;
  supersededById: string | null;
  sourceId: string | null;
  isDemo: boolean;
  /** True while a copy of this revision for the public waits to be approved. */
  isPrepared: boolean;
  /** Everybody who ever drafted it. */
  people: AssessmentPerson[];
  /** Every deputy ever named, in order: the last one counts. */
  deputies: NamedDeputy[];
  leadId: string | null;
  policySubject: AssessmentSubject;
}

const people = sql<AssessmentPerson[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('userId', p.user_id, 'role', p.role, 'removedAt', p.removed_at) order by p.added_at), '[]')
  from assessment_people p where p.assessment_id = ${assessments.id})`;

const deputies = sql<NamedDeputy[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('deputyId', d.deputy_id, 'namedById', d.named_by_id, 'namedAt', d.named_at, 'reason', d.reason) order by d.named_at), '[]')
  from review_deputies d where d.assessment_id = ${assessments.id})`;

const isPrepared = sql<boolean>`exists (
  select from publications c where c.revision_id = ${assessmentRevisions.id} and c.approved_at is null)`;

interface HeadQuestion {
  where: SQL | undefined;
  orderBy?: SQL[];
  limit?: number;
  offset?: number;
  /** Number of the revision to load instead of the one that is shown: for those who may see the workings. */
  revision?: number;
  /** In place of a text that is being written anew, the last signed one. It is only read. */
  signedFirst?: boolean;
  /** Keeps the statement prepared: for a question that is asked again and again, whose number of values is always the same. */
  prepared?: boolean;
}

const isRevision = (number: number): SQL | undefined =>
  and(eq(assessmentRevisions.assessmentId, assessments.id), eq(assessmentRevisions.number, number));

/** The one loader of assessments: whatever asks, rows pass the policy's predicate first. */
export const loadHeads = async (
  db: Executor,
  reader: AssessmentReader,
  question: HeadQuestion,
): Promise<AssessmentHead[]> => {
  const query = selectHeads(db, reader, question);
  return (question.prepared ? await query.prepare().execute() : await query).map(toHead);
};

const selectHeads = (db: Executor, reader: AssessmentReader, question: HeadQuestion) => {
  const { where, orderBy = [asc(assessments.reference)], limit, offset } = question;
  const usual = shownTo(db, reader);
  const shown = question.signedFirst ? signedFirst(db, reader) : usual;
  const { signedStatus: _, ...columns } = getTableColumns(assessments);
  const { revision } = question;
  let query = db
    .select({
      ...columns,
      status: shown.status,
      revision: assessmentRevisions.number,
      templateId: TEMPLATE_OF_REVISION,
      isEarlier: sql<boolean>`${assessmentRevisions.number} <> ${usual.revision}`,
      isInForce: sql<boolean>`${assessmentRevisions.number} = ${assessments.revision}`,
      revisionId: assessmentRevisions.id,
      sealedAt: assessmentRevisions.sealedAt,
      sealedHash: assessmentRevisions.contentHash,
      isPrepared,
      people,
      deputies,
    })
    .from(assessments)
    .innerJoin(assessmentRevisions, revision === undefined ? shown.isShown : isRevision(revision))
    .where(and(shown.readable, where))
    .orderBy(...orderBy)
    .$dynamic();
  if (limit !== undefined) query = query.limit(limit);
  if (offset !== undefined) query = query.offset(offset);
  return query;
};

const BY_REFERENCE = eq(assessments.reference, sql.placeholder("reference"));

const prepareByReference = (db: Executor, reader: AssessmentReader) =>
  selectHeads(db, reader, { where: BY_REFERENCE }).prepare();

const preparedOn = new WeakMap<Executor, Map<string, ReturnType<typeof prepareByReference>>>();
const MOST_PREPARED = 500;

/**
 * The statement by reference for whoever asks, written once for as long as the policy lets them read the same: writing it takes a
 * tenth of the time that a draft takes to be read. Who asks and the rules are the key, so that another role is another statement.
 * Kept for the pool alone: a transaction is soon over.
 */
const headByReference = (db: Executor, reader: AssessmentReader) => {
  if (!("$client" in db)) return prepareByReference(db, reader);
  const known = preparedOn.get(db) ?? new Map<string, ReturnType<typeof prepareByReference>>();
  preparedOn.set(db, known);
  const key = JSON.stringify([readerId(reader), assessmentReadRules(reader)]);
  const prepared = known.get(key) ?? prepareByReference(db, reader);
  if (known.size >= MOST_PREPARED) known.clear();
  known.set(key, prepared);
  return prepared;
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
  const [row] = await headByReference(db, reader).execute({ reference });
  return row === undefined ? null : toHead(row);
};

/** One revision of it, by its number. Null as above, when there is no such revision, and for those who may not see the workings. */
export const loadRevisionByNumber = async (
  db: Executor,
  viewer: Viewer | null,
  reference: string,
  revision: number,
): Promise<AssessmentHead | null> => {
  const [head] = await loadHeads(db, viewer, { where: eq(assessments.reference, reference), revision });
  return head !== undefined && mayOnAssessment(viewer, "assessment.workings", head.policySubject)
    ? head
    : null;
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
    .where(and(shownTo(db, reader).readable, where))
    .for(lock, { of: assessments });
  return (await held.prepare().execute()).length > 0;
};

/** How many the viewer may see: the same predicate as the rows, so that a count never tells of a hidden one. */
export const countHeads = async (
  db: Executor,
  viewer: Viewer | null,
  where: SQL | undefined,
): Promise<number> => await db.$count(assessments, and(shownTo(db, viewer).readable, where));
