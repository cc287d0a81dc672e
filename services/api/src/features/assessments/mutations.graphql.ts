import { TRANSITION_ACTIONS } from "@due-regard/domain/ehria/workflow/transitions";
import { type Failure, invalid, type Result } from "@due-regard/domain/result";
import { builder } from "../../schema/builder.ts";
import { StageEnum } from "../../schema/ehria-enums.ts";
import { answer } from "../../schema/result-union.ts";
import {
  AnswerInput,
  CharacteristicImpactInput,
  KEY,
  MoveAssessmentToFormInput,
  RightImpactInput,
  SaveImprovementActionInput,
  StartAssessmentInput,
  TransitionAssessmentInput,
} from "./inputs.graphql.ts";
import type { AssessmentHead } from "./load-head.ts";
import { moveAssessmentToForm } from "./move-to-form.ts";
import {
  MoveAssessmentToFormResult,
  SaveAnswersResult,
  SaveCharacteristicImpactsResult,
  SaveImprovementActionResult,
  SaveRightImpactsResult,
  StartAssessmentResult,
  TransitionAssessmentResult,
} from "./payloads.graphql.ts";
import { saveAnswers } from "./save-answers.ts";
import { saveCharacteristicImpacts, saveRightImpacts } from "./save-impacts.ts";
import { saveImprovementAction } from "./save-improvement-action.ts";
import { startAssessment } from "./start-assessment.ts";
import { transitionAssessment } from "./transition-assessment.ts";

const now = (): string => new Date().toISOString();

/** The success payload around what a verb gave back, or its failure as it is. */
const payload = <Value, Extra extends object>(
  result: Result<Value>,
  wrap: (value: Value) => Extra,
): (Extra & { savedAt: string }) | Failure =>
  answer(result.ok ? { ok: true, value: { ...wrap(result.value), savedAt: now() } } : result);

const REFERENCE = "The assessment's reference.";

type Points = NonNullable<typeof TransitionAssessmentInput.$inferInput.points>;
const pointsOf = (points: Points | null | undefined) =>
  points?.map(({ comment, ...point }) => ({ ...point, commentId: comment?.id ?? null }));

const inHead = (head: AssessmentHead) => ({ head });

const SaveAnswersInput = builder.inputType("SaveAnswersInput", {
  description: "Answers to save, all or none.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    answers: t.field({ type: [AnswerInput], required: true, description: "The answers." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const SaveCharacteristicImpactsInput = builder.inputType("SaveCharacteristicImpactsInput", {
  description: "Rows of the characteristics' table to save, all or none.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    stage: t.field({ type: StageEnum, required: true, description: "Screening or report." }),
    impacts: t.field({ type: [CharacteristicImpactInput], required: true, description: "The rows." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const SaveRightImpactsInput = builder.inputType("SaveRightImpactsInput", {
  description: "Rows of the rights' table to save, all or none.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    stage: t.field({ type: StageEnum, required: true, description: "Screening or report." }),
    impacts: t.field({ type: [RightImpactInput], required: true, description: "The rows." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

builder.mutationFields((t) => ({
  startAssessment: t.field({
    type: StartAssessmentResult,
    description: "Starts an assessment that you lead, on the newest published form.",
    args: { input: t.arg({ type: StartAssessmentInput, required: true, description: "What it is about." }) },
    resolve: async (_root, { input }, context) => {
      const { department, ...rest } = input;
      return payload(await startAssessment(context, { ...rest, departmentId: department.id }), inHead);
    },
  }),
  saveAnswers: t.field({
    type: SaveAnswersResult,
    description: "Saves answers, each against the version that it was based on.",
    args: { input: t.arg({ type: SaveAnswersInput, required: true, description: "The answers." }) },
    resolve: async (_root, { input }, context) =>
      payload(await saveAnswers(context, input), (head) => ({ head, inputs: input.answers })),
  }),
  saveCharacteristicImpacts: t.field({
    type: SaveCharacteristicImpactsResult,
    description: "Saves rows about protected characteristics, each against the version that it was based on.",
    args: {
      input: t.arg({ type: SaveCharacteristicImpactsInput, required: true, description: "The rows." }),
    },
    resolve: async (_root, { input }, context) =>
      payload(await saveCharacteristicImpacts(context, input), (head) => ({
        head,
        stage: input.stage,
        inputs: input.impacts,
      })),
  }),
  saveRightImpacts: t.field({
    type: SaveRightImpactsResult,
    description:
      "Saves rows about rights of the Human Rights Act, each against the version that it was based on.",
    args: { input: t.arg({ type: SaveRightImpactsInput, required: true, description: "The rows." }) },
    resolve: async (_root, { input }, context) =>
      payload(await saveRightImpacts(context, input), (head) => ({
        head,
        stage: input.stage,
        inputs: input.impacts,
      })),
  }),
  saveImprovementAction: t.field({
    type: SaveImprovementActionResult,
    description: "Adds, changes or removes a row of the improvement plan.",
    args: { input: t.arg({ type: SaveImprovementActionInput, required: true, description: "The row." }) },
    resolve: async (_root, { input }, context) =>
      payload(await saveImprovementAction(context, { ...input, id: input.id?.id ?? null }), (saved) => saved),
  }),
  moveAssessmentToForm: t.field({
    type: MoveAssessmentToFormResult,
    description:
      "Moves an assessment that you lead, while it is being written, to a newer version of its form. No answer is lost.",
    args: { input: t.arg({ type: MoveAssessmentToFormInput, required: true, description: "Where to." }) },
    resolve: async (_root, { input }, context) => payload(await moveAssessmentToForm(context, input), inHead),
  }),
  transitionAssessment: t.field({
    type: TransitionAssessmentResult,
    description:
      "Submits, sends back, signs off, reopens or withdraws. Signing names the hash that was displayed.",
    args: { input: t.arg({ type: TransitionAssessmentInput, required: true, description: "What to do." }) },
    resolve: async (_root, { input }, context) => {
      const action = TRANSITION_ACTIONS.find((each) => each === input.action);
      const result =
        action === undefined
          ? invalid([
              { path: "action", message: "Editing is done by saving; this moves the assessment along." },
            ])
          : await transitionAssessment(context, { ...input, action, points: pointsOf(input.points) });
      return payload(result, inHead);
    },
  }),
}));
