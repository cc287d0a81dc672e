import type { Transaction } from "@due-regard/database/connection";
import {
  assessmentPeople,
  assessmentRevisions,
  assessments,
  signatures,
} from "@due-regard/database/schema/assessments";
import { roleGrants } from "@due-regard/database/schema/people";
import { comments, reviewDeputies } from "@due-regard/database/schema/reviews";
import type { NoticeEvent, NoticePeople } from "@due-regard/domain/notices/recipients";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

/** Everybody whom something that happened to an assessment can concern, or a date: then there is no event, and no talk. */
export const loadPeople = async (
  tx: Transaction,
  assessmentId: string,
  event?: Pick<NoticeEvent, "subjectType" | "subjectId">,
): Promise<NoticePeople> => {
  const drafters = await loadDrafters(tx, assessmentId);
  const current = drafters.filter(({ removedAt }) => removedAt === null);
  const group = await loadGroup(tx, assessmentId);
  const named = await loadDeputies(tx, assessmentId);
  const deputy = named.at(-1)?.deputyId;
  const chairs = group.filter(({ role }) => role === "DEG_CHAIR");
  return {
    leadId: current.find(({ role }) => role === "LEAD")?.userId ?? null,
    contributorIds: idsOf(current.filter(({ role }) => role === "CONTRIBUTOR")),
    conflictedIds: [...idsOf(drafters), ...named.map(({ namedById }) => namedById)],
    groupIds: idsOf(group),
    chairIds: [...idsOf(chairs), ...(deputy === undefined ? [] : [deputy])],
    signatoryIds: idsOf(await loadSignatories(tx, assessmentId)),
    threadIds: event?.subjectType === "comment" ? await loadThread(tx, event.subjectId) : [],
  };
};

const idsOf = (rows: readonly { userId: string }[]): string[] => [
  ...new Set(rows.map(({ userId }) => userId)),
];

const loadDrafters = async (tx: Transaction, assessmentId: string) =>
  await tx
    .select({
      userId: assessmentPeople.userId,
      role: assessmentPeople.role,
      removedAt: assessmentPeople.removedAt,
    })
    .from(assessmentPeople)
    .where(eq(assessmentPeople.assessmentId, assessmentId));

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

/** Who was named to chair its review, by whom: the latest counts. */
const loadDeputies = async (tx: Transaction, assessmentId: string) =>
  await tx
    .select({ deputyId: reviewDeputies.deputyId, namedById: reviewDeputies.namedById })
    .from(reviewDeputies)
    .where(eq(reviewDeputies.assessmentId, assessmentId))
    .orderBy(asc(reviewDeputies.namedAt));

const loadSignatories = async (tx: Transaction, assessmentId: string) =>
  await tx
    .selectDistinct({ userId: signatures.userId })
    .from(signatures)
    .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, signatures.revisionId))
    .where(eq(assessmentRevisions.assessmentId, assessmentId));

/** Whoever had written in the talk that a comment belongs to when it was written, as its first or as an answer. */
const loadThread = async (tx: Transaction, commentId: string): Promise<string[]> => {
  const it = alias(comments, "it");
  const first = sql`coalesce(${it.threadId}, ${it.id})`;
  const authors = await tx
    .selectDistinct({ userId: comments.authorId })
    .from(comments)
    .innerJoin(it, eq(it.id, commentId))
    .where(
      and(
        or(eq(comments.id, first), eq(comments.threadId, first)),
        lte(comments.writtenAt, sql`greatest(${it.writtenAt}, ${it.raisedAt})`),
      ),
    );
  return idsOf(authors);
};
