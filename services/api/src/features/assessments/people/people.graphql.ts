import type { Executor } from "@due-regard/database/connection";
import { assessmentPeople } from "@due-regard/database/schema/assessments";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { DrafterRole } from "@due-regard/domain/ehria/people/drafters";
import type { Result } from "@due-regard/domain/result";
import { asc, eq } from "drizzle-orm";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { DepartmentType } from "../../organisations/organisation.graphql.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import type { AssessmentHead } from "../load-head.ts";
import { AssessmentSaved } from "../payloads.graphql.ts";
import {
  type DraftersChanged,
  handOverLead,
  inviteContributor,
  NOTHING_HERE,
  removeContributor,
} from "./change-drafters.ts";
import { type CandidateView, findCandidates } from "./find-candidates.ts";

const DrafterRoleEnum = describedEnum<DrafterRole>("DrafterRole", "What somebody is to an assessment.", {
  LEAD: "Leads it: answers for it, signs it and submits it.",
  CONTRIBUTOR: "Helps to write it.",
});

type DrafterRow = typeof assessmentPeople.$inferSelect;

const DrafterType = builder.objectRef<DrafterRow>("Drafter").implement({
  description:
    "Somebody's time as lead or contributor. It stays on record: whoever ever drafted can't sign as chair.",
  fields: (t) => ({
    user: t.field({ type: UserType, description: "Who.", resolve: ({ userId }) => userId }),
    role: t.expose("role", { type: DrafterRoleEnum, description: "As what." }),
    addedAt: t.expose("addedAt", { type: "DateTime", description: "Since when." }),
    addedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who asked them. Null: they started the assessment.",
      resolve: ({ addedById }) => addedById,
    }),
    removedAt: t.expose("removedAt", {
      type: "DateTime",
      nullable: true,
      description: "Until when. Null: they do now.",
    }),
    removedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who ended it. Null: it goes on.",
      resolve: ({ removedById }) => removedById,
    }),
  }),
});

const CandidateType = builder.objectRef<CandidateView>("Candidate").implement({
  description: "Somebody known here who could be asked to contribute, or to lead.",
  fields: (t) => ({
    user: t.field({ type: UserType, description: "Who.", resolve: ({ user }) => user }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      description: "Where they work. Null: none is recorded.",
      resolve: ({ user }) => user.departmentId,
    }),
    drafts: t.expose("drafts", {
      type: DrafterRoleEnum,
      nullable: true,
      description: "What they are to this assessment already. Null: nothing.",
    }),
    bars: t.exposeString("bars", {
      nullable: true,
      description:
        "What drafting would keep them from, for ever, because of a role that they hold. Null: nothing.",
    }),
    cannotDraft: t.exposeString("cannotDraft", {
      nullable: true,
      description:
        "Why they can't be asked to contribute or to lead: they took part in its review. Null: they can be asked.",
    }),
  }),
});

const loadDrafters = async (db: Executor, { id }: AssessmentHead): Promise<DrafterRow[]> =>
  await db
    .select()
    .from(assessmentPeople)
    .where(eq(assessmentPeople.assessmentId, id))
    .orderBy(asc(assessmentPeople.addedAt), asc(assessmentPeople.id));

builder.objectFields(AssessmentType, (t) => ({
  drafters: t.field({
    type: [DrafterType],
    description: "Everybody who ever led it or helped to write it, oldest first.",
    resolve: (head, _args, { db }) => loadDrafters(db, head),
  }),
  canInvite: t.boolean({
    description: "Whether you may ask others to contribute, and end their part, now.",
    resolve: ({ policySubject }, _args, { viewer }) =>
      mayOnAssessment(viewer, "assessment.invite", policySubject),
  }),
  canHandOver: t.boolean({
    description: "Whether you may make somebody else its lead officer, now.",
    resolve: ({ policySubject }, _args, { viewer }) =>
      mayOnAssessment(viewer, "assessment.hand-over", policySubject),
  }),
  candidates: t.field({
    type: [CandidateType],
    description:
      "People known here whose name holds these words, or whose address begins with them: up to 20, by name. Empty for fewer than two characters, and for whoever isn't its lead officer.",
    args: {
      search: t.arg.string({
        required: true,
        description: "Part of a name, or the beginning of an address.",
      }),
    },
    resolve: (head, { search }, { db }) => findCandidates(db, head, search),
  }),
}));

const REFERENCE = "The assessment's reference.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const InviteContributorInput = builder.inputType("InviteContributorInput", {
  description: "Whom to ask.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    person: t.globalID({ for: UserType, required: true, description: "Who is to contribute." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const RemoveContributorInput = builder.inputType("RemoveContributorInput", {
  description: "Whose part ends.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    person: t.globalID({ for: UserType, required: true, description: "Who is to contribute no longer." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const HandOverLeadInput = builder.inputType("HandOverLeadInput", {
  description: "Who is to lead.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    person: t.globalID({ for: UserType, required: true, description: "The new lead officer." }),
    staysAsContributor: t.boolean({
      required: true,
      description: "Whether you go on as a contributor. False: you may no longer see it while it is a draft.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const LeadHandedOver = builder.objectRef<DraftersChanged>("LeadHandedOver").implement({
  description: "Somebody else leads it now.",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: REFERENCE }),
    lead: t.field({
      type: UserType,
      description: "The new lead officer.",
      resolve: ({ personId }) => personId,
    }),
    assessment: t.field({
      type: AssessmentType,
      nullable: true,
      description: "The assessment as it now stands. Null: you may no longer see it.",
      resolve: ({ head }) => head,
    }),
  }),
});

const InviteContributorResult = resultUnion("InviteContributorResult", AssessmentSaved);
const RemoveContributorResult = resultUnion("RemoveContributorResult", AssessmentSaved);
const HandOverLeadResult = resultUnion("HandOverLeadResult", LeadHandedOver);

/** Whoever may invite goes on seeing the assessment; a retry may come when they no longer do. */
const saved = (result: Result<DraftersChanged>) => {
  if (!result.ok) return result.failure;
  const { head } = result.value;
  return head === null
    ? { kind: "NOT_FOUND" as const, message: NOTHING_HERE }
    : { head, savedAt: new Date().toISOString() };
};

builder.mutationFields((t) => ({
  inviteContributor: t.field({
    type: InviteContributorResult,
    description:
      "Asks somebody known here to help to write an assessment that you lead, while it is being written.",
    args: { input: t.arg({ type: InviteContributorInput, required: true, description: "Whom to ask." }) },
    resolve: async (_root, { input: { person, ...rest } }, context) =>
      saved(await inviteContributor(context, { ...rest, personId: person.id })),
  }),
  removeContributor: t.field({
    type: RemoveContributorResult,
    description:
      "Ends a contributor's part in an assessment that you lead. That they contributed stays on record.",
    args: { input: t.arg({ type: RemoveContributorInput, required: true, description: "Whose part." }) },
    resolve: async (_root, { input: { person, ...rest } }, context) =>
      saved(await removeContributor(context, { ...rest, personId: person.id })),
  }),
  handOverLead: t.field({
    type: HandOverLeadResult,
    description: "Makes somebody else the lead officer of an assessment that you lead.",
    args: { input: t.arg({ type: HandOverLeadInput, required: true, description: "Who is to lead." }) },
    resolve: async (_root, { input: { person, ...rest } }, context) =>
      answer(await handOverLead(context, { ...rest, personId: person.id })),
  }),
}));
