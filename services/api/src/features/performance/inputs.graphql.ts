import { builder } from "../../schema/builder.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import {
  AccumulationEnum,
  AimEnum,
  ComparisonEnum,
  NoValueReasonEnum,
  ObservationStatusEnum,
  RagRatingEnum,
  RatingSchemeEnum,
  TargetKindEnum,
  TargetOperatorEnum,
  ToleranceKindEnum,
  UnitEnum,
} from "../../schema/performance-enums.ts";

const METRIC = "Stable code of the metric: “1C pt 2a”, “LOCAL-prevent”.";
const ORGANISATION = "ONS code of the organisation, such as E10000018.";
const PERIOD = "Period code, such as 2019-20 or 2019-04/2019-11.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

export const PREVIEW =
  "True: check and work out everything, answer with what would stand, and write nothing; no key is used. Default: false.";

const BreakdownInput = builder.inputType("BreakdownInput", {
  description: "The group of people that a figure is about.",
  fields: (t) => ({
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      required: true,
      description: "The protected characteristic.",
    }),
    category: t.string({
      required: true,
      description: "The group: “Women”, “85 and over”. Up to 100 characters.",
    }),
  }),
});

export const FigureInput = builder.inputType("FigureInput", {
  description: "One figure to record: a value, or the reason why there is none.",
  fields: (t) => ({
    metric: t.string({ required: true, description: METRIC }),
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: PERIOD }),
    status: t.field({
      type: ObservationStatusEnum,
      description:
        "Default: ACTUAL, or NOT_AVAILABLE when there is a reason for no value. A FORECAST goes through `recordForecast`.",
    }),
    value: t.field({
      type: "Decimal",
      description: "In the metric's unit, exact: “11.0” and “11” are different precisions.",
    }),
    numerator: t.field({ type: "Decimal", description: "Part of the denominator, where it is known." }),
    denominator: t.field({ type: "Decimal", description: "Of its own year. More than 0." }),
    count: t.field({ type: "Decimal", description: "A count beside a rate, such as 33 admissions." }),
    countOf: t.string({ description: "What `count` counts. Up to 100 characters." }),
    noValueReason: t.field({
      type: NoValueReasonEnum,
      description: "Why there is no value. No value is not 0.",
    }),
    expectedOn: t.string({ description: "When results are due: “May 2023”. Up to 100 characters." }),
    note: t.string({ description: "What a reader should know. Up to 2,000 characters." }),
    breakdown: t.field({ type: BreakdownInput, description: "Which group it is about. Default: everybody." }),
    basedOnRecordedAt: t.field({
      type: "DateTime",
      description: "`recordedAt` of the revision that you saw. Leave out when you saw none.",
    }),
  }),
});

export const RecordObservationsInput = builder.inputType("RecordObservationsInput", {
  description: "Figures to record, all or none.",
  fields: (t) => ({
    figures: t.field({ type: [FigureInput], required: true, description: "From 1 to 500 figures." }),
    preview: t.boolean({ description: PREVIEW }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const SetTargetInput = builder.inputType("SetTargetInput", {
  description: "A target to set or re-set.",
  fields: (t) => ({
    metric: t.string({ required: true, description: METRIC }),
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: `${PERIOD} A milestone's is the year to that month.` }),
    kind: t.field({ type: TargetKindEnum, required: true, description: "What sort of yardstick it is." }),
    operator: t.field({
      type: TargetOperatorEnum,
      required: true,
      description: "How a value is held against it; a kind goes with only some.",
    }),
    low: t.field({ type: "Decimal", description: "Lower bound: for GT, GTE and BETWEEN." }),
    high: t.field({ type: "Decimal", description: "Upper bound: for LT, LTE and BETWEEN." }),
    toleranceKind: t.field({
      type: ToleranceKindEnum,
      description: "How `tolerance` is measured. Default: NONE.",
    }),
    tolerance: t.field({ type: "Decimal", description: "How far off is still Amber or similar." }),
    benchmarkGroup: t.string({
      description: "Whose figure a BENCHMARK is: “England”. Up to 100 characters.",
    }),
    benchmarkPeriod: t.string({ description: "Period code of a BENCHMARK's own period." }),
    note: t.string({ description: "Why it is set so. Up to 1,000 characters." }),
    basedOnRecordedAt: t.field({
      type: "DateTime",
      description: "`recordedAt` of the target that you saw. Leave out when you saw none.",
    }),
    preview: t.boolean({ description: PREVIEW }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const JudgeRatingInput = builder.inputType("JudgeRatingInput", {
  description: "An officer's judgement of a row on a dashboard.",
  fields: (t) => ({
    metric: t.string({ required: true, description: METRIC }),
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: "Period code: the row's `ratingPeriod`." }),
    scheme: t.field({ type: RatingSchemeEnum, required: true, description: "How that dashboard rates." }),
    judged: t.field({ type: RagRatingEnum, description: "For the scheme RAG." }),
    comparison: t.field({ type: ComparisonEnum, description: "For the scheme BENCHMARK." }),
    noJudgement: t.boolean({ description: "True: you judge that there is nothing to judge." }),
    reason: t.string({
      required: true,
      description: "Why. Shown beside the rating. Up to 1,000 characters.",
    }),
    basedOnJudgedAt: t.field({
      type: "DateTime",
      description: "`judgedAt` of the judgement that you saw. Leave out when nobody had judged.",
    }),
    preview: t.boolean({ description: PREVIEW }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const WriteCommentaryInput = builder.inputType("WriteCommentaryInput", {
  description: "Your commentary on a metric for a period. At least one of the three texts.",
  fields: (t) => ({
    metric: t.string({ required: true, description: METRIC }),
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: `${PERIOD} To stand on a dashboard: the dashboard's.` }),
    data: t.string({ description: "What the data show. Up to 2,000 characters." }),
    review: t.string({ description: "What the review found. Up to 2,000 characters." }),
    action: t.string({ description: "What action follows. Up to 2,000 characters." }),
    basedOnWrittenAt: t.field({
      type: "DateTime",
      description: "`writtenAt` of your own earlier commentary on this. Leave out when you had written none.",
    }),
    preview: t.boolean({ description: PREVIEW }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const DefineMetricInput = builder.inputType("DefineMetricInput", {
  description: "A metric to add, with its first definition.",
  fields: (t) => ({
    code: t.string({ required: true, description: "Stable public code, for ever. Up to 60 characters." }),
    framework: t.string({ required: true, description: "Such as ASCOF-2023 or LOCAL. Up to 60 characters." }),
    officialCode: t.string({ description: "Its code in the framework. Default: the code." }),
    title: t.string({ required: true, description: "Its name. Up to 300 characters." }),
    description: t.string({ description: "What it is, in plain words. Up to 2,000 characters." }),
    aim: t.field({ type: AimEnum, required: true, description: "Which way it should go." }),
    unit: t.field({ type: UnitEnum, required: true, description: "What its values count." }),
    accumulation: t.field({
      type: AccumulationEnum,
      required: true,
      description: "How its values build up.",
    }),
    tags: t.stringList({ description: "Up to 20, of small letters, digits and hyphens." }),
    numeratorLabel: t.string({ description: "What the numerator counts." }),
    denominatorLabel: t.string({ description: "What the denominator counts." }),
    similarWithin: t.field({
      type: "Decimal",
      description: "A change of no more than this counts as similar, in the metric's unit. Default: 0.",
    }),
    definition: t.string({
      required: true,
      description: "What is counted, and how. Up to 4,000 characters.",
    }),
    validFrom: t.field({ type: "Date", description: "From when that holds. Default: from the beginning." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

export const PrepareDashboardInput = builder.inputType("PrepareDashboardInput", {
  description: "A dashboard to begin.",
  fields: (t) => ({
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: PERIOD }),
    scheme: t.field({ type: RatingSchemeEnum, required: true, description: "How its rows are rated." }),
    title: t.string({ required: true, description: "Its title. Up to 300 characters." }),
    takeRowsFrom: t.string({
      description: "Period code of an earlier dashboard: its rows are taken over, moved to this one's year.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});
