import { blockingProblems } from "@due-regard/domain/ehria/checker/check-assessment";
import { readDetails } from "@due-regard/domain/ehria/form/read-details";
import { listSections } from "@due-regard/domain/ehria/form/sections";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { connectionOf } from "../../schema/connection.ts";
import { AssessmentStatusEnum, StageEnum } from "../../schema/ehria-enums.ts";
import { pageOf } from "../../schema/page.ts";
import { ProblemType } from "../../schema/result-union.ts";
import { DepartmentType, SourceType } from "../organisations/organisation.graphql.ts";
import { UserType } from "../people/user.graphql.ts";
import { FormTemplateType } from "../templates/form-template.graphql.ts";
import {
  AssessmentActionEnum,
  actionsOf,
  elementsOf,
  SigningElementType,
  statementFor,
  UnavailableActionType,
} from "./actions.graphql.ts";
import { AssessmentType } from "./assessment-type.ts";
import {
  AnswerType,
  answersOf,
  CharacteristicImpactType,
  characteristicViews,
  RightImpactType,
  rightViews,
  rowSource,
} from "./content.graphql.ts";
import { EqualityActionType } from "./equality-action.graphql.ts";
import { EvidenceLinkType } from "./evidence.graphql.ts";
import { FormMoveType, formMoveOf } from "./form-move.graphql.ts";
import { FormSectionViewType, SectionStateType } from "./form-view.graphql.ts";
import { contentHashOf, findingsOf } from "./judge-assessment.ts";
import { bodyOf } from "./load-body.ts";
import { caseOf } from "./load-case.ts";
import { loadSignatures } from "./load-signatures.ts";
import {
  AssessmentRevisionType,
  AuditEventType,
  FindingType,
  historySource,
  loadChangesRequested,
  loadRevisions,
} from "./record.graphql.ts";
import { decisionOf, ScreeningDecisionType } from "./screening-decision.graphql.ts";
import { SignatureType } from "./signature.graphql.ts";

const AuditEventPage = connectionOf(AuditEventType);

AssessmentType.implement({
  description: "An equality and human rights impact assessment (EHRIA).",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: "Such as EHRIA-2026-0007." }),
    title: t.exposeString("title", { description: "Name of the policy being assessed." }),
    status: t.expose("status", { type: AssessmentStatusEnum, description: "Where it stands." }),
    department: t.field({
      type: DepartmentType,
      description: "Whose it is.",
      resolve: (assessment) => assessment.departmentId,
    }),
    template: t.field({
      type: FormTemplateType,
      description: "The exact published form that it is on.",
      resolve: (assessment) => assessment.templateId,
    }),
    formMove: t.field({
      type: FormMoveType,
      nullable: true,
      description:
        "What moving to a newer version of its form would change. Null: there is none, or you are not the one to move it now.",
      args: { version: t.arg.int({ description: "Which version. Default: the newest." }) },
      resolve: (head, { version }, context) => formMoveOf(head, version ?? null, context),
    }),
    revision: t.exposeInt("revision", {
      description:
        "Number of the revision that is shown, from 1: the one in force unless another was asked for.",
    }),
    isEarlier: t.exposeBoolean("isEarlier", {
      description:
        "True for a revision that was asked for by its number and is no longer in force. It is only read.",
    }),
    contentHash: t.string({
      description: "SHA-256 of what a signature covers: as sealed, or as it would be sealed now.",
      resolve: async (head, _args, context) => contentHashOf(await caseOf(context, head)),
    }),
    startedOn: t.expose("startedOn", { type: "Date", description: "When it was started." }),
    completedOn: t.field({
      type: "Date",
      nullable: true,
      description: "When it was completed. Null: not yet submitted with a date.",
      resolve: async (head, _args, context) =>
        head.isInForce ? head.completedOn : readDetails((await bodyOf(context, head)).reading).completedOn,
    }),
    reviewDueOn: t.expose("reviewDueOn", {
      type: "Date",
      nullable: true,
      description: "When it should be looked at again. Null: no date is set.",
    }),
    isDemo: t.exposeBoolean("isDemo", { description: "True for a demonstration record." }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: "The paper that it was read from. Null: written here.",
      resolve: (head) => head.sourceId,
    }),
    leadOfficer: t.field({
      type: UserType,
      description: "Who leads it.",
      resolve: (head) => head.leadId ?? "",
    }),
    contributors: t.field({
      type: [UserType],
      description: "Who helps to write it now.",
      resolve: (head) => [...head.policySubject.contributorIds],
    }),
    sections: t.field({
      type: [SectionStateType],
      description: "The task list.",
      resolve: async (head, _args, context) => {
        const body = await bodyOf(context, head);
        return listSections(
          body.reading,
          body.signatures.map(({ role }) => role),
        );
      },
    }),
    form: t.field({
      type: [FormSectionViewType],
      description: "The form with what is asked as things stand.",
      args: { section: t.arg.string({ description: "Only the section with this key." }) },
      resolve: async (head, { section }, context) => {
        const { reading, signatures } = await bodyOf(context, head);
        return listSections(
          reading,
          signatures.map(({ role }) => role),
        )
          .filter((state) => section == null || state.key === section)
          .map((state) => ({ state, reading }));
      },
    }),
    answers: t.field({
      type: [AnswerType],
      description:
        "Stored answers, with whether each counts. Those to questions of an earlier version of the form are kept here too.",
      args: { section: t.arg.string({ description: "Only of the section with this key." }) },
      resolve: async (head, { section }, context) => {
        const { reading, content, copies, template } = await bodyOf(context, head);
        const answers = answersOf(reading, content, copies);
        if (section == null) return answers;
        return answers.filter((answer) => questionByKey(template, answer.question)?.section === section);
      },
    }),
    characteristicImpacts: t.field({
      type: [CharacteristicImpactType],
      description: "A row for each characteristic that the form asks about, answered or not.",
      args: { stage: t.arg({ type: StageEnum, description: "Only this stage. Default: both." }) },
      resolve: async (head, { stage }, context) =>
        characteristicViews(rowSource(await caseOf(context, head)), stage ?? null),
    }),
    rightImpacts: t.field({
      type: [RightImpactType],
      description: "A row for each right that the form asks about, answered or not.",
      args: { stage: t.arg({ type: StageEnum, description: "Only this stage. Default: both." }) },
      resolve: async (head, { stage }, context) =>
        rightViews(rowSource(await caseOf(context, head)), stage ?? null),
    }),
    screeningDecision: t.field({
      type: ScreeningDecisionType,
      nullable: true,
      description: "Null until it is decided.",
      resolve: (head, _args, context) => decisionOf(head, context),
    }),
    improvementActions: t.field({
      type: [EqualityActionType],
      description: "The improvement plan.",
      resolve: async (head, _args, context) =>
        (await bodyOf(context, head)).content.improvementActions.map((action) => ({
          ...action,
          assessmentId: head.id,
        })),
    }),
    evidence: t.field({
      type: [EvidenceLinkType],
      description: "Everything cited, in the order in which it was cited.",
      resolve: async (head, _args, context) =>
        (await bodyOf(context, head)).content.evidence.map((each) => each.row),
    }),
    findings: t.field({
      type: [FindingType],
      description: "What the checker noticed: contradictions, gaps, repeated text.",
      resolve: async (head, _args, context) => findingsOf(await caseOf(context, head)),
    }),
    blockers: t.field({
      type: [ProblemType],
      description: "What stands between this and a signature.",
      resolve: async (head, _args, context) => blockingProblems(findingsOf(await caseOf(context, head))),
    }),
    availableActions: t.field({
      type: [AssessmentActionEnum],
      description: "What you may do now; buttons are drawn from it.",
      resolve: async (head, _args, context) => [...(await actionsOf(head, context)).offered],
    }),
    unavailableActions: t.field({
      type: [UnavailableActionType],
      description: "What you would be the one to do and can't yet, each with why.",
      resolve: async (head, _args, context) => [...(await actionsOf(head, context)).withheld],
    }),
    signingStatement: t.string({
      nullable: true,
      description: "The words that you would sign now. Null: there is nothing for you to sign.",
      resolve: (head, _args, context) => statementFor(head, context),
    }),
    signingElements: t.field({
      type: [SigningElementType],
      description:
        "The elements of the form that signatures tell of, and whether they cover them as things stand.",
      resolve: async (head, _args, context) => elementsOf(await bodyOf(context, head)),
    }),
    supersededBy: t.field({
      type: AssessmentType,
      nullable: true,
      description: "What took its place. Null: nothing did, or you may not see it.",
      resolve: (head) => head.supersededById,
    }),
    signatures: t.field({
      type: [SignatureType],
      description: "Signatures on the revision in force.",
      resolve: async (head, _args, context) => loadSignatures(context.db, head, await bodyOf(context, head)),
    }),
    history: t.connection(
      {
        type: AuditEventType,
        description: "What happened, newest first.",
        args: {
          everything: t.arg.boolean({
            required: true,
            defaultValue: false,
            description: "Each saved answer too, not only the milestones.",
          }),
        },
        resolve: (head, { everything, ...page }, { db }) =>
          pageOf(page, historySource(db, head.id, everything)),
      },
      ...AuditEventPage,
    ),
    revisions: t.field({
      type: [AssessmentRevisionType],
      description: "Every revision, oldest first.",
      resolve: async (head, _args, context) =>
        loadRevisions(context.db, head.id, (await bodyOf(context, head)).template),
    }),
    changesRequestedBecause: t.string({
      nullable: true,
      description: "Why it was last sent back. Null: it never was.",
      resolve: (head, _args, { db }) => loadChangesRequested(db, head.id),
    }),
  }),
});
