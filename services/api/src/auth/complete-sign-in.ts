import type { Database } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { users } from "@due-regard/database/schema/people";
import { eq } from "drizzle-orm";
import type { Identity } from "./issuer.ts";
import { createSession, endSession } from "./sessions.ts";

export type SignInRefusal = "UNVERIFIED_EMAIL" | "UNKNOWN_PERSON" | "DISABLED_PERSON";

export type SignInOutcome = { signedIn: true; secret: string } | { signedIn: false; refusal: SignInRefusal };

export interface SignInInput {
  identity: Identity;
  /** The session that the browser still carried: it ends, so that a session always gets a new id at sign-in. */
  oldSecret: string | null;
  requestId: string;
}

/**
 * Begins a session for whom the issuer vouches for. Only a verified address that an administrator has put on the list of
 * people counts: the issuer says who somebody is, never that they may come in. Session, end of the old one and audit
 * are one transaction.
 */
export const completeSignIn = async (db: Database, input: SignInInput): Promise<SignInOutcome> => {
  const { identity, oldSecret, requestId } = input;
  const { email } = identity;
  if (email === null || !identity.emailVerified) return { signedIn: false, refusal: "UNVERIFIED_EMAIL" };
  return db.transaction(async (tx): Promise<SignInOutcome> => {
    // Waits for an administrator who is closing the account: whichever comes second sees what the first did.
    const [user] = await tx.select().from(users).where(eq(users.email, email)).for("share");
    if (!user) return { signedIn: false, refusal: "UNKNOWN_PERSON" };
    if (user.disabledAt) return { signedIn: false, refusal: "DISABLED_PERSON" };
    if (oldSecret !== null) await endSession(tx, oldSecret);
    const { authenticatedAt, idToken } = identity;
    const secret = await createSession(tx, { userId: user.id, authenticatedAt, idToken });
    await tx.insert(auditEvents).values({
      actorId: user.id,
      action: "SIGN_IN",
      subjectType: "USER",
      subjectId: user.id,
      requestId,
    });
    return { signedIn: true, secret };
  });
};
