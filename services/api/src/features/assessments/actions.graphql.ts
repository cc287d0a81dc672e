import { may } from "@due-regard/domain/access/policy";
import type { SignatoryRole, Stage } from "@due-regard/domain/ehria/vocabulary";
import type { AssessmentAction, WithheldAction } from "@due-regard/domain/ehria/workflow/available-actions";
import { availableActions } from "@due-regard/domain/ehria/workflow/available-actions";
import { TRANSITION_ACTIONS, TRANSITIONS } from "@due-regard/domain/ehria/workflow/transitions";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { StageEnum } from "../../schema/ehria-enums.ts";
import { actorOf, workflowStateOf } from "./judge-assessment.ts";
import { type AssessmentBody, bodyOf } from "./load-body.ts";
import { caseOf } from "./load-case.ts";
import type { AssessmentHead } from "./load-head.ts";

export const AssessmentActionEnum = describedEnum<AssessmentAction>(
  "AssessmentAction",
  "What a person can do to an assessment.",
  {
    EDIT: "Write answers, cite evidence, list actions.",
    COMMENT: "Write comments, answer and settle them.",
    RECOMMEND: "Recommend to the chair what to decide.",
    HAND_OVER_REVIEW: "Name a deputy to chair its review.",
    PREPARE_PUBLICATION: "Decide what the public reads of it, and prepare the copy.",
    SUBMIT: "Sign as lead officer and submit for review.",
    REQUEST_CHANGES: "Send it back with a reason.",
    SIGN_OFF: "Sign as chair of the Departmental Equalities Group.",
    PUBLISH: "Publish its depersonalised version.",
    REOPEN: "Open a new revision; the signed one stays.",
    SUPERSEDE: "Say which other assessment takes its place, and why.",
    WITHDRAW: "Give it up, with a reason.",
  },
);

export const UnavailableActionType = builder.objectRef<WithheldAction>("UnavailableAction").implement({
  description: "Something that this viewer would be the one to do, and can't yet.",
  fields: (t) => ({
    action: t.expose("action", { type: AssessmentActionEnum, description: "What." }),
    because: t.exposeString("reason", { description: "Why not yet." }),
  }),
});

/** For whoever may write nothing, such as a token that only reads; and to an earlier revision nobody does anything. */
const NOTHING = { offered: [], withheld: [] };

/** What this viewer may do now, and what they would be the one to do and can't yet. */
export const actionsOf = async (head: AssessmentHead, context: ApiContext) => {
  if (context.viewer === null || head.isEarlier || !may(context.viewer, "assessments.write")) return NOTHING;
  return availableActions(workflowStateOf(await caseOf(context, head)), actorOf(context.viewer, head));
};

/** The signature that one of the offered actions would make. */
const signatureOffered = (
  head: AssessmentHead,
  offered: readonly AssessmentAction[],
): SignatoryRole | null => {
  for (const action of offered) {
    const step = TRANSITION_ACTIONS.find((each) => each === action);
    const signs = step === undefined ? null : (TRANSITIONS[head.status][step]?.signs ?? null);
    if (signs !== null) return signs;
  }
  return null;
};

interface SigningElement {
  stage: Stage;
  title: string;
  complete: boolean;
}

export const SigningElementType = builder.objectRef<SigningElement>("SigningElement").implement({
  description: "An element of the form, as a signature covers it.",
  fields: (t) => ({
    stage: t.expose("stage", { type: StageEnum, description: "Which." }),
    title: t.exposeString("title", { description: "What the form calls it." }),
    complete: t.exposeBoolean("complete", {
      description:
        "True: it is asked for, and a signature says that it is complete. False: it is not asked for.",
    }),
  }),
});

/** Every element that the form's signatures tell of, with whether they cover it as things stand. */
export const elementsOf = ({ template, reading }: AssessmentBody): SigningElement[] =>
  template.signOff.elements.map(({ key, label, section }) => ({
    stage: key,
    title: label,
    complete: reading.sections.get(section) === "TRUE",
  }));

/** The statement that this viewer would sign now, from the form itself. Null: there is nothing for them to sign. */
export const statementFor = async (head: AssessmentHead, context: ApiContext): Promise<string | null> => {
  const role = signatureOffered(head, (await actionsOf(head, context)).offered);
  const { template } = await bodyOf(context, head);
  const signature = template.signOff.signatures.find((each) => each.role === role);
  return signature?.statement ?? null;
};
