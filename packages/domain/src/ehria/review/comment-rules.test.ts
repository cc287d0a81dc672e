import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAPACITIES, type Capacity } from "../../access/assessment-acts.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { COMMENTERS, type Commenter, commenterOf, type Remark, type Thread } from "./comment.ts";
import {
  checkCommentPlace,
  checkCommentText,
  correctableUntil,
  countComments,
  decideCorrection,
  isAnswered,
  maySettle,
  unansweredPoints,
} from "./comment-rules.ts";

const at = (minute: number): string => new Date(Date.UTC(2020, 0, 20, 10, minute)).toISOString();

const remark = (change: Partial<Remark> = {}): Remark => ({
  id: "answer",
  text: "We asked in May",
  authorId: "lead",
  writtenAs: "LEAD",
  writtenAt: at(5),
  ...change,
});

const thread = (change: Partial<Thread> = {}): Thread => ({
  ...remark({
    id: "first",
    text: "Which survey?",
    authorId: "chair",
    writtenAs: "DEG_CHAIR",
    writtenAt: at(0),
  }),
  question: "change",
  part: null,
  kind: "COMMENT",
  raisedAt: at(0),
  resolvedAt: null,
  replies: [],
  ...change,
});
const point = (change: Partial<Thread> = {}): Thread => thread({ kind: "POINT", ...change });

describe("a text", () => {
  test.each([
    ["", "Write what you want to say"],
    [" \n\t ", "Write what you want to say"],
    ["x".repeat(4_001), "Use 4,000 characters or fewer"],
  ])("is refused: %#", (text, message) => {
    expect(checkCommentText(text)).toEqual([{ path: "text", message }]);
  });

  test.each(["?", ` ${"x".repeat(4_000)} `])("is taken: %#", (text) => {
    expect(checkCommentText(text)).toEqual([]);
  });
});

describe("a place", () => {
  test.each([
    [null, null, true],
    ["change", null, true],
    ["aims", "one", true],
    ["impact", "AGE", true],
    ["aims", "nine", false],
    ["change", "a", false],
    ["nothing", null, false],
  ])("%s %s: %s", (question, part, known) => {
    expect(checkCommentPlace(sampleTemplate, { question, part }).length).toBe(known ? 0 : 1);
  });
});

test.each<[Capacity[], Commenter | null]>([
  [["LEAD", "DEG_CHAIR"], "LEAD"],
  [["DEG_MEMBER", "DEG_CHAIR"], "DEG_CHAIR"],
  [["CONTRIBUTOR", "OFFICER"], "CONTRIBUTOR"],
  [["HEAD_OF_SERVICE"], null],
  [[], null],
])("%o writes as %s", (capacities, commenter) => {
  expect(commenterOf(capacities)).toBe(commenter);
});

describe("changing one's own words", () => {
  const mine = remark();
  const talk = thread({ replies: [mine] });

  test.each<[string, Thread, Remark, string, number, boolean]>([
    ["at once", talk, mine, "lead", 5, true],
    ["after 15 minutes", talk, mine, "lead", 20, true],
    ["a minute later", talk, mine, "lead", 21, false],
    ["somebody else's", talk, mine, "chair", 5, false],
    ["the first, before any answer", thread(), thread(), "chair", 5, true],
    ["the first, once answered", talk, talk, "chair", 6, false],
    ["an answer, once answered", thread({ replies: [mine, remark({ id: "more" })] }), mine, "lead", 6, false],
    ["the chair's point", point(), point(), "chair", 1, false],
    ["an answer to the chair's point", point({ replies: [mine] }), mine, "lead", 6, true],
  ])("%s", (_name, given, words, userId, minute, granted) => {
    const decision = decideCorrection(given, words, { userId, now: at(minute) });
    expect(decision.ok).toBe(granted);
    if (!decision.ok) expect(decision.failure.kind).toBe("NOT_ALLOWED");
  });

  test("has an end that can be shown", () => {
    expect(correctableUntil(talk, mine)).toBe(at(20));
    expect(correctableUntil(talk, talk)).toBeNull();
  });
});

test.each(CAPACITIES)("settling by %s: points are the chair's", (capacity) => {
  expect(maySettle({ kind: "POINT" }, [capacity])).toBe(capacity === "DEG_CHAIR");
  expect(maySettle({ kind: "COMMENT" }, [capacity])).toBe(true);
  expect(maySettle({ kind: "COMMENT" }, [])).toBe(false);
});

describe("a point", () => {
  test.each<[string, Thread, boolean]>([
    ["without answers", point(), false],
    ["that the lead answered", point({ replies: [remark()] }), true],
    ["that a contributor answered", point({ replies: [remark({ writtenAs: "CONTRIBUTOR" })] }), true],
    ["that only the group spoke to", point({ replies: [remark({ writtenAs: "DEG_MEMBER" })] }), false],
    ["that was opened again after the answer", point({ replies: [remark()], raisedAt: at(6) }), false],
    ["made of a comment after it was answered", point({ replies: [remark()], raisedAt: at(5) }), false],
    [
      "answered again",
      point({ replies: [remark(), remark({ id: "more", writtenAt: at(8) })], raisedAt: at(6) }),
      true,
    ],
  ])("%s", (_name, given, answered) => {
    expect(isAnswered(given)).toBe(answered);
    expect(unansweredPoints([given])).toEqual(answered ? [] : [given]);
  });

  test("waits no longer once settled, and a comment never does", () => {
    expect(unansweredPoints([point({ resolvedAt: at(9) }), thread()])).toEqual([]);
  });
});

test("property: every talk is counted once, in its place", () => {
  const anyThread = fc.record({
    kind: fc.constantFrom("COMMENT" as const, "POINT" as const),
    question: fc.constantFrom("change", "aims", null),
    resolvedAt: fc.constantFrom(null, at(9)),
    replies: fc.array(
      fc.constantFrom(...COMMENTERS).map((writtenAs) => remark({ writtenAs })),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(fc.array(anyThread), (some) => {
      const threads = some.map(thread);
      const counts = [...countComments(threads, ({ question }) => question ?? "").values()];
      const sum = (of: (count: (typeof counts)[number]) => number) =>
        counts.reduce((total, each) => total + of(each), 0);
      expect(sum(({ open, resolved }) => open + resolved)).toBe(threads.length);
      expect(sum(({ unanswered }) => unanswered)).toBe(unansweredPoints(threads).length);
      expect(counts.every(({ open, unanswered }) => unanswered <= open)).toBe(true);
    }),
  );
});
