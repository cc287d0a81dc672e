import { expect, test } from "vitest";
import type { AssessmentStatus } from "../vocabulary.ts";
import { signedStatusAfter } from "./signed-status.ts";

test.each<[AssessmentStatus, AssessmentStatus, AssessmentStatus | null, AssessmentStatus | null]>([
  ["DRAFT", "IN_REVIEW", null, null],
  ["IN_REVIEW", "SIGNED_OFF", null, null],
  ["SIGNED_OFF", "CHANGES_REQUESTED", null, "SIGNED_OFF"],
  ["PUBLISHED", "CHANGES_REQUESTED", null, "PUBLISHED"],
  ["CHANGES_REQUESTED", "IN_REVIEW", "PUBLISHED", "PUBLISHED"],
  ["IN_REVIEW", "CHANGES_REQUESTED", "PUBLISHED", "PUBLISHED"],
  ["IN_REVIEW", "SIGNED_OFF", "PUBLISHED", null],
  ["CHANGES_REQUESTED", "WITHDRAWN", "PUBLISHED", null],
])("%s to %s, seen as %s: then as %s", (from, to, before, after) => {
  expect(signedStatusAfter({ from, to }, before)).toBe(after);
});
