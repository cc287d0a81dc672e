import type { Executor } from "@due-regard/database/connection";
import { sendsEmail } from "@due-regard/database/jobs/workers";
import { emails, noticePreferences } from "@due-regard/database/schema/notices";
import { DEFAULT_EMAIL, type EmailChoice } from "@due-regard/domain/notices/kinds";
import { notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { inTransaction, recordAudit } from "../../../schema/in-transaction.ts";

export interface NoticePreferences {
  email: EmailChoice;
  /** Whether any process is there that could send email. */
  emailIsSent: boolean;
  /** When the last message to this person was given up, if nothing has reached them since. An ISO instant. */
  undeliveredSince: string | null;
}

export const loadPreferences = async (db: Executor, userId: string): Promise<NoticePreferences> => {
  const [chosen] = await db
    .select({ email: noticePreferences.email })
    .from(noticePreferences)
    .where(eq(noticePreferences.userId, userId));
  const [last] = await db
    .select({ state: emails.state, settledAt: emails.settledAt })
    .from(emails)
    .where(and(eq(emails.recipientId, userId), inArray(emails.state, ["SENT", "GIVEN_UP"])))
    .orderBy(desc(emails.settledAt))
    .limit(1);
  return {
    email: chosen?.email ?? DEFAULT_EMAIL,
    emailIsSent: await sendsEmail(db),
    undeliveredSince: last?.state === "GIVEN_UP" ? last.settledAt : null,
  };
};

/** Says how somebody wants to be told beside the application. */
export const setNoticePreferences = (
  context: ApiContext,
  { email }: { email: EmailChoice },
): Promise<Result<NoticePreferences>> =>
  inTransaction(context, async (tx) => {
    const { viewer } = context;
    if (viewer === null) return notAllowed("Sign in first.");
    const { userId } = viewer;
    const mine = { email, setAt: new Date().toISOString() };
    await tx
      .insert(noticePreferences)
      .values({ userId, ...mine })
      .onConflictDoUpdate({ target: noticePreferences.userId, set: mine });
    await recordAudit(tx, context, [
      { action: "notices.preferences-set", subjectType: "person", subjectId: userId, detail: { email } },
    ]);
    return ok(await loadPreferences(tx, userId));
  });
