import { loadNotices } from "@due-regard/api/features/assessments/notices/load-notices";
import { emails, notices } from "@due-regard/database/schema/notices";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { defineJob, type JobContext } from "../job.ts";
import { composeEmail } from "../mail/compose.ts";
import type { Message } from "../mail/mailer.ts";
import { loadRecipients } from "../notices/load-recipients.ts";

/** What became of a message. Null: it had become something before. */
type Outcome = Pick<typeof emails.$inferInsert, "state" | "because"> | null;

/**
 * Sends one message, unless its reader may no longer read what it is about, or can't sign in any more. Servers that can't take it
 * now are asked again for some five hours; after that, or when the address is refused for good, the message is given up, and
 * the page on background jobs says so.
 */
export const sendEmail = defineJob<{ emailId: string }, Outcome>({
  input: z.object({ emailId: z.uuid() }),
  prepare: async (context, { emailId }, { isLast, signal }) => {
    const [email] = await context.db.select().from(emails).where(eq(emails.id, emailId));
    if (email?.state !== "WAITING") return null;
    if (context.mailer === null)
      return { state: "GIVEN_UP", because: "No server for email is configured any more." };
    const message = await composeFor(context, email);
    if (message === null) return { state: "DROPPED", because: null };
    try {
      const delivery = await context.mailer.send(message, signal);
      return delivery.outcome === "SENT"
        ? { state: "SENT", because: null }
        : { state: "GIVEN_UP", because: delivery.because };
    } catch (error) {
      if (!isLast) throw error;
      context.logger.warn({ err: error, emailId }, "an email is given up");
      return {
        state: "GIVEN_UP",
        because: "The server for email could not be reached, or asked to wait each time.",
      };
    }
  },
  run: async (tx, { emailId }, { now }, outcome) => {
    if (outcome === null) return;
    await tx
      .update(emails)
      .set({ ...outcome, settledAt: now().toISOString() })
      .where(eq(emails.id, emailId));
  },
});

/** Null: nothing is left of it to tell. */
const composeFor = async (
  { db, baseUrl }: JobContext,
  { id, recipientId, isDigest }: typeof emails.$inferSelect,
): Promise<Message | null> => {
  const [recipient] = await loadRecipients(db, [recipientId]);
  if (!recipient) return null;
  const told = await loadNotices(db, recipient.viewer, { where: eq(notices.emailId, id) });
  const lines = told.map(({ words, address }) => ({ words, url: `${baseUrl}${address}` }));
  if (lines.length === 0) return null;
  return composeEmail({
    id,
    to: recipient.email,
    lines,
    isDigest,
    preferencesUrl: `${baseUrl}/notices/preferences`,
  });
};
