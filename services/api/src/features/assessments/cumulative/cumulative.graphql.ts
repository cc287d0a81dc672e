import { type CountingReason, REASON_WORDS } from "@due-regard/domain/ehria/cumulative/counting-impact";
import { COLUMN_WORDS, type ImpactColumn } from "@due-regard/domain/ehria/cumulative/cumulate";
import type { HarmGapKind } from "@due-regard/domain/ehria/cumulative/harms-without-action";
import { headlineOf } from "@due-regard/domain/ehria/cumulative/headline";
import { IMPACT_DIRECTIONS } from "@due-regard/domain/ehria/vocabulary";
import { badInput } from "../../../schema/bad-input.ts";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { ImpactDirectionEnum, ProtectedCharacteristicEnum, StageEnum } from "../../../schema/ehria-enums.ts";
import { StrategyGapsType } from "../../strategies/strategy-types.ts";
import { AssessmentFilter, readFilter } from "../assessment-filter.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import {
  type Cumulated,
  cumulateLoaded,
  harmGapsIn,
  type ShownCell,
  type ShownEntry,
  type ShownGap,
} from "./cumulate-loaded.ts";
import { countOthers, loadImpacts, MOST_COUNTED } from "./load-impacts.ts";

const ImpactColumnEnum = describedEnum<ImpactColumn>(
  "ImpactColumn",
  "What an assessment says of a group. Each assessment stands in exactly one column of each row.",
  {
    POSITIVE: "Affected, for the better.",
    NEUTRAL: "Affected, neither better nor worse.",
    NEGATIVE: "Affected, for the worse.",
    MIXED: "Affected, better for some and worse for others.",
    UNKNOWN: "Affected, and it is said that the direction is not known.",
    NO_DIRECTION: "Affected, and no direction is given.",
    NOT_AFFECTED: "Not affected.",
    NOT_ANSWERED: "The form did not ask, or nobody answered.",
  },
);

const CountingReasonEnum = describedEnum<CountingReason>(
  "CountingReason",
  "Why the row of one stage of an assessment counts and not the other's.",
  REASON_WORDS,
);

const HarmGapKindEnum = describedEnum<HarmGapKind>(
  "HarmGapKind",
  "In which way a negative impact has nothing behind it.",
  {
    NO_OPEN_ACTION: "Nothing in the assessment's improvement plan is still to be done.",
    NO_ACTION_NAMES_IT:
      "Something is still to be done, but no open action names the group, or comes from the question that tells of the harm or the one on mitigation.",
  },
);

const CumulativeEntryType = builder.objectRef<ShownEntry>("CumulativeEntry").implement({
  description: "One assessment in a cell, and why it stands there.",
  fields: (t) => ({
    assessment: t.field({ type: AssessmentType, description: "Which one.", resolve: ({ head }) => head }),
    stage: t.expose("stage", {
      type: StageEnum,
      nullable: true,
      description: "The stage whose row counts. Null: it says nothing of the group.",
    }),
    reason: t.expose("reason", {
      type: CountingReasonEnum,
      nullable: true,
      description: "Why that stage counts. Null: it says nothing of the group.",
    }),
  }),
});

const CumulativeCellType = builder.objectRef<ShownCell>("CumulativeCell").implement({
  description: "A characteristic in one direction: how many assessments say so, and which.",
  fields: (t) => ({
    characteristic: t.expose("characteristic", {
      type: ProtectedCharacteristicEnum,
      description: "Whose row it is.",
    }),
    label: t.exposeString("label", {
      description: "The characteristic in words, as the law in force names it.",
    }),
    column: t.expose("column", { type: ImpactColumnEnum, description: "What these assessments say." }),
    columnLabel: t.string({
      description: "The same in words.",
      resolve: ({ column }) => COLUMN_WORDS[column],
    }),
    direction: t.field({
      type: ImpactDirectionEnum,
      nullable: true,
      description:
        "Which way people are affected. Null: not affected, not answered, or affected without a direction.",
      resolve: ({ column }) => IMPACT_DIRECTIONS.find((direction) => direction === column) ?? null,
    }),
    count: t.int({
      description: "How many assessments. The counts of a characteristic add up to all that are counted.",
      resolve: ({ entries }) => entries.length,
    }),
    assessments: t.field({
      type: [AssessmentType],
      description: "Which ones, by reference.",
      resolve: ({ entries }) => entries.map(({ head }) => head),
    }),
    entries: t.field({
      type: [CumulativeEntryType],
      description: "The same, each with the stage that counts.",
      resolve: ({ entries }) => entries,
    }),
  }),
});

const HarmGapType = builder.objectRef<ShownGap>("HarmGap").implement({
  description:
    "A negative impact, or one both positive and negative, that no open action of its assessment answers.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "Which assessment.",
      resolve: ({ head }) => head,
    }),
    characteristic: t.expose("characteristic", {
      type: ProtectedCharacteristicEnum,
      description: "Who is harmed.",
    }),
    label: t.exposeString("label", { description: "The characteristic in words." }),
    direction: t.expose("direction", { type: ImpactDirectionEnum, description: "NEGATIVE or MIXED." }),
    stage: t.expose("stage", { type: StageEnum, description: "The stage that tells of it." }),
    kind: t.expose("kind", { type: HarmGapKindEnum, description: "What is missing." }),
    openActions: t.exposeInt("openActions", { description: "How many actions of the assessment are open." }),
  }),
});

builder.objectField(StrategyGapsType, "harmsWithoutAction", (t) =>
  t.field({
    type: [HarmGapType],
    nullable: true,
    description:
      "Negative impacts that nothing still to be done answers, in assessments that you may see, that are signed off and in force, and that cite part of the plan or a figure of a metric under it. Null: you may not ask for assessments.",
    resolve: async ({ strategyId }, _args, { db, viewer }) => {
      const loaded = await loadImpacts(db, viewer, { strategyId });
      if (!loaded.ok) throw badInput(loaded.failure);
      return harmGapsIn(loaded.value);
    },
  }),
);

builder.queryField("cumulativeImpact", (t) =>
  t.field({
    type: builder.objectRef<Cumulated>("CumulativeImpact").implement({
      description:
        "Over a set of assessments that you may see: which groups are affected, how often, in which direction, by which of them. Each assessment is counted once, by the revision that you are shown.",
      fields: (c) => ({
        cells: c.field({
          type: [CumulativeCellType],
          description: "Every characteristic with every column, also where nothing stands in it.",
          resolve: ({ cells }) => cells,
        }),
        assessmentCount: c.int({
          description: "How many assessments are counted: what each row adds up to.",
          resolve: ({ heads }) => heads.length,
        }),
        assessments: c.field({
          type: [AssessmentType],
          description: "Those that are counted, by reference.",
          resolve: ({ heads }) => heads,
        }),
        notCounted: c.int({
          description:
            "How many more fit and may be seen by you, and are left out because of their status alone.",
          resolve: ({ conditions, heads }, _args, { db, viewer }) =>
            countOthers(db, viewer, conditions, heads.length),
        }),
        headline: c.stringList({
          description: "What the table says first, in sentences.",
          resolve: ({ rows, heads }) => headlineOf(rows, heads.length),
        }),
        harmsWithoutAction: c.field({
          type: [HarmGapType],
          description: "Negative impacts in these assessments that nothing still to be done answers.",
          resolve: ({ gaps }) => gaps,
        }),
      }),
    }),
    description: `Cumulative impact over at most ${MOST_COUNTED} assessments.`,
    args: {
      filter: t.arg({
        type: AssessmentFilter,
        description:
          "Which assessments. Without a status: those signed off and in force (SIGNED_OFF, PUBLISHED, REVIEW_DUE).",
      }),
    },
    resolve: async (_root, { filter }, { db, viewer }) => {
      const conditions = readFilter(filter);
      const loaded = await loadImpacts(db, viewer, conditions);
      if (!loaded.ok) throw badInput(loaded.failure);
      return cumulateLoaded(loaded.value, conditions);
    },
  }),
);
