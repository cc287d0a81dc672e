import { describe, expect, test } from "vitest";
import {
  SAMPLE_HASH,
  SAMPLE_NOW,
  sampleActor,
  sampleCommand,
  sampleDraft,
  sampleInReview,
} from "../testing/sample-workflow.ts";
import { availableActions } from "./available-actions.ts";
import { decide } from "./decide.ts";
import type { WorkflowCommand, WorkflowState } from "./state.ts";

describe("submitting", () => {
  test("seals the revision and makes the lead's signature", () => {
    expect(decide(sampleDraft({ revision: 2 }), sampleCommand("SUBMIT", "LEAD"))).toEqual({
      ok: true,
      value: [
        { type: "REVISION_SEALED", revision: 2, contentHash: SAMPLE_HASH, at: SAMPLE_NOW },
        {
          type: "SIGNED",
          role: "LEAD_OFFICER",
          userId: "lead",
          revision: 2,
          contentHash: SAMPLE_HASH,
          statement: "I confirm this.",
          authenticatedAt: "2020-01-20T09:59:00Z",
          at: SAMPLE_NOW,
        },
        {
          type: "STATUS_CHANGED",
          action: "SUBMIT",
          from: "DRAFT",
          to: "IN_REVIEW",
          revision: 2,
          userId: "lead",
          reason: null,
          successor: null,
          at: SAMPLE_NOW,
        },
      ],
    });
  });

  test.each<[string, WorkflowState, Partial<WorkflowCommand>, object]>([
    [
      "another hash",
      sampleDraft(),
      { displayedHash: "b".repeat(64) },
      { kind: "CONFLICT", conflicts: [{ path: "contentHash", theirs: SAMPLE_HASH, yours: "b".repeat(64) }] },
    ],
    [
      "no hash",
      sampleDraft(),
      { displayedHash: null },
      { kind: "VALIDATION", problems: [{ path: "displayedHash" }] },
    ],
    [
      "no statement",
      sampleDraft(),
      { statement: "  " },
      { kind: "VALIDATION", problems: [{ path: "statement" }] },
    ],
    [
      "words of their own",
      sampleDraft(),
      { statement: "I confirm nothing." },
      { kind: "VALIDATION", problems: [{ path: "statement" }] },
    ],
    [
      "a token",
      sampleDraft(),
      { actor: { userId: "lead", capacities: ["LEAD"], authenticatedAt: null } },
      { kind: "NOT_ALLOWED", remedy: "USE_A_BROWSER" },
    ],
    [
      "nobody who proved who they are",
      sampleDraft(),
      { actor: { userId: "lead", capacities: ["LEAD"] } },
      { kind: "NOT_ALLOWED", remedy: "USE_A_BROWSER" },
    ],
    [
      "a sign-in of five minutes and a second ago",
      sampleDraft(),
      { actor: { userId: "lead", capacities: ["LEAD"], authenticatedAt: "2020-01-20T09:54:59Z" } },
      { kind: "NOT_ALLOWED", remedy: "SIGN_IN_AGAIN" },
    ],
    [
      "a problem",
      sampleDraft({ problems: [{ path: "change", message: "Write an answer" }] }),
      {},
      { kind: "VALIDATION", problems: [{ path: "change", message: "Write an answer" }] },
    ],
    [
      "a point of the chair's without an answer",
      sampleDraft({
        status: "CHANGES_REQUESTED",
        unansweredPoints: [{ path: "aims.one", message: "Answer this point" }],
      }),
      {},
      { kind: "VALIDATION", problems: [{ path: "aims.one", message: "Answer this point" }] },
    ],
    [
      "points of its own",
      sampleDraft(),
      { points: [{ threadId: null, question: null, part: null, text: "Mine" }] },
      { kind: "VALIDATION", problems: [{ path: "points" }] },
    ],
    [
      "somebody who only claims to lead",
      sampleDraft({ people: { lead: "other", everWrote: [], handedOver: [] } }),
      {},
      { kind: "NOT_ALLOWED" },
    ],
  ])("fails with %s", (_name, given, change, failure) => {
    expect(decide(given, sampleCommand("SUBMIT", "LEAD", change))).toMatchObject({ ok: false, failure });
  });
});

describe("asking for changes", () => {
  test("opens a new revision and leaves the submitted one", () => {
    expect(decide(sampleInReview(), sampleCommand("REQUEST_CHANGES", "DEG_CHAIR"))).toEqual({
      ok: true,
      value: [
        { type: "REVISION_OPENED", revision: 2, basedOnRevision: 1, at: SAMPLE_NOW },
        {
          type: "STATUS_CHANGED",
          action: "REQUEST_CHANGES",
          from: "IN_REVIEW",
          to: "CHANGES_REQUESTED",
          revision: 1,
          userId: "chair",
          reason: "Question 10 needs figures",
          successor: null,
          at: SAMPLE_NOW,
        },
      ],
    });
  });

  const newPoint = (text: string) => ({ threadId: null, question: "aims", part: "one", text });

  test("raises its points about what was reviewed, before the new revision opens", () => {
    const points = [newPoint("Which aims?"), { threadId: "talk" }];
    const result = decide(sampleInReview(), sampleCommand("REQUEST_CHANGES", "DEG_CHAIR", { points }));
    expect(result.ok && result.value.map(({ type }) => type)).toEqual([
      "POINT_RAISED",
      "POINT_RAISED",
      "REVISION_OPENED",
      "STATUS_CHANGED",
    ]);
    expect(result.ok && result.value[1]).toEqual({
      type: "POINT_RAISED",
      point: { threadId: "talk" },
      revision: 1,
      userId: "chair",
    });
  });

  test.each([
    ["an empty point", [newPoint("One"), newPoint("  ")], "points.1.text"],
    ["a point of 4,001 characters", [newPoint("x".repeat(4_001))], "points.0.text"],
    ["51 points", Array.from({ length: 51 }, () => newPoint("x")), "points"],
    ["one comment twice", [{ threadId: "talk" }, { threadId: "talk" }], "points"],
  ])("is refused with %s", (_name, points, path) => {
    const result = decide(sampleInReview(), sampleCommand("REQUEST_CHANGES", "DEG_CHAIR", { points }));
    expect(result).toMatchObject({ ok: false, failure: { kind: "VALIDATION", problems: [{ path }] } });
  });

  test.each([
    ["none", undefined],
    ["empty", ""],
    ["spaces", " \n "],
    ["too long", "x".repeat(4_001)],
  ])("needs a reason: %s", (_name, reason) => {
    const result = decide(
      sampleInReview(),
      sampleCommand("REQUEST_CHANGES", "DEG_CHAIR", { reason: reason ?? null }),
    );
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: "VALIDATION", problems: [{ path: "reason" }] },
    });
  });

  test("4,000 characters are fine", () => {
    expect(
      decide(
        sampleInReview(),
        sampleCommand("REQUEST_CHANGES", "DEG_CHAIR", { reason: ` ${"x".repeat(4_000)} ` }),
      ).ok,
    ).toBe(true);
  });
});

describe("signing off", () => {
  test("makes the chair's signature over the same hash", () => {
    const result = decide(sampleInReview(), sampleCommand("SIGN_OFF", "DEG_CHAIR"));
    expect(result.ok && result.value[0]).toEqual({
      type: "SIGNED",
      role: "DEG_CHAIR",
      userId: "chair",
      revision: 1,
      contentHash: SAMPLE_HASH,
      statement: "I confirm this.",
      authenticatedAt: "2020-01-20T09:59:00Z",
      at: SAMPLE_NOW,
    });
  });

  const chairWho = (userId: string): Partial<WorkflowCommand> => ({
    actor: { userId, capacities: ["DEG_CHAIR"], authenticatedAt: SAMPLE_NOW },
  });
  test.each<[string, WorkflowState, Partial<WorkflowCommand>, string]>([
    ["the lead", sampleInReview(), chairWho("lead"), "NOT_ALLOWED"],
    ["a contributor", sampleInReview(), chairWho("contributor"), "NOT_ALLOWED"],
    ["somebody who led it before", sampleInReview(), chairWho("earlier-lead"), "NOT_ALLOWED"],
    [
      "somebody who signed an earlier revision as lead",
      sampleInReview({
        people: { lead: "lead", everWrote: [], handedOver: [] },
        signatures: [
          ...sampleInReview().signatures,
          { role: "LEAD_OFFICER", userId: "gone", revision: 0, contentHash: "0" },
        ],
      }),
      chairWho("gone"),
      "NOT_ALLOWED",
    ],
    [
      "a chair who signed in before lunch",
      sampleInReview(),
      { actor: { userId: "chair", capacities: ["DEG_CHAIR"], authenticatedAt: "2020-01-20T07:00:00Z" } },
      "NOT_ALLOWED",
    ],
    [
      "a chair who handed it over",
      sampleInReview({ people: { lead: "lead", everWrote: ["lead"], handedOver: ["chair"] } }),
      chairWho("chair"),
      "NOT_ALLOWED",
    ],
    ["a chair who saw something else", sampleInReview(), { displayedHash: "c".repeat(64) }, "CONFLICT"],
    [
      "a chair when the lead signed something else",
      sampleInReview({
        signatures: [{ role: "LEAD_OFFICER", userId: "lead", revision: 1, contentHash: "d".repeat(64) }],
      }),
      {},
      "NOT_ALLOWED",
    ],
    ["a chair when the lead signed another revision", sampleInReview({ revision: 2 }), {}, "NOT_ALLOWED"],
    ["a chair when nobody signed", sampleInReview({ signatures: [] }), {}, "NOT_ALLOWED"],
  ])("is refused to %s", (_name, given, change, kind) => {
    const result = decide(given, sampleCommand("SIGN_OFF", "DEG_CHAIR", change));
    expect(result.ok ? null : result.failure.kind).toBe(kind);
  });

  test.each(["REOPEN", "SUPERSEDE", "WITHDRAW"] as const)(
    "nor does a conflicted chair %s what is signed; its lead may what leads may",
    (action) => {
      const handedOver = { people: { lead: "lead", everWrote: ["lead"], handedOver: ["chair"] } };
      const signed = sampleInReview({ status: "SIGNED_OFF", ...handedOver });
      expect(decide(signed, sampleCommand(action, "DEG_CHAIR"))).toMatchObject({
        failure: { kind: "NOT_ALLOWED", message: expect.stringContaining("handed the review") },
      });
      expect(availableActions(signed, sampleActor("DEG_CHAIR")).offered).not.toContain(action);
      expect(decide(signed, sampleCommand(action, "LEAD")).ok).toBe(action !== "WITHDRAW");
    },
  );

  test("a conflicted chair is told why, for every act that it keeps from them", () => {
    const { offered, withheld } = availableActions(sampleInReview(), {
      userId: "contributor",
      capacities: ["DEG_CHAIR", "CONTRIBUTOR"],
    });
    expect(offered).toEqual(["HAND_OVER_REVIEW"]);
    expect(withheld.map(({ action }) => action)).toEqual(["COMMENT", "REQUEST_CHANGES", "SIGN_OFF"]);
    expect(withheld[0]?.reason).toBe(
      "You have led or helped to write this assessment, so somebody else must review it and sign it off",
    );
  });
});
