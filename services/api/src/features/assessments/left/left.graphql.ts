import { builder } from "../../../schema/builder.ts";
import { AssessmentStatusEnum } from "../../../schema/ehria-enums.ts";
import { DepartmentType } from "../../organisations/organisation.graphql.ts";
import { PersonType } from "../../people/person.graphql.ts";
import { UserType } from "../../people/user.graphql.ts";
import type { ActionInForce } from "../actions/load-actions.ts";
import { AssessmentType } from "../assessment-type.ts";
import { EqualityActionType } from "../equality-action.graphql.ts";
import { findNewLeads, findNewOwners, type SuccessorView } from "./find-successors.ts";
import {
  type DeputyPlace,
  deputisedBy,
  helpedBy,
  type LedAssessment,
  ledBy,
  loadOwnedActions,
} from "./load-left.ts";

const SEARCH =
  "Part of a name, or the beginning of an address. Default: anybody. Up to 20 people are found, by name, whoever writes it already first.";

const SuccessorType = builder.objectRef<SuccessorView>("Successor").implement({
  description: "Somebody who could follow a person who has left.",
  fields: (t) => ({
    user: t.field({ type: UserType, description: "Who.", resolve: ({ user }) => user }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      description: "Where they work. Null: none is recorded.",
      resolve: ({ user }) => user.departmentId,
    }),
    contributes: t.exposeBoolean("contributes", {
      description: "Whether they help to write the assessment now.",
    }),
    bars: t.exposeString("bars", {
      nullable: true,
      description: "What it would keep them from, for ever, because of a role that they hold. Null: nothing.",
    }),
  }),
});

const REFERENCE = "Its reference.";
const STATUS = "Where it stands.";
const DEPARTMENT = "Where it belongs.";

const LedAssessmentType = builder.objectRef<LedAssessment>("LedAssessment").implement({
  description:
    "An assessment that somebody leads, as administrators are shown it: they don't read drafts, so it has no title and no text.",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: REFERENCE }),
    status: t.expose("status", { type: AssessmentStatusEnum, description: STATUS }),
    department: t.field({
      type: DepartmentType,
      description: DEPARTMENT,
      resolve: ({ departmentId }) => departmentId,
    }),
    since: t.expose("since", { type: "DateTime", description: "Since when they have led it." }),
    contributors: t.int({
      description: "How many others help to write it.",
      resolve: ({ contributorIds }) => contributorIds.length,
    }),
    successors: t.field({
      type: [SuccessorType],
      description:
        "Who may lead it in their place: officers of its department who took no part in its review, and not you.",
      args: { search: t.arg.string({ description: SEARCH }) },
      resolve: (led, { search }, { db, viewer }) =>
        findNewLeads(db, viewer?.userId ?? led.leadId, led, search ?? ""),
    }),
  }),
});

const DeputyPlaceType = builder.objectRef<DeputyPlace>("DeputyPlace").implement({
  description: "An assessment whose review somebody chairs in the chair's place.",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: REFERENCE }),
    status: t.expose("status", { type: AssessmentStatusEnum, description: STATUS }),
    department: t.field({
      type: DepartmentType,
      description: DEPARTMENT,
      resolve: ({ departmentId }) => departmentId,
    }),
    namedAt: t.expose("namedAt", { type: "DateTime", description: "Since when." }),
    namedBy: t.field({
      type: UserType,
      description: "Who named them.",
      resolve: ({ namedById }) => namedById,
    }),
  }),
});

interface OwnedAction {
  action: ActionInForce;
  ownerId: string;
}

const OwnedActionType = builder.objectRef<OwnedAction>("OwnedAction").implement({
  description: "An open action of a signed plan that somebody owns.",
  fields: (t) => ({
    action: t.field({
      type: EqualityActionType,
      description: "The action.",
      resolve: ({ action }) => action,
    }),
    successors: t.field({
      type: [SuccessorType],
      description: "Who may see to it in their place: whoever may read its assessment.",
      args: { search: t.arg.string({ description: SEARCH }) },
      resolve: async (owned, { search }, context) => {
        const head = await AssessmentType.getDataloader(context).load(owned.action.assessmentId);
        return await findNewOwners(context.db, head, owned, search ?? "");
      },
    }),
  }),
});

builder.objectFields(PersonType, (t) => ({
  leads: t.field({
    type: [LedAssessmentType],
    description:
      "The assessments that they lead, unless superseded or withdrawn, by reference. What they say isn't yours to read.",
    args: { reference: t.arg.string({ description: "Only the one with this reference." }) },
    resolve: async ({ id }, { reference }, context) =>
      (await ledBy(context, id)).filter((led) => reference == null || led.reference === reference),
  }),
  contributesTo: t.int({
    description: "How many assessments that are being written or reviewed they help with.",
    resolve: async ({ id }, _args, context) => (await helpedBy(context, id)).length,
  }),
  deputyFor: t.field({
    type: [DeputyPlaceType],
    description: "The reviews that they chair in a chair's place, while there is something to decide.",
    resolve: ({ id }, _args, context) => deputisedBy(context, id),
  }),
  ownedActions: t.field({
    type: [OwnedActionType],
    description: "The open actions of signed plans that they own, late ones first.",
    args: { action: t.arg.globalID({ for: EqualityActionType, description: "Only this one." }) },
    resolve: async ({ id }, { action: only }, { db, viewer }) =>
      (await loadOwnedActions(db, viewer, id))
        .filter((action) => only == null || action.id === only.id)
        .map((action) => ({ action, ownerId: id })),
  }),
}));
