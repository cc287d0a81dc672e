import type { progressNotes } from "@due-regard/database/schema/strategies";
import { periodBetween } from "@due-regard/domain/metrics/period";
import { builder } from "../../schema/builder.ts";
import { ActionStatusEnum, StrategyElementKindEnum } from "../../schema/strategy-enums.ts";
import { UserType } from "../people/user.graphql.ts";
import { MetricType } from "../performance/metric-type.ts";
import { PeriodType } from "../performance/period.graphql.ts";
import { elementsOf, linksOf, notesOf } from "./load-plans.ts";
import { DeliveryActionType, StrategyElementType, StrategyType } from "./strategy-types.ts";

StrategyElementType.implement({
  description: "Part of a plan: a layer, outcome, supporting outcome, priority or principle.",
  fields: (t) => ({
    kind: t.expose("kind", { type: StrategyElementKindEnum, description: "What sort of element it is." }),
    number: t.exposeString("number", {
      nullable: true,
      description: "Its number or code in the plan. Null: none.",
    }),
    title: t.exposeString("title", { description: "Its name." }),
    text: t.exposeString("text", {
      nullable: true,
      description: "What it says, in our words. Null: only its name is known.",
    }),
    found: t.exposeStringList("found", { description: "What was found (priorities)." }),
    willDo: t.exposeStringList("willDo", { description: "What will be done (priorities)." }),
    howWeWillKnow: t.exposeStringList("howWeWillKnow", {
      description: "How success will be known (priorities).",
    }),
    doubts: t.exposeStringList("doubts", { description: "What a careful reader noticed about the source." }),
    strategy: t.field({
      type: StrategyType,
      description: "The plan that it is part of.",
      resolve: (element) => element.strategyId,
    }),
    parent: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The element above it. Null: it is at the top.",
      resolve: async ({ strategyId, parentId }, _args, context) =>
        parentId === null
          ? null
          : ((await elementsOf(context, strategyId)).find(({ id }) => id === parentId) ?? null),
    }),
    children: t.field({
      type: [StrategyElementType],
      description: "The elements beneath it, in order.",
      resolve: async (element, _args, context) =>
        (await elementsOf(context, element.strategyId)).filter(({ parentId }) => parentId === element.id),
    }),
    metrics: t.field({
      type: [MetricType],
      description: "Metrics that hang under it, by code. The same metric hangs elsewhere in other years.",
      args: { year: t.arg.string({ description: "Financial year, such as 2019-20. Default: any." }) },
      resolve: async (element, { year }, context) => {
        const links = await linksOf(context, element.strategyId);
        const here = links.filter((link) => link.elementId === element.id && (!year || link.year === year));
        return [...new Set(here.map(({ metricId }) => metricId))];
      },
    }),
  }),
});

const ProgressNoteType = builder.objectRef<typeof progressNotes.$inferSelect>("ProgressNote").implement({
  description: "What somebody said about a delivery action, and where it then stood. Never changed.",
  fields: (t) => ({
    number: t.exposeInt("number", { description: "1 for the first note of its action." }),
    text: t.exposeString("text", { description: "What has been done." }),
    status: t.expose("status", { type: ActionStatusEnum, description: "Where the action stood after it." }),
    author: t.field({ type: UserType, description: "Who wrote it.", resolve: (note) => note.authorId }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When." }),
  }),
});

DeliveryActionType.implement({
  description: "Something that a plan says will be done, by whom and by when.",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: "Its reference in the plan." }),
    title: t.exposeString("title", { description: "What will be done." }),
    strategy: t.field({
      type: StrategyType,
      description: "The plan that it is part of.",
      resolve: (action) => action.strategyId,
    }),
    element: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The element that it serves. Null: none is named.",
      resolve: (action) => action.elementId,
    }),
    responsible: t.exposeString("responsible", { description: "The body responsible." }),
    duePrinted: t.exposeString("duePrinted", { nullable: true, description: "When it is due, as printed." }),
    dueBy: t.expose("dueEnd", {
      type: "Date",
      nullable: true,
      description: "Last day of the due period. Null: it can't be read.",
    }),
    status: t.expose("status", { type: ActionStatusEnum, description: "How far it has got." }),
    due: t.field({
      type: PeriodType,
      nullable: true,
      description: "The period in which it is due. Null: it can't be read.",
      resolve: ({ dueStart, dueEnd }) =>
        dueStart === null || dueEnd === null ? null : periodBetween(dueStart, dueEnd),
    }),
    progress: t.field({
      type: [ProgressNoteType],
      description: "How it gets on, oldest note first.",
      resolve: (action, _args, context) => notesOf(context, action.id),
    }),
    metric: t.field({
      type: MetricType,
      nullable: true,
      description: "The metric that it should move. Null: none is named.",
      resolve: (action) => action.metricId,
    }),
    doubts: t.exposeStringList("doubts", { description: "What a careful reader noticed about the source." }),
  }),
});
