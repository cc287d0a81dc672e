import { TRANSITION_ACTIONS, type TransitionAction } from "@due-regard/domain/ehria/workflow/transitions";
import type { Canary } from "./canaries.ts";
import { EVIDENCE_WRITES } from "./evidence-writes.ts";
import { FORM_WRITES } from "./form-writes.ts";
import { NOTICE_WRITES } from "./notice-writes.ts";
import { PEOPLE_WRITES } from "./people-writes.ts";
import { PERFORMANCE_WRITES } from "./performance-writes.ts";
import { globalId, RANDOM_ID } from "./policy-actors.ts";

/** One write that somebody may try on an assessment. */
export interface PolicyWrite {
  /** Field of Mutation. */
  mutation: string;
  /** What the policy or the workflow must grant. */
  needs:
    | "EDIT"
    | "CHANGE_FORM"
    | "INVITE"
    | "HAND_OVER"
    | "WATCH"
    | "TRACK"
    | "COMMENT"
    | "RECOMMEND"
    | "HAND_OVER_REVIEW"
    | "PREPARE_PUBLICATION"
    | TransitionAction;
  input: (
    canary: Pick<Canary, "reference" | "evidenceIds" | "actionId" | "strangerId" | "commentIds">,
  ) => object;
  /** The answers with which a granted write may end: some lack what only a person could send. */
  granted: readonly string[];
}

const WORDS = "Words that were never granted";
const row = { basedOnVersion: 1 };
const edit = { needs: "EDIT" as const };

const trackedBy = (actionId: string) => ({ action: globalId("EqualityAction", actionId) });

/**
 * What a granted transition answers on a canary: the hash sent is not theirs, no copy for the public is prepared, and no successor
 * is named.
 */
const GRANTED_TRANSITIONS: Record<TransitionAction, readonly string[]> = {
  SUBMIT: ["Conflict"],
  REQUEST_CHANGES: ["AssessmentSaved"],
  SIGN_OFF: ["Conflict"],
  PUBLISH: ["NotAllowed"],
  REOPEN: ["AssessmentSaved"],
  SUPERSEDE: ["ValidationError"],
  WITHDRAW: ["AssessmentSaved"],
};

/** Every mutation on an existing assessment. One of the schema that is not here fails the test of the matrix. */
export const ASSESSMENT_WRITES: readonly PolicyWrite[] = [
  {
    ...edit,
    mutation: "saveAnswers",
    input: ({ reference }) => ({ reference, answers: [{ question: "policy-change", text: WORDS, ...row }] }),
    granted: ["AnswersSaved"],
  },
  {
    ...edit,
    mutation: "copyAnswer",
    // A draft of one department: whose lead may not see it hears what they would if there were none.
    input: ({ reference }) => ({ reference, question: "policy-change", from: "EHRIA-2019-0001", ...row }),
    granted: ["AnswersSaved", "NotFound"],
  },
  {
    ...edit,
    mutation: "saveCharacteristicImpacts",
    input: ({ reference }) => ({
      reference,
      stage: "SCREENING",
      impacts: [{ characteristic: "AGE", affected: true, direction: "POSITIVE", comments: WORDS, ...row }],
    }),
    granted: ["CharacteristicImpactsSaved"],
  },
  {
    ...edit,
    mutation: "saveRightImpacts",
    input: ({ reference }) => ({
      reference,
      stage: "SCREENING",
      impacts: [{ part: "CONVENTION", article: 8, affected: true, comments: WORDS, ...row }],
    }),
    granted: ["RightImpactsSaved"],
  },
  ...EVIDENCE_WRITES.map((write) => ({ ...edit, ...write })),
  {
    ...edit,
    mutation: "saveImprovementAction",
    input: ({ reference }) => ({ reference, objective: WORDS, basedOnVersion: 0 }),
    granted: ["ImprovementActionSaved"],
  },
  {
    ...edit,
    mutation: "saveImprovementAction",
    input: ({ reference, actionId }) => ({
      reference,
      id: globalId("EqualityAction", actionId),
      remove: true,
      ...row,
    }),
    granted: ["ImprovementActionSaved"],
  },
  {
    ...edit,
    mutation: "setPresence",
    input: ({ reference }) => ({ reference, tab: "matrix", place: "policy-change" }),
    granted: ["PresenceSet"],
  },
  {
    mutation: "watchEvidence",
    needs: "WATCH",
    input: ({ reference, evidenceIds }) => ({
      reference,
      evidence: globalId("EvidenceLink", evidenceIds[0] ?? ""),
      above: "12.5",
      basedOnVersion: 0,
    }),
    granted: ["EvidenceWatched"],
  },
  {
    mutation: "setReviewDate",
    needs: "WATCH",
    input: ({ reference }) => ({ reference, on: "2099-12-31" }),
    granted: ["AssessmentSaved"],
  },
  {
    mutation: "recordActionProgress",
    needs: "TRACK",
    input: ({ actionId }) => ({ ...trackedBy(actionId), note: WORDS, basedOnNotes: 0 }),
    granted: ["EqualityActionSaved"],
  },
  {
    mutation: "resetActionDue",
    needs: "TRACK",
    input: ({ actionId }) => ({
      ...trackedBy(actionId),
      due: "2099-12-31",
      reason: WORDS,
      basedOnNotes: 0,
    }),
    granted: ["EqualityActionSaved"],
  },
  {
    mutation: "linkAction",
    needs: "TRACK",
    input: ({ actionId }) => ({ ...trackedBy(actionId), metric: "1E", basedOnVersion: 1 }),
    granted: ["EqualityActionSaved"],
  },
  {
    mutation: "moveAssessmentToForm",
    needs: "CHANGE_FORM",
    // The version that it is on: whoever may move it hears that it is there.
    input: ({ reference }) => ({ reference, version: 1 }),
    granted: ["AssessmentSaved"],
  },
  {
    mutation: "addComment",
    needs: "COMMENT",
    input: ({ reference }) => ({ reference, place: "policy-change", text: WORDS }),
    granted: ["CommentSaved"],
  },
  {
    mutation: "addComment",
    needs: "COMMENT",
    input: ({ reference, commentIds }) => ({
      reference,
      replyTo: globalId("Comment", commentIds[0] ?? ""),
      text: WORDS,
    }),
    granted: ["CommentSaved"],
  },
  {
    mutation: "correctComment",
    needs: "COMMENT",
    input: ({ reference, commentIds }) => ({
      reference,
      comment: globalId("Comment", commentIds[1] ?? ""),
      text: WORDS,
      ...row,
    }),
    // Its author corrects it; others who may comment hear that they can't.
    granted: ["CommentSaved", "NotAllowed"],
  },
  {
    mutation: "resolveComment",
    needs: "COMMENT",
    input: ({ reference, commentIds }) => ({ reference, comment: globalId("Comment", commentIds[1] ?? "") }),
    granted: ["CommentSaved"],
  },
  {
    mutation: "recommend",
    needs: "RECOMMEND",
    input: ({ reference }) => ({
      reference,
      recommendation: "SIGN_OFF",
      reason: WORDS,
      displayedHash: "0".repeat(64),
    }),
    // The hash sent is not the canary's.
    granted: ["Conflict"],
  },
  {
    mutation: "handOverReview",
    needs: "HAND_OVER_REVIEW",
    input: ({ reference }) => ({ reference, deputy: globalId("User", RANDOM_ID), reason: WORDS }),
    granted: ["ValidationError"],
  },
  {
    mutation: "decideRedactions",
    needs: "PREPARE_PUBLICATION",
    input: ({ reference }) => ({ reference, decisions: [{ hit: WORDS, choice: "REDACT", version: 0 }] }),
    // There is no such passage; and no canary is as it was sealed.
    granted: ["ValidationError", "NotAllowed"],
  },
  {
    mutation: "preparePublication",
    needs: "PREPARE_PUBLICATION",
    input: ({ reference }) => ({ reference }),
    granted: ["NotAllowed"],
  },
  {
    mutation: "inviteContributor",
    needs: "INVITE",
    input: ({ reference, strangerId }) => ({ reference, person: globalId("User", strangerId) }),
    granted: ["AssessmentSaved"],
  },
  {
    mutation: "removeContributor",
    needs: "INVITE",
    input: ({ reference, strangerId }) => ({ reference, person: globalId("User", strangerId) }),
    granted: ["AssessmentSaved"],
  },
  {
    mutation: "handOverLead",
    needs: "HAND_OVER",
    input: ({ reference, strangerId }) => ({
      reference,
      person: globalId("User", strangerId),
      staysAsContributor: true,
    }),
    granted: ["LeadHandedOver"],
  },
  ...TRANSITION_ACTIONS.map(
    (action): PolicyWrite => ({
      mutation: "transitionAssessment",
      needs: action,
      input: ({ reference }) => ({
        reference,
        action,
        reason: WORDS,
        statement: "I confirm this.",
        displayedHash: "0".repeat(64),
      }),
      granted: GRANTED_TRANSITIONS[action],
    }),
  ),
];

/** The mutations that are about no assessment yet, or about figures, plans, people, forms and notices: those have a matrix of their own. */
export const OTHER_MUTATIONS = [
  "startAssessment",
  ...Object.keys(NOTICE_WRITES),
  ...Object.keys(PERFORMANCE_WRITES),
  ...Object.keys(PEOPLE_WRITES),
  ...Object.keys(FORM_WRITES),
];
