import type { Executor } from "@due-regard/database/connection";
import { roleGrants, users } from "@due-regard/database/schema/people";
import { capacitiesThatMay } from "@due-regard/domain/access/policy";
import { ROLES, type Role } from "@due-regard/domain/access/roles";
import { whatDraftingBars } from "@due-regard/domain/ehria/people/drafters";
import { and, asc, eq, exists, ilike, inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { ActionInForce } from "../actions/load-actions.ts";
import type { AssessmentHead } from "../load-head.ts";
import { heldBy } from "../people/held-by.ts";
import { loadReviewers } from "../people/load-reviewers.ts";
import type { LedAssessment } from "./load-left.ts";

export type UserRow = typeof users.$inferSelect;

/** Somebody who could follow whoever has left. */
export interface SuccessorView {
  user: UserRow;
  /** Helps to write it now. */
  contributes: boolean;
  bars: string | null;
}

const MOST_FOUND = 20;

const literally = (words: string): string => words.replace(/[\\%_]/g, "\\$&");

interface Question {
  /** Who holds one of these roles there, or everywhere … */
  roles: readonly Role[];
  departmentId: string;
  /** … or is one of these. */
  orIds?: readonly string[];
  notIds: readonly string[];
  search: string;
  /** Come first. */
  firstIds?: readonly string[];
}

const find = async (db: Executor, question: Question): Promise<UserRow[]> => {
  const { roles, departmentId, orIds = [], notIds, firstIds = [] } = question;
  const words = question.search.trim();
  const held = db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.userId, users.id),
        inArray(roleGrants.role, [...roles]),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.departmentId), eq(roleGrants.departmentId, departmentId)),
      ),
    );
  const first: SQL[] = firstIds.length === 0 ? [] : [sql`${inArray(users.id, [...firstIds])} desc`];
  return await db
    .select()
    .from(users)
    .where(
      and(
        isNull(users.disabledAt),
        orIds.length === 0 ? exists(held) : or(exists(held), inArray(users.id, [...orIds])),
        notIds.length === 0 ? undefined : notInArray(users.id, [...notIds]),
        words === ""
          ? undefined
          : or(ilike(users.name, `%${literally(words)}%`), ilike(users.email, `${literally(words)}%`)),
      ),
    )
    .orderBy(...first, asc(users.name), asc(users.id))
    .limit(MOST_FOUND);
};

/** Who may lead it in the place of who does: officers of its department who took no part in its review, and not who asks. */
export const findNewLeads = async (
  db: Executor,
  viewerId: string,
  led: LedAssessment,
  search: string,
): Promise<SuccessorView[]> => {
  const notIds = [viewerId, led.leadId, ...(await loadReviewers(db, led.id))];
  const { departmentId, contributorIds } = led;
  const found = await find(db, {
    roles: ["OFFICER"],
    departmentId,
    notIds,
    search,
    firstIds: contributorIds,
  });
  const roles = await heldBy(
    db,
    found.map(({ id }) => id),
  );
  return found.map((user) => ({
    user,
    contributes: contributorIds.includes(user.id),
    bars: whatDraftingBars(roles.get(user.id) ?? [], departmentId),
  }));
};

/** Who may see to an action of a signed plan: whoever reads its assessment, but for who does now. */
export const findNewOwners = async (
  db: Executor,
  head: AssessmentHead,
  { action, ownerId }: { action: ActionInForce; ownerId: string },
  search: string,
): Promise<SuccessorView[]> => {
  const { leadId, contributorIds } = head.policySubject;
  const capacities = capacitiesThatMay("assessment.read", action.planStatus);
  const roles = ROLES.filter((role) => capacities.includes(role));
  const writers = leadId === null ? contributorIds : [leadId, ...contributorIds];
  const { departmentId } = head;
  const question = { roles, departmentId, orIds: writers, notIds: [ownerId], search, firstIds: writers };
  return (await find(db, question)).map((user) => ({
    user,
    contributes: contributorIds.includes(user.id),
    bars: null,
  }));
};
