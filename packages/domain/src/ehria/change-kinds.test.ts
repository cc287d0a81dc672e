import { expect, test } from "vitest";
import { changeKindOf } from "./change-kinds.ts";

test.each([
  ["answer.saved", "ANSWER"],
  ["impact.saved", "ROW"],
  ["evidence.removed", "EVIDENCE"],
  ["action.added", "ACTION"],
  ["comment.written", "COMMENT"],
  ["point.raised", "COMMENT"],
  ["review.handed-over", "REVIEW"],
  ["person.invited", "PEOPLE"],
  ["lead.handed-over", "PEOPLE"],
  ["assessment.submitted", "STATUS"],
  ["assessment.form-changed", "FORM"],
  ["something.new", "OTHER"],
  ["constructor", "OTHER"],
  ["", "OTHER"],
])("%s is about %s", (action, kind) => {
  expect(changeKindOf(action)).toBe(kind);
});
