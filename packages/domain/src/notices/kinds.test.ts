import { describe, expect, it, test } from "vitest";
import { NOTICE_KINDS, NOTICES, type NoticeKind, type NoticeSubject, noticeAddress } from "./kinds.ts";

const SUBJECT: NoticeSubject = {
  title: "Home care",
  reference: "EHRIA-2026-0007",
  due: null,
  count: 1,
};
const about = (change: Partial<NoticeSubject> = {}): NoticeSubject => ({ ...SUBJECT, ...change });

describe("the words of a notice", () => {
  test.each<[NoticeKind, NoticeSubject, string]>([
    ["INVITED", about(), "You are asked to help write: Home care"],
    ["CHANGES_REQUESTED", about(), "Changes are asked for: Home care"],
    ["RESULTS_EXPECTED", about({ due: "May 2026" }), "A result expected in May 2026: Home care"],
    [
      "RESULTS_OVERDUE",
      about({ due: "5 May 2026", count: 3 }),
      "3 results expected on 5 May 2026 still not recorded: Home care",
    ],
    ["ACTION_DUE_SOON", about({ due: "5 May 2026", count: 2 }), "2 actions due on 5 May 2026: Home care"],
    ["ACTION_OVERDUE", about({ due: "5 May 2026" }), "An action overdue since 5 May 2026: Home care"],
    [
      "DECISION_DUE_SOON",
      about({ due: "5 May 2026" }),
      "The group is asked to decide by 5 May 2026: Home care",
    ],
    ["REVIEW_DUE_SOON", about({ due: "5 May 2026" }), "To be reviewed on 5 May 2026: Home care"],
  ])("%s", (kind, subject, expected) => {
    expect(NOTICES[kind].words(subject)).toBe(expected);
  });

  it.each(NOTICE_KINDS)("%s: one line that names its subject and leads to one of our pages", (kind) => {
    const subject = about({ due: "5 May 2026" });
    expect(NOTICES[kind].words(subject)).toMatch(/^[^\n]+: Home care$|^[^\n]+ of: Home care$/);
    expect(noticeAddress(kind, subject)).toMatch(/^\/assessments\/EHRIA-2026-0007(\/[a-z/-]+)?$/);
  });
});

test.each<[NoticeKind, NoticeSubject, string]>([
  ["INVITED", about(), "/assessments/EHRIA-2026-0007"],
  ["SUBMITTED_FOR_REVIEW", about(), "/assessments/EHRIA-2026-0007/review"],
  ["COMMENTED", about(), "/assessments/EHRIA-2026-0007/comments"],
  ["RESULTS_OVERDUE", about({ reference: null }), "/performance"],
])("%s leads to its place", (kind, subject, expected) => {
  expect(noticeAddress(kind, subject)).toBe(expected);
});
