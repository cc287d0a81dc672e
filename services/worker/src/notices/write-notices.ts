import { randomUUID } from "node:crypto";
import type { Transaction } from "@due-regard/database/connection";
import { enqueueJobs } from "@due-regard/database/jobs/enqueue-jobs";
import { emails, noticePreferences, notices } from "@due-regard/database/schema/notices";
import { DEFAULT_EMAIL, type EmailChoice } from "@due-regard/domain/notices/kinds";
import { inArray } from "drizzle-orm";
import type { JobContext } from "../job.ts";
import { loadRecipients } from "./load-recipients.ts";
import { mayReadAbout, type Readable, readableBy } from "./may-read.ts";

export type NewNotice = Omit<typeof notices.$inferInsert, "id" | "createdAt" | "readAt" | "emailId">;

/**
 * Tells people, each of them once under a notice's key, and only who may read what it is about as things stand. Whoever wants
 * each notice by email is sent it, when there is a server to send it by.
 */
export const writeNotices = async (
  tx: Transaction,
  { mailer }: JobContext,
  candidates: readonly NewNotice[],
): Promise<void> => {
  const allowed = await onlyReaders(tx, candidates);
  if (allowed.length === 0) return;
  const written = await tx
    .insert(notices)
    .values(allowed)
    .onConflictDoNothing()
    .returning({ id: notices.id, recipientId: notices.recipientId });
  if (mailer !== null) await emailEach(tx, written);
};

const onlyReaders = async (tx: Transaction, candidates: readonly NewNotice[]): Promise<NewNotice[]> => {
  const byRecipient = Map.groupBy(candidates, ({ recipientId }) => recipientId);
  const readable = new Map<string, Readable>();
  for (const { viewer } of await loadRecipients(tx, [...byRecipient.keys()])) {
    const about = byRecipient.get(viewer.userId) ?? [];
    const ids = about.flatMap(({ assessmentId }) => assessmentId ?? []);
    readable.set(viewer.userId, await readableBy(tx, viewer, ids));
  }
  return candidates.filter(({ recipientId, assessmentId = null, organisationId = null }) => {
    const theirs = readable.get(recipientId);
    return theirs !== undefined && mayReadAbout(theirs, { assessmentId, organisationId });
  });
};

interface WrittenNotice {
  id: string;
  recipientId: string;
}

const emailEach = async (tx: Transaction, written: readonly WrittenNotice[]): Promise<void> => {
  const choices = await loadChoices(
    tx,
    written.map(({ recipientId }) => recipientId),
  );
  for (const { id, recipientId } of written) {
    if ((choices.get(recipientId) ?? DEFAULT_EMAIL) === "EACH")
      await prepareEmail(tx, { recipientId, isDigest: false, noticeIds: [id] });
  }
};

const loadChoices = async (
  tx: Transaction,
  userIds: readonly string[],
): Promise<Map<string, EmailChoice>> => {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .select({ userId: noticePreferences.userId, email: noticePreferences.email })
    .from(noticePreferences)
    .where(inArray(noticePreferences.userId, [...new Set(userIds)]));
  return new Map(rows.map(({ userId, email }) => [userId, email]));
};

interface NewEmail {
  recipientId: string;
  isDigest: boolean;
  noticeIds: string[];
}

/** Puts one message about these notices into the queue. What it says is written when it is sent. */
export const prepareEmail = async (tx: Transaction, { noticeIds, ...email }: NewEmail): Promise<void> => {
  const id = randomUUID();
  await tx.insert(emails).values({ id, ...email });
  await tx.update(notices).set({ emailId: id }).where(inArray(notices.id, noticeIds));
  await enqueueJobs(tx, [{ job: "email.send", input: { emailId: id }, key: id }]);
};
