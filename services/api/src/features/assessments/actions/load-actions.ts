import type { Executor } from "@due-regard/database/connection";
import { signedFor } from "@due-regard/database/read-models/due";
import {
  assessmentRevisions,
  assessments,
  improvementActions,
} from "@due-regard/database/schema/assessments";
import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import type { AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import { OPEN_ACTION_STATUSES } from "@due-regard/domain/strategies/vocabulary";
import { and, asc, count, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { type AssessmentReader, LAST_SIGNED, shownTo } from "../shown-to.ts";

/**
 * Actions of the plans that are in force: of what is signed and stands, and while it is written anew, of the revision that was
 * signed last. The policy's row predicate is part of every statement, as it is of every other that leads to assessments.
 */

const IN_FORCE = ["SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"] as const satisfies readonly AssessmentStatus[];

const STANDS = inArray(assessments.status, [...IN_FORCE]);

/** What the assessment is as the signed one whose plan is in force. */
const planStatus = sql<AssessmentStatus>`case when ${STANDS} then ${assessments.status} else ${assessments.signedStatus} end`;

const planRevision = sql<number>`case when ${STANDS} then ${assessments.revision} else ${LAST_SIGNED} end`;

/** Names an action through all its revisions: the first row of its line. */
export const LINE = sql<string>`coalesce(${improvementActions.originId}, ${improvementActions.id})`;

export const STATUS = sql`coalesce(${equalityActions.status}, 'NOT_STARTED')`;

/** `dueInForce` of the domain (ehria/actions/live-action.ts), as SQL. */
export const DUE = sql<string | null>`case
  when ${equalityActions.movedTo} is not null and ${equalityActions.movedFrom} is not distinct from ${improvementActions.due}
  then ${equalityActions.movedTo} else ${improvementActions.due} end`;

export const IS_OPEN = inArray(STATUS, [...OPEN_ACTION_STATUSES]);

/** @param today ISO date, in London */
export const isLate = (today: string): SQL => sql`coalesce(${IS_OPEN} and ${DUE} < ${today}::date, false)`;

const readable = (db: Executor, reader: AssessmentReader): SQL | undefined =>
  and(
    shownTo(db, reader).readable,
    sql`(${STANDS} or ${assessments.signedStatus} in ('SIGNED_OFF', 'PUBLISHED', 'REVIEW_DUE'))`,
    signedFor(improvementActions.id, assessmentRevisions.sealedContent),
  );

const COLUMNS = {
  ...getTableColumns(improvementActions),
  assessmentId: assessments.id,
  planStatus,
  planRevision: assessmentRevisions.number,
  isOpen: sql<boolean>`${IS_OPEN}`,
  metricId: equalityActions.metricId,
  deliveryActionId: equalityActions.deliveryActionId,
};

interface Question {
  where: SQL | undefined;
  /** ISO date, in London: what is late comes first, then by date; what is done or given up comes last. */
  today: string;
  limit?: number;
  offset?: number;
}

const from = <Selected extends Record<string, unknown>>(db: Executor, columns: Selected) =>
  db
    .select(columns as never)
    .from(improvementActions)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, improvementActions.revisionId))
    .innerJoin(
      assessments,
      and(eq(assessments.id, assessmentRevisions.assessmentId), eq(assessmentRevisions.number, planRevision)),
    )
    .leftJoin(equalityActions, eq(equalityActions.id, LINE));

export type ActionInForce = typeof improvementActions.$inferSelect & {
  assessmentId: string;
  planStatus: AssessmentStatus;
  planRevision: number;
  isOpen: boolean;
  metricId: string | null;
  deliveryActionId: string | null;
};

export const loadActionsInForce = async (
  db: Executor,
  reader: AssessmentReader,
  { where, today, limit = 1_000, offset = 0 }: Question,
): Promise<ActionInForce[]> =>
  (await from(db, COLUMNS)
    .where(and(readable(db, reader), where))
    .orderBy(
      sql`${isLate(today)} desc`,
      sql`${IS_OPEN} desc`,
      sql`${DUE} asc nulls last`,
      asc(assessments.reference),
      asc(improvementActions.position),
      asc(improvementActions.id),
    )
    .limit(limit)
    .offset(offset)) as unknown as ActionInForce[];

export const countActionsInForce = async (
  db: Executor,
  reader: AssessmentReader,
  where: SQL | undefined,
): Promise<number> => {
  const [counted] = (await from(db, { all: count() }).where(and(readable(db, reader), where))) as unknown as {
    all: number;
  }[];
  return counted?.all ?? 0;
};

export interface CountedActions {
  key: string;
  open: number;
  late: number;
}

/** Those of assessments that this organisation's departments make. @param code its ONS code */
export const isOfOrganisation = (code: string): SQL => sql`${assessments.departmentId} in
  (select ${departments.id} from ${departments} join ${organisations} on ${organisations.id} = ${departments.organisationId}
   where ${organisations.code} = ${code})`;

/** What actions are joined to, and can be counted by. */
export const JOINED_TO = {
  metric: sql<string | null>`${equalityActions.metricId}`,
  deliveryAction: sql<string | null>`${equalityActions.deliveryActionId}`,
  strategy: sql<
    string | null
  >`(select d.strategy_id from delivery_actions d where d.id = ${equalityActions.deliveryActionId})`,
} as const;

interface CountQuestion {
  to: keyof typeof JOINED_TO;
  /** Left out: each that there is. */
  ids?: readonly string[];
  /** ONS code: only actions of this organisation's assessments. */
  organisation?: string | undefined;
  /** ISO date, in London. */
  today: string;
}

/**
 * How many open and late ones are joined to each of these, or to each that there is: one statement for all of them. Nothing
 * is said of what none is joined to. The predicate is that of the rows, so that no count tells of what the reader may not see.
 */
export const countJoined = async (
  db: Executor,
  reader: AssessmentReader,
  { to, ids, organisation, today }: CountQuestion,
): Promise<CountedActions[]> => {
  const key = JOINED_TO[to];
  const columns = {
    key,
    open: sql<number>`(count(*) filter (where ${IS_OPEN}))::int`,
    late: sql<number>`(count(*) filter (where ${isLate(today)}))::int`,
  };
  const asked = ids === undefined ? sql`${key} is not null` : inArray(key, [...ids]);
  return (await from(db, columns)
    .where(and(readable(db, reader), asked, organisation ? isOfOrganisation(organisation) : undefined))
    .groupBy(key)) as unknown as CountedActions[];
};

/** The one in force of the line that a row belongs to, whichever of its revisions the row is of. Null: there is none for them. */
export const loadActionInForce = async (
  db: Executor,
  reader: AssessmentReader,
  rowId: string,
  today: string,
): Promise<ActionInForce | null> => {
  const line = sql`(select coalesce(o.origin_id, o.id) from improvement_actions o where o.id = ${rowId}::uuid)`;
  const [action] = await loadActionsInForce(db, reader, { where: sql`${LINE} = ${line}`, today, limit: 1 });
  return action ?? null;
};
