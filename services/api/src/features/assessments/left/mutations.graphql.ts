import { builder } from "../../../schema/builder.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { PersonType } from "../../people/person.graphql.ts";
import { UserType } from "../../people/user.graphql.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import { type ActionReassigned, reassignAction } from "./reassign-action.ts";
import { type LeadReassigned, reassignLead } from "./reassign-lead.ts";

const FROM = "Who has left: their account is closed.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const ReassignLeadInput = builder.inputType("ReassignLeadInput", {
  description: "Who is to lead an assessment in place of somebody who has left.",
  fields: (t) => ({
    reference: t.string({ required: true, description: "The assessment's reference." }),
    from: t.globalID({ for: UserType, required: true, description: FROM }),
    to: t.globalID({
      for: UserType,
      required: true,
      description: "The new lead officer: an officer of its department, and not you.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const ReassignActionInput = builder.inputType("ReassignActionInput", {
  description: "Who is to see to an action in place of somebody who has left.",
  fields: (t) => ({
    action: t.globalID({
      for: EqualityActionType,
      required: true,
      description: "The action, of any revision of its plan.",
    }),
    from: t.globalID({ for: UserType, required: true, description: FROM }),
    to: t.globalID({
      for: UserType,
      required: true,
      description: "The new owner: somebody who may read the assessment.",
    }),
    basedOnVersion: t.int({ required: true, description: "The `linksVersion` that you saw." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const FORMER = "Who has left, with what they still leave behind.";

const LeadReassignedType = builder.objectRef<LeadReassigned>("LeadReassigned").implement({
  description: "Somebody else leads it now. They are told, and so is whoever else writes it.",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: "The assessment's reference." }),
    lead: t.field({
      type: UserType,
      description: "The new lead officer.",
      resolve: ({ leadId }) => leadId,
    }),
    person: t.field({ type: PersonType, description: FORMER, resolve: ({ former }) => former }),
  }),
});

const ActionReassignedType = builder.objectRef<ActionReassigned>("ActionReassigned").implement({
  description: "Somebody else owns it now, and is told.",
  fields: (t) => ({
    action: t.field({
      type: EqualityActionType,
      description: "The action as it now stands.",
      resolve: ({ action }) => action,
    }),
    person: t.field({ type: PersonType, description: FORMER, resolve: ({ former }) => former }),
  }),
});

const ReassignLeadResult = resultUnion("ReassignLeadResult", LeadReassignedType);
const ReassignActionResult = resultUnion("ReassignActionResult", ActionReassignedType);

builder.mutationFields((t) => ({
  reassignLead: t.field({
    type: ReassignLeadResult,
    description:
      "Gives an assessment another lead officer in place of somebody whose account is closed. For administrators in a browser.",
    args: { input: t.arg({ type: ReassignLeadInput, required: true, description: "Which, and who." }) },
    resolve: async (_root, { input: { from, to, ...rest } }, context) =>
      answer(await reassignLead(context, { ...rest, fromId: from.id, toId: to.id })),
  }),
  reassignAction: t.field({
    type: ReassignActionResult,
    description:
      "Gives an open action of a signed plan another owner in place of somebody whose account is closed. For administrators in a browser.",
    args: { input: t.arg({ type: ReassignActionInput, required: true, description: "Which, and who." }) },
    resolve: async (_root, { input: { action, from, to, ...rest } }, context) =>
      answer(await reassignAction(context, { ...rest, actionId: action.id, fromId: from.id, toId: to.id })),
  }),
}));
