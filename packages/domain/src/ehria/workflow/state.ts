import type { Capacity } from "../../access/assessment-acts.ts";
import type { SYSTEM } from "../../access/policy.ts";
import type { Problem } from "../../result.ts";
import type { RaisedPoint } from "../review/points.ts";
import type { AssessmentStatus, SignatoryRole } from "../vocabulary.ts";
import type { WorkflowAction } from "./transitions.ts";

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
  /** The words that each signatory signs, from the form. */
  statements: Readonly<Partial<Record<SignatoryRole, string>>>;
  /** What blocks a signature on the current content: blockingProblems() of the checker. */
  problems: readonly Problem[];
  /** The chair's points that nobody who writes it has answered: each with its place, and what to do. */
  unansweredPoints: readonly Problem[];
  /** The copy of the current revision for the public, prepared for approval. Null: there is none. */
  publication: PreparedPublication | null;
  /** True while an earlier edition stands in the public register as published: then the public is told what becomes of it. */
  standsInRegister: boolean;
}

/** What waits for a second person to approve and publish it. */
export interface PreparedPublication {
  /** Over the copy and the bytes of each file (publication/publication-hash.ts). */
  hash: string;
  /** Everybody who decided about a passage or prepared it: none of them approves it. */
  madeBy: readonly string[];
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

export type Actor = PersonActor | SystemActor;

export interface PersonActor {
  userId: string;
  capacities: readonly Capacity[];
  /** When they last proved who they are, an ISO instant. Null or left out: a token acts for them. */
  authenticatedAt?: string | null;
}

/** Nobody: a job that watches dates and evidence. */
export interface SystemActor {
  userId: null;
  capacities: readonly [typeof SYSTEM];
}

/** The assessment that takes another's place, as it stands. */
export interface Successor {
  reference: string;
  status: AssessmentStatus;
  /** True when it is the assessment itself. */
  isItself: boolean;
}

export interface WorkflowCommand {
  action: WorkflowAction;
  actor: Actor;
  reason?: string | null;
  /** The hash that the person's screen showed, for signatures. */
  displayedHash?: string | null;
  /** The statement that the person signed, word for word. */
  statement?: string | null;
  /** What takes its place, for superseding. Null: none was named, or the person may not see it. */
  successor?: Successor | null;
  /** For a request for changes: what must be answered before it comes back. */
  points?: readonly RaisedPoint[];
  /** What the public is told when what stands in the register is superseded or withdrawn. */
  publicNotice?: string | null;
  /** What keeps those words from being published (publication/public-notice.ts). */
  noticeProblems?: readonly Problem[];
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
      /** When the signatory last proved who they are. */
      authenticatedAt: string;
      at: string;
    }
  | { type: "POINT_RAISED"; point: RaisedPoint; revision: number; userId: string }
  | { type: "REVISION_OPENED"; revision: number; basedOnRevision: number; at: string }
  | {
      type: "STATUS_CHANGED";
      action: WorkflowAction;
      from: AssessmentStatus;
      to: AssessmentStatus;
      /** The revision that the act was about. */
      revision: number;
      /** Null: the system. */
      userId: string | null;
      reason: string | null;
      /** Reference of what takes its place, when it is superseded. */
      successor: string | null;
      /** What the register says from now on. Left out: it stays as it is. */
      publicNotice?: string;
      at: string;
    };
