import type { Executor } from "@due-regard/database/connection";
import { assessmentPeople, assessments } from "@due-regard/database/schema/assessments";
import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { reviewDeputies } from "@due-regard/database/schema/reviews";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { groupLoader } from "../../../schema/group-loader.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { type ActionInForce, IS_OPEN, loadActionsInForce } from "../actions/load-actions.ts";

/**
 * What hangs on one person, as an administrator is shown it: which assessments, and how they stand. Administrators don't read drafts,
 * so these statements ask for no title and no text, and each row passes `assessment.reassign` of the policy.
 */

/** An assessment as far as an administrator may know it. */
export interface LeftAssessment {
  id: string;
  reference: string;
  status: AssessmentStatus;
  departmentId: string;
  revision: number;
}

const SHOWN = {
  id: assessments.id,
  reference: assessments.reference,
  status: assessments.status,
  departmentId: assessments.departmentId,
  revision: assessments.revision,
};

/** The policy judges an administrator by their role alone: who writes it, and who reviews it, says nothing about them. */
export const mayReassign = (
  viewer: Viewer | null,
  { status, departmentId }: Pick<LeftAssessment, "status" | "departmentId">,
): boolean =>
  mayOnAssessment(viewer, "assessment.reassign", {
    status,
    departmentId,
    leadId: null,
    contributorIds: [],
    conflictedIds: [],
    deputyId: null,
  });

export interface LedAssessment extends LeftAssessment {
  leadId: string;
  since: string;
  contributorIds: string[];
}

const contributorIds = sql<string[]>`(
  select coalesce(jsonb_agg(c.user_id order by c.added_at), '[]') from assessment_people c
  where c.assessment_id = ${assessments.id} and c.role = 'CONTRIBUTOR' and c.removed_at is null)`;

export const loadLed = async (
  db: Executor,
  viewer: Viewer | null,
  where: SQL | undefined,
): Promise<LedAssessment[]> => {
  const rows = await db
    .select({ ...SHOWN, leadId: assessmentPeople.userId, since: assessmentPeople.addedAt, contributorIds })
    .from(assessmentPeople)
    .innerJoin(assessments, eq(assessments.id, assessmentPeople.assessmentId))
    .where(and(eq(assessmentPeople.role, "LEAD"), isNull(assessmentPeople.removedAt), where))
    .orderBy(asc(assessments.reference));
  return rows.filter((row) => mayReassign(viewer, row));
};

/** What somebody leads now, by reference. Read anew: the request itself may hand it over. */
export const ledBy = groupLoader<LedAssessment>(
  ({ db, viewer }, ids) => loadLed(db, viewer, inArray(assessmentPeople.userId, [...ids])),
  ({ leadId }) => leadId,
  { cache: false },
);

const BEING_WRITTEN = [
  "DRAFT",
  "IN_REVIEW",
  "CHANGES_REQUESTED",
] as const satisfies readonly AssessmentStatus[];

/** What somebody helps to write now: told as a number, since its lead and not an administrator ends their part. */
export const helpedBy = groupLoader<{ userId: string }>(
  async ({ db }, ids) =>
    await db
      .select({ userId: assessmentPeople.userId })
      .from(assessmentPeople)
      .innerJoin(assessments, eq(assessments.id, assessmentPeople.assessmentId))
      .where(
        and(
          inArray(assessmentPeople.userId, [...ids]),
          eq(assessmentPeople.role, "CONTRIBUTOR"),
          isNull(assessmentPeople.removedAt),
          inArray(assessments.status, [...BEING_WRITTEN]),
        ),
      ),
  ({ userId }) => userId,
  { cache: false },
);

export interface DeputyPlace extends LeftAssessment {
  deputyId: string;
  namedById: string;
  namedAt: string;
}

const TO_DECIDE = [
  "IN_REVIEW",
  "CHANGES_REQUESTED",
  "SIGNED_OFF",
] as const satisfies readonly AssessmentStatus[];

/** The reviews that somebody chairs in a chair's place, while there is something to decide. */
export const deputisedBy = groupLoader<DeputyPlace>(
  async ({ db, viewer }, ids) => {
    const { deputyId, namedById, namedAt, assessmentId } = reviewDeputies;
    const latest = db
      .selectDistinctOn([assessmentId], { assessmentId, deputyId, namedById, namedAt })
      .from(reviewDeputies)
      .orderBy(assessmentId, sql`${namedAt} desc`)
      .as("latest");
    const rows = await db
      .select({ ...SHOWN, deputyId: latest.deputyId, namedById: latest.namedById, namedAt: latest.namedAt })
      .from(latest)
      .innerJoin(assessments, eq(assessments.id, latest.assessmentId))
      .where(and(inArray(latest.deputyId, [...ids]), inArray(assessments.status, [...TO_DECIDE])))
      .orderBy(asc(assessments.reference));
    return rows.filter((row) => mayReassign(viewer, row));
  },
  ({ deputyId }) => deputyId,
  { cache: false },
);

/** Open actions of plans in force that somebody owns: of signed assessments, which administrators read. */
export const loadOwnedActions = (
  db: Executor,
  viewer: Viewer | null,
  ownerId: string,
): Promise<ActionInForce[]> =>
  loadActionsInForce(db, viewer, {
    where: and(eq(equalityActions.ownerId, ownerId), IS_OPEN),
    today: londonToday(),
  });
