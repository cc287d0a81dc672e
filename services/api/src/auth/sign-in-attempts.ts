import type { Executor } from "@due-regard/database/connection";
import { signInAttempts } from "@due-regard/database/schema/people";
import { eq, lt } from "drizzle-orm";
import * as oidc from "openid-client";
import { hashSecret } from "./secrets.ts";

/** Time for somebody to find their password and their second factor. */
export const ATTEMPT_SECONDS = 15 * 60;

export interface SignInAttempt {
  codeVerifier: string;
  nonce: string;
  returnTo: string;
  /** Seconds within which the person must have proved who they are. */
  maxAge: number;
}

/** The stored hash covers the browser's secret too: a state works only in the browser that it was made for. */
const hashOfState = (state: string, browserSecret: string): string => hashSecret(`${state}.${browserSecret}`);

interface StartedAttempt {
  returnTo: string;
  maxAge: number;
  browserSecret: string;
  now?: Date;
}

/** Notes a sign-in that is about to be sent to the issuer, and clears away those that never came back. */
export const startAttempt = async (
  db: Executor,
  { returnTo, maxAge, browserSecret, now = new Date() }: StartedAttempt,
): Promise<SignInAttempt & { state: string }> => {
  const state = oidc.randomState();
  const attempt = {
    codeVerifier: oidc.randomPKCECodeVerifier(),
    nonce: oidc.randomNonce(),
    returnTo,
    maxAge,
  };
  await db.delete(signInAttempts).where(lt(signInAttempts.expiresAt, now.toISOString()));
  await db.insert(signInAttempts).values({
    ...attempt,
    stateHash: hashOfState(state, browserSecret),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + ATTEMPT_SECONDS * 1000).toISOString(),
  });
  return { ...attempt, state };
};

/** Takes the attempt out, so that each state works once; null when it is unknown, used, too old or another browser's. */
export const takeAttempt = async (
  db: Executor,
  { state, browserSecret, now = new Date() }: { state: string; browserSecret: string; now?: Date },
): Promise<SignInAttempt | null> => {
  const [attempt] = await db
    .delete(signInAttempts)
    .where(eq(signInAttempts.stateHash, hashOfState(state, browserSecret)))
    .returning();
  return attempt && new Date(attempt.expiresAt) > now ? attempt : null;
};
