/**
 * What a verb answers. Expected failures are data, so callers must look at them; only bugs throw.
 * The four failures are those of the API: every mutation's union is its success type or one of these.
 */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export type Failure = ValidationFailure | ConflictFailure | NotAllowedFailure | NotFoundFailure;

/** The input can't be taken as it stands. Nothing was written. */
export interface ValidationFailure {
  kind: "VALIDATION";
  message: string;
  problems: Problem[];
}

/** One thing to put right: `path` is the place in the input or the form, `message` says what to do, in plain words. */
export interface Problem {
  path: string;
  message: string;
}

/** Somebody else wrote first. Both texts are carried so that a person can choose; nothing was written. */
export interface ConflictFailure {
  kind: "CONFLICT";
  message: string;
  conflicts: VersionConflict[];
}

export interface VersionConflict {
  /** Place of the answer: "4.aim-1", "SCREENING.AGE", "CONVENTION-8" … */
  path: string;
  /** The version now stored, and the one that the client's edit was based on. */
  currentVersion: number;
  basedOnVersion: number;
  /** The stored value and the rejected one, each as the text that a person would recognise. */
  theirs: string | null;
  yours: string | null;
}

/** The person may see this but not do this, in this state. */
export interface NotAllowedFailure {
  kind: "NOT_ALLOWED";
  message: string;
  /** What the person can do so that they may; null when nothing of theirs would change it. */
  remedy: Remedy | null;
}

/**
 * SIGN_IN_AGAIN: prove once more who you are, then do the same. USE_A_BROWSER: it is for a person at a page, never for a
 * token.
 */
export const REMEDIES = ["SIGN_IN_AGAIN", "USE_A_BROWSER"] as const;
export type Remedy = (typeof REMEDIES)[number];

/** It does not exist, or this person may not know that it does: the two look the same. */
export interface NotFoundFailure {
  kind: "NOT_FOUND";
  message: string;
}

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const invalid = (
  problems: Problem[],
  message = "Some of this needs putting right",
): Result<never> => ({
  ok: false,
  failure: { kind: "VALIDATION", message, problems },
});

export const conflict = (
  conflicts: VersionConflict[],
  message = "Somebody changed this while you were writing",
): Result<never> => ({
  ok: false,
  failure: { kind: "CONFLICT", message, conflicts },
});

export const notAllowed = (message: string, remedy: Remedy | null = null): Result<never> => ({
  ok: false,
  failure: { kind: "NOT_ALLOWED", message, remedy },
});

export const notFound = (message = "Nothing was found here"): Result<never> => ({
  ok: false,
  failure: { kind: "NOT_FOUND", message },
});
