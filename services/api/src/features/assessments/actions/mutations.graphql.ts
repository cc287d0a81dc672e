import type { Result } from "@due-regard/domain/result";
import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { ActionStatusEnum } from "../../../schema/strategy-enums.ts";
import { DeliveryActionType } from "../../strategies/strategy-types.ts";
import { AssessmentType } from "../assessment-type.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import { linkAction } from "./link-action.ts";
import type { ActionInForce } from "./load-actions.ts";
import { recordActionProgress, resetActionDue } from "./track-action.ts";

const ACTION = "The action, of any revision of its plan.";
const NOTES = "How many notes you had seen: somebody else’s since is a Conflict where both change the same.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const RecordActionProgressInput = builder.inputType("RecordActionProgressInput", {
  description: "How an action of a signed assessment gets on.",
  fields: (t) => ({
    action: t.globalID({ for: EqualityActionType, required: true, description: ACTION }),
    note: t.string({
      required: true,
      description: "What was done, or why it won’t be, up to 2,000 characters.",
    }),
    status: t.field({ type: ActionStatusEnum, description: "Where it now stands. Default: as before." }),
    basedOnNotes: t.int({ required: true, description: NOTES }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const ResetActionDueInput = builder.inputType("ResetActionDueInput", {
  description: "Another date for an action of a signed assessment.",
  fields: (t) => ({
    action: t.globalID({ for: EqualityActionType, required: true, description: ACTION }),
    due: t.field({ type: "Date", required: true, description: "Today in London, or later." }),
    reason: t.string({ required: true, description: "Why, up to 2,000 characters." }),
    basedOnNotes: t.int({ required: true, description: NOTES }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const LinkActionInput = builder.inputType("LinkActionInput", {
  description: "Who sees to an action, and what it is joined to. Left out: as before. Null: nobody, nothing.",
  fields: (t) => ({
    action: t.globalID({ for: EqualityActionType, required: true, description: ACTION }),
    owner: t.string({ description: "Email address of somebody who may read the assessment." }),
    metric: t.string({ description: "Code of the metric that it should move." }),
    deliveryAction: t.globalID({ for: DeliveryActionType, description: "A plan’s delivery action." }),
    basedOnVersion: t.int({ required: true, description: "The `linksVersion` that you saw." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const EqualityActionSaved = builder.objectRef<{ action: ActionInForce }>("EqualityActionSaved").implement({
  description: "It is recorded.",
  fields: (t) => ({
    action: t.field({
      type: EqualityActionType,
      description: "The action as it now stands.",
      resolve: ({ action }) => action,
    }),
    assessment: t.field({
      type: AssessmentType,
      description: "Its assessment.",
      resolve: ({ action }) => action.assessmentId,
    }),
  }),
});

const RecordActionProgressResult = resultUnion("RecordActionProgressResult", EqualityActionSaved);
const ResetActionDueResult = resultUnion("ResetActionDueResult", EqualityActionSaved);
const LinkActionResult = resultUnion("LinkActionResult", EqualityActionSaved);

const saved = (result: Result<ActionInForce>) =>
  answer(result.ok ? { ok: true as const, value: { action: result.value } } : result);

builder.mutationFields((t) => ({
  recordActionProgress: t.field({
    type: RecordActionProgressResult,
    description: "Adds a note on how an action of a signed assessment gets on, and moves its status.",
    args: {
      input: t.arg({ type: RecordActionProgressInput, required: true, description: "What was done." }),
    },
    resolve: async (_root, { input: { action, ...rest } }, context) =>
      saved(await recordActionProgress(context, { ...rest, actionId: action.id })),
  }),
  resetActionDue: t.field({
    type: ResetActionDueResult,
    description: "Gives an open action of a signed assessment another date. Both stay on record.",
    args: { input: t.arg({ type: ResetActionDueInput, required: true, description: "Which, and why." }) },
    resolve: async (_root, { input: { action, ...rest } }, context) =>
      saved(await resetActionDue(context, { ...rest, actionId: action.id })),
  }),
  linkAction: t.field({
    type: LinkActionResult,
    description: "Names who sees to an action, and joins it to a metric and to a plan’s delivery action.",
    args: { input: t.arg({ type: LinkActionInput, required: true, description: "Who, and what." }) },
    resolve: async (_root, { input: { action, deliveryAction, ...rest } }, context) => {
      const deliveryActionId = deliveryAction === undefined ? undefined : (deliveryAction?.id ?? null);
      return saved(await linkAction(context, { ...rest, actionId: action.id, deliveryActionId }));
    },
  }),
}));
