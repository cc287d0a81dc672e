import type { Capacity } from "../../access/policy.ts";
import type { Problem } from "../../result.ts";
import type { RaisedPoint } from "../review/points.ts";
import type { AssessmentStatus, SignatoryRole } from "../vocabulary.ts";
import type { TransitionAction } from "./transitions.ts";

/** An assessment as the workflow sees it: read under the row lock under which the decision is written. */
export interface WorkflowState {
  status: AssessmentStatus;
  /** The current revision, from 1. */
  revision: number;
  /** Hash of the current revision's counting content, as stored (seal/hash-content.ts). */
  contentHash: string;
  people: WorkflowPeople;
  /** All signatures of the assessment's life. */
  signatures: readonly GivenSignature[];
  /** What blocks a signature on the current content: blockingProblems() of the checker. */
  problems: readonly Problem[];
  /** The chair's points that nobody who writes it has answered: each with its place, and what to do. */
  unansweredPoints: readonly Problem[];
  /** True once a depersonalised copy has been prepared and approved. */
  publicationReady: boolean;
}

export interface WorkflowPeople {
  lead: string;
  /** Everybody who ever led it, contributed to it or edited it, in any revision, also those who left. */
  everWrote: readonly string[];
  /** Chairs who handed its review over to a deputy: they have declared a conflict of interest. */
  handedOver: readonly string[];
}

export interface GivenSignature {
  role: SignatoryRole;
  userId: string;
  revision: number;
  contentHash: string;
}

export interface Actor {
  userId: string;
  capacities: readonly Capacity[];
}

export interface WorkflowCommand {
  action: TransitionAction;
  actor: Actor;
  reason?: string | null;
  /** The hash that the person's screen showed, for signatures. */
  displayedHash?: string | null;
  /** The statement that the person signed, word for word. */
  statement?: string | null;
  /** For a request for changes: what must be answered before it comes back. */
  points?: readonly RaisedPoint[];
  /** Instant of the act, ISO. */
  now: string;
}

/** What a decision makes true, in order; the database writes them in one transaction. */
export type WorkflowEvent =
  | { type: "REVISION_SEALED"; revision: number; contentHash: string; at: string }
  | {
      type: "SIGNED";
      role: SignatoryRole;
      userId: string;
      revision: number;
      contentHash: string;
      statement: string;
      at: string;
    }
  | { type: "POINT_RAISED"; point: RaisedPoint; revision: number; userId: string }
  | { type: "REVISION_OPENED"; revision: number; basedOnRevision: number; at: string }
  | {
      type: "STATUS_CHANGED";
      action: TransitionAction;
      from: AssessmentStatus;
      to: AssessmentStatus;
      /** The revision that the act was about. */
      revision: number;
      userId: string;
      reason: string | null;
      at: string;
    };
