import type { Stage } from "@due-regard/domain/ehria/vocabulary";
import { builder } from "../../schema/builder.ts";
import { resultUnion } from "../../schema/result-union.ts";
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
import { bodyOf } from "./load-body.ts";
import { caseOf } from "./load-case.ts";
import type { AssessmentHead } from "./load-head.ts";
import type { AnswerInput } from "./save-answers.ts";
import type { CharacteristicImpactInput, RightImpactInput } from "./save-impacts.ts";

/** What each mutation answers with when it succeeds. The assessment is read anew, so it shows what follows from the write. */

interface Saved {
  head: AssessmentHead;
  savedAt: string;
}

const ASSESSMENT = "The assessment as it now stands.";
const SAVED_AT = "When this was written.";

export const AssessmentSaved = builder.objectRef<Saved>("AssessmentSaved").implement({
  description: "It was done.",
  fields: (t) => ({
    assessment: t.field({ type: AssessmentType, description: ASSESSMENT, resolve: ({ head }) => head }),
  }),
});

export const AnswersSaved = builder.objectRef<Saved & { inputs: AnswerInput[] }>("AnswersSaved").implement({
  description: "The answers are stored.",
  fields: (t) => ({
    assessment: t.field({ type: AssessmentType, description: ASSESSMENT, resolve: ({ head }) => head }),
    answers: t.field({
      type: [AnswerType],
      description: "The answers that were sent, as stored: go on from their versions.",
      resolve: async ({ head, inputs }, _args, context) => {
        const { reading, content, copies } = await bodyOf(context, head);
        return answersOf(reading, content, copies).filter((stored) =>
          inputs.some((input) => input.question === stored.question && (input.part ?? null) === stored.part),
        );
      },
    }),
    savedAt: t.expose("savedAt", { type: "DateTime", description: SAVED_AT }),
  }),
});

export const CharacteristicImpactsSaved = builder
  .objectRef<Saved & { stage: Stage; inputs: CharacteristicImpactInput[] }>("CharacteristicImpactsSaved")
  .implement({
    description: "The rows are stored.",
    fields: (t) => ({
      assessment: t.field({ type: AssessmentType, description: ASSESSMENT, resolve: ({ head }) => head }),
      impacts: t.field({
        type: [CharacteristicImpactType],
        description: "The rows that were sent, as stored: go on from their versions.",
        resolve: async ({ head, stage, inputs }, _args, context) =>
          characteristicViews(rowSource(await caseOf(context, head)), stage).filter(({ law }) =>
            inputs.some((input) => input.characteristic === law.characteristic),
          ),
      }),
      savedAt: t.expose("savedAt", { type: "DateTime", description: SAVED_AT }),
    }),
  });

export const RightImpactsSaved = builder
  .objectRef<Saved & { stage: Stage; inputs: RightImpactInput[] }>("RightImpactsSaved")
  .implement({
    description: "The rows are stored.",
    fields: (t) => ({
      assessment: t.field({ type: AssessmentType, description: ASSESSMENT, resolve: ({ head }) => head }),
      impacts: t.field({
        type: [RightImpactType],
        description: "The rows that were sent, as stored: go on from their versions.",
        resolve: async ({ head, stage, inputs }, _args, context) =>
          rightViews(rowSource(await caseOf(context, head)), stage).filter(({ law }) =>
            inputs.some((input) => input.part === law.part && input.article === law.article),
          ),
      }),
      savedAt: t.expose("savedAt", { type: "DateTime", description: SAVED_AT }),
    }),
  });

export const ImprovementActionSavedPayload = builder
  .objectRef<Saved & { actionId: string | null }>("ImprovementActionSaved")
  .implement({
    description: "The improvement plan is stored.",
    fields: (t) => ({
      assessment: t.field({ type: AssessmentType, description: ASSESSMENT, resolve: ({ head }) => head }),
      improvementAction: t.field({
        type: EqualityActionType,
        nullable: true,
        description: "The action as stored. Null: it was removed.",
        resolve: ({ actionId }) => actionId,
      }),
      savedAt: t.expose("savedAt", { type: "DateTime", description: SAVED_AT }),
    }),
  });

export const StartAssessmentResult = resultUnion("StartAssessmentResult", AssessmentSaved);
export const SaveAnswersResult = resultUnion("SaveAnswersResult", AnswersSaved);
export const SaveCharacteristicImpactsResult = resultUnion(
  "SaveCharacteristicImpactsResult",
  CharacteristicImpactsSaved,
);
export const SaveRightImpactsResult = resultUnion("SaveRightImpactsResult", RightImpactsSaved);
export const SaveImprovementActionResult = resultUnion(
  "SaveImprovementActionResult",
  ImprovementActionSavedPayload,
);
export const MoveAssessmentToFormResult = resultUnion("MoveAssessmentToFormResult", AssessmentSaved);
export const TransitionAssessmentResult = resultUnion("TransitionAssessmentResult", AssessmentSaved);
