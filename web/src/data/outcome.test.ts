import { CombinedError } from "urql";
import { expect, test } from "vitest";
import { explain, outcomeOf } from "./outcome.ts";

const failed = (code: string, reference?: string) =>
  new CombinedError({
    graphQLErrors: [{ message: "No", extensions: { code, ...(reference ? { reference } : {}) } }],
  });

test("a success is passed on as it is", () => {
  expect(outcomeOf({ __typename: "AnswersSaved", savedAt: "now" }, undefined)).toEqual({
    kind: "DONE",
    value: { __typename: "AnswersSaved", savedAt: "now" },
  });
});

test.each([
  [
    {
      __typename: "ValidationError",
      message: "Put right",
      problems: [{ path: "title", message: "Enter a title" }],
    },
    { kind: "INVALID", message: "Put right", problems: [{ path: "title", message: "Enter a title" }] },
  ],
  [
    { __typename: "Conflict", message: "Changed", conflicts: [] },
    { kind: "CONFLICT", message: "Changed", conflicts: [] },
  ],
  [
    { __typename: "NotAllowed", message: "Not yours" },
    { kind: "REFUSED", message: "Not yours", remedy: null },
  ],
  [
    { __typename: "NotFound", message: "Nothing here" },
    { kind: "REFUSED", message: "Nothing here", remedy: null },
  ],
  [
    { __typename: "NotAllowed", message: "Sign in again", remedy: "SIGN_IN_AGAIN" },
    { kind: "REFUSED", message: "Sign in again", remedy: "SIGN_IN_AGAIN" },
  ],
])("%o", (result, outcome) => {
  expect(outcomeOf(result, undefined)).toEqual(outcome);
});

test.each([
  [new CombinedError({ networkError: new TypeError("Failed to fetch") }), { kind: "UNREACHABLE" }],
  [failed("UNAUTHENTICATED"), { kind: "SIGNED_OUT" }],
  [failed("INTERNAL", "K7QM-2T9X-BH4R"), { kind: "BROKEN", reference: "K7QM-2T9X-BH4R" }],
  [failed("LIMIT_EXCEEDED"), { kind: "BROKEN", reference: null }],
])("no answer, because %s", (error, outcome) => {
  expect(outcomeOf(undefined, error)).toEqual(outcome);
});

test("a fault of ours is told with the number to quote", () => {
  expect(explain({ kind: "BROKEN", reference: "K7QM-2T9X-BH4R" })).toContain("K7QM-2T9X-BH4R");
});
