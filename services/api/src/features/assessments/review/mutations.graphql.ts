import { ok, type Result } from "@due-regard/domain/result";
import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { UserType } from "../../people/user.graphql.ts";
import type { AssessmentHead } from "../load-head.ts";
import { AssessmentSaved } from "../payloads.graphql.ts";
import { handOverReview } from "./hand-over.ts";
import { recommend } from "./recommend.ts";
import { RecommendationKindEnum } from "./review.graphql.ts";

const REFERENCE = "The assessment's reference.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const RecommendInput = builder.inputType("RecommendInput", {
  description: "What a member of the group recommends to the chair.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    recommendation: t.field({ type: RecommendationKindEnum, required: true, description: "What to do." }),
    reason: t.string({ required: true, description: "Why, up to 4,000 characters." }),
    displayedHash: t.string({
      required: true,
      description: "The contentHash that was displayed: the recommendation is about that text.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const HandOverReviewInput = builder.inputType("HandOverReviewInput", {
  description: "Who shall chair the review of an assessment, and why the chair does not.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    deputy: t.globalID({
      for: UserType,
      required: true,
      description: "A member of the department's group who never helped to write it: see `possibleDeputies`.",
    }),
    reason: t.string({
      required: true,
      description: "Why it is handed over, up to 4,000 characters. It goes on record.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const RecommendResult = resultUnion("RecommendResult", AssessmentSaved);
const HandOverReviewResult = resultUnion("HandOverReviewResult", AssessmentSaved);

const saved = (result: Result<AssessmentHead>) =>
  answer(result.ok ? ok({ head: result.value, savedAt: new Date().toISOString() }) : result);

builder.mutationFields((t) => ({
  recommend: t.field({
    type: RecommendResult,
    description:
      "Recommends to the chair what to decide: for members of the department's group, while it is in review. It can be changed until the chair decides; each version stays on record.",
    args: { input: t.arg({ type: RecommendInput, required: true, description: "What, and why." }) },
    resolve: async (_root, { input }, context) => saved(await recommend(context, input)),
  }),
  handOverReview: t.field({
    type: HandOverReviewResult,
    description:
      "Hands the review of an assessment over to a deputy: for a chair with a conflict of interest, who from then on takes no part in it. It can't be taken back.",
    args: { input: t.arg({ type: HandOverReviewInput, required: true, description: "To whom, and why." }) },
    resolve: async (_root, { input: { deputy, ...input } }, context) =>
      saved(await handOverReview(context, { ...input, deputyId: deputy.id })),
  }),
}));
