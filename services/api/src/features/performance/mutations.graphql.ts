import { readDashboard } from "@due-regard/database/read-models/dashboard";
import type { Failure, Result } from "@due-regard/domain/result";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { answer } from "../../schema/result-union.ts";
import { addToDashboard, removeFromDashboard } from "./change-dashboard-rows.ts";
import {
  AddToDashboardInput,
  RemoveFromDashboardInput,
  ReportDashboardInput,
} from "./dashboard-inputs.graphql.ts";
import { defineMetric } from "./define-metric.ts";
import {
  DefineMetricInput,
  JudgeRatingInput,
  PrepareDashboardInput,
  RecordObservationsInput,
  SetTargetInput,
  WriteCommentaryInput,
} from "./inputs.graphql.ts";
import { judgeRating } from "./judge-rating.ts";
import {
  AddToDashboardResult,
  DefineMetricResult,
  JudgeRatingResult,
  PrepareDashboardResult,
  RecordObservationsResult,
  RemoveFromDashboardResult,
  ReportDashboardResult,
  SetTargetResult,
  WriteCommentaryResult,
} from "./payloads.graphql.ts";
import { type EditionNames, prepareDashboard, reportDashboard } from "./prepare-dashboard.ts";
import { recordObservations } from "./record-observations.ts";
import { setTarget } from "./set-target.ts";
import { writeCommentary } from "./write-commentary.ts";
import { optionsOf } from "./write-options.ts";

const map = <Value, Payload>(result: Result<Value>, wrap: (value: Value) => Payload): Payload | Failure =>
  answer(result.ok ? { ok: true, value: wrap(result.value) } : result);

const dashboardPayload = async (
  { db }: ApiContext,
  { organisation, period }: EditionNames,
  result: Result<string>,
) => {
  if (!result.ok) return result.failure;
  const dashboard = await readDashboard(db, { organisation, period, asAt: null, withRanks: true });
  if (dashboard === null) throw new Error("A dashboard that was just written is gone");
  return { dashboard };
};

builder.mutationFields((t) => ({
  recordObservations: t.field({
    type: RecordObservationsResult,
    description:
      "Records figures, all or none. Each supersedes the one in force; what it superseded stays. Analysts only.",
    args: {
      input: t.arg({ type: RecordObservationsInput, required: true, description: "The figures." }),
    },
    resolve: async (_root, { input: { preview, ...input } }, context, info) =>
      answer(await recordObservations(context, input, optionsOf(preview, info))),
  }),
  setTarget: t.field({
    type: SetTargetResult,
    description: "Sets or re-sets a target; both versions stay. Analysts only.",
    args: {
      input: t.arg({ type: SetTargetInput, required: true, description: "The target." }),
    },
    resolve: async (_root, { input: { preview, ...input } }, context, info) =>
      answer(await setTarget(context, input, optionsOf(preview, info))),
  }),
  judgeRating: t.field({
    type: JudgeRatingResult,
    description:
      "Keeps an officer's judgement, with its reason, beside what the software suggests. Heads of service and analysts.",
    args: {
      input: t.arg({ type: JudgeRatingInput, required: true, description: "The judgement." }),
    },
    resolve: async (_root, { input: { preview, ...input } }, context, info) =>
      answer(await judgeRating(context, input, optionsOf(preview, info))),
  }),
  writeCommentary: t.field({
    type: WriteCommentaryResult,
    description:
      "Writes what the data show, what the review found and what action follows: one for each author. Heads of service and analysts.",
    args: {
      input: t.arg({ type: WriteCommentaryInput, required: true, description: "The texts." }),
    },
    resolve: async (_root, { input: { preview, ...input } }, context, info) =>
      answer(await writeCommentary(context, input, optionsOf(preview, info))),
  }),
  defineMetric: t.field({
    type: DefineMetricResult,
    description: "Adds a metric with its first definition. Analysts only.",
    args: { input: t.arg({ type: DefineMetricInput, required: true, description: "The metric." }) },
    resolve: async (_root, { input }, context) =>
      map(await defineMetric(context, input), (metricId) => ({ metricId })),
  }),
  prepareDashboard: t.field({
    type: PrepareDashboardResult,
    description: "Begins a dashboard that no committee has seen yet. Analysts only.",
    args: { input: t.arg({ type: PrepareDashboardInput, required: true, description: "The dashboard." }) },
    resolve: async (_root, { input }, context) =>
      dashboardPayload(context, input, await prepareDashboard(context, input)),
  }),
  addToDashboard: t.field({
    type: AddToDashboardResult,
    description: "Adds metrics to a dashboard that is being prepared, all or none. Analysts only.",
    args: { input: t.arg({ type: AddToDashboardInput, required: true, description: "What to show." }) },
    resolve: async (_root, { input }, context) => {
      const rows = input.rows.map(({ layer, outcome, supportingOutcome, ...row }) => ({
        ...row,
        layerId: layer?.id ?? null,
        outcomeId: outcome?.id ?? null,
        supportingOutcomeId: supportingOutcome?.id ?? null,
      }));
      return dashboardPayload(context, input, await addToDashboard(context, { ...input, rows }));
    },
  }),
  removeFromDashboard: t.field({
    type: RemoveFromDashboardResult,
    description: "Takes a metric off a dashboard that is being prepared. Its figures stay. Analysts only.",
    args: {
      input: t.arg({ type: RemoveFromDashboardInput, required: true, description: "What to take off." }),
    },
    resolve: async (_root, { input }, context) =>
      dashboardPayload(context, input, await removeFromDashboard(context, input)),
  }),
  reportDashboard: t.field({
    type: ReportDashboardResult,
    description:
      "Marks a dashboard as seen by its committee: from then on it is shown as it was known that day. Analysts only.",
    args: {
      input: t.arg({ type: ReportDashboardInput, required: true, description: "Which, and the day." }),
    },
    resolve: async (_root, { input }, context) =>
      dashboardPayload(context, input, await reportDashboard(context, input)),
  }),
}));
