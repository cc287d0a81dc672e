import type { BenchmarkRow, TargetRow } from "@due-regard/database/read-models/figures";
import type { ratings } from "@due-regard/database/schema/metrics";
import { periodOf } from "@due-regard/domain/metrics/period";
import type { Progress } from "@due-regard/domain/metrics/progress";
import type { RatingView } from "../../derive/result.ts";
import { builder } from "../../schema/builder.ts";
import {
  ComparisonEnum,
  RagRatingEnum,
  RatingSchemeEnum,
  TargetKindEnum,
  TargetOperatorEnum,
  ToleranceKindEnum,
} from "../../schema/performance-enums.ts";
import { SourceType, sourcesAtHand } from "../organisations/organisation.graphql.ts";
import { UserType } from "../people/user.graphql.ts";
import { loadTargetRevisions } from "./load-revisions.ts";
import { PeriodType } from "./period.graphql.ts";

export const TargetType = builder.objectRef<TargetRow>("Target");
TargetType.implement({
  description: "What was aimed for in a period. Setting it again makes a new version; both stay.",
  fields: (t) => ({
    kind: t.expose("kind", { type: TargetKindEnum, description: "What sort of yardstick it is." }),
    period: t.field({
      type: PeriodType,
      description: "The period that it is for.",
      resolve: (target) => periodOf(target.period),
    }),
    low: t.expose("low", {
      type: "Decimal",
      nullable: true,
      description: "Lower bound in the metric's unit.",
    }),
    high: t.expose("high", {
      type: "Decimal",
      nullable: true,
      description: "Upper bound in the metric's unit.",
    }),
    operator: t.expose("operator", {
      type: TargetOperatorEnum,
      description: "How a value is held against it.",
    }),
    display: t.exposeString("display", {
      description: "As printed in its paper, or formatted when set by hand.",
    }),
    tolerance: t.expose("tolerance", {
      type: "Decimal",
      nullable: true,
      description: "How far off is still Amber or similar. Null: no tolerance is set; never a blanket one.",
    }),
    toleranceKind: t.field({
      type: ToleranceKindEnum,
      description: "How `tolerance` is measured.",
      resolve: (target) => target.toleranceKind ?? "NONE",
    }),
    benchmarkGroup: t.exposeString("benchmarkGroup", {
      nullable: true,
      description: "Whose figure it is, for a benchmark used as the yardstick. Null: it is no benchmark.",
    }),
    benchmarkPeriod: t.field({
      type: PeriodType,
      nullable: true,
      description: "The benchmark's own period, which may be an earlier one. Null: it is no benchmark.",
      resolve: ({ benchmarkPeriod }) => (benchmarkPeriod === null ? null : periodOf(benchmarkPeriod)),
    }),
    note: t.exposeString("note", { nullable: true, description: "What the source adds. Null: nothing." }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: "The paper that it comes from. Null: set by hand.",
      resolve: ({ sourceId }, _args, context) => sourcesAtHand.find(context, sourceId),
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When it became known here." }),
    supersededAt: t.expose("supersededAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was set again. Null: it is in force.",
    }),
    revisions: t.field({
      type: [TargetType],
      description: "Every version of this target, oldest first.",
      resolve: (target, _args, { db }) => target.revisions ?? loadTargetRevisions(db, target),
    }),
  }),
});

export const RatingType = builder.objectRef<RatingView>("Rating").implement({
  description: "What the software suggests, what an officer judged, and which of the two stands.",
  fields: (t) => ({
    scheme: t.expose("scheme", { type: RatingSchemeEnum, description: "How this dashboard rates." }),
    suggested: t.expose("suggested", {
      type: RagRatingEnum,
      nullable: true,
      description:
        "From the target's own tolerance. Null: nothing can be suggested, or the scheme is BENCHMARK.",
    }),
    suggestedComparison: t.expose("suggestedComparison", {
      type: ComparisonEnum,
      nullable: true,
      description: "As `suggested`, in the scheme BENCHMARK.",
    }),
    suggestedReason: t.exposeString("suggestedReason", {
      description: "Why the software suggests that, or nothing, whatever an officer judged.",
    }),
    judged: t.expose("judged", {
      type: RagRatingEnum,
      nullable: true,
      description: "An officer's judgement, or the rating that the paper prints. Null: none.",
    }),
    comparison: t.expose("comparison", {
      type: ComparisonEnum,
      nullable: true,
      description: "As `judged`, in the scheme BENCHMARK.",
    }),
    effective: t.exposeString("effective", {
      nullable: true,
      description: "The one that stands: RED, AMBER, GREEN, BETTER, SIMILAR or WORSE. Null: no judgement.",
    }),
    reason: t.exposeString("reason", { description: "Why, in words." }),
    judgedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who judged. Null: nobody, or the paper does not say.",
      resolve: (rating) => rating.judgedById,
    }),
    judgedAt: t.expose("judgedAt", {
      type: "DateTime",
      nullable: true,
      description: "When the judgement became known here. Null: nobody judged.",
    }),
  }),
});

export const JudgementType = builder.objectRef<typeof ratings.$inferSelect>("Judgement").implement({
  description: "What an officer judged of a metric in a period, or the rating that a paper prints.",
  fields: (t) => ({
    period: t.field({
      type: PeriodType,
      description: "The period under which it is judged: a dashboard's.",
      resolve: (judgement) => periodOf(judgement.period),
    }),
    scheme: t.expose("scheme", { type: RatingSchemeEnum, description: "How that dashboard rates." }),
    judged: t.expose("judged", {
      type: RagRatingEnum,
      nullable: true,
      description: "In the scheme RAG. Null: there is nothing to judge, or the scheme is BENCHMARK.",
    }),
    comparison: t.expose("comparison", {
      type: ComparisonEnum,
      nullable: true,
      description: "As `judged`, in the scheme BENCHMARK.",
    }),
    reason: t.exposeString("reason", { description: "Why, in words." }),
    judgedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who judged. Null: the paper does not say.",
      resolve: (judgement) => judgement.judgedById,
    }),
    judgedAt: t.expose("recordedAt", { type: "DateTime", description: "When it became known here." }),
  }),
});

export const ProgressType = builder.objectRef<Progress>("Progress").implement({
  description: "Improvement by the metric's aim, not direction.",
  fields: (t) => ({
    comparison: t.expose("comparison", { type: ComparisonEnum, description: "Better, similar or worse." }),
    change: t.expose("change", {
      type: "Decimal",
      description: "Current less previous, in the metric's unit.",
    }),
    basis: t.exposeString("basis", { description: "What was compared with what." }),
  }),
});

export const BenchmarkType = builder.objectRef<BenchmarkRow>("Benchmark").implement({
  description: "Somebody else's figure to compare with.",
  fields: (t) => ({
    group: t.exposeString("group", { description: "Whose: “England”." }),
    value: t.expose("value", { type: "Decimal", description: "In the metric's unit." }),
    display: t.exposeString("display", { description: "As printed." }),
    period: t.field({
      type: PeriodType,
      description: "Its own period, which may be an earlier one.",
      resolve: (benchmark) => periodOf(benchmark.period),
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: "The paper that it comes from.",
      resolve: ({ sourceId }, _args, context) => sourcesAtHand.find(context, sourceId),
    }),
  }),
});
