import { builder } from "../../schema/builder.ts";
import { StrategyElementType } from "../strategies/strategy-types.ts";

const METRIC = "Stable code of the metric.";
const ORGANISATION = "ONS code of the organisation.";
const PERIOD = "Period code of the dashboard.";

const DashboardRowInput = builder.inputType("DashboardRowInput", {
  description: "A metric to show, and which of its figures.",
  fields: (t) => ({
    metric: t.string({ required: true, description: METRIC }),
    title: t.string({ description: "Its name on this dashboard. Default: the metric's title." }),
    layer: t.globalID({ for: StrategyElementType, description: "The layer that it stands under." }),
    outcome: t.globalID({ for: StrategyElementType, description: "The outcome that it stands under." }),
    supportingOutcome: t.globalID({
      for: StrategyElementType,
      description: "The supporting outcome that it stands under.",
    }),
    betterCareFund: t.boolean({ description: "True for a Better Care Fund measure. Default: false." }),
    currentPeriod: t.string({ description: "Period code of its current figure. Default: the dashboard's." }),
    currentIsForecast: t.boolean({
      description: "True: its current figure is the forecast. Default: false.",
    }),
    previousPeriod: t.string({
      description: "Period code to compare with. Default: the same a year before.",
    }),
    targetPeriod: t.string({ description: "Period code of its target. Default: the financial year." }),
  }),
});

export const AddToDashboardInput = builder.inputType("AddToDashboardInput", {
  description: "Metrics to show on a dashboard that is being prepared, all or none.",
  fields: (t) => ({
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: PERIOD }),
    rows: t.field({
      type: [DashboardRowInput],
      required: true,
      description: "In the order in which they follow what stands there. A dashboard holds up to 300 rows.",
    }),
    idempotencyKey: t.string({
      description:
        "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.",
    }),
  }),
});

export const RemoveFromDashboardInput = builder.inputType("RemoveFromDashboardInput", {
  description: "A metric to take off a dashboard that is being prepared.",
  fields: (t) => ({
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: PERIOD }),
    metric: t.string({ required: true, description: METRIC }),
  }),
});

export const ReportDashboardInput = builder.inputType("ReportDashboardInput", {
  description: "A dashboard that a committee has seen.",
  fields: (t) => ({
    organisation: t.string({ required: true, description: ORGANISATION }),
    period: t.string({ required: true, description: PERIOD }),
    reportedOn: t.field({ type: "Date", required: true, description: "Day of the meeting." }),
  }),
});
