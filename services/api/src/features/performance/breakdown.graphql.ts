import type { ObservationRow } from "@due-regard/database/read-models/figures";
import type { BreakdownRow } from "@due-regard/database/read-models/metric";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import type { Disparity } from "@due-regard/domain/metrics/disparity";
import { measureDisparity } from "@due-regard/domain/metrics/disparity";
import { comparePeriods, periodOf } from "@due-regard/domain/metrics/period";
import { sumOfOthers } from "@due-regard/domain/metrics/protect-breakdown";
import { seesBreakdownsAsRecorded } from "../../access/protect-observations.ts";
import { builder } from "../../schema/builder.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { ask } from "./ask-metric.ts";
import { QUESTIONS } from "./metric-questions.ts";
import { MetricType } from "./metric-type.ts";
import { ObservationType } from "./observation.graphql.ts";
import { PeriodType, readPeriod } from "./period.graphql.ts";
import { breakdownShown, observationsShown } from "./show-figures.ts";

interface DisparityView extends Disparity {
  category: string;
  reference: string;
}

const DisparityType = builder.objectRef<DisparityView>("Disparity").implement({
  description: "How one group fares against another: the ratio of their rates.",
  fields: (t) => ({
    category: t.exposeString("category", { description: "The group." }),
    reference: t.exposeString("reference", { description: "The group that it is held against." }),
    ratio: t.expose("ratio", {
      type: "Decimal",
      nullable: true,
      description: "Rate of the group divided by that of the reference. Null: `note` says why.",
    }),
    low: t.expose("low", {
      type: "Decimal",
      nullable: true,
      description: "Lower end of the 95% interval. Null: no ratio.",
    }),
    high: t.expose("high", {
      type: "Decimal",
      nullable: true,
      description: "Upper end of the 95% interval. Null: no ratio.",
    }),
    couldBeChance: t.exposeBoolean("couldBeChance", {
      nullable: true,
      description: "True: the interval includes 1. Null: no ratio.",
    }),
    note: t.exposeString("note", {
      nullable: true,
      description: "Why there is no ratio, or how to read it. Null: nothing to add.",
    }),
  }),
});

const EVERYBODY_ELSE = "Everybody else";
const ROUNDED = "Worked out from counts rounded to five";
const TOO_SMALL = "The numbers are too small to compare, or were not recorded";
const OTHERS_UNKNOWN =
  "The counts of some groups are hidden or were not recorded, so everybody else is not known";

const NOBODY = { numerator: null, denominator: null };

/** Whole people of a group; not a number where they were hidden or never recorded, which makes no ratio. */
const peopleOf = ({ numerator, denominator }: Pick<ObservationRow, "numerator" | "denominator">) => ({
  numerator: numerator === null ? Number.NaN : Number(numerator),
  denominator: denominator === null ? Number.NaN : Number(denominator),
});

/** Why counts that are not there make no ratio; else what the ratio's own rule says. */
const unknownBecause = (
  cell: Pick<ObservationRow, "numerator">,
  other: { numerator: string | null } | undefined,
  note: string | null,
): string | null => {
  if (cell.numerator === null) return TOO_SMALL;
  if (other === undefined) return OTHERS_UNKNOWN;
  return other.numerator === null ? TOO_SMALL : note;
};

const disparitiesOf = (
  rows: readonly ObservationRow[],
  reference: string | null,
  exact: boolean,
): DisparityView[] => {
  const cells = rows.map((row) => ({ ...row, key: row.breakdownCategory ?? "" }));
  // A sum over the others would give a hidden one away when it is the only one left out.
  const complete = cells.every((cell) => cell.numerator !== null && cell.denominator !== null);
  const named = reference === null ? undefined : cells.find((cell) => cell.key === reference);
  return cells
    .filter((cell) => cell.key !== reference)
    .map((cell) => {
      const other =
        reference !== null ? (named ?? NOBODY) : complete ? sumOfOthers(cells, cell.key) : undefined;
      const against = other ?? NOBODY;
      const found = measureDisparity(peopleOf(cell), peopleOf(against));
      const note = unknownBecause(cell, other, found.note);
      return {
        ...found,
        note: [note, exact || found.ratio === null ? null : ROUNDED].filter(Boolean).join(". ") || null,
        category: cell.key,
        reference: reference ?? EVERYBODY_ELSE,
      };
    });
};

builder.objectField(MetricType, "disparities", (t) =>
  t.field({
    type: [DisparityType],
    description:
      "How groups within one protected characteristic fare against each other. Ratios that you see follow from the counts that you may see.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code." }),
      period: t.arg.string({ required: true, description: "Period code." }),
      characteristic: t.arg({
        type: ProtectedCharacteristicEnum,
        required: true,
        description: "The protected characteristic.",
      }),
      reference: t.arg.string({
        description: "The group to hold the others against. Default: everybody else.",
      }),
    },
    resolve: async (metric, { reference, ...args }, context) => {
      const { viewer } = context;
      const question = QUESTIONS.disparities(args);
      const rows = observationsShown(viewer, question, await ask(context, metric, question));
      const { code } = readPeriod(args.period);
      const wanted = rows.filter((row) => row.period === code && row.status !== "FORECAST");
      return disparitiesOf(wanted, reference ?? null, seesBreakdownsAsRecorded(viewer));
    },
  }),
);

interface BreakdownView extends Pick<BreakdownRow, "characteristic" | "period" | "periods"> {
  /** As this viewer may see them. */
  figures: ObservationRow[];
}

const CharacteristicBreakdownType = builder.objectRef<BreakdownView>("CharacteristicBreakdown").implement({
  description: "The groups within one protected characteristic in one period.",
  fields: (t) => ({
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      description: "The protected characteristic.",
      resolve: ({ characteristic }) => characteristic as ProtectedCharacteristic,
    }),
    period: t.field({
      type: PeriodType,
      description: "The period.",
      resolve: ({ period }) => periodOf(period),
    }),
    periods: t.field({
      type: [PeriodType],
      description: "Every period for which there are figures of these groups, newest first.",
      resolve: ({ periods }) => periods.map(periodOf).sort((left, right) => comparePeriods(right, left)),
    }),
    observations: t.field({
      type: [ObservationType],
      description: "The groups' figures, by name.",
      resolve: ({ figures }) => figures,
    }),
    disparities: t.field({
      type: [DisparityType],
      description:
        "How the groups fare against each other. Ratios that you see follow from the counts that you may see.",
      args: {
        reference: t.arg.string({
          description: "The group to hold the others against. Default: everybody else.",
        }),
      },
      resolve: ({ figures }, { reference }, { viewer }) =>
        disparitiesOf(figures, reference ?? null, seesBreakdownsAsRecorded(viewer)),
    }),
  }),
});

builder.objectField(MetricType, "breakdowns", (t) =>
  t.field({
    type: [CharacteristicBreakdownType],
    description:
      "One organisation's figures by protected characteristic, each for the newest period that has any, or for the one asked for.",
    args: {
      organisation: t.arg.string({ required: true, description: "ONS code." }),
      period: t.arg.string({ description: "Period code. Default: the newest of each characteristic." }),
      asAt: t.arg({ type: "DateTime", description: "As known at this instant. Default: now." }),
    },
    resolve: async (metric, args, context) =>
      (await ask(context, metric, QUESTIONS.breakdowns(args))).flatMap(({ rows, ...breakdown }) =>
        rows === null ? [] : [{ ...breakdown, figures: breakdownShown(context.viewer, rows) }],
      ),
  }),
);
