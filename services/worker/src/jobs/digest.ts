import { noticePreferences, notices } from "@due-regard/database/schema/notices";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { defineJob } from "../job.ts";
import { prepareEmail } from "../notices/write-notices.ts";

/** What is older than this and still unread is no news any more: it stays in the application. */
const NEWS_MS = 7 * 24 * 60 * 60 * 1000;

/** Gathers what is new for each person who wants one message a day. Nothing new, no message. */
export const digest = defineJob({
  input: z.object({}),
  cron: "30 7 * * *",
  run: async (tx, _input, { mailer, now }) => {
    if (mailer === null) return;
    const news = await tx
      .select({ id: notices.id, recipientId: notices.recipientId })
      .from(notices)
      .innerJoin(noticePreferences, eq(noticePreferences.userId, notices.recipientId))
      .where(
        and(
          eq(noticePreferences.email, "DAILY"),
          isNull(notices.readAt),
          isNull(notices.emailId),
          gt(notices.createdAt, new Date(now().getTime() - NEWS_MS).toISOString()),
        ),
      )
      .orderBy(asc(notices.createdAt));
    for (const [recipientId, own] of Map.groupBy(news, (notice) => notice.recipientId))
      await prepareEmail(tx, { recipientId, isDigest: true, noticeIds: own.map(({ id }) => id) });
  },
});
