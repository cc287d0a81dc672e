import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import { notices } from "@due-regard/database/schema/notices";
import { organisations } from "@due-regard/database/schema/organisations";
import { may } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { dueInWords } from "@due-regard/domain/notices/due";
import { NOTICES, type NoticeSubject, noticeAddress } from "@due-regard/domain/notices/kinds";
import { and, count, desc, eq, getTableColumns, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { shownTo } from "../shown-to.ts";

export type NoticeRow = typeof notices.$inferSelect;

/** A notice in words, as its reader may see what it is about now. */
export interface NoticeView {
  row: NoticeRow;
  words: string;
  /** The page that it leads to, from the top of the site. */
  address: string;
}

/**
 * The policy is asked again whenever notices are read: whoever could read an assessment when they were told of it, and no
 * longer can, is shown nothing of it.
 */
const ownAndReadable = (db: Executor, viewer: Viewer, where: SQL | undefined): SQL | undefined =>
  and(
    eq(notices.recipientId, viewer.userId),
    or(
      and(isNotNull(notices.assessmentId), shownTo(db, viewer).readable),
      may(viewer, "performance.read") ? isNull(notices.assessmentId) : sql`false`,
    ),
    where,
  );

interface NoticeQuestion {
  where?: SQL | undefined;
  limit?: number;
  offset?: number;
}

/** Somebody's notices, latest first: one statement. */
export const loadNotices = async (
  db: Executor,
  viewer: Viewer,
  { where, limit, offset }: NoticeQuestion = {},
): Promise<NoticeView[]> => {
  let query = db
    .select({
      row: getTableColumns(notices),
      reference: assessments.reference,
      assessment: assessments.title,
      organisation: organisations.name,
    })
    .from(notices)
    .leftJoin(assessments, eq(assessments.id, notices.assessmentId))
    .leftJoin(organisations, eq(organisations.id, notices.organisationId))
    .where(ownAndReadable(db, viewer, where))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .$dynamic();
  if (limit !== undefined) query = query.limit(limit);
  if (offset !== undefined) query = query.offset(offset);
  return (await query).map(({ row, reference, assessment, organisation }) => {
    const { kind, due, count: things } = row;
    const title = assessment ?? organisation ?? "";
    const subject: NoticeSubject = {
      title,
      reference,
      due: due === null ? null : dueInWords(due),
      count: things,
    };
    return { row, words: NOTICES[kind].words(subject), address: noticeAddress(kind, subject) };
  });
};

/** How many there are, by the same predicate. */
export const countNotices = async (db: Executor, viewer: Viewer, where?: SQL): Promise<number> => {
  const [counted] = await db
    .select({ all: count() })
    .from(notices)
    .leftJoin(assessments, eq(assessments.id, notices.assessmentId))
    .where(ownAndReadable(db, viewer, where));
  return counted?.all ?? 0;
};

export const isUnread = isNull(notices.readAt);
