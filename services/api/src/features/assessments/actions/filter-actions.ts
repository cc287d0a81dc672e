import {
  assessmentPeople,
  assessmentRevisions,
  assessments,
  characteristicImpacts,
  improvementActions,
} from "@due-regard/database/schema/assessments";
import { equalityActions } from "@due-regard/database/schema/equality-actions";
import { metrics } from "@due-regard/database/schema/metrics";
import { deliveryActions, strategies } from "@due-regard/database/schema/strategies";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import type { ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import { and, eq, exists, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import type { Maybe } from "../../../schema/maybe.ts";
import { DUE, IS_OPEN, isLate, isOfOrganisation, JOINED_TO, STATUS } from "./load-actions.ts";

export interface ActionFilter {
  mine?: Maybe<boolean>;
  dueBy?: Maybe<string>;
  overdue?: Maybe<boolean>;
  open?: Maybe<boolean>;
  status?: Maybe<readonly ActionStatus[]>;
  department?: Maybe<{ id: string }>;
  /** ONS code. */
  organisation?: Maybe<string>;
  metric?: Maybe<string>;
  strategy?: Maybe<string>;
  deliveryAction?: Maybe<string>;
  assessment?: Maybe<string>;
  characteristic?: Maybe<ProtectedCharacteristic>;
  text?: Maybe<string>;
}

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** An owner's to see to; the lead officer's where nobody was named. */
const isFor = ({ db }: Pick<ApiContext, "db">, userId: string): SQL | undefined => {
  const leads = exists(
    db
      .select({ id: assessmentPeople.id })
      .from(assessmentPeople)
      .where(
        and(
          eq(assessmentPeople.assessmentId, assessments.id),
          eq(assessmentPeople.userId, userId),
          eq(assessmentPeople.role, "LEAD"),
          isNull(assessmentPeople.removedAt),
        ),
      ),
  );
  return or(eq(equalityActions.ownerId, userId), and(isNull(equalityActions.ownerId), leads));
};

const mentions = (text: string): SQL | undefined => {
  const words = literally(text);
  const { objective, action, target, officer } = improvementActions;
  const cells = [objective, action, target, officer, assessments.title];
  return or(...cells.map((cell) => ilike(cell, words)), ilike(assessments.reference, words));
};

const touches = ({ db }: Pick<ApiContext, "db">, characteristic: ProtectedCharacteristic): SQL =>
  exists(
    db
      .select({ id: characteristicImpacts.id })
      .from(characteristicImpacts)
      .where(
        and(
          eq(characteristicImpacts.revisionId, assessmentRevisions.id),
          eq(characteristicImpacts.characteristic, characteristic),
          eq(characteristicImpacts.affected, true),
        ),
      ),
  );

/** Every condition given must hold. @param today ISO date, in London */
export const actionConditions = (
  context: Pick<ApiContext, "db"> & { viewer: Viewer | null },
  filter: ActionFilter,
  today: string,
): SQL | undefined => {
  const { viewer } = context;
  const { mine, dueBy, overdue, open, status, department, metric, assessment, characteristic } = filter;
  const { strategy, deliveryAction, organisation } = filter;
  const text = filter.text?.trim();
  return and(
    mine && viewer ? isFor(context, viewer.userId) : undefined,
    dueBy ? and(IS_OPEN, sql`${DUE} <= ${dueBy}::date`) : undefined,
    overdue == null ? undefined : sql`${isLate(today)} = ${overdue}`,
    open == null ? undefined : sql`(${IS_OPEN}) = ${open}`,
    status == null ? undefined : status.length === 0 ? sql`false` : inArray(STATUS, [...status]),
    department ? eq(assessments.departmentId, department.id) : undefined,
    organisation ? isOfOrganisation(organisation) : undefined,
    metric
      ? sql`${equalityActions.metricId} = (select ${metrics.id} from ${metrics} where ${metrics.code} = ${metric})`
      : undefined,
    strategy
      ? sql`${JOINED_TO.strategy} = (select ${strategies.id} from ${strategies} where ${strategies.slug} = ${strategy})`
      : undefined,
    deliveryAction
      ? sql`${equalityActions.deliveryActionId} in (select ${deliveryActions.id} from ${deliveryActions} where ${deliveryActions.reference} = ${deliveryAction})`
      : undefined,
    assessment ? eq(assessments.reference, assessment) : undefined,
    characteristic ? touches(context, characteristic) : undefined,
    text ? mentions(text) : undefined,
  );
};
