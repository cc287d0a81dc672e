import type { Capacity } from "../../access/policy.ts";
import type { WorkflowCommand, WorkflowState } from "../workflow/state.ts";
import type { TransitionAction } from "../workflow/transitions.ts";

export const SAMPLE_NOW = "2020-01-20T10:00:00Z";
export const SAMPLE_HASH = "a".repeat(64);

/** A draft that "lead" leads, "contributor" helps to write and "earlier-lead" led before. */
export const sampleDraft = (change: Partial<WorkflowState> = {}): WorkflowState => ({
  status: "DRAFT",
  revision: 1,
  contentHash: SAMPLE_HASH,
  people: { lead: "lead", everWrote: ["lead", "contributor", "earlier-lead"], handedOver: [] },
  signatures: [],
  problems: [],
  unansweredPoints: [],
  publicationReady: false,
  ...change,
});

/** The same, submitted by its lead. */
export const sampleInReview = (change: Partial<WorkflowState> = {}): WorkflowState =>
  sampleDraft({
    status: "IN_REVIEW",
    signatures: [{ role: "LEAD_OFFICER", userId: "lead", revision: 1, contentHash: SAMPLE_HASH }],
    ...change,
  });

export const SAMPLE_USERS: Record<Capacity, string> = {
  LEAD: "lead",
  CONTRIBUTOR: "contributor",
  DEG_MEMBER: "member",
  DEG_CHAIR: "chair",
  HEAD_OF_SERVICE: "head",
  OFFICER: "officer",
  ANALYST: "analyst",
  SCRUTINY: "scrutiny",
  ADMIN: "admin",
};

/** A command with everything that any transition may need. */
export const sampleCommand = (
  action: TransitionAction,
  capacity: Capacity,
  change: Partial<WorkflowCommand> = {},
): WorkflowCommand => ({
  action,
  actor: { userId: SAMPLE_USERS[capacity], capacities: [capacity] },
  reason: "  Question 10 needs figures  ",
  displayedHash: SAMPLE_HASH,
  statement: "I confirm this.",
  now: SAMPLE_NOW,
  ...change,
});
