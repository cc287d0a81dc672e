import type { OpenPoint } from "@due-regard/database/read-models/open-points";
import { capacitiesOf } from "@due-regard/domain/access/policy";
import { blockingProblems, checkAssessment } from "@due-regard/domain/ehria/checker/check-assessment";
import type { Finding } from "@due-regard/domain/ehria/checker/finding";
import type { AssessmentContent } from "@due-regard/domain/ehria/content";
import type { ReferenceData } from "@due-regard/domain/ehria/reference-types";
import { unansweredPoints } from "@due-regard/domain/ehria/review/comment-rules";
import type {
  GivenSignature,
  PersonActor,
  PreparedPublication,
  WorkflowState,
} from "@due-regard/domain/ehria/workflow/state";
import {
  buildCanonicalContent,
  type CanonicalContent,
  type SealedPerson,
} from "@due-regard/domain/seal/canonical-content";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import type { SignedInViewer } from "../../context.ts";
import { commentPlace } from "./comments/load-comments.ts";
import type { AssessmentBody } from "./load-body.ts";
import { type AssessmentHead, everWrote, handedOver } from "./load-head.ts";

/**
 * What the domain's rules say of one assessment: its findings, the object that would be signed, and its state as the
 * workflow sees it. Pure: everything that it rests on is passed in.
 */

export interface AssessmentCase {
  head: AssessmentHead;
  body: AssessmentBody;
  references: ReferenceData;
  jobTitles: ReadonlyMap<string, string>;
  /** Who may sign as chair of its department's group. */
  chairs: readonly string[];
  /** The chair's points that are not settled. */
  openPoints: readonly OpenPoint[];
  /** The copy for the public that waits to be approved. Null: there is none. */
  publication: PreparedPublication | null;
  /** True while an edition of it stands in the public register as published. */
  standsInRegister: boolean;
  /** ISO date. */
  today: string;
}

export const findingsOf = ({ head, body, references, chairs, today }: AssessmentCase): Finding[] =>
  checkAssessment({
    template: body.template,
    content: body.content as AssessmentContent,
    copied: body.copies.map(({ question, part, text }) => ({ question, part: part || null, text })),
    references,
    people: { chairs, everWrote: everWrote(head) },
    today,
  });

const sealedPeople = ({ head, jobTitles }: AssessmentCase): SealedPerson[] =>
  head.people
    .filter((person) => person.removedAt === null)
    .map(({ role, userId }) => ({
      role: role === "LEAD" ? "LEAD_OFFICER" : "CONTRIBUTOR",
      userId,
      jobTitle: jobTitles.get(userId) ?? "",
    }));

/** Exactly what a signature on this revision covers. */
export const canonicalContentOf = (assessment: AssessmentCase): CanonicalContent =>
  buildCanonicalContent(assessment.body.reading, {
    reference: assessment.head.reference,
    revision: assessment.head.revision,
    formHash: assessment.body.formHash,
    people: sealedPeople(assessment),
  });

/**
 * Hash of what is shown of a sealed revision in force, worked out from its rows: people are those that were sealed, since job
 * titles go on. Null: it is not sealed.
 */
export const shownHashOf = (
  { reference, revision }: AssessmentHead,
  { reading, formHash }: AssessmentBody,
  sealedContent: string | null,
): string | null => {
  if (sealedContent === null) return null;
  const { people } = JSON.parse(sealedContent) as Partial<CanonicalContent>;
  return hashContent(buildCanonicalContent(reading, { reference, revision, formHash, people: people ?? [] }));
};

/** The sealed hash once there is one; until then the hash of what would be signed now. */
export const contentHashOf = (assessment: AssessmentCase): string =>
  assessment.head.sealedHash ?? hashContent(canonicalContentOf(assessment));

const givenSignatures = ({ head, body }: AssessmentCase): GivenSignature[] =>
  body.signatures.map(({ role, userId, contentHash }) => ({
    role,
    userId,
    contentHash,
    revision: head.revision,
  }));

const statementsOf = ({ template }: AssessmentBody): WorkflowState["statements"] =>
  Object.fromEntries(template.signOff.signatures.map(({ role, statement }) => [role, statement]));

const SHORT = 120;
const shorten = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, SHORT).trimEnd()}…`;

export const workflowStateOf = (assessment: AssessmentCase): WorkflowState => {
  const { head, body } = assessment;
  return {
    status: head.status,
    revision: head.revision,
    contentHash: contentHashOf(assessment),
    people: { lead: head.leadId ?? "", everWrote: everWrote(head), handedOver: handedOver(head) },
    signatures: givenSignatures(assessment),
    statements: statementsOf(body),
    problems: blockingProblems(findingsOf(assessment)),
    unansweredPoints: unansweredPoints(assessment.openPoints).map((point) => ({
      path: commentPlace(point),
      message: `Answer this point: ${shorten(point.text)}`,
    })),
    publication: assessment.publication,
    standsInRegister: assessment.standsInRegister,
  };
};

/** The viewer as the workflow sees them: what they are to this assessment. */
export const actorOf = (viewer: SignedInViewer, head: AssessmentHead): PersonActor => ({
  userId: viewer.userId,
  capacities: capacitiesOf(viewer, head.policySubject),
  authenticatedAt: viewer.authenticatedAt,
});
