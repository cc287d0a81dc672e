import type { Transaction } from "@due-regard/database/connection";
import {
  assessmentPeople,
  assessmentRevisions,
  assessments,
  signatures,
} from "@due-regard/database/schema/assessments";
import { roleGrants } from "@due-regard/database/schema/people";
import type { NoticePeople } from "@due-regard/domain/notices/recipients";
import { and, eq, inArray, isNull, or } from "drizzle-orm";

/** Everybody whom something that happened to an assessment can concern. */
export const loadPeople = async (tx: Transaction, assessmentId: string): Promise<NoticePeople> => {
  const drafters = await tx
    .select({
      userId: assessmentPeople.userId,
      role: assessmentPeople.role,
      removedAt: assessmentPeople.removedAt,
    })
    .from(assessmentPeople)
    .where(eq(assessmentPeople.assessmentId, assessmentId));
  const current = drafters.filter(({ removedAt }) => removedAt === null);
  const group = await loadGroup(tx, assessmentId);
  const idsOf = (rows: readonly { userId: string }[]): string[] => [
    ...new Set(rows.map(({ userId }) => userId)),
  ];
  return {
    leadId: current.find(({ role }) => role === "LEAD")?.userId ?? null,
    contributorIds: idsOf(current.filter(({ role }) => role === "CONTRIBUTOR")),
    everDraftedIds: idsOf(drafters),
    groupIds: idsOf(group),
    chairIds: idsOf(group.filter(({ role }) => role === "DEG_CHAIR")),
    signatoryIds: idsOf(await loadSignatories(tx, assessmentId)),
    threadIds: [],
  };
};

/** Members and chairs of the group of its department, and those who are it everywhere. */
const loadGroup = async (tx: Transaction, assessmentId: string) =>
  await tx
    .select({ userId: roleGrants.userId, role: roleGrants.role })
    .from(roleGrants)
    .innerJoin(assessments, eq(assessments.id, assessmentId))
    .where(
      and(
        inArray(roleGrants.role, ["DEG_MEMBER", "DEG_CHAIR"]),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.departmentId), eq(roleGrants.departmentId, assessments.departmentId)),
      ),
    );

const loadSignatories = async (tx: Transaction, assessmentId: string) =>
  await tx
    .selectDistinct({ userId: signatures.userId })
    .from(signatures)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, signatures.revisionId))
    .where(eq(assessmentRevisions.assessmentId, assessmentId));
