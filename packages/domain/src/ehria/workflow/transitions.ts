import type { Capacity } from "../../access/assessment-acts.ts";
import { SYSTEM } from "../../access/policy.ts";
import type { AssessmentStatus, SignatoryRole } from "../vocabulary.ts";

/** What a person can do to an assessment's status. */
export const TRANSITION_ACTIONS = [
  "SUBMIT",
  "REQUEST_CHANGES",
  "SIGN_OFF",
  "PUBLISH",
  "REOPEN",
  "SUPERSEDE",
  "WITHDRAW",
] as const;
export type TransitionAction = (typeof TRANSITION_ACTIONS)[number];

/** What nobody does: jobs that watch review dates and evidence. No person is offered it, and no client can ask for it. */
export const SYSTEM_ACTIONS = ["MARK_REVIEW_DUE"] as const;
export type SystemAction = (typeof SYSTEM_ACTIONS)[number];

export const WORKFLOW_ACTIONS = [...TRANSITION_ACTIONS, ...SYSTEM_ACTIONS] as const;
export type WorkflowAction = TransitionAction | SystemAction;

/** What must hold before a transition, beside its status and capacity. Checked in this order. */
export const TRANSITION_NEEDS = [
  "NO_CONFLICT_OF_INTEREST",
  "NO_CONFLICT_AS_CHAIR",
  "PUBLICATION_READY",
  "PREPARED_BY_ANOTHER",
  "IN_PERSON",
  "REASON",
  "SUCCESSOR",
  "PUBLIC_NOTICE",
  "POINTS_WRITTEN",
  "POINTS_ANSWERED",
  "DISPLAYED_HASH",
  "DISPLAYED_PUBLICATION",
  "COMPLETE_FORM",
  "LEAD_SIGNATURE",
  "STATEMENT",
  // Last: nobody is sent to sign in again for what would be refused anyway.
  "FRESH_SIGN_IN",
] as const;
export type TransitionNeed = (typeof TRANSITION_NEEDS)[number];

export interface Transition {
  to: AssessmentStatus;
  by: readonly (Capacity | typeof SYSTEM)[];
  needs: readonly TransitionNeed[];
  /** The signature that it makes. */
  signs: SignatoryRole | null;
  /** Submitting seals the revision: from then on it can't change. */
  seals: boolean;
  /** Opens a new, unsigned revision; the one before stays as it is. */
  opensRevision: boolean;
}

const SUBMIT: Transition = {
  to: "IN_REVIEW",
  by: ["LEAD"],
  needs: ["IN_PERSON", "POINTS_ANSWERED", "DISPLAYED_HASH", "COMPLETE_FORM", "STATEMENT", "FRESH_SIGN_IN"],
  signs: "LEAD_OFFICER",
  seals: true,
  opensRevision: false,
};

const REQUEST_CHANGES: Transition = {
  to: "CHANGES_REQUESTED",
  by: ["DEG_CHAIR"],
  needs: ["NO_CONFLICT_OF_INTEREST", "REASON", "POINTS_WRITTEN"],
  signs: null,
  seals: false,
  opensRevision: true,
};

const SIGN_OFF: Transition = {
  to: "SIGNED_OFF",
  by: ["DEG_CHAIR"],
  needs: [
    "NO_CONFLICT_OF_INTEREST",
    "IN_PERSON",
    "STATEMENT",
    "DISPLAYED_HASH",
    "COMPLETE_FORM",
    "LEAD_SIGNATURE",
    "FRESH_SIGN_IN",
  ],
  signs: "DEG_CHAIR",
  seals: false,
  opensRevision: false,
};

/** A second person approves the bytes that the public will see, so the chair publishes, not the lead. */
const PUBLISH: Transition = {
  to: "PUBLISHED",
  by: ["DEG_CHAIR"],
  needs: ["NO_CONFLICT_OF_INTEREST", "PUBLICATION_READY", "PREPARED_BY_ANOTHER", "DISPLAYED_PUBLICATION"],
  signs: null,
  seals: false,
  opensRevision: false,
};

/** Back to its lead, not to DRAFT: who signed or reviewed it goes on seeing it, as the policy shows drafts to nobody else. */
const REOPEN: Transition = {
  to: "CHANGES_REQUESTED",
  by: ["LEAD", "DEG_CHAIR"],
  needs: ["NO_CONFLICT_AS_CHAIR", "REASON"],
  signs: null,
  seals: false,
  opensRevision: true,
};

const WITHDRAW: Transition = {
  to: "WITHDRAWN",
  by: ["LEAD"],
  needs: ["REASON", "PUBLIC_NOTICE"],
  signs: null,
  seals: false,
  opensRevision: false,
};

/** What two people signed isn't taken back by the one who wrote it. */
const WITHDRAW_SIGNED: Transition = {
  ...WITHDRAW,
  by: ["DEG_CHAIR"],
  needs: ["NO_CONFLICT_OF_INTEREST", "REASON", "PUBLIC_NOTICE"],
};

/** Another assessment, which was signed off in its turn, takes its place: so its lead may say so alone. */
const SUPERSEDE: Transition = {
  to: "SUPERSEDED",
  by: ["LEAD", "DEG_CHAIR"],
  needs: ["NO_CONFLICT_AS_CHAIR", "REASON", "SUCCESSOR", "PUBLIC_NOTICE"],
  signs: null,
  seals: false,
  opensRevision: false,
};

/** The date has come, or its evidence has changed: due regard goes on after the decision. */
const MARK_REVIEW_DUE: Transition = {
  to: "REVIEW_DUE",
  by: [SYSTEM],
  needs: ["REASON"],
  signs: null,
  seals: false,
  opensRevision: false,
};

export type TransitionTable = Record<AssessmentStatus, Partial<Record<WorkflowAction, Transition>>>;

/** The whole workflow (design/domain.md §3, "Process"). What isn't here can't be done; a status missing here doesn't compile. */
export const TRANSITIONS: TransitionTable = {
  DRAFT: { SUBMIT, WITHDRAW },
  IN_REVIEW: { REQUEST_CHANGES, SIGN_OFF, WITHDRAW },
  CHANGES_REQUESTED: { SUBMIT, WITHDRAW },
  SIGNED_OFF: { PUBLISH, REOPEN, SUPERSEDE, MARK_REVIEW_DUE, WITHDRAW: WITHDRAW_SIGNED },
  PUBLISHED: { REOPEN, SUPERSEDE, MARK_REVIEW_DUE, WITHDRAW: WITHDRAW_SIGNED },
  REVIEW_DUE: { REOPEN, SUPERSEDE, WITHDRAW: WITHDRAW_SIGNED },
  SUPERSEDED: {},
  WITHDRAWN: {},
};

/** "This assessment is …" */
export const STATUS_IN_WORDS: Record<AssessmentStatus, string> = {
  DRAFT: "a draft",
  IN_REVIEW: "in review",
  CHANGES_REQUESTED: "back with its lead officer for changes",
  SIGNED_OFF: "signed off",
  PUBLISHED: "published",
  REVIEW_DUE: "due for review",
  SUPERSEDED: "superseded",
  WITHDRAWN: "withdrawn",
};

/** "… can't be …" */
export const ACTION_IN_WORDS: Record<WorkflowAction, string> = {
  SUBMIT: "submitted",
  REQUEST_CHANGES: "sent back for changes",
  SIGN_OFF: "signed off",
  PUBLISH: "published",
  REOPEN: "reopened",
  SUPERSEDE: "superseded",
  MARK_REVIEW_DUE: "marked as due for review",
  WITHDRAW: "withdrawn",
};
