/**
 * How long after proving who they are a person may sign, in seconds (design/security.md). Somebody who finds a browser left
 * open, or steals a session, can't sign with it.
 */
export const FRESH_SIGN_IN_SECONDS = 5 * 60;

/** How far the clock of who vouches for people may be ahead of ours. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Until when a sign-in is fresh enough to sign with. Both are ISO instants. */
export const freshUntil = (authenticatedAt: string): string =>
  new Date(Date.parse(authenticatedAt) + FRESH_SIGN_IN_SECONDS * 1000).toISOString();

/** True while the person who signed in at `authenticatedAt` may sign at `now`. Both are ISO instants. */
export const isFreshSignIn = (authenticatedAt: string, now: string): boolean => {
  const ageSeconds = (Date.parse(now) - Date.parse(authenticatedAt)) / 1000;
  return ageSeconds >= -CLOCK_TOLERANCE_SECONDS && ageSeconds <= FRESH_SIGN_IN_SECONDS;
};
