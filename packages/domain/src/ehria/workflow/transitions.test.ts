import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAPACITIES, type Capacity } from "../../access/assessment-acts.ts";
import { capacitiesThatMay, SYSTEM } from "../../access/policy.ts";
import {
  SAMPLE_PUBLICATION,
  SAMPLE_USERS,
  sampleActor,
  sampleCommand,
  sampleDraft,
  sampleInReview,
} from "../testing/sample-workflow.ts";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "../vocabulary.ts";
import { ASSESSMENT_ACTIONS, type AssessmentAction, availableActions } from "./available-actions.ts";
import { decide } from "./decide.ts";
import {
  SYSTEM_ACTIONS,
  TRANSITION_ACTIONS,
  TRANSITIONS,
  WORKFLOW_ACTIONS,
  type WorkflowAction,
} from "./transitions.ts";

/** What may happen, written out by hand: everything else must not. */
const ALLOWED: Partial<
  Record<`${AssessmentStatus} ${WorkflowAction} ${Capacity | typeof SYSTEM}`, AssessmentStatus>
> = {
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
  "SIGNED_OFF SUPERSEDE LEAD": "SUPERSEDED",
  "SIGNED_OFF SUPERSEDE DEG_CHAIR": "SUPERSEDED",
  "SIGNED_OFF WITHDRAW DEG_CHAIR": "WITHDRAWN",
  "SIGNED_OFF MARK_REVIEW_DUE SYSTEM": "REVIEW_DUE",
  "PUBLISHED REOPEN LEAD": "CHANGES_REQUESTED",
  "PUBLISHED REOPEN DEG_CHAIR": "CHANGES_REQUESTED",
  "PUBLISHED SUPERSEDE LEAD": "SUPERSEDED",
  "PUBLISHED SUPERSEDE DEG_CHAIR": "SUPERSEDED",
  "PUBLISHED WITHDRAW DEG_CHAIR": "WITHDRAWN",
  "PUBLISHED MARK_REVIEW_DUE SYSTEM": "REVIEW_DUE",
  "REVIEW_DUE REOPEN LEAD": "CHANGES_REQUESTED",
  "REVIEW_DUE REOPEN DEG_CHAIR": "CHANGES_REQUESTED",
  "REVIEW_DUE SUPERSEDE LEAD": "SUPERSEDED",
  "REVIEW_DUE SUPERSEDE DEG_CHAIR": "SUPERSEDED",
  "REVIEW_DUE WITHDRAW DEG_CHAIR": "WITHDRAWN",
};

const CELLS = ASSESSMENT_STATUSES.flatMap((status) =>
  WORKFLOW_ACTIONS.flatMap((action) =>
    [...CAPACITIES, SYSTEM].map((capacity) => [status, action, capacity] as const),
  ),
);

describe("every state × action × capacity", () => {
  test.each(CELLS)("%s %s %s", (status, action, capacity) => {
    const given = sampleInReview({ status, publication: SAMPLE_PUBLICATION });
    const result = decide(given, sampleCommand(action, capacity));
    const to = ALLOWED[`${status} ${action} ${capacity}`];
    const actor = sampleActor(capacity);
    // Nothing is ever offered to the system, nor what it does to anybody.
    const offered: readonly string[] = availableActions(given, actor).offered;
    expect(offered.includes(action)).toBe(to !== undefined && capacity !== SYSTEM);
    if (to === undefined) {
      expect(result).toMatchObject({ ok: false, failure: { kind: "NOT_ALLOWED" } });
    } else {
      expect(result.ok && result.value.at(-1)).toMatchObject({
        type: "STATUS_CHANGED",
        action,
        from: status,
        to,
        userId: actor.userId,
      });
    }
  });

  test.each(CELLS)("%s %s %s with a point that waits for an answer", (status, action, capacity) => {
    const unansweredPoints = [{ path: "aims.one", message: "Answer this point" }];
    const given = sampleInReview({ status, publication: SAMPLE_PUBLICATION, unansweredPoints });
    const to = ALLOWED[`${status} ${action} ${capacity}`];
    const result = decide(given, sampleCommand(action, capacity));
    expect(result.ok).toBe(to !== undefined && action !== "SUBMIT");
    const { offered, withheld } = availableActions(given, sampleActor(capacity));
    const listed: readonly string[] = offered;
    expect(listed.includes(action)).toBe(result.ok && capacity !== SYSTEM);
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
    PREPARE_PUBLICATION: { LEAD: ["SIGNED_OFF"], DEG_MEMBER: ["SIGNED_OFF"] },
    HAND_OVER_REVIEW: { DEG_CHAIR: ["IN_REVIEW", "CHANGES_REQUESTED", "SIGNED_OFF"] },
  };
  test.each(
    ASSESSMENT_STATUSES.flatMap((status) => CAPACITIES.map((capacity) => [status, capacity] as const)),
  )("what needs no transition in %s by %s", (status, capacity) => {
    const { offered } = availableActions(sampleDraft({ status }), sampleActor(capacity));
    const others = ASSESSMENT_ACTIONS.filter((action) => action in OTHERS);
    expect(others.filter((action) => offered.includes(action))).toEqual(
      others.filter((action) => OTHERS[action]?.[capacity]?.includes(status)),
    );
  });
});

describe("what is offered", () => {
  test("no publication before a copy is ready", () => {
    expect(availableActions(sampleDraft({ status: "SIGNED_OFF" }), sampleActor("DEG_CHAIR"))).toEqual({
      offered: ["HAND_OVER_REVIEW", "REOPEN", "SUPERSEDE", "WITHDRAW"],
      withheld: [{ action: "PUBLISH", reason: "The copy for the public hasn't been prepared yet" }],
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
    expect(availableActions(sampleDraft({ problems }), sampleActor("LEAD"))).toEqual({ offered, withheld });
  });

  test.each([
    ["DRAFT", "LEAD", "SUBMIT"],
    ["IN_REVIEW", "DEG_CHAIR", "SIGN_OFF"],
  ] as const)("no signature in %s by a token of the %s", (status, capacity, action) => {
    const actor = { userId: SAMPLE_USERS[capacity], capacities: [capacity], authenticatedAt: null };
    expect(availableActions(sampleInReview({ status }), actor).withheld).toEqual([
      { action, reason: "Only a person can sign, on the page that shows what is signed: a token can't" },
    ]);
  });
});

test("nobody loses sight of an assessment by what they did to it", () => {
  const blinded = ASSESSMENT_STATUSES.flatMap((from) =>
    WORKFLOW_ACTIONS.flatMap((action) => {
      const transition = TRANSITIONS[from][action];
      if (transition === undefined) return [];
      const readers: (typeof transition.by)[number][] = capacitiesThatMay("assessment.read", transition.to);
      return transition.by
        .filter((capacity) => capacity !== SYSTEM && !readers.includes(capacity))
        .map((capacity) => `${capacity} by ${action} in ${from}`);
    }),
  );
  expect(blinded).toEqual([]);
});

describe("what the table holds", () => {
  const rows = ASSESSMENT_STATUSES.flatMap((from) =>
    WORKFLOW_ACTIONS.flatMap((action) => {
      const transition = TRANSITIONS[from][action];
      return transition === undefined ? [] : [{ name: `${action} in ${from}`, action, transition }];
    }),
  );

  test("whatever signs needs a person, there, who has just signed in, and the hash that they saw", () => {
    const wanted = ["IN_PERSON", "FRESH_SIGN_IN", "STATEMENT", "DISPLAYED_HASH", "COMPLETE_FORM"] as const;
    const loose = rows
      .filter(({ transition }) => transition.signs !== null || transition.seals)
      .filter(({ transition }) => !wanted.every((need) => transition.needs.includes(need)));
    expect(loose).toEqual([]);
  });

  test("whoever signs or takes back as chair never wrote it", () => {
    const loose = rows.filter(
      ({ transition: { by, needs, opensRevision } }) =>
        by.every((capacity) => capacity === "DEG_CHAIR") &&
        !opensRevision &&
        !needs.includes("NO_CONFLICT_OF_INTEREST"),
    );
    expect(loose).toEqual([]);
  });

  test("the system does what nobody else does, and signs nothing", () => {
    for (const { action, transition } of rows) {
      const isSystems = SYSTEM_ACTIONS.some((each) => each === action);
      expect(transition.by.includes(SYSTEM)).toBe(isSystems);
      if (isSystems) expect(transition).toMatchObject({ by: [SYSTEM], signs: null, seals: false });
    }
  });

  test("what was signed off leaves that state by a new revision, a successor or a withdrawal, always with a reason", () => {
    const signed = rows.filter(({ name }) => /in (SIGNED_OFF|PUBLISHED|REVIEW_DUE)$/.test(name));
    const unexplained = signed.filter(({ transition }) => !transition.needs.includes("REASON"));
    expect(unexplained.map(({ name }) => name)).toEqual(["PUBLISH in SIGNED_OFF"]);
  });
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
    publication: fc.constantFrom(null, SAMPLE_PUBLICATION, { ...SAMPLE_PUBLICATION, madeBy: ["chair"] }),
    everWrote: fc.subarray(["lead", "contributor", "chair", "member"]),
    handedOver: fc.subarray(["chair", "member"]),
    unansweredPoints: fc.constantFrom([], [{ path: "x", message: "x" }]),
  });
  const anyActor = fc.record({
    userId: fc.constantFrom("lead", "contributor", "chair", "member"),
    capacities: fc.subarray([...CAPACITIES]),
    authenticatedAt: fc.constantFrom(null, "2020-01-20T09:58:00Z"),
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
