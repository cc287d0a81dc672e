import { improvementActions } from "@due-regard/database/schema/assessments";
import { mayTrackAction } from "@due-regard/domain/access/policy";
import { type ActionNoteKind, isOverdueAction } from "@due-regard/domain/ehria/actions/live-action";
import { inArray } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { groupLoader } from "../../../schema/group-loader.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { ActionStatusEnum } from "../../../schema/strategy-enums.ts";
import { UserType } from "../../people/user.graphql.ts";
import { MetricType } from "../../performance/metric-type.ts";
import { DeliveryActionType } from "../../strategies/strategy-types.ts";
import { AssessmentType } from "../assessment-type.ts";
import { type EqualityActionRow, EqualityActionType } from "../equality-action.graphql.ts";
import { type ActionNoteRow, dueOf, lineOf, notesOfLine, stateOf } from "./live-state.ts";
import { type ActionInForce, loadActionsInForce } from "./load-actions.ts";

const ActionNoteKindEnum = describedEnum<ActionNoteKind>("ActionNoteKind", "What a note on an action is.", {
  PROGRESS: "What has been done, or why it won’t be.",
  DUE_MOVED: "Another date, with the reason.",
});

const ActionNoteType = builder.objectRef<ActionNoteRow>("ActionNote").implement({
  description: "What somebody said of an action after its plan was signed. Never changed.",
  fields: (t) => ({
    number: t.exposeInt("number", { description: "1 for the first note of its action." }),
    kind: t.expose("kind", { type: ActionNoteKindEnum, description: "What it is." }),
    text: t.exposeString("text", { description: "What was done; of another date, why." }),
    status: t.expose("status", { type: ActionStatusEnum, description: "Where the action stood after it." }),
    dueBefore: t.expose("dueBefore", {
      type: "Date",
      nullable: true,
      description: "Of another date: the one before. Null: there was none, or it is about no date.",
    }),
    dueAfter: t.expose("dueAfter", {
      type: "Date",
      nullable: true,
      description: "Of another date: the new one. Null: it is about no date.",
    }),
    author: t.field({ type: UserType, description: "Who wrote it.", resolve: ({ authorId }) => authorId }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When." }),
  }),
});

/** Rows of plans in force among these, for whoever asks: one statement for all the actions of a list. */
const inForceOf = groupLoader<ActionInForce>(
  async ({ db, viewer }, ids) =>
    await loadActionsInForce(db, viewer, {
      where: inArray(improvementActions.id, [...ids]),
      today: londonToday(),
    }),
  ({ id }) => id,
);

const canTrack = async (action: EqualityActionRow, context: ApiContext): Promise<boolean> => {
  const [inForce] = await inForceOf(context, action.id);
  if (inForce === undefined || context.viewer === null) return false;
  const head = await AssessmentType.getDataloader(context).load(action.assessmentId);
  const { ownerId } = await stateOf(context, action);
  return mayTrackAction(context.viewer, { ...head.policySubject, status: inForce.planStatus }, ownerId);
};

builder.objectFields(EqualityActionType, (t) => ({
  status: t.field({
    type: ActionStatusEnum,
    description: "How far it has got. Until somebody says so after sign-off: not started.",
    resolve: async (action, _args, context) => (await stateOf(context, action)).status,
  }),
  dueInForce: t.field({
    type: "Date",
    nullable: true,
    description: "By when, as it was moved since it was signed. Null: no date.",
    resolve: async (action, _args, context) => dueOf(action, await stateOf(context, action)),
  }),
  overdue: t.boolean({
    description: "Whether it is open and that day has passed in London.",
    resolve: async (action, _args, context) => {
      const state = await stateOf(context, action);
      return isOverdueAction({ status: state.status, due: dueOf(action, state) }, londonToday());
    },
  }),
  inForce: t.boolean({
    description: "Whether it is part of a plan that is signed and in force.",
    resolve: async ({ id }, _args, context) => (await inForceOf(context, id)).length > 0,
  }),
  owner: t.field({
    type: UserType,
    nullable: true,
    description: "Who sees to it. Null: nobody was named, and so its assessment’s lead officer does.",
    resolve: async (action, _args, context) => (await stateOf(context, action)).ownerId,
  }),
  metric: t.field({
    type: MetricType,
    nullable: true,
    description: "The metric that it should move. Null: none is named, or you may not read figures.",
    resolve: async (action, _args, context) => (await stateOf(context, action)).metricId,
  }),
  deliveryAction: t.field({
    type: DeliveryActionType,
    nullable: true,
    description: "The delivery action of a plan that it is part of. Null: none, or you may not read plans.",
    resolve: async (action, _args, context) => (await stateOf(context, action)).deliveryActionId,
  }),
  linksVersion: t.int({
    description: "Send it back as `basedOnVersion` of `linkAction`.",
    resolve: async (action, _args, context) => (await stateOf(context, action)).version,
  }),
  notes: t.field({
    type: [ActionNoteType],
    description: "How it gets on, oldest note first.",
    resolve: (action, _args, context) => notesOfLine(context, lineOf(action)),
  }),
  canTrack: t.boolean({
    description: "Whether you may record progress, give it another date, and say who sees to it.",
    resolve: (action, _args, context) => canTrack(action, context),
  }),
}));
