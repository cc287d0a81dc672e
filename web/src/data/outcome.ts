import type { CombinedError } from "urql";

export interface Problem {
  path: string;
  message: string;
}

/** One place that somebody else changed since it was read. */
export interface PlaceConflict {
  path: string;
  currentVersion: number;
  theirs: string | null;
  yours: string | null;
}

/** What became of a write, as a page needs to know it. Nothing was written unless it says DONE. */
export type Outcome<Success> =
  | { kind: "DONE"; value: Success }
  | { kind: "INVALID"; message: string; problems: readonly Problem[] }
  /** `conflicts`: each place, with what stands there now; where the mutation tells. */
  | { kind: "CONFLICT"; message: string; conflicts?: readonly PlaceConflict[] | undefined }
  /** `remedy`: what the person can do so that the same write goes through. */
  | { kind: "REFUSED"; message: string; remedy: Remedy | null }
  /** The server was not reached, or its answer did not come back: the same write may be sent again. */
  | { kind: "UNREACHABLE" }
  /** The session has ended. Signing in again, also in another tab, lets the same write through. */
  | { kind: "SIGNED_OUT" }
  | { kind: "BROKEN"; reference: string | null };

export type Remedy = "SIGN_IN_AGAIN" | "USE_A_BROWSER";

const FAILURES = ["ValidationError", "Conflict", "NotAllowed", "NotFound"] as const;
type FailureName = (typeof FAILURES)[number];

interface FailureResult {
  __typename: FailureName;
  message: string;
  problems?: readonly Problem[];
  remedy?: Remedy | null;
  conflicts?: readonly PlaceConflict[];
}

type Success<Result> = Result extends { __typename: FailureName } ? never : Result;

const isFailure = (result: { __typename: string }): result is FailureResult =>
  FAILURES.some((name) => name === result.__typename);

/** The number by which an unexpected error is found in the log. Null: the server gave none. */
export const referenceOf = (error: CombinedError | undefined): string | null => {
  for (const each of error?.graphQLErrors ?? []) {
    const reference = each.extensions.reference;
    if (typeof reference === "string") return reference;
  }
  return null;
};

export const isSignedOut = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED") ?? false;

/** What the server says to somebody who asked too often. Null: that isn't why. */
export const tooOften = (error: CombinedError | undefined): string | null =>
  error?.graphQLErrors.find(({ extensions }) => extensions.code === "RATE_LIMITED")?.message ?? null;

const fromFailure = (failure: FailureResult): Outcome<never> => {
  const { message } = failure;
  if (failure.__typename === "ValidationError")
    return { kind: "INVALID", message, problems: failure.problems ?? [] };
  if (failure.__typename === "Conflict") return { kind: "CONFLICT", message, conflicts: failure.conflicts };
  return { kind: "REFUSED", message, remedy: failure.remedy ?? null };
};

/** Maps the answer of a mutation, and the ways of getting none, to one of the outcomes. */
export const outcomeOf = <Result extends { __typename: string }>(
  result: Result | undefined | null,
  error: CombinedError | undefined,
): Outcome<Success<Result>> => {
  if (isSignedOut(error)) return { kind: "SIGNED_OUT" };
  if (error?.networkError) return { kind: "UNREACHABLE" };
  if (!result || error) return { kind: "BROKEN", reference: referenceOf(error) };
  return isFailure(result) ? fromFailure(result) : { kind: "DONE", value: result as Success<Result> };
};

/** One sentence for a person, for outcomes that a page does not treat in its own way. */
export const explain = (outcome: Exclude<Outcome<unknown>, { kind: "DONE" }>): string => {
  switch (outcome.kind) {
    case "UNREACHABLE":
      return "The server could not be reached. Nothing was lost: check your connection and try again";
    case "SIGNED_OUT":
      return "You have been signed out. Sign in again in another tab, then come back here and try again";
    case "BROKEN":
      return outcome.reference
        ? `Something went wrong here, not with what you did. Quote ${outcome.reference} if you ask for help`
        : "Something went wrong here, not with what you did. Try again";
    default:
      return outcome.message;
  }
};
