import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAPACITIES, type Capacity, capacitiesThatMay } from "../../access/policy.ts";
import { SAMPLE_USERS, sampleCommand, sampleDraft, sampleInReview } from "../testing/sample-workflow.ts";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "../vocabulary.ts";
import { ASSESSMENT_ACTIONS, type AssessmentAction, availableActions } from "./available-actions.ts";
import { decide } from "./decide.ts";
import { TRANSITION_ACTIONS, TRANSITIONS, type TransitionAction } from "./transitions.ts";

/** What may happen, written out by hand: everything else must not. */
const ALLOWED: Partial<Record<`${AssessmentStatus} ${TransitionAction} ${Capacity}`, AssessmentStatus>> = {
  "DRAFT SUBMIT LEAD": "IN_REVIEW",
  "DRAFT WITHDRAW LEAD": "WITHDRAWN",
  "IN_REVIEW REQUEST_CHANGES DEG_CHAIR": "CHANGES_REQUESTED",
  "IN_REVIEW SIGN_OFF DEG_CHAIR": "SIGNED_OFF",
  "IN_REVIEW WITHDRAW LEAD": "WITHDRAWN",
  "CHANGES_REQUESTED SUBMIT LEAD": "IN_REVIEW",
  "CHANGES_REQUESTED WITHDRAW LEAD": "WITHDRAWN",
  "SIGNED_OFF PUBLISH DEG_CHAIR": "PUBLISHED",
  "SIGNED_OFF REOPEN LEAD": "CHANGES_REQUESTED",
  "SIGNED_OFF REOPEN DEG_CHAIR": "CHANGES_REQUESTED",
  "PUBLISHED REOPEN LEAD": "CHANGES_REQUESTED",
  "PUBLISHED REOPEN DEG_CHAIR": "CHANGES_REQUESTED",
  "REVIEW_DUE REOPEN LEAD": "CHANGES_REQUESTED",
  "REVIEW_DUE REOPEN DEG_CHAIR": "CHANGES_REQUESTED",
};

const CELLS = ASSESSMENT_STATUSES.flatMap((status) =>
  TRANSITION_ACTIONS.flatMap((action) => CAPACITIES.map((capacity) => [status, action, capacity] as const)),
);

describe("every state × action × capacity", () => {
  test.each(CELLS)("%s %s %s", (status, action, capacity) => {
    const given = sampleInReview({ status, publicationReady: true });
    const result = decide(given, sampleCommand(action, capacity));
    const to = ALLOWED[`${status} ${action} ${capacity}`];
    const actor = { userId: SAMPLE_USERS[capacity], capacities: [capacity] };
    expect(availableActions(given, actor).offered.includes(action)).toBe(to !== undefined);
    if (to === undefined) {
      expect(result).toMatchObject({ ok: false, failure: { kind: "NOT_ALLOWED" } });
    } else {
      expect(result.ok && result.value.at(-1)).toMatchObject({
        type: "STATUS_CHANGED",
        action,
        from: status,
        to,
        userId: SAMPLE_USERS[capacity],
      });
    }
  });

  test.each(CELLS)("%s %s %s with a point that waits for an answer", (status, action, capacity) => {
    const unansweredPoints = [{ path: "aims.one", message: "Answer this point" }];
    const given = sampleInReview({ status, publicationReady: true, unansweredPoints });
    const to = ALLOWED[`${status} ${action} ${capacity}`];
    const result = decide(given, sampleCommand(action, capacity));
    expect(result.ok).toBe(to !== undefined && action !== "SUBMIT");
    const actor = { userId: SAMPLE_USERS[capacity], capacities: [capacity] };
    const { offered, withheld } = availableActions(given, actor);
    expect(offered.includes(action)).toBe(result.ok);
    const isWithheld = to !== undefined && action === "SUBMIT";
    expect(withheld.filter((each) => each.action === action)).toEqual(
      isWithheld ? [{ action, reason: "One point of the chair's still needs your answer" }] : [],
    );
  });

  /** What needs no transition, written out by hand. */
  const DRAFTING = ["DRAFT", "CHANGES_REQUESTED"];
  const OTHERS: Partial<Record<AssessmentAction, Partial<Record<Capacity, readonly string[]>>>> = {
    EDIT: { LEAD: DRAFTING, CONTRIBUTOR: DRAFTING },
    COMMENT: {
      LEAD: DRAFTING,
      CONTRIBUTOR: DRAFTING,
      DEG_MEMBER: ["IN_REVIEW"],
      DEG_CHAIR: ["IN_REVIEW"],
    },
    RECOMMEND: { DEG_MEMBER: ["IN_REVIEW"] },
    HAND_OVER_REVIEW: { DEG_CHAIR: ["IN_REVIEW", "CHANGES_REQUESTED", "SIGNED_OFF"] },
  };
  test.each(
    ASSESSMENT_STATUSES.flatMap((status) => CAPACITIES.map((capacity) => [status, capacity] as const)),
  )("what needs no transition in %s by %s", (status, capacity) => {
    const { offered } = availableActions(sampleDraft({ status }), {
      userId: SAMPLE_USERS[capacity],
      capacities: [capacity],
    });
    const others = ASSESSMENT_ACTIONS.filter((action) => action in OTHERS);
    expect(others.filter((action) => offered.includes(action))).toEqual(
      others.filter((action) => OTHERS[action]?.[capacity]?.includes(status)),
    );
  });
});

describe("what is offered", () => {
  test("no publication before a copy is ready", () => {
    const chair = { userId: "chair", capacities: ["DEG_CHAIR"] as const };
    expect(availableActions(sampleDraft({ status: "SIGNED_OFF" }), chair)).toEqual({
      offered: ["HAND_OVER_REVIEW", "REOPEN"],
      withheld: [
        { action: "PUBLISH", reason: "The copy for the public hasn't been prepared and approved yet" },
      ],
    });
  });

  test.each([
    [0, ["EDIT", "COMMENT", "SUBMIT", "WITHDRAW"], []],
    [
      1,
      ["EDIT", "COMMENT", "WITHDRAW"],
      [{ action: "SUBMIT", reason: "One thing still needs to be put right" }],
    ],
    [
      3,
      ["EDIT", "COMMENT", "WITHDRAW"],
      [{ action: "SUBMIT", reason: "3 things still need to be put right" }],
    ],
  ])("to the lead of a draft with %i problems", (count, offered, withheld) => {
    const problems = Array.from({ length: count }, (_each, index) => ({ path: `${index}`, message: "x" }));
    expect(availableActions(sampleDraft({ problems }), { userId: "lead", capacities: ["LEAD"] })).toEqual({
      offered,
      withheld,
    });
  });
});

test("nobody loses sight of an assessment by what they did to it", () => {
  const blinded = ASSESSMENT_STATUSES.flatMap((from) =>
    TRANSITION_ACTIONS.flatMap((action) => {
      const transition = TRANSITIONS[from][action];
      if (transition === undefined) return [];
      const readers = capacitiesThatMay("assessment.read", transition.to);
      return transition.by
        .filter((capacity) => !readers.includes(capacity))
        .map((capacity) => `${capacity} by ${action} in ${from}`);
    }),
  );
  expect(blinded).toEqual([]);
});

test("reopening makes a new revision for a reason", () => {
  const result = decide(
    sampleInReview({ status: "SIGNED_OFF", revision: 3 }),
    sampleCommand("REOPEN", "LEAD"),
  );
  expect(result.ok && result.value.map((event) => event.type)).toEqual(["REVISION_OPENED", "STATUS_CHANGED"]);
  expect(result.ok && result.value[0]).toMatchObject({ revision: 4, basedOnRevision: 3 });
});

test("property: what is offered is what is decided, given the words and the hash", () => {
  const anyState = fc.record({
    status: fc.constantFrom(...ASSESSMENT_STATUSES),
    problems: fc.constantFrom([], [{ path: "x", message: "x" }]),
    publicationReady: fc.boolean(),
    everWrote: fc.subarray(["lead", "contributor", "chair", "member"]),
    handedOver: fc.subarray(["chair", "member"]),
    unansweredPoints: fc.constantFrom([], [{ path: "x", message: "x" }]),
  });
  const anyActor = fc.record({
    userId: fc.constantFrom("lead", "contributor", "chair", "member"),
    capacities: fc.subarray([...CAPACITIES]),
  });
  fc.assert(
    fc.property(anyState, anyActor, ({ everWrote, handedOver, ...change }, actor) => {
      const given = sampleInReview({ ...change, people: { lead: "lead", everWrote, handedOver } });
      const { offered, withheld } = availableActions(given, actor);
      const listed = [...offered, ...withheld.map(({ action }) => action)];
      expect(new Set(listed).size).toBe(listed.length);
      for (const action of TRANSITION_ACTIONS) {
        expect(decide(given, { ...sampleCommand(action, "OFFICER"), actor }).ok).toBe(
          offered.includes(action),
        );
      }
      expect(listed.every((action) => ASSESSMENT_ACTIONS.includes(action))).toBe(true);
    }),
  );
});
