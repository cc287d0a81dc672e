import { expect, test } from "vitest";
import { freshUntil, isFreshSignIn } from "./fresh-sign-in.ts";

const SIGNED_IN = "2020-01-20T10:00:00.000Z";

test.each([
  ["2020-01-20T10:00:00Z", true],
  ["2020-01-20T10:05:00Z", true],
  ["2020-01-20T10:05:00.001Z", false],
  ["2020-01-21T10:00:00Z", false],
  // A clock at the issuer that is a little ahead of ours, and one that is wrong.
  ["2020-01-20T09:59:30Z", true],
  ["2020-01-20T09:59:29Z", false],
  ["not an instant", false],
])("at %s a sign-in of 10:00 is fresh: %s", (now, fresh) => {
  expect(isFreshSignIn(SIGNED_IN, now)).toBe(fresh);
});

test("a sign-in that can't be read is not fresh", () => {
  expect(isFreshSignIn("", "2020-01-20T10:00:00Z")).toBe(false);
});

test("until when", () => {
  expect(freshUntil("2020-01-20T11:00:00+01:00")).toBe("2020-01-20T10:05:00.000Z");
});
