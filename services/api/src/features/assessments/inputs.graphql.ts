import { builder } from "../../schema/builder.ts";
import { ImpactDirectionEnum, ProtectedCharacteristicEnum, RightPartEnum } from "../../schema/ehria-enums.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { AssessmentActionEnum } from "./actions.graphql.ts";
import { CommentType } from "./comments/comment.graphql.ts";
import { EqualityActionType } from "./equality-action.graphql.ts";

const REFERENCE = "The assessment's reference.";
const VERSION = "The version that the edit was based on; 0 when nothing was stored.";
const SET_ASIDE =
  "What you wrote and gave up for another’s text in a conflict, up to 120,000 characters: it stays in the history.";
export const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

export const StartAssessmentInput = builder.inputType("StartAssessmentInput", {
  description: "What a new assessment is about.",
  fields: (t) => ({
    title: t.string({
      required: true,
      description: "Name of the policy being assessed, up to 300 characters.",
    }),
    department: t.globalID({
      for: DepartmentType,
      required: true,
      description: "The department whose it is.",
    }),
    templateKey: t.string({
      description: "Key of the form: it begins on the newest version. Default: the form published last.",
    }),
    startedOn: t.field({ type: "Date", description: "When it was started. Default: today." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const AnswerInput = builder.inputType("AnswerInput", {
  description: "One answer. Nulls empty it.",
  fields: (t) => ({
    question: t.string({ required: true, description: "Key of the question." }),
    part: t.string({ description: "Key of the part, for a question with parts." }),
    choice: t.string({ description: "YES, NO, UNKNOWN or the value of an option." }),
    text: t.string({ description: "Words, an ISO date or TBC." }),
    basedOnVersion: t.int({ required: true, description: VERSION }),
    setAside: t.string({ description: SET_ASIDE }),
  }),
});

export const CharacteristicImpactInput = builder.inputType("CharacteristicImpactInput", {
  description: "One row. Nulls empty its cells.",
  fields: (t) => ({
    characteristic: t.field({ type: ProtectedCharacteristicEnum, required: true, description: "Which one." }),
    affected: t.boolean({ description: "Whether people are affected, for better or worse." }),
    direction: t.field({ type: ImpactDirectionEnum, description: "Which way." }),
    comments: t.string({ description: "What is expected, and why." }),
    barriers: t.string({ description: "Barriers that people may meet." }),
    basedOnVersion: t.int({ required: true, description: VERSION }),
    setAside: t.string({ description: SET_ASIDE }),
  }),
});

const RightJustificationInput = builder.inputType("RightJustificationInput", {
  description: "The four answers that interference with a qualified right needs.",
  fields: (t) => ({
    prescribedByLaw: t.string({ description: "Which law prescribes it." }),
    legitimateAim: t.string({ description: "Which legitimate aim it pursues." }),
    necessary: t.string({ description: "Why it is necessary." }),
    proportionate: t.string({ description: "Why it goes no further than needed." }),
  }),
});

export const RightImpactInput = builder.inputType("RightImpactInput", {
  description: "One row. Nulls empty its cells.",
  fields: (t) => ({
    part: t.field({ type: RightPartEnum, required: true, description: "Where the right stands." }),
    article: t.int({ required: true, description: "Number of the article in its part." }),
    affected: t.boolean({ description: "Whether it is engaged." }),
    comments: t.string({ description: "How, and why." }),
    justification: t.field({
      type: RightJustificationInput,
      description: "For a qualified right that is engaged.",
    }),
    basedOnVersion: t.int({ required: true, description: VERSION }),
    setAside: t.string({ description: SET_ASIDE }),
  }),
});

export const SaveImprovementActionInput = builder.inputType("SaveImprovementActionInput", {
  description: "A row of the improvement plan. Nulls empty its cells.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    id: t.globalID({ for: EqualityActionType, description: "The row to change. Default: a new one." }),
    objective: t.string({ description: "Equality objective." }),
    action: t.string({ description: "What will be done." }),
    target: t.string({ description: "What it should reach." }),
    officer: t.string({ description: "Job title of the officer responsible." }),
    due: t.field({ type: "Date", description: "By when." }),
    fromQuestion: t.string({ description: "Key of the question that obliges it." }),
    remove: t.boolean({ description: "True: take the row out." }),
    basedOnVersion: t.int({ required: true, description: VERSION }),
    setAside: t.string({ description: SET_ASIDE }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const MoveAssessmentToFormInput = builder.inputType("MoveAssessmentToFormInput", {
  description: "Which version of its form an assessment moves to.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    version: t.int({ required: true, description: "A published version, newer than the one that it is on." }),
  }),
});

const PointInput = builder.inputType("PointInput", {
  description:
    "Something that must be answered before the assessment comes back: words about a place, or a comment that was made already.",
  fields: (t) => ({
    place: t.string({
      description: "“question” or “question.part”. Default: the assessment as a whole.",
    }),
    text: t.string({ description: "What should be changed or explained, up to 4,000 characters." }),
    comment: t.globalID({
      for: CommentType,
      description: "Instead of place and text: the open comment, the first of its talk, to be answered.",
    }),
  }),
});

export const TransitionAssessmentInput = builder.inputType("TransitionAssessmentInput", {
  description: "A step along the workflow.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    action: t.field({ type: AssessmentActionEnum, required: true, description: "What to do." }),
    displayedHash: t.string({
      description:
        "For signatures: the contentHash that was displayed. For publishing: the hash of the prepared copy that was displayed.",
    }),
    statement: t.string({ description: "For signatures: the statement that is signed, word for word." }),
    reason: t.string({
      description: "For sending back, reopening, superseding and withdrawing: why, up to 4,000 characters.",
    }),
    successor: t.string({
      description: "For superseding: the reference of the signed-off assessment that takes its place.",
    }),
    points: t.field({
      type: [PointInput],
      description:
        "For sending back: up to 50 points, each of which must be answered before it can be submitted again.",
    }),
    publicNotice: t.string({
      description:
        "For superseding and withdrawing what stands in the public register: what the public is told there, up to 1,000 characters.",
    }),
    publicNoticeChecked: t.boolean({
      description:
        "True: what may be names, postcodes or small groups in the notice was looked at, and identifies nobody.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});
