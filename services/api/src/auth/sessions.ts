import type { Executor } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { sessions } from "@due-regard/database/schema/people";
import { eq, lt, or } from "drizzle-orm";
import { hashSecret, newSecret } from "./secrets.ts";

/** A session ends this long after signing in, whatever happens: one working day. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** … and earlier when nothing was asked of the server for this long: a long meeting, not a night. */
export const IDLE_SECONDS = 2 * 60 * 60;

const before = (now: Date, seconds: number): string => new Date(now.getTime() - seconds * 1000).toISOString();

export interface NewSession {
  userId: string;
  /** When the person last proved who they are: the issuer's auth_time. */
  authenticatedAt: Date;
  idToken: string | null;
}

/** Begins a session with a new secret, which only the cookie will carry. Clears away sessions that have run out. */
export const createSession = async (db: Executor, session: NewSession, now = new Date()): Promise<string> => {
  const secret = newSecret();
  await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, now.toISOString()), lt(sessions.lastSeenAt, before(now, IDLE_SECONDS))));
  await db.insert(sessions).values({
    idHash: hashSecret(secret),
    userId: session.userId,
    authenticatedAt: session.authenticatedAt.toISOString(),
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString(),
    idToken: session.idToken,
  });
  return secret;
};

/** Notes that the session is in use. */
export const touchSession = async (db: Executor, secret: string, now: Date): Promise<void> => {
  await db
    .update(sessions)
    .set({ lastSeenAt: now.toISOString() })
    .where(eq(sessions.idHash, hashSecret(secret)));
};

/** Ends one session. Returns whose it was and the ID token to end it at the issuer too; null when there was none. */
export const endSession = async (
  db: Executor,
  secret: string,
): Promise<{ userId: string; idToken: string | null } | null> => {
  const [ended] = await db
    .delete(sessions)
    .where(eq(sessions.idHash, hashSecret(secret)))
    .returning();
  return ended ? { userId: ended.userId, idToken: ended.idToken } : null;
};

/**
 * Ends every session of one person, on all their machines, and records it. `secret` is that of the session in hand, whose
 * ID token comes back so that it can be ended at the issuer too.
 */
export const endAllSessions = async (
  db: Executor,
  { userId, secret, requestId }: { userId: string; secret: string; requestId: string },
): Promise<{ ended: number; idToken: string | null }> =>
  db.transaction(async (tx) => {
    const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning();
    await tx.insert(auditEvents).values({
      actorId: userId,
      action: "SIGN_OUT_EVERYWHERE",
      subjectType: "USER",
      subjectId: userId,
      detail: { sessionsEnded: ended.length },
      requestId,
    });
    const inHand = ended.find((session) => session.idHash === hashSecret(secret));
    return { ended: ended.length, idToken: inHand?.idToken ?? null };
  });
