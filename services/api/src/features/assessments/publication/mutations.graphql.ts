import { ok, type Result } from "@due-regard/domain/result";
import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { KEY } from "../inputs.graphql.ts";
import type { AssessmentHead } from "../load-head.ts";
import { AssessmentSaved } from "../payloads.graphql.ts";
import { decideRedactions } from "./decide-redactions.ts";
import { preparePublication } from "./prepare-publication.ts";
import { RedactionChoiceEnum } from "./publication.graphql.ts";

const REFERENCE = "The assessment's reference.";

const PassageInput = builder.inputType("PassageInput", {
  description: "Words of the copy that the searches missed.",
  fields: (t) => ({
    place: t.string({ required: true, description: "Where they stand, as `PublicText.place` says it." }),
    start: t.int({ required: true, description: "Where they begin in its text, in UTF-16 units from 0." }),
    end: t.int({ required: true, description: "Before which unit they end." }),
    text: t.string({ required: true, description: "The words themselves, so that no others are meant." }),
  }),
});

const RedactionDecisionInput = builder.inputType("RedactionDecisionInput", {
  description: "What to do about one passage: a hit by its id, or words that the searches missed.",
  fields: (t) => ({
    hit: t.string({ description: "Id of the hit." }),
    passage: t.field({ type: PassageInput, description: "Words that no search found." }),
    choice: t.field({ type: RedactionChoiceEnum, required: true, description: "What to do." }),
    reason: t.string({ description: "To keep it: why it may be published, up to 500 characters." }),
    replacement: t.string({
      description: "To replace it: the job title, up to 100 characters. It is searched as the text was.",
    }),
    version: t.int({
      required: true,
      description: "Version of the decision that this is based on; 0 where there was none.",
    }),
  }),
});

const DecideRedactionsInput = builder.inputType("DecideRedactionsInput", {
  description: "Decisions about passages that the public might read, all or none.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    decisions: t.field({
      type: [RedactionDecisionInput],
      required: true,
      description: "Up to 200, each about another passage.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const PreparePublicationInput = builder.inputType("PreparePublicationInput", {
  description: "Which copy to make ready.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const DecideRedactionsResult = resultUnion("DecideRedactionsResult", AssessmentSaved);
const PreparePublicationResult = resultUnion("PreparePublicationResult", AssessmentSaved);

const saved = (result: Result<AssessmentHead>) =>
  answer(result.ok ? ok({ head: result.value, savedAt: new Date().toISOString() }) : result);

builder.mutationFields((t) => ({
  decideRedactions: t.field({
    type: DecideRedactionsResult,
    description:
      "Decides what the public reads of passages that may identify somebody: for its lead officer and members of the group, once it is signed off. A copy that was prepared before is thrown away.",
    args: { input: t.arg({ type: DecideRedactionsInput, required: true, description: "The decisions." }) },
    resolve: async (_root, { input }, context) => saved(await decideRedactions(context, input)),
  }),
  preparePublication: t.field({
    type: PreparePublicationResult,
    description:
      "Makes the copy for the public and its files ready for the chair to approve, once every passage is decided about. Whoever decided or prepared can't publish it.",
    args: { input: t.arg({ type: PreparePublicationInput, required: true, description: "Which." }) },
    resolve: async (_root, { input }, context) => saved(await preparePublication(context, input)),
  }),
}));
