import type { AssessmentStatus } from "../ehria/vocabulary.ts";

/** What a person is to one assessment. Several may hold at once; LEAD and CONTRIBUTOR come from who drafts it now. */
export const CAPACITIES = [
  "LEAD",
  "CONTRIBUTOR",
  "DEG_MEMBER",
  "DEG_CHAIR",
  "HEAD_OF_SERVICE",
  "OFFICER",
  "ANALYST",
  "SCRUTINY",
  "ADMIN",
] as const;
export type Capacity = (typeof CAPACITIES)[number];

const DRAFTING = ["DRAFT", "CHANGES_REQUESTED"] as const satisfies readonly AssessmentStatus[];
const REVIEWING = ["IN_REVIEW"] as const satisfies readonly AssessmentStatus[];
export const SIGNED_STATUSES = [
  "SIGNED_OFF",
  "PUBLISHED",
  "REVIEW_DUE",
  "SUPERSEDED",
] as const satisfies readonly AssessmentStatus[];
const SUBMITTED = ["IN_REVIEW", "CHANGES_REQUESTED", "WITHDRAWN", ...SIGNED_STATUSES] as const;
const ALWAYS = ["DRAFT", ...SUBMITTED] as const;

/** While a signed plan is in force. */
export const PLAN_IN_FORCE = [
  "SIGNED_OFF",
  "PUBLISHED",
  "REVIEW_DUE",
] as const satisfies readonly AssessmentStatus[];

export type StatesByCapacity = Partial<Record<Capacity, readonly AssessmentStatus[]>>;

/** The part of the policy table (policy.ts) that is about one assessment: in which states each capacity may do it. Transitions have their own table (ehria/workflow). */
export const ASSESSMENT_ACTS = {
  /** The assessment and what it says. */
  "assessment.read": {
    LEAD: ALWAYS,
    CONTRIBUTOR: ALWAYS,
    DEG_MEMBER: SUBMITTED,
    DEG_CHAIR: SUBMITTED,
    HEAD_OF_SERVICE: SUBMITTED,
    OFFICER: SIGNED_STATUSES,
    ANALYST: SIGNED_STATUSES,
    SCRUTINY: SIGNED_STATUSES,
    ADMIN: SIGNED_STATUSES,
  },
  /** Its history, findings and earlier revisions: for those who write and review it. */
  "assessment.workings": {
    LEAD: ALWAYS,
    CONTRIBUTOR: ALWAYS,
    DEG_MEMBER: SUBMITTED,
    DEG_CHAIR: SUBMITTED,
    HEAD_OF_SERVICE: SUBMITTED,
  },
  /** Writing answers, citing evidence, listing actions. The workflow offers EDIT by this row too. */
  "assessment.edit": { LEAD: DRAFTING, CONTRIBUTOR: DRAFTING },
  /** Asking others to write it, and ending their part. */
  "assessment.invite": { LEAD: DRAFTING },
  /** Making somebody else its lead, and finding whom to ask: for as long as it has a lead with anything to do. */
  "assessment.hand-over": {
    LEAD: ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"],
  },
  /**
   * Making somebody else its lead, or the owner of its actions, in place of one who can no longer sign in (ehria/people/successor.ts).
   * It lets nobody read anything: an administrator is shown its reference and how it stands, and nothing that is written in it.
   */
  "assessment.reassign": {
    ADMIN: ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"],
  },
  /** Saying what is watched of its evidence, and when it is to be reviewed: beside what is sealed, so also after sign-off. */
  "assessment.watch": {
    LEAD: ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "SIGNED_OFF", "PUBLISHED", "REVIEW_DUE"],
    CONTRIBUTOR: DRAFTING,
  },
  /** Saying what becomes of the actions of its signed plan; so may whoever owns one (`mayTrackAction` of policy.ts). */
  "assessment.track-actions": { LEAD: PLAN_IN_FORCE, HEAD_OF_SERVICE: PLAN_IN_FORCE },
  /** Moving it to a newer version of its form: it changes what everybody who writes it is asked. */
  "assessment.change-form": { LEAD: DRAFTING },
  /** Writing comments, answering and settling them: whoever writes it while it is written, the group while it reviews. */
  "assessment.comment": {
    LEAD: DRAFTING,
    CONTRIBUTOR: DRAFTING,
    DEG_MEMBER: REVIEWING,
    DEG_CHAIR: REVIEWING,
  },
  /** Recommending to the chair what to decide. */
  "assessment.recommend": { DEG_MEMBER: REVIEWING },
  /** Naming a deputy to chair its review, while the chair still has something to decide. */
  "assessment.hand-over-review": { DEG_CHAIR: ["IN_REVIEW", "CHANGES_REQUESTED", "SIGNED_OFF"] },
  /** What is being prepared for the public, with every passage that may identify somebody. */
  "assessment.publication": {
    LEAD: SIGNED_STATUSES,
    DEG_MEMBER: SIGNED_STATUSES,
    DEG_CHAIR: SIGNED_STATUSES,
  },
  /** Deciding what it leaves out, and preparing it. The chair approves (ehria/workflow), and so doesn't. */
  "assessment.redact": { LEAD: ["SIGNED_OFF"], DEG_MEMBER: ["SIGNED_OFF"] },
} as const satisfies Record<string, StatesByCapacity>;
export type AssessmentAct = keyof typeof ASSESSMENT_ACTS;
