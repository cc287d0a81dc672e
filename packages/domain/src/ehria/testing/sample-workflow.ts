import type { Capacity } from "../../access/assessment-acts.ts";
import { SYSTEM } from "../../access/policy.ts";
import type { Actor, WorkflowCommand, WorkflowState } from "../workflow/state.ts";
import type { WorkflowAction } from "../workflow/transitions.ts";

export const SAMPLE_NOW = "2020-01-20T10:00:00Z";
export const SAMPLE_HASH = "a".repeat(64);

/** What the lead prepared for the public. */
export const SAMPLE_PUBLICATION = { hash: SAMPLE_HASH, madeBy: ["lead"] };

/** A draft that "lead" leads, "contributor" helps to write and "earlier-lead" led before. */
export const sampleDraft = (change: Partial<WorkflowState> = {}): WorkflowState => ({
  status: "DRAFT",
  revision: 1,
  contentHash: SAMPLE_HASH,
  people: { lead: "lead", everWrote: ["lead", "contributor", "earlier-lead"], handedOver: [] },
  signatures: [],
  statements: { LEAD_OFFICER: "I confirm this.", DEG_CHAIR: "I confirm this." },
  problems: [],
  unansweredPoints: [],
  publication: null,
  standsInRegister: false,
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

/** Somebody who holds one capacity and signed in a minute before {@link SAMPLE_NOW}, or the system. */
export const sampleActor = (capacity: Capacity | typeof SYSTEM): Actor =>
  capacity === SYSTEM
    ? { userId: null, capacities: [SYSTEM] }
    : { userId: SAMPLE_USERS[capacity], capacities: [capacity], authenticatedAt: "2020-01-20T09:59:00Z" };

/** A command with everything that any transition may need. */
export const sampleCommand = (
  action: WorkflowAction,
  capacity: Capacity | typeof SYSTEM,
  change: Partial<WorkflowCommand> = {},
): WorkflowCommand => ({
  action,
  actor: sampleActor(capacity),
  reason: "  Question 10 needs figures  ",
  displayedHash: SAMPLE_HASH,
  statement: "I confirm this.",
  successor: { reference: "EHRIA-2020-0002", status: "SIGNED_OFF", isItself: false },
  now: SAMPLE_NOW,
  ...change,
});
